import { choices } from "../glossary/choices.ts";
import { format } from "../glossary/format.ts";
import { wordOf } from "../glossary/glossary.ts";
import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { type Cycle, cycleMission } from "../plan/cycle.ts";
import type { Plan } from "../plan/plan.ts";
import { shellYear } from "../plan/shellYear.ts";
import { type SeriesFigure, sourcesOf } from "./figure.ts";

const ORBIT_COUNT = 2;
/** Steps of one orbit: a change of light is drawn to half a minute. */
const STEPS_PER_ORBIT = 180;
const TABLE_ROWS_PER_ORBIT = 12;
/** Room below the coldest and above the warmest, K. */
const ROOM_K = 4;

/**
 * Power, battery and temperatures of the first shell's satellite over two orbits of the day of the epoch's year with the longest shadow,
 * stepped through time. Undefined when the orbit cannot be flown, which the plan has then said.
 */
export function cycleFigure({
  mission,
  plan,
  elementsTexts = {},
}: {
  mission: Mission;
  plan: Plan;
  elementsTexts?: Readonly<Record<string, string>>;
}): SeriesFigure | undefined {
  const { days, deepest, deepestInstant } = shellYear({ mission, plan, shellIndex: 0, elementsTexts });
  const { periodS } = plan.shells[0]!;
  const { cycle } = cycleMission(mission, {
    at: deepestInstant,
    overS: ORBIT_COUNT * periodS,
    stepS: periodS / STEPS_PER_ORBIT,
    elementsTexts,
  });
  if (cycle === undefined) return undefined;
  const { assumptions, because } = resolveMission(mission);
  const { satellite } = plan;
  const { series } = cycle;
  const batteryEnergyWh = satellite.announcedBatteryEnergyWh ?? satellite.batteryEnergyWh;
  const isDark = cycle.eclipseS > 0;
  const coolantPanelK = assumptions.coolantLimitK - assumptions.filmDropK + assumptions.coolantRiseK / 2;
  const temperatures = [
    ...series.radiatorTemperatureK,
    ...series.chipTemperatureK,
    coolantPanelK,
    assumptions.memoryLimitK,
  ];
  const everyRow = STEPS_PER_ORBIT / TABLE_ROWS_PER_ORBIT;
  return {
    id: "cycle",
    section: "battery",
    kind: "series",
    title: isDark ? `Two orbits of ${days[deepest]}, the day of the longest shadow` : `Two orbits of ${days[deepest]}`,
    summary: summaryOf({ cycle, satellite, isDark }),
    caption: `Shell ${cycle.shell}, ${mission.shells[0]!.ltanH === undefined ? "its first plane" : "the plane at its local time"}, array and battery new; time from orbit noon. One lump of heat for rack and panel, the panel at end of life; in shadow the rack is to ${choices.eclipseMode.options[satellite.eclipseMode]}. Penumbra is left out. The coolant's limit is drawn for the panel that supplies it so.`,
    sources: sourcesOf({ because, names: ["coolantLimitK", "memoryLimitK"] }),
    x: {
      label: "Time from orbit noon",
      unit: "S",
      values: series.tS,
      levels: [],
      bands: isDark
        ? Array.from({ length: ORBIT_COUNT }, (_, orbit) => ({
            label: "shadow",
            from: (orbit + 0.5) * periodS - cycle.eclipseS / 2,
            to: (orbit + 0.5) * periodS + cycle.eclipseS / 2,
          }))
        : [],
    },
    panels: [
      {
        label: "Power",
        unit: "W",
        hasZero: true,
        series: [
          { name: "arrayPowerW", label: "Array", role: "sun", values: series.arrayPowerW },
          { name: "loadPowerW", label: wordOf("loadPowerW")!.label, role: "load", values: series.loadPowerW },
        ],
        levels: [],
      },
      {
        label: wordOf("batteryEnergyWh")!.label,
        unit: "Wh",
        hasZero: true,
        isArea: true,
        leastSpan: [0, batteryEnergyWh],
        series: [
          {
            name: "batteryEnergyWh",
            label: wordOf("batteryEnergyWh")!.label,
            role: "store",
            values: series.batteryEnergyWh,
          },
        ],
        levels: [
          {
            label: `${format(assumptions.dischargeFraction, "Fraction")} discharged`,
            value: batteryEnergyWh * (1 - assumptions.dischargeFraction),
          },
        ],
      },
      {
        label: "Temperature",
        unit: "K",
        leastSpan: [Math.min(...temperatures) - ROOM_K, Math.max(...temperatures) + ROOM_K],
        series: [
          {
            name: "chipTemperatureK",
            label: wordOf("chipTemperatureK")!.label,
            role: "chip",
            values: series.chipTemperatureK,
          },
          { name: "radiatorTemperatureK", label: "Panel", role: "panel", values: series.radiatorTemperatureK },
        ],
        levels: [
          {
            label: `${wordOf("memoryLimitK")!.label} ${format(assumptions.memoryLimitK, "K")}`,
            value: assumptions.memoryLimitK,
          },
          {
            label: `${wordOf("coolantLimitK")!.label} ${format(assumptions.coolantLimitK, "K")}`,
            value: coolantPanelK,
          },
        ],
      },
    ],
    table: {
      columns: [
        { label: "Time", unit: "S" },
        { label: "Array", unit: "W" },
        { label: wordOf("loadPowerW")!.label, unit: "W" },
        { label: wordOf("batteryEnergyWh")!.label, unit: "Wh" },
        { label: "Panel", unit: "K" },
        { label: wordOf("chipTemperatureK")!.label, unit: "K" },
      ],
      rows: series.tS.flatMap((tS, i) =>
        i % everyRow === 0
          ? [
              [
                tS,
                series.arrayPowerW[i]!,
                series.loadPowerW[i]!,
                series.batteryEnergyWh[i]!,
                series.radiatorTemperatureK[i]!,
                series.chipTemperatureK[i]!,
              ],
            ]
          : [],
      ),
    },
  };
}

function summaryOf({ cycle, satellite, isDark }: { cycle: Cycle; satellite: Plan["satellite"]; isDark: boolean }) {
  const warmestK = Math.max(...cycle.series.radiatorTemperatureK);
  const panel = `The panel reaches ${format(warmestK, "K")}.`;
  if (!isDark) return `No shadow in any orbit of the year. ${panel}`;
  if (cycle.findings.length > 0) return `${cycle.findings.map(({ text }) => text).join(" ")} ${panel}`;
  const leastWh = Math.min(...cycle.series.batteryEnergyWh);
  return `${format(satellite.sustainedPowerW, "W")} repeat from orbit to orbit through ${format(cycle.eclipseS, "S")} of shadow; the battery falls to ${format(leastWh, "Wh")}. ${panel}`;
}
