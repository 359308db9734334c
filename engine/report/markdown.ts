import { claimHeads, claimRows } from "./claims.ts";
import type { Figure } from "./figure.ts";
import { isRightColumn, tableTexts } from "./figureTable.ts";
import type { Report } from "./report.ts";
import { type Because, describeOrigin } from "./rows.ts";
import { designFindings, designVerdict, severityWords, sheetVerdict } from "./verdicts.ts";

/**
 * Text of others inside a Markdown line: what could start a tag, a link, code, emphasis, a cell or an entity is escaped;
 * line ends become spaces. It is always placed after text of our own, so marks that count only at the start of a line stay.
 */
export const escapeMarkdown = (text: string) =>
  text.replace(/[\r\n\t\v\f\u2028\u2029]+/g, " ").replace(/[\\`*_{}[\]<>|~&$]/g, "\\$&");

const origin = (because: Because) =>
  "formula" in because
    ? `\`${because.formula}\``
    : escapeMarkdown(describeOrigin(because)).replace(/^\\\[(\d+)\\\]/, "[$1]");

/** A figure in numbers: Markdown has no place for a drawing that travels with it. */
function figureLines({ title, summary, caption, table }: Figure): string[] {
  const { heads, rows } = tableTexts(table);
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  return [
    "",
    `### ${escapeMarkdown(title)}`,
    "",
    escapeMarkdown([summary, caption].filter(Boolean).join(" ")),
    ...(rows.length === 0
      ? []
      : [
          "",
          line(heads),
          `|${table.columns.map((column) => (isRightColumn(column) ? "--:" : "---")).join("|")}|`,
          ...rows.map(line),
        ]),
  ];
}

/** The report as GitHub-flavoured Markdown. */
export function toMarkdown(report: Report): string {
  const lines = [
    `# ${escapeMarkdown(report.title)}`,
    "",
    `Epoch ${report.epoch}. Written by Dawnline; every number is computed from the mission and the sources below.`,
    "",
  ];
  const sheet = sheetVerdict(report.closure);
  if (sheet !== undefined) {
    lines.push("## The announced sheet", "", `**${sheet.text}**`, "");
    lines.push(`| ${claimHeads.join(" | ")} |`, `|${claimHeads.map(() => "---").join("|")}|`);
    for (const cells of claimRows(report.closure)) lines.push(`| ${cells.map(escapeMarkdown).join(" | ")} |`);
    lines.push("");
  }
  const findings = designFindings(report.findings);
  lines.push("## The design", "", `**${designVerdict(report.findings).text}**`);
  if (findings.length > 0) lines.push("");
  for (const { id, severity, text } of findings)
    lines.push(`- **${severityWords[severity]}** (${id}): ${escapeMarkdown(text)}`);
  for (const { id, title, rows } of report.sections) {
    lines.push("", `## ${escapeMarkdown(title)}`, "", "| Quantity | Value | Origin |", "|---|---|---|");
    for (const row of rows)
      lines.push(`| ${escapeMarkdown(row.label)} | ${escapeMarkdown(row.text)} | ${origin(row.because)} |`);
    for (const figure of report.figures) if (figure.section === id) lines.push(...figureLines(figure));
  }
  lines.push("", "## Sources", "");
  for (const source of report.sources) lines.push(`${source.number}. (${source.kind}) ${escapeMarkdown(source.title)}`);
  lines.push(
    "",
    "## Mission document",
    "",
    "```json",
    JSON.stringify(report.mission, undefined, 2).replaceAll("`", "\\u0060"),
    "```",
    "",
  );
  return lines.join("\n");
}
