import {
  describeOrigin,
  type Finding,
  formatNamedParts,
  type Plan,
  planMission,
  type Report,
  writeReport,
} from "#engine";
import type { Io } from "../io.ts";
import { deliver } from "../output.ts";
import { printable, toJsonText } from "../printable.ts";
import { badInput, EXIT } from "../stop.ts";
import { type Column, headLines, makePaint, type Paint, rowLines, wrap } from "../table.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";

const WIDEST_COLUMN_COUNT = 120;
const LEAST_COLUMN_COUNT = 72;

export const plan: Verb = {
  name: "plan",
  summary: "the whole plan without a clock, and what does not close",
  argument: missionArgument,
  async run(call) {
    const { io, options } = call;
    const { mission, elementsTexts } = await loadMission(call);
    const { plan: planned, issues } = planMission(mission, { elementsTexts });
    if (planned === undefined) throw badInput(issues);
    const report = options.json ? undefined : writeReport({ mission, plan: planned });
    await deliver({
      io,
      options,
      write: ({ write }) =>
        write(
          report === undefined
            ? `${toJsonText(planned satisfies Plan, 2)}\n`
            : reportText({ report, io, isFile: options.output !== undefined }),
        ),
    });
    return EXIT.done;
  },
};

const signs = { error: "✗", warning: "!", info: "·" } as const;

/** Findings as sentences, each with its sign and word. */
export function findingLines(findings: readonly Finding[], width: number, paint: Paint): string[] {
  const colours = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  return findings.flatMap(({ severity, text }) => {
    const [first = "", ...rest] = wrap(printable(text), width - 12);
    const head = colours[severity](`${signs[severity]} ${severity.padEnd(8)}`);
    return [`${head}  ${first}`, ...rest.map((line) => " ".repeat(12) + line)];
  });
}

function reportText({ report, io, isFile }: { report: Report; io: Io; isFile: boolean }): string {
  const width = Math.min(WIDEST_COLUMN_COUNT, Math.max(LEAST_COLUMN_COUNT, isFile ? 100 : io.columnCount));
  const paint = makePaint(io.hasColour && !isFile);
  const columns: Column[] = [
    { title: "Quantity", width: 31 },
    { title: "Value", width: 11, isRight: true },
    { title: "Unit", width: 13 },
    { title: "Origin", width: width - 31 - 11 - 13 - 6 },
  ];
  /** A value in words takes the places of value and unit together. */
  const textColumns: Column[] = [columns[0]!, { title: "", width: 11 + 13 + 2 }, columns[3]!];
  const lines = [paint.bold(printable(report.missionName)), `epoch ${report.epoch}`, "", ...headLines(columns, paint)];
  for (const { title, rows } of report.sections) {
    lines.push("", paint.bold(printable(title)));
    for (const { name, label, value, because } of rows) {
      const origin = printable(describeOrigin(because));
      if (typeof value === "number") {
        const { number, unit } = formatNamedParts(name, value);
        lines.push(...rowLines([label, number, unit, origin], columns));
      } else lines.push(...rowLines([label, printable(value), origin], textColumns));
    }
  }
  const sources = report.sources.flatMap(({ number, title, kind }) => {
    const [first = "", ...rest] = wrap(printable(`${title} (${kind})`), width - 6);
    return [`${`[${number}]`.padStart(4)}  ${first}`, ...rest.map((line) => " ".repeat(6) + line)];
  });
  if (report.findings.length > 0)
    lines.push("", paint.bold("Findings"), ...findingLines(report.findings, width, paint));
  if (sources.length > 0) lines.push("", paint.bold("Sources"), ...sources);
  return `${lines.join("\n")}\n`;
}
