import { format } from "../glossary/format.ts";
import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { heatCurve } from "../plan/heatCurve.ts";
import type { Plan } from "../plan/plan.ts";
import { type SeriesFigure, sourcesOf } from "./figure.ts";

const TABLE_STEP = 6;
const aged = "End of life";
const bare = "New and bare, as announced";

/** Rack power that the radiator carries against its panel's temperature, with the coolant's and the memory's limit. */
export function heatFigure({ mission, plan }: { mission: Mission; plan: Plan }): SeriesFigure {
  const { satellite } = plan;
  const { assumptions, because } = resolveMission(mission);
  const curve = heatCurve({ mission, plan });
  const { coolantAllowedPowerW, memoryAllowedPowerW, sustainedPowerW } = satellite;
  const allowedW = Math.min(coolantAllowedPowerW, memoryAllowedPowerW);
  const isOne = satellite.peakPowerW === sustainedPowerW;
  const told = curve.points.filter(({ id }) => !isOne || id === "sustained");
  const verdict =
    allowedW < sustainedPowerW
      ? `${format(sustainedPowerW - allowedW, "W")} less than the sustained ${format(sustainedPowerW, "W")}`
      : `the sustained ${format(sustainedPowerW, "W")} are within it`;
  return {
    id: "allowed-power",
    section: "ladder",
    kind: "series",
    title: "What the radiator allows",
    summary: `At end of life the coolant limit allows ${format(coolantAllowedPowerW, "W")}, the memory limit ${format(memoryAllowedPowerW, "W")}: ${verdict}.`,
    caption: `Both faces of ${format(satellite.radiatorAreaM2, "M2")}, edge-on to the Sun. Bare: emission less the Earth's infrared. End of life: fins, lost loops, albedo, pointing and pumps too. The memory's limit leans because each watt warms the chip above its coolant.`,
    sources: sourcesOf({
      because,
      names: ["coolantLimitK", "memoryLimitK", "radiatorEmissivityFraction", "earthInfraredWPerM2"],
    }),
    x: {
      label: "Panel temperature",
      unit: "K",
      values: curve.temperatureK,
      levels: [{ label: `coolant at ${format(assumptions.coolantLimitK, "K")}`, value: curve.coolantPanelK }],
      bands: [],
    },
    panels: [
      {
        label: "Rack power",
        unit: "W",
        hasZero: true,
        series: [
          { name: "agedPowerW", label: aged, role: "panel", values: curve.agedPowerW },
          { name: "barePowerW", label: bare, role: "aside", values: curve.barePowerW },
        ],
        levels: [],
        segments: [
          {
            label: `memory at ${format(assumptions.memoryLimitK, "K")}`,
            from: curve.memoryLine[0],
            to: curve.memoryLine[1],
          },
        ],
        points: told.map(({ id, isBare, temperatureK, powerW }) => ({
          label: `${isOne ? "sustained and peak" : id} ${format(powerW, "W")}`,
          role: isBare ? "aside" : "panel",
          at: [temperatureK, powerW] as const,
          isLeft: isBare,
        })),
      },
    ],
    table: {
      columns: [
        { label: "Panel temperature", unit: "K" },
        { label: aged, unit: "W" },
        { label: bare, unit: "W" },
      ],
      rows: curve.temperatureK.flatMap((temperatureK, i) =>
        i % TABLE_STEP === 0 ? [[temperatureK, curve.agedPowerW[i]!, curve.barePowerW[i]!]] : [],
      ),
    },
  };
}
