import { Option } from "commander";
import {
  type Cycle,
  cycleMission,
  formatInstant,
  formatParts,
  type Instant,
  MAX_CYCLE_COUNT,
  type MissionIssue,
  parseInstant,
  unitOf,
  wordOf,
} from "#engine";
import { type NumberOption, numberFlag, readInstant, readNumber } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { printable, toJsonText } from "../printable.ts";
import { badInput, EXIT, makeIssue } from "../stop.ts";
import { headLines, makePaint, rowLines } from "../table.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";
import { findingLines } from "./plan.ts";

const overS: NumberOption = {
  flag: "--over-s",
  label: "Span, its end included; left out, one orbit",
  min: 0,
  max: 1e7,
  unit: "s",
  isWhole: false,
};
const stepS: NumberOption = { flag: "--step-s", label: "Step", min: 0.1, max: 1e6, unit: "s", isWhole: false };
const DEFAULT_STEP_S = 60;
const TEXT_WIDTH = 100;

export const cycle: Verb = {
  name: "cycle",
  summary: "power, battery and temperatures through an orbit, until it repeats",
  argument: missionArgument,
  options: [
    new Option("--at <instant>", "UTC instant whose Sun shines; left out, the mission's epoch"),
    numberFlag(overS),
    numberFlag(stepS),
  ],
  async run(call) {
    const { io, options } = call;
    await checkTarget({ io, options });
    const { mission, elementsTexts } = await loadMission(call);
    const issues: MissionIssue[] = [];
    const read = (option: NumberOption, name: string) => {
      const text = options[name];
      return typeof text === "string" ? readNumber({ option, text, issues }) : undefined;
    };
    const at =
      typeof options["at"] === "string" ? readInstant({ flag: "--at", text: options["at"], issues }) : undefined;
    const spanS = read(overS, "overS");
    const eachS = read(stepS, "stepS") ?? DEFAULT_STEP_S;
    if (issues.length === 0 && (spanS ?? 0) / eachS > MAX_CYCLE_COUNT)
      issues.push(makeIssue("--over-s", `${spanS} s in steps of ${eachS} s`, `at most ${MAX_CYCLE_COUNT} steps`));
    if (issues.length > 0) throw badInput(issues);
    const { cycle: answer, issues: found } = cycleMission(mission, { at, overS: spanS, stepS: eachS, elementsTexts });
    if (answer === undefined) throw badInput(found);
    await deliver({
      io,
      options,
      write: ({ write }) =>
        write(
          options.json
            ? `${toJsonText(answer)}\n`
            : cycleText(
                answer,
                at ?? parseInstant(mission.epoch)!,
                makePaint(io.hasColour && options.output === undefined),
              ),
        ),
    });
    return EXIT.done;
  },
};

function cycleText(
  { series, findings, shell, periodic, ...told }: Cycle,
  at: Instant,
  paint: ReturnType<typeof makePaint>,
) {
  const facts = [
    { title: "Quantity", width: 24 },
    { title: "Value", width: 12, isRight: true },
    { title: "Unit", width: 8 },
  ];
  const lines = [
    `${printable(shell)}, ${formatInstant(at)}, ${periodic ? "periodic" : "never periodic"}`,
    ...headLines(facts, paint),
  ];
  for (const [name, value] of Object.entries(told)) {
    const { number, unit } = formatParts(value, unitOf(name));
    lines.push(...rowLines([wordOf(name)?.label ?? name, number, unit], facts));
  }
  const columns = ["tS", "array, kW", "rack, kW", "battery, kWh", "panel, K", "chip, K"].map((title) => ({
    title,
    width: 12,
    isRight: true,
  }));
  lines.push("", ...headLines(columns, paint));
  series.tS.forEach((tS, i) => {
    const cells = [
      String(Number(tS.toFixed(3))),
      (series.arrayPowerW[i]! / 1000).toFixed(2),
      (series.loadPowerW[i]! / 1000).toFixed(2),
      (series.batteryEnergyWh[i]! / 1000).toFixed(2),
      series.radiatorTemperatureK[i]!.toFixed(2),
      series.chipTemperatureK[i]!.toFixed(2),
    ];
    lines.push(...rowLines(cells, columns));
  });
  if (findings.length > 0) lines.push("", ...findingLines(findings, TEXT_WIDTH, paint));
  return `${lines.join("\n")}\n`;
}
