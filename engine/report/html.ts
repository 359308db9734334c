import { claimHeads, claimRows } from "./claims.ts";
import type { Figure } from "./figure.ts";
import { isRightColumn, tableTexts } from "./figureTable.ts";
import type { Report } from "./report.ts";
import type { Because, Row } from "./rows.ts";
import { designFindings, designVerdict, severityWords, sheetVerdict, type Verdict } from "./verdicts.ts";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

const style = `
:root{color-scheme:light;--text:#14181d;--quiet:#4c5661;--line:rgba(0,0,0,.12);--line-strong:rgba(0,0,0,.26);--figure-ground:#fbfaf7;--dawn:#b26a00;--beam:#0a6ea8;--dusk:#5a45c8;--good:#1f7a45;--warn:#8a6100;--bad:#b3261e}
body{font:13px/1.5 Inter,system-ui,sans-serif;color:var(--text);background:#fbfaf7;margin:0}
main{max-width:880px;margin:0 auto;padding:40px 24px 64px}
h1{font-size:32px;line-height:1.2;font-weight:650;margin:0 0 4px}h2{font-size:15px;margin:36px 0 8px;border-bottom:1px solid var(--line);padding-bottom:4px}
p.meta{color:var(--quiet);margin:0}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th{font-weight:500;color:var(--quiet);text-align:left;font-size:12px}td,th{padding:4px 12px 4px 0;vertical-align:top;border-bottom:1px solid var(--line)}
td.value{white-space:nowrap;text-align:right;font-weight:600}td.words{white-space:normal}td.origin{color:var(--quiet);font-size:12px;width:52%}code{font:12px/1.4 "JetBrains Mono",ui-monospace,monospace;overflow-wrap:anywhere}
ul.findings{list-style:none;padding:0;margin:0}ul.findings li{padding:8px 0;border-bottom:1px solid var(--line)}.error b{color:var(--bad)}.warning b{color:var(--warn)}.info b{color:var(--quiet)}p.verdict{font-weight:600;margin:8px 0}.verdict.good{color:var(--good)}.verdict.bad{color:var(--bad)}.verdict.open{color:var(--warn)}
dl.headline{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:16px;margin:24px 0}dl.headline dt{color:var(--quiet);font-size:12px}dl.headline dd{margin:0;font-size:20px;font-weight:600}
ol.sources li{margin:4px 0}figure{margin:16px 0 24px;max-width:720px}figure h3{font-size:13px;margin:0}figure p{margin:0 0 8px}figure svg{display:block;width:100%;height:auto;overflow:visible;font-variant-numeric:tabular-nums}
figcaption,summary{color:var(--quiet);font-size:12px}figcaption{margin-top:8px}.narrow{display:none}.number{text-align:right}figure details{margin-top:4px}.numbers{overflow-x:auto}.numbers table{width:auto;font-size:12px}.numbers td,.numbers th{padding:3px 14px 3px 0;white-space:nowrap}figure>.numbers{margin-top:4px}
@media (max-width:600px){.wide{display:none}.narrow{display:block}}
details pre{overflow:auto;font-size:12px}.formula{color:var(--text)}
@media (max-width:600px){td.origin{display:block;width:auto;border:0;padding-top:0}tr{display:grid;grid-template-columns:1fr auto;border-bottom:1px solid var(--line)}td,th{border:0}td.origin{grid-column:1/-1}thead{display:none}.numbers tr{display:table-row}.numbers thead{display:table-header-group}}
@media print{:root{--figure-ground:#fff}body{background:#fff}main{max-width:none;padding:0}h2{break-after:avoid}tr,li,figure{break-inside:avoid}.wide{display:block}.narrow,figure details{display:none}.numbers{overflow:visible}.numbers td,.numbers th{white-space:normal;padding-right:10px}}`;

function origin(because: Because): string {
  if ("given" in because) return "mission";
  if ("source" in because)
    return `<a href="#source-${because.sourceNumber}">[${because.sourceNumber}]</a> ${escapeHtml(because.note)}`;
  if ("formula" in because)
    return `<code class="formula">${escapeHtml(because.formula)}</code><br><code>${escapeHtml(because.values)}</code>`;
  return escapeHtml(because.method);
}

const row = (each: Row) =>
  `<tr><td title="${escapeHtml(each.help)}">${escapeHtml(each.label)}</td><td class="value${typeof each.value === "string" ? " words" : ""}" title="${escapeHtml(String(each.value))}">${escapeHtml(each.text)}</td><td class="origin">${origin(each.because)}</td></tr>`;

/** A figure's drawings as the text of SVG: for a sheet, and for a narrow screen. */
export type FigureDrawings = Readonly<Record<string, { readonly wide: string; readonly narrow: string }>>;

/** A figure with its words, and its numbers folded beneath; `drawing` is our own SVG, put in as it is. */
function figureHtml({
  figure,
  drawing,
  report,
}: {
  figure: Figure;
  drawing: FigureDrawings[string] | undefined;
  report: Report;
}) {
  const { id, title, summary, caption, table } = figure;
  const numbers = figure.sources.flatMap((source) => report.sources.find((each) => each.id === source)?.number ?? []);
  const cited = numbers.map((number) => ` <a href="#source-${number}">[${number}]</a>`).join("");
  const image = (width: "wide" | "narrow") =>
    drawing === undefined
      ? ""
      : `<div class="${width}" role="img" aria-label="${escapeHtml(`${title}. ${summary}`)}">${drawing[width]}</div>`;
  return `<figure id="figure-${id}"><h3>${escapeHtml(title)}</h3><p>${escapeHtml(summary)}</p>${image("wide")}${image("narrow")}${figure.kind === "table" ? tableHtml(table) : ""}${caption === "" && cited === "" ? "" : `<figcaption>${escapeHtml(caption)}${cited}</figcaption>`}${figure.kind === "table" ? "" : foldedHtml(table)}</figure>`;
}

function tableHtml(table: Figure["table"]): string {
  if (table.rows.length === 0) return "";
  const { heads, rows } = tableTexts(table);
  const sides = table.columns.map((column) => (isRightColumn(column) ? ' class="number"' : ""));
  const head = heads.map((text, i) => `<th scope="col"${sides[i]}>${escapeHtml(text)}</th>`).join("");
  const body = rows.map(
    (cells) => `<tr>${cells.map((cell, i) => `<td${sides[i]}>${escapeHtml(cell)}</td>`).join("")}</tr>`,
  );
  return `<div class="numbers"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

const foldedHtml = (table: Figure["table"]) =>
  table.rows.length === 0 ? "" : `<details><summary>In numbers</summary>${tableHtml(table)}</details>`;

const headlineNames = [
  "fleetSustainedW",
  "satelliteCount",
  "massKg",
  "solarAreaM2",
  "peakRadiatorTemperatureK",
  "fleetTokensPerS",
  "priceUsdPerMTokens",
  "kardashevIndex",
];

const verdictHtml = ({ sign, text }: Verdict) => `<p class="verdict ${sign}">${escapeHtml(text)}</p>`;

function claimsSection({ closure }: Report): string {
  const verdict = sheetVerdict(closure);
  if (verdict === undefined) return "";
  const head = claimHeads.map((text) => `<th scope="col">${text}</th>`).join("");
  const rows = claimRows(closure).map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`,
  );
  return `<section id="claims"><h2>The announced sheet</h2>${verdictHtml(verdict)}<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}

/** The report as one self-contained page: no script, nothing fetched; prints as it looks. `drawings` by the figures' ids. */
export function toHtml(report: Report, drawings: FigureDrawings = {}): string {
  const figuresOf = (section: string) =>
    report.figures
      .filter((figure) => figure.section === section)
      .map((figure) => figureHtml({ figure, drawing: drawings[figure.id], report }))
      .join("");
  const rows = report.sections.flatMap((section) => section.rows);
  const headline = headlineNames.flatMap((name) => rows.find((each) => each.name === name) ?? []);
  const findings = designFindings(report.findings).map(
    ({ severity, text }) => `<li class="${severity}"><b>${severityWords[severity]}</b> · ${escapeHtml(text)}</li>`,
  );
  const sections = report.sections.map(
    ({ id, title, rows }) =>
      `<section id="${id}"><h2>${escapeHtml(title)}</h2>${figuresOf(id)}<table><thead><tr><th>Quantity</th><th style="text-align:right">Value</th><th>Origin</th></tr></thead><tbody>${rows.map(row).join("")}</tbody></table></section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="generator" content="Dawnline">
<title>${escapeHtml(report.title)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(report.title)}</h1><p class="meta">Epoch ${escapeHtml(report.epoch)}. Written by Dawnline: every number is computed from the mission and the sources below.</p>
<dl class="headline">${headline.map((each) => `<div><dt>${escapeHtml(each.label)}</dt><dd>${escapeHtml(each.text)}</dd></div>`).join("")}</dl>
${claimsSection(report)}
<section id="findings"><h2>The design</h2>${verdictHtml(designVerdict(report.findings))}${findings.length > 0 ? `<ul class="findings">${findings.join("")}</ul>` : ""}</section>
${sections.join("\n")}
<section id="sources"><h2>Sources</h2><ol class="sources">${report.sources.map((source) => `<li id="source-${source.number}">(${source.kind}) ${escapeHtml(source.title)}</li>`).join("")}</ol></section>
<section id="mission"><h2>Mission document</h2><details><summary>The document that this report was written from</summary><pre>${escapeHtml(JSON.stringify(report.mission, undefined, 2))}</pre></details></section>
</main></body></html>
`;
}

/** The report as data: sections, findings, sources and the mission, so that it can be run again. */
export const toJson = (report: Report) =>
  `${JSON.stringify({ format: "dawnline-report/1", ...report }, undefined, 2)}\n`;
