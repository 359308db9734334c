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

test("on a phone's side every tab's panel, the key, the tools and the clock have room of their own", async () => {
  const { page, problems, close } = await open("explore", { viewport: { width: 844, height: 390 } });
  await page.locator(".colour-key select").waitFor();
  const overlaps = () =>
    page.evaluate(() => {
      const shown = [
        ...document.querySelectorAll(".panel, .sheet-head, .colour-key, .capture-tools, .ruler, .timeline"),
      ]
        .map((element) => ({ name: element.className, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      const pairs = shown.flatMap((a, row) => shown.slice(row + 1).map((b) => [a, b] as const));
      return {
        shownCount: shown.length,
        pairs: pairs
          .filter(
            ([{ box: a }, { box: b }]) =>
              a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
          )
          .map(([a, b]) => `${a.name} over ${b.name}`),
      };
    });
  for (const name of ["Fleet", "Route", "Ground", "Network", "Satellite", "Layers"]) {
    await page.locator(".tabs").getByRole("button", { name, exact: true }).click();
    expect(await overlaps()).toEqual({ shownCount: 6, pairs: [] });
  }
  // A press where the button stands reaches it.
  const play = page.locator(".play");
  const before = await play.getAttribute("aria-label");
  const { x, y, width, height } = (await play.boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect.poll(() => play.getAttribute("aria-label")).not.toBe(before);
  expect(problems).toEqual([]);
  await close();
});

test("what stands at the top of the globe makes room for a notice, and takes it back", async () => {
  const { page, close } = await open("explore", { viewport: { width: 1280, height: 800 } });
  await page.waitForFunction(() => (window.dawnline?.state().drawnCount ?? 0) > 0);
  await page.locator("body").press("k");
  await page.evaluate(() => window.dawnline!.select(10));
  await page.locator("body").press("f");
  // A frame drawn in software may take seconds on a busy machine.
  const soon = { timeout: 20_000 };
  const bar = page.locator(".chase-bar");
  await bar.waitFor();
  // The notice that a link was opened goes by itself.
  await expect.poll(() => page.locator(".notice").count(), soon).toBe(0);
  const top = (await bar.boundingBox())!.y;
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", '{"name": 3}');
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  const notice = page.locator(".notice", { hasText: "Pasted text was not opened" });
  await notice.waitFor();
  const bottom = async () => {
    const box = (await notice.boundingBox())!;
    return box.y + box.height;
  };
  await expect.poll(async () => (await bar.boundingBox())!.y - (await bottom()), soon).toBeGreaterThanOrEqual(0);
  await notice.getByRole("button", { name: "Close this notice" }).click();
  await expect.poll(async () => (await bar.boundingBox())!.y, soon).toBe(top);
  await close();
});
