import { useStore } from "zustand";
import { format, type Report } from "#engine";
import { Value } from "../parts/Value.tsx";
import type { ValueRow } from "../parts/valueRow.ts";
import { usePlan } from "../state/use.ts";
import type { LightCensus } from "../worker/messages.ts";
import { lightCensusStore } from "./sky.ts";
import "./fleet.css";

/** The numbers that matter beside the globe: rows of the report, by name. */
const headlineNames = [
  "fleetSustainedW",
  "satelliteCount",
  "fleetTokensPerS",
  "priceUsdPerMTokens",
  "zenithOneWayMs",
] as const;

/** The fleet's own row where it has one: a shell may have one of the same name. */
const rowNamed = (report: Report | undefined, name: string) => {
  const find = (sections: Report["sections"]) => sections.flatMap(({ rows }) => rows).find((row) => row.name === name);
  return report && (find(report.sections.filter(({ id }) => id === "fleet")) ?? find(report.sections));
};

/** The share of the flight that is in full sunlight now: a number of the clock, which no report holds. */
function sunlitRow({ sunlitCount, penumbraCount, umbraCount }: LightCensus): ValueRow {
  const allCount = sunlitCount + penumbraCount + umbraCount;
  const value = allCount === 0 ? 0 : sunlitCount / allCount;
  return {
    name: "sunlitNowFraction",
    label: "Sunlit now",
    help: "Share of the mission's satellites that see the whole Sun at this moment.",
    value,
    unit: "Fraction",
    text: format(value, "Fraction"),
    because: {
      method: `counted: ${sunlitCount} sunlit, ${penumbraCount} in the penumbra, ${umbraCount} in the umbra, by the cones of a sphere of 6378.137 km before the Sun`,
    },
  };
}

/** The fleet in six numbers; each opens its origin. */
export function Headlines() {
  const report = usePlan(({ answer }) => answer?.report);
  const before = usePlan(({ before }) => before?.report);
  const census = useStore(lightCensusStore, (state) => state.census);
  const rows = headlineNames.map((name) => rowNamed(report, name)).filter((row) => row !== undefined);
  const sunlit = census && sunlitRow(census);
  if (rows.length === 0) return <p className="quiet">Working out the plan.</p>;
  return (
    <dl className="headlines">
      {[...rows, ...(sunlit === undefined ? [] : [sunlit])].map((row) => (
        <div key={row.name} data-headline={row.name}>
          <dt>{row.label}</dt>
          <dd>
            <Value row={row} size="l" before={rowNamed(before, row.name)?.value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
