import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseMission, planMission, referenceMission, toHtml, toJson, toMarkdown, writeReport } from "#engine";
import { launchBrowser, serveApp } from "./browserHarness.ts";
import { downloadBy, openWindow, reference, reportOf, squeeze } from "./windows.ts";

let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
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
  const report = writeReport({ mission: reference, plan: planMission(reference).plan! });
  for (const { label, extension, text } of [
    { label: "HTML", extension: "html", text: toHtml(report) },
    { label: "Markdown", extension: "md", text: toMarkdown(report) },
    { label: "JSON", extension: "json", text: toJson(report) },
  ]) {
    const file = await downloadBy(page, () => page.getByRole("button", { name: label, exact: true }).click());
    expect(file.name).toBe(`ai1-reference-report.${extension}`);
    expect(file.text).toBe(text);
  }
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
