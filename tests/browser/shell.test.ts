import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleMissions, parseMission } from "#engine";
import { type View, views } from "../../app/state/view.ts";
import { launchBrowser, serveApp, waitForFleet } from "./browserHarness.ts";
import { openWindow, readValue, reference, reportOf, squeeze } from "./windows.ts";

let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
const open = (view: View, options: Partial<Parameters<typeof openWindow>[0]> = {}) =>
  openWindow({ browser, address: app.address, viewport: { width: 1440, height: 900 }, ...options, view });
/** Software rendering draws the globe slowly: a small window is enough. */
const sizeOf = (view: View) => (view === "explore" ? { width: 960, height: 720 } : { width: 1440, height: 900 });
const textOf = (mission: typeof reference, name: string) =>
  squeeze(
    reportOf(mission)
      .sections.flatMap(({ rows }) => rows)
      .find((row) => row.name === name)!.text,
  );
const nameField = (page: Page) => page.getByRole("textbox", { name: "Mission name" });
const starlink = parseMission(exampleMissions.find(({ id }) => id === "starlink-550")!.document).mission!;

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What axe-core finds serious or critical, in words. */
async function seriousIssues(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  });
}

describe.each(["dark", "light"] as const)("in the %s theme", (colorScheme) => {
  test.each(views)("%s opens without a problem and without a serious barrier", async (view) => {
    const { page, problems, close } = await open(view, { colorScheme, viewport: sizeOf(view) });
    await page.locator("[data-verdict]").first().waitFor();
    expect(await page.locator("html").getAttribute("data-mantine-color-scheme")).toBe(colorScheme);
    if (view === "explore") await waitForFleet(page);
    else await page.waitForTimeout(400);
    expect(await seriousIssues(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

test("the theme is a key away and stays chosen in the next visit", async () => {
  const { page, close } = await open("report");
  await page.locator("body").press("t");
  const scheme = () => page.locator("html").getAttribute("data-mantine-color-scheme");
  await expect.poll(scheme).toBe("light");
  await page.reload();
  await expect.poll(scheme).toBe("light");
  await close();
});

test("keys 1 to 3 and g with a letter reach every window", async () => {
  const { page, close } = await open("report");
  const front = () => page.locator('[data-front="true"]').getAttribute("data-window");
  await page.locator("body").press("2");
  await expect.poll(front).toBe("size");
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect.poll(front).toBe("report");
  await page.keyboard.press("Shift+?");
  await expect.poll(() => page.getByRole("dialog", { name: "All keys" }).count()).toBe(1);
  await close();
});

test("the verdict says in a word that AI1 does not close, and leads to why", async () => {
  const { page, close } = await open("report");
  await page.getByRole("button", { name: "Does not close" }).click();
  expect(await page.getByRole("tab", { name: "Closure" }).getAttribute("aria-selected")).toBe("true");
  await close();
});

test("the palette finds a number by its glossary name and goes to its field", async () => {
  const { page, close } = await open("report");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("any number").fill("radiatorEmissivityFraction");
  await page
    .getByRole("option", { name: /Radiator emissivity/ })
    .or(page.getByText("Radiator emissivity"))
    .first()
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id))
    .toBe("field-assumptions-radiatorEmissivityFraction");
  await close();
});

test("the palette opens the Starlink example, and undo brings the earlier work back", async () => {
  const { page, close } = await open("size");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("any number").fill("starlink shell");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => nameField(page).inputValue()).toBe(starlink.name);
  await expect.poll(() => readValue(page, "fleetTokensPerS")).toBe(textOf(starlink, "fleetTokensPerS"));
  await page.getByRole("button", { name: /^Undo: Begin with/ }).click();
  await expect.poll(() => nameField(page).inputValue()).toBe(reference.name);
  await close();
});

test("the mission is renamed in place; an empty name is refused and the last good one stays", async () => {
  const { page, close } = await open("report");
  await nameField(page).fill("Dawn fleet");
  await expect.poll(() => page.locator(".sheet h1").textContent()).toBe("Dawn fleet: design report");
  await nameField(page).fill("");
  await expect.poll(() => page.getByRole("alert").first().textContent()).toContain("name");
  expect(await page.locator(".sheet h1").textContent()).toBe("Dawn fleet: design report");
  await close();
});

test.each(views)("%s fits a telephone: nothing is cut off at the sides", async (view) => {
  const { page, problems, close } = await open(view, { viewport: { width: 390, height: 844 } });
  await page.locator("[data-verdict]").first().waitFor();
  await page.waitForTimeout(300);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll("button, input, h1, h2, h3, dd, label, p")]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const clipped =
          element.closest(".unseen, .skip, [inert], [hidden]") !== null ||
          style.visibility === "hidden" ||
          style.opacity === "0";
        return !clipped && width > 1 && height > 1 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(outside).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  for (const name of ["Explore", "Size", "Report"])
    expect(await page.getByRole("button", { name, exact: true }).isVisible()).toBe(true);
  expect(problems).toEqual([]);
  await close();
});
