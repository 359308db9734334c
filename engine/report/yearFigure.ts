import { format } from "../glossary/format.ts";
import { wordOf } from "../glossary/glossary.ts";
import type { Mission } from "../mission/mission.ts";
import type { Plan } from "../plan/plan.ts";
import { shellYear } from "../plan/shellYear.ts";
import type { Panel, SeriesFigure } from "./figure.ts";

/** The axis of shadows reaches at least this far, so that a year without shadow is a flat line and not noise. */
const LEAST_TOP_S = 600;
const BETA_ROOM_DEG = 6;
const tableDays = ["01", "15"];

const heads = { id: "year", kind: "series", sources: [] } as const;
const caption =
  "At 00:00 UTC of each day. Cylinder of 6,378.137 km and the true Sun: penumbra is left out, about 10 s at each end.";

/** Shadow in each orbit and the beta angle over the epoch's year, of the first shell with a local time. */
export function yearFigure({ mission, plan }: { mission: Mission; plan: Plan }): SeriesFigure {
  const shellIndex = plan.shells.findIndex(({ ltanH }) => ltanH !== undefined);
  if (shellIndex < 0) return figureWithoutYear({ mission });
  const shell = plan.shells[shellIndex]!;
  const { year, days, dailyBetaDeg, dailyEclipseS, deepest } = shellYear({ mission, plan, shellIndex });
  const limitDeg = shell.shadowlessBetaDeg;
  const least = Math.min(...dailyBetaDeg);
  const most = Math.max(...dailyBetaDeg);
  const shadow: Panel = {
    label: wordOf("eclipseS")!.label,
    unit: "S",
    isArea: true,
    hasZero: true,
    leastSpan: [0, LEAST_TOP_S],
    series: [{ name: "dailyEclipseS", label: wordOf("eclipseS")!.label, role: "store", values: dailyEclipseS }],
    levels: [],
  };
  const beta: Panel = {
    label: wordOf("betaDeg")!.label,
    unit: "Deg",
    leastSpan: [Math.min(0, least - BETA_ROOM_DEG), Math.max(limitDeg, most + BETA_ROOM_DEG)],
    series: [{ name: "dailyBetaDeg", label: wordOf("betaDeg")!.label, role: "sun", values: dailyBetaDeg }],
    levels: (least < 0 ? [limitDeg, -limitDeg] : [limitDeg]).map((value, i) => ({
      label: i === 0 ? "no shadow beyond" : "",
      value,
    })),
  };
  const rows = days.flatMap((day, i) =>
    tableDays.includes(day.slice(8)) || i === deepest ? [[day, dailyEclipseS[i]!, dailyBetaDeg[i]!]] : [],
  );
  return {
    ...heads,
    section: `shell-${shellIndex}`,
    title: `The shadows of ${year}`,
    summary:
      shell.longestEclipseS > 0
        ? `${format(shell.eclipseDaysPerYear, "DaysPerYear")} with shadow at the middle of the band, ${format(shell.longestEclipseS, "S")} at the longest, on ${days[deepest]}.`
        : "No orbit of the year meets the shadow at the middle of the band.",
    caption,
    x: { label: "Day", unit: "Day", values: days, levels: [], bands: [] },
    panels: [shadow, beta],
    table: {
      columns: [
        { label: "Day", unit: undefined },
        { label: wordOf("eclipseS")!.label, unit: "S" },
        { label: wordOf("betaDeg")!.label, unit: "Deg" },
      ],
      rows,
    },
  };
}

function figureWithoutYear({ mission }: { mission: Mission }): SeriesFigure {
  const isFlown = mission.shells[0]!.elementsFile !== undefined;
  return {
    ...heads,
    section: "shell-0",
    title: "The year's shadows",
    summary: `${isFlown ? "The planes of records" : "Walker planes"} stand at all local times at once; the plan follows each of them and sizes for the longest shadow.`,
    caption: "",
    x: { label: "Day", unit: "Day", values: [], levels: [], bands: [] },
    panels: [],
    table: { columns: [], rows: [] },
  };
}
