import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FigureId, type Mission, planMission, reportFigures } from "#engine";
import { launchBrowser, serveApp } from "./browserHarness.ts";
import { changed, openWindow, reference } from "./windows.ts";

let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const figureOf = (mission: Mission, id: FigureId) =>
  reportFigures({ mission, plan: planMission(mission).plan! }).find((each) => each.id === id)!;

test("each step shows the figures that it decides, and they follow the mission", async () => {
  const { page, problems, close } = await openWindow({
    browser,
    address: app.address,
    view: "size",
    viewport: { width: 1440, height: 900 },
  });
  const shown = () =>
    page.locator("[data-figure]").evaluateAll((figures) => figures.map((figure) => figure.getAttribute("data-figure")));
  for (const [step, ids] of [
    ["Load", ["mass", "year"]],
    ["Power", ["cycle"]],
    ["Heat", ["allowed-power", "cycle"]],
    ["Orbit", ["year"]],
    ["Network", ["link-rate"]],
    ["Mass", ["mass"]],
    ["Closure", ["mass", "year"]],
  ] as const) {
    await page.getByRole("tab", { name: step }).click();
    await expect.poll(shown, { message: step }).toEqual(ids);
  }

  await page.getByRole("tab", { name: "Power" }).click();
  const words = page.locator('[data-figure="cycle"] .figure-words');
  await expect.poll(() => words.textContent()).toBe(figureOf(reference, "cycle").summary);
  await page.getByRole("tab", { name: "Load" }).click();
  await page.getByLabel("Sustained load", { exact: true }).first().fill("100000");
  const after = changed(({ satellite }) => Object.assign(satellite, { sustainedPowerW: 100000 }));
  await page.getByRole("tab", { name: "Power" }).click();
  await expect.poll(() => words.textContent()).toBe(figureOf(after, "cycle").summary);
  expect(await page.locator('[data-figure="cycle"]').getAttribute("data-stale")).toBe("false");
  expect(problems).toEqual([]);
  await close();
});

test("Walker planes have no year of their own, and the step says why", async () => {
  const walker = changed(({ shells }) => {
    shells[0] = {
      name: "W",
      altitudeKm: 550,
      inclinationDeg: 53,
      planeCount: 6,
      satellitesPerPlaneCount: 10,
      raanSpreadDeg: 360,
    };
  });
  const { page, problems, close } = await openWindow({
    browser,
    address: app.address,
    view: "size",
    document: walker,
    viewport: { width: 390, height: 844 },
  });
  await page.getByRole("tab", { name: "Orbit" }).click();
  const year = page.locator('[data-figure="year"]');
  await expect.poll(() => year.textContent()).toContain(figureOf(walker, "year").summary);
  expect(await year.locator("svg").count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(problems).toEqual([]);
  await close();
});
