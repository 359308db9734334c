import { parseHTML } from "linkedom";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  claimRows,
  exampleMissions,
  format,
  hasDrawing,
  type Mission,
  networkFigures,
  parseMission,
  planMission,
  referenceMission,
  reportFigures,
  type SeriesFigure,
  toHtml,
  toJson,
  toMarkdown,
  writeReport,
} from "#engine";
import { drawFigures } from "../../app/cli/drawing.ts";
import { studied } from "../unit/report/studied.ts";
import { launchBrowser, serveApp } from "./browserHarness.ts";
import { changed, downloadBy, openWindow, reference, reportOf, squeeze } from "./windows.ts";

let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
function wholeReportOf(mission: Mission) {
  const plan = planMission(mission).plan!;
  const network = networkFigures({ plan, study: studied(mission, plan) });
  return writeReport({ mission, plan, figures: reportFigures({ mission, plan, network }) });
}
const open = (options: Partial<Parameters<typeof openWindow>[0]> = {}) =>
  openWindow({ browser, address: app.address, view: "report", viewport: { width: 1440, height: 900 }, ...options });

test("the sheet holds every row, finding and source of the engine's report, in its order", async () => {
  const { page, problems, close } = await open();
  const report = reportOf(reference);
  const shown = await page.locator(".sheet [data-anchor]").evaluateAll((rows) =>
    rows.map((row) => ({
      anchor: row.getAttribute("data-anchor"),
      value: (row.querySelector("[data-name]") as HTMLElement).textContent,
    })),
  );
  expect(shown.map(({ anchor, value }) => ({ anchor, value: squeeze(value) }))).toEqual(
    report.sections.flatMap(({ id, rows }) =>
      rows.map(({ name, text }) => ({ anchor: `${id}.${name}`, value: squeeze(text) })),
    ),
  );
  expect(await page.locator(".sheet-findings li > span:last-child").allInnerTexts()).toEqual(
    report.findings.map(({ text }) => text),
  );
  expect(await page.locator(".sheet-sources li").count()).toBe(report.sources.length);
  for (const link of await page.locator("a.source-link").all())
    expect(await page.locator((await link.getAttribute("href"))!).count()).toBe(1);
  expect(problems).toEqual([]);
  await close();
});

test("it downloads as HTML, Markdown and JSON, each as the engine writes it", async () => {
  const { page, problems, close } = await open();
  const report = wholeReportOf(reference);
  // Two versions of V8 differ in the last bits of sines.
  const roundNumbers = (json: string) =>
    JSON.stringify(JSON.parse(json, (_, value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value)));
  // Two engines' DOMs write the same drawing with attributes in another order: the words of a page must be the same.
  const wordsOf = (html: string) => parseHTML(html).document.querySelector("main")!.textContent;
  for (const { label, extension, text, read } of [
    { label: "HTML", extension: "html", text: toHtml(report, drawFigures(report.figures)), read: wordsOf },
    { label: "Markdown", extension: "md", text: toMarkdown(report), read: (each: string) => each },
    { label: "JSON", extension: "json", text: toJson(report), read: roundNumbers },
  ]) {
    const file = await downloadBy(page, () => page.getByRole("button", { name: label, exact: true }).click());
    expect(file.name).toBe(`ai1-reference-report.${extension}`);
    expect(read(file.text)).toBe(read(text));
  }
  expect(problems).toEqual([]);
  await close();
});

test("each figure stands in its section, drawn, and speaks; the keys read its values", async () => {
  const { page, problems, close } = await open();
  const { figures } = wholeReportOf(reference);
  for (const figure of figures) {
    const place = page.locator(`#section-${figure.section} [data-figure="${figure.id}"]`);
    await place.locator("h3").waitFor();
    if (!hasDrawing(figure)) {
      expect(await place.locator(".figure-words").textContent()).toBe(figure.summary);
      expect(await place.locator("tbody tr").count()).toBe(figure.table.rows.length);
      continue;
    }
    await place.locator("svg text").first().waitFor();
    expect(await place.locator("h3").innerText()).toContain(figure.title);
    expect(await place.locator(".figure-drawing").getAttribute("aria-label")).toBe(
      `${figure.title}. ${figure.summary}`,
    );
    // In the page's colours: nothing is black on black.
    const fills = await place
      .locator("svg text")
      .evaluateAll((texts) => [...new Set(texts.map((text) => getComputedStyle(text).fill))]);
    expect(fills).not.toContain("rgb(0, 0, 0)");
  }
  const cycle = figures.find(({ id }) => id === "cycle") as SeriesFigure;
  const slider = page.getByRole("slider", { name: `${cycle.title}: read the values` });
  await slider.focus();
  await slider.press("Home");
  await slider.press("ArrowRight");
  const spoken = await slider.getAttribute("aria-valuetext");
  for (const { unit, series } of cycle.panels)
    for (const { label, values } of series) expect(spoken).toContain(`${label} ${format(values[1]!, unit)}`);
  expect(await page.locator('[data-figure="cycle"] .crosshair circle').count()).toBe(5);
  await slider.press("Escape");
  await expect.poll(() => page.locator(".crosshair").count()).toBe(0);
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await expect.poll(() => page.locator('[data-figure="cycle"] .figure-readings').count()).toBe(1);
  expect(problems).toEqual([]);
  await close();
});

test("the exported page carries the figures and shows them without Dawnline, at paper's and a telephone's width", async () => {
  const { page, problems, close } = await open();
  const file = await downloadBy(page, () => page.getByRole("button", { name: "HTML", exact: true }).click());
  await close();
  const drawnCount = wholeReportOf(reference).figures.filter(hasDrawing).length;
  const context = await browser.newContext();
  const alone = await context.newPage();
  await alone.setContent(file.text);
  for (const [width, shown, hidden] of [
    [1200, "wide", "narrow"],
    [390, "narrow", "wide"],
  ] as const) {
    await alone.setViewportSize({ width, height: 800 });
    expect(await alone.locator(`figure .${shown} svg:visible`).count()).toBe(drawnCount);
    expect(await alone.locator(`figure .${hidden} svg:visible`).count()).toBe(0);
    expect(await alone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await context.close();
  expect(problems).toEqual([]);
});

test("a sheet's claims stand as a table with their verdicts", async () => {
  const mission = parseMission(exampleMissions.find(({ id }) => id === "ai1-sheet")!.document).mission!;
  const { page, problems, close } = await open({ document: mission });
  const shown = await page
    .locator(".sheet-claims tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim())));
  expect(shown).toEqual(claimRows(reportOf(mission).closure));
  expect(problems).toEqual([]);
  await close();
});

test("a name that would be a script is text on screen, in the title and in the file's name", async () => {
  const name = '<img src=x onerror="document.title=1">..\\..\\CON';
  const mission = parseMission({ ...(referenceMission as object), name }).mission!;
  const { page, problems, close } = await open({ document: mission });
  expect(await page.locator(".sheet h1").textContent()).toBe(`${name}: design report`);
  expect(await page.title()).toContain("<img");
  expect(await page.locator(".sheet img").count()).toBe(0);
  const file = await downloadBy(page, () => page.getByRole("button", { name: "HTML", exact: true }).click());
  expect(file.name).toMatch(/^[a-z0-9-]+\.html$/);
  expect(file.text).not.toContain("<img src=x");
  expect(problems).toEqual([]);
  await close();
});

test("printed, the sheet stands alone, black on white", async () => {
  const { page, close } = await open();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".top").isVisible()).toBe(false);
  expect(await page.locator(".rail").isVisible()).toBe(false);
  expect(await page.locator(".desk-tools").isVisible()).toBe(false);
  expect(await page.locator(".sheet h1").isVisible()).toBe(true);
  const paper = await page
    .locator(".sheet")
    .evaluate((sheet) => ({ ground: getComputedStyle(sheet).backgroundColor, text: getComputedStyle(sheet).color }));
  expect(paper).toEqual({ ground: "rgb(255, 255, 255)", text: "rgb(0, 0, 0)" });
  const pdf = await page.pdf({ format: "A4" });
  // All pages print, not only the part that the window shows.
  expect((pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length).toBeGreaterThan(3);
  await close();
});

test("the network comes after the plan, says how far it is, and may be stopped and begun again", async () => {
  const relayed = changed((document) => {
    document["relay"] = { shells: document.shells };
  });
  const { page, problems, close } = await open({ document: relayed });
  const waiting = page.locator("#section-latency .network-waiting");
  // The plan's rows stand meanwhile.
  await page.locator("#section-network [data-anchor]").first().waitFor();
  await waiting.getByRole("progressbar").waitFor();
  // Pressed as soon as it stands, before the study begins too; a quick machine has it done in a second.
  await waiting.getByRole("button", { name: "Stop" }).evaluate((button: HTMLButtonElement) => button.click());
  const missing = page.locator("#section-latency .network-missing");
  await expect.poll(() => missing.textContent()).toContain("was stopped before its end, so round trips");
  expect(await page.locator("#section-network .network-missing").textContent()).toContain("what is carried");
  expect(await page.locator('[data-figure="latency"]').count()).toBe(0);
  // A file that is asked for now is written without them, and says so.
  const file = await downloadBy(page, () => page.getByRole("button", { name: "Markdown", exact: true }).click());
  expect(file.text).not.toContain("### Round trip from anywhere on Earth");
  expect(file.text).toContain("### What a laser carries over distance");
  expect(file.text).toContain("### Round trips are missing\n\nThe study of the network was stopped before its end");
  expect(file.text).toContain("### The load of the network is missing");
  await missing.getByRole("button", { name: "Work it out" }).click();
  await page.locator('[data-figure="latency-map"] svg').waitFor();
  expect(await page.locator(".network-waiting, .network-missing").count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});
