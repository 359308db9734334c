import { describe, expect, test } from "vitest";
import {
  overrideMission,
  parseMission,
  planMission,
  referenceMission,
  sources,
  toHtml,
  toJson,
  toMarkdown,
  writeReport,
} from "#engine";

function reportOf(...overrides: string[]) {
  const { mission, issues } = parseMission(overrideMission(referenceMission, overrides).document);
  expect(issues).toEqual([]);
  return writeReport({ mission: mission!, plan: planMission(mission!).plan! });
}
const report = reportOf();
const rows = report.sections.flatMap((section) => section.rows);
const row = (name: string, from = rows) => from.find((each) => each.name === name)!;

describe("rows", () => {
  test("say where each value comes from", () => {
    expect(row("peakPowerW").because).toEqual({ given: "mission" });
    expect(row("solarAreaM2").because).toEqual({
      formula: "peakPowerW / solarFluxWPerM2",
      values: "150\u2009000 / 250",
    });
    expect(row("dischargeFraction").because).toMatchObject({ source: "engineering-estimate" });
    expect(row("eclipseDaysPerYear").because).toHaveProperty("method");
  });

  test("an overridden assumption is the mission's", () => {
    const changed = reportOf("assumptions.dischargeFraction=0.3", "economics.launchUsdPerKg=200");
    expect(
      row(
        "dischargeFraction",
        changed.sections.flatMap((section) => section.rows),
      ),
    ).toMatchObject({ value: 0.3, because: { given: "mission" } });
    expect(
      row(
        "launchUsdPerKg",
        changed.sections.flatMap((section) => section.rows),
      ),
    ).toMatchObject({ value: 200, because: { given: "mission" } });
  });

  test("a field that the document leaves out takes the reference's value and says so", () => {
    const { mission } = parseMission({
      ...(referenceMission as object),
      satellite: { peakPowerW: 100000, sustainedPowerW: 90000 },
    });
    const bare = writeReport({ mission: mission!, plan: planMission(mission!).plan! }).sections.flatMap(
      (section) => section.rows,
    );
    expect(row("wingspanM", bare)).toMatchObject({
      value: 70,
      because: { source: "ai1-announcement", note: "Not in the document: the reference mission's value." },
    });
  });

  test("cite every source that is listed, and list every source that is cited", () => {
    const cited = new Set(rows.flatMap(({ because }) => ("source" in because ? because.sourceNumber : [])));
    expect([...cited].sort((a, b) => a - b)).toEqual(report.sources.map((source) => source.number));
    for (const source of report.sources) expect(sources[source.id].title).toBe(source.title);
  });

  test("a shell's rows carry their place in the document", () => {
    expect(row("altitudeKm").path).toBe("shells[0].altitudeKm");
    expect(row("inclinationDeg").because).toHaveProperty("method");
  });
});

describe("written reports", () => {
  test("Markdown and HTML hold every row's value", () => {
    const markdown = toMarkdown(report).replaceAll("\\", "");
    const html = toHtml(report);
    for (const each of rows) {
      expect(markdown).toContain(each.text);
      expect(html).toContain(each.text.replaceAll("&", "&amp;"));
    }
    expect(JSON.parse(toJson(report)).mission).toEqual(referenceMission);
  });

  test("names of others stay text", () => {
    const name = '<script>alert(1)</script>"><svg onload=alert(1)> [x](javascript:alert(1)) | `a` {{7*7}}';
    const hostile = reportOf(`name=${JSON.stringify(name)}`, `shells[0].name=${JSON.stringify(name)}`);
    const html = toHtml(hostile);
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<svg onload");
    expect(html).toContain("default-src 'none'");
    const markdown = toMarkdown(hostile);
    expect(markdown.split("```json")[0]).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(javascript/);
    expect(markdown.split("\n").filter((line) => line.startsWith("## Shell")).length).toBe(1);
  });

  test("HTML fetches nothing and runs nothing", () => {
    const html = toHtml(report);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|src=|@import|url\(/);
  });
});
