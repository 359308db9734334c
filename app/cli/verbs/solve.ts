import { Option } from "commander";
import {
  format,
  formatParts,
  type MissionIssue,
  type Solution,
  solveMission,
  splitPath,
  unitOf,
  wordOf,
} from "#engine";
import { type NumberOption, readNumber } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { printable, toJsonText } from "../printable.ts";
import { badInput, badUsage, EXIT } from "../stop.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";

const value: NumberOption = {
  flag: "--value",
  label: "Value to reach",
  min: -1e30,
  max: 1e30,
  unit: "",
  isWhole: false,
};

export const solve: Verb = {
  name: "solve",
  summary: "what one input must be for a finding to close or an output to reach a value",
  argument: missionArgument,
  options: [
    new Option(
      "--input <path>",
      "number of the mission that may change, such as satellite.radiatorFluxWPerM2",
    ).makeOptionMandatory(),
    new Option("--output <name>", "number of the plan that shall reach --value, such as massKg"),
    new Option("--value <n>", "value to reach, in the unit that ends the output's name"),
    new Option("--finding <id>", "finding that shall close, such as coolant-limit"),
    new Option("-o <file>", "write to a file, whole or not at all"),
    new Option("--force", "replace an existing file"),
  ],
  // Here --output names a number of the plan; a file has the short option alone.
  without: ["output"],
  async run(call) {
    const { io, options } = call;
    const { input, output, finding } = options as Record<string, string | undefined>;
    const hasOutput = output !== undefined && typeof options["value"] === "string";
    if (hasOutput === (finding !== undefined) || (finding !== undefined && (output ?? options["value"]) !== undefined))
      throw badUsage("give either --output with --value, or --finding");
    const issues: MissionIssue[] = [];
    const wanted = hasOutput ? readNumber({ option: value, text: String(options["value"]), issues }) : 0;
    const file = options["o"];
    const to = {
      json: options.json === true,
      force: options.force === true,
      ...(typeof file === "string" ? { output: file } : {}),
    };
    await checkTarget({ io, options: to });
    const { document, elementsTexts } = await loadMission(call);
    if (issues.length > 0) throw badInput(issues);
    const { solution, issues: found } = solveMission({
      document,
      input: input!,
      goal: hasOutput ? { output, value: wanted } : { finding: finding! },
      elementsTexts,
    });
    if (solution === undefined) throw badInput(found);
    await deliver({
      io,
      options: to,
      write: ({ write }) =>
        write(options.json ? `${toJsonText(solution, 2)}\n` : `${solutionText(solution, { input: input!, output })}\n`),
    });
    return EXIT.done;
  },
};

function solutionText(
  { reachable, roots, closes, closestValue, closestInputValue, closestName, limitValue }: Solution,
  { input, output }: { input: string; output: string | undefined },
) {
  const show = (name: string, number: number) => {
    const parts = formatParts(number, unitOf(name), 6);
    return `${wordOf(name)?.label ?? printable(name)} ${parts.number} ${parts.unit}`.trim();
  };
  const name = String(splitPath(input)?.at(-1) ?? input);
  if (roots.length > 0) {
    const side = (i: number) =>
      closes?.[i] === undefined ? "" : `, closed from there ${closes[i] === "above" ? "up" : "down"}`;
    const nearest =
      closestInputValue === undefined || closes === undefined
        ? []
        : [`Nearest to today's value: ${show(name, closestInputValue)}`];
    return [...roots.map((root, i) => show(name, root) + side(i)), ...nearest].join("\n");
  }
  if (reachable) return "Closed at every value within the limits.";
  const measured = output ?? closestName;
  if (closestValue === undefined || measured === undefined)
    return "Not reachable: it stays open at every value within the limits.";
  const at = closestInputValue === undefined ? "" : ` at ${show(name, closestInputValue)}`;
  const limit = limitValue === undefined ? "" : `, the limit is ${format(limitValue, unitOf(measured), 6)}`;
  return `Not reachable. Closest${at}: ${show(measured, closestValue)}${limit}.`;
}
