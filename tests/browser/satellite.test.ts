import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stepPlans } from "../../app/wizard/steps.ts";
import { launchBrowser, serveApp } from "./browserHarness.ts";
import { changed, openWindow, readValue, reference, reportOf, squeeze } from "./windows.ts";

let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
const open = () => openWindow({ browser, address: app.address, view: "size", viewport: { width: 1440, height: 900 } });
const textOf = (mission: typeof reference, name: string) =>
  squeeze(
    reportOf(mission)
      .sections.flatMap(({ rows }) => rows)
      .find((row) => row.name === name)!.text,
  );

/** Leftmost and rightmost column of the close-up that is painted, CSS pixels, and pixels for a metre by the ruler. */
async function measure(page: Page) {
  await page.waitForTimeout(300);
  const box = (await page.locator(".closeup-frame").boundingBox())!;
  const shot = await page.screenshot({ clip: box, timeout: 60_000 });
  return page.evaluate(
    async ({ bytes, width }) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
      const copy = new OffscreenCanvas(image.width, image.height);
      const context = copy.getContext("2d", { willReadFrequently: true })!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      // Cells are the only blue of the picture that is twice as strong as its red.
      const columns = Array.from({ length: image.width }, (_, x) => x).filter((x) => {
        let count = 0;
        for (let y = 0; y < image.height; y++) {
          const at = (y * image.width + x) * 4;
          if (data[at + 2]! > 60 && data[at + 2]! > 2 * data[at]!) count++;
        }
        return count > 3;
      });
      const scale = width / image.width;
      const ruler = document.querySelector<HTMLElement>(".closeup-ruler")!;
      return {
        spanPx: (columns.at(-1)! - columns[0]! + 1) * scale,
        pxPerM: ruler.getBoundingClientRect().width / Number(ruler.dataset["lengthM"]),
      };
    },
    { bytes: [...shot], width: box.width },
  );
}

describe("the close-up", () => {
  test("the span on screen is the plan's wingspan, and follows as it is typed", async () => {
    const { page, problems, close } = await open();
    await page.getByRole("button", { name: "Sun side" }).click();
    await page.getByRole("button", { name: "Sizes" }).click();
    await page.waitForTimeout(800);
    const first = await measure(page);
    // An edge lies within a pixel of where it should; there are two of them.
    expect(Math.abs(first.spanPx - 70 * first.pxPerM)).toBeLessThanOrEqual(2);
    await page.getByRole("tab", { name: /Power/ }).click();
    await page.getByLabel("Wingspan", { exact: true }).fill("48");
    await expect
      .poll(() => readValue(page, "chordM"))
      .toBe(
        textOf(
          changed(({ satellite }) => Object.assign(satellite, { wingspanM: 48 })),
          "chordM",
        ),
      );
    const second = await measure(page);
    expect(Math.abs(second.spanPx - 48 * second.pxPerM)).toBeLessThanOrEqual(2);
    // The scale is kept while the satellite fits: it is seen to shrink.
    expect(second.pxPerM).toBeCloseTo(first.pxPerM, 6);
    expect(problems).toEqual([]);
    await close();
  });

  test("keys turn and zoom it, its numbers open their origin, and it says what it shows", async () => {
    const { page, close } = await open();
    const frame = page.getByRole("img", { name: /Satellite to scale: wingspan 70 m, mean chord 8.57 m/ });
    const scale = async () => Number(await frame.getAttribute("data-px-per-m"));
    const before = await scale();
    await frame.focus();
    await page.keyboard.press("+");
    await expect.poll(scale).toBeCloseTo(before * 1.25, 6);
    await page.keyboard.press("0");
    await expect.poll(scale).toBeCloseTo(before, 6);
    await page.keyboard.press("ArrowRight");
    await expect.poll(scale).not.toBe(before);
    await page.locator('.closeup [data-name="deployedHeightM"]').click();
    await expect.poll(() => page.getByRole("dialog", { name: /Deployed height/ }).count()).toBe(1);
    await close();
  });
});

test("every step of the wizard is done by keyboard alone", async () => {
  const { page, problems, close } = await open();
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest("[data-path]")?.getAttribute("data-path") ?? "");
  await page.getByRole("tab", { name: "Load" }).focus();
  await page.keyboard.press("Home");
  await expect.poll(() => page.getByRole("tab", { selected: true }).textContent()).toBe("Begin");
  for (const [index, plan] of stepPlans.entries()) {
    await expect
      .poll(() => page.getByRole("tab", { selected: true }).textContent(), { message: plan.id })
      .toContain(plan.title);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tab");
    const wanted = new Set(
      await page
        .locator(".form .field:visible")
        .evaluateAll((fields) => fields.map((field) => field.getAttribute("data-path")!)),
    );
    const reached = new Set<string>();
    let changedCount = 0;
    for (let press = 0; press < 140; press++) {
      await page.keyboard.press("Tab");
      const path = await focused();
      if (path !== "") reached.add(path);
      const kind = await page.evaluate(() => {
        const { activeElement } = document;
        if (activeElement instanceof HTMLInputElement && activeElement.inputMode === "decimal") return "number";
        return activeElement?.closest(".form") === null ? "outside" : "inside";
      });
      if (kind === "outside") break;
      if (kind === "number" && changedCount === 0) {
        changedCount++;
        await page.keyboard.press("ArrowUp");
      }
    }
    expect(
      [...wanted].filter((path) => !reached.has(path)),
      plan.id,
    ).toEqual([]);
    if (wanted.size > 0) expect(changedCount, plan.id).toBe(1);
    if (index === stepPlans.length - 1) break;
    await page.locator('[role="tab"][aria-selected="true"]').focus();
    await page.keyboard.press("ArrowRight");
  }
  // What the arrow keys changed can be taken back by keys.
  for (let press = 0; press < stepPlans.length; press++) await page.keyboard.press("Control+z");
  await expect.poll(() => readValue(page, "massKg")).toBe(textOf(reference, "massKg"));
  expect(problems).toEqual([]);
  await close();
});

test("a preset begins a design in one step of undo, and what is locked stays", async () => {
  const { page, problems, close } = await open();
  await page.getByRole("button", { name: "Lock Peak load" }).click();
  expect(await page.getByLabel("Peak load", { exact: true }).getAttribute("readonly")).not.toBe(null);
  await page.getByRole("tab", { name: "Begin" }).click();
  await page.locator('[data-preset="starcloud-40mw"]').click();
  await expect.poll(() => page.getByRole("tab", { selected: true }).textContent()).toContain("Load");
  expect(await page.getByLabel("Peak load", { exact: true }).inputValue()).toBe("150\u2009000");
  await expect.poll(() => page.getByLabel("Sustained load", { exact: true }).inputValue()).not.toBe("120\u2009000");
  await page.reload();
  await expect
    .poll(() => page.getByRole("button", { name: "Lock Peak load" }).getAttribute("aria-pressed"))
    .toBe("true");
  await page.locator("body").press("Control+z");
  await expect.poll(() => page.getByLabel("Sustained load", { exact: true }).inputValue()).toBe("120\u2009000");
  expect(problems).toEqual([]);
  await close();
});

test("two designs stand side by side with what differs and what follows", async () => {
  const { page, problems, close } = await open();
  await page.getByRole("button", { name: "Keep this design to compare" }).click();
  await page.getByLabel("Peak load", { exact: true }).fill("200000");
  const after = changed(({ satellite }) => Object.assign(satellite, { peakPowerW: 200000 }));
  const cells = (key: string) => page.locator(`[data-compare="${key}"] td`).allInnerTexts();
  await expect
    .poll(async () => (await cells("satellite.peakPowerW")).map(squeeze))
    .toEqual(["150kW", "200kW", squeeze("+50 kW (+33 %)")]);
  const [kept, now] = (await cells("massKg")).map(squeeze);
  expect([kept, now]).toEqual([textOf(reference, "massKg"), textOf(after, "massKg")]);
  await page.getByRole("button", { name: "Swap" }).click();
  await expect
    .poll(async () => (await cells("satellite.peakPowerW")).map(squeeze).slice(0, 2))
    .toEqual(["200kW", "150kW"]);
  await page.getByRole("button", { name: "Stop comparing" }).click();
  expect(await page.locator(".comparison").count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test("what must be true is found, used and taken back", async () => {
  const { page, problems, close } = await open();
  await page.getByRole("tab", { name: "Closure" }).click();
  await page.getByText("A figure is reached").click();
  await page.getByRole("textbox", { name: "Value to reach" }).fill("4000");
  await page.getByRole("combobox", { name: "Input to change" }).click();
  await page.getByRole("option", { name: "Sustained load" }).click();
  await page.getByRole("button", { name: "Find", exact: true }).last().click();
  await page.getByRole("button", { name: "Use it" }).first().click({ timeout: 60_000 });
  await expect.poll(() => readValue(page, "massKg")).toBe("4t");
  await page.locator("body").press("Control+z");
  await expect.poll(() => readValue(page, "massKg")).toBe(textOf(reference, "massKg"));
  expect(problems).toEqual([]);
  await close();
});

test("announced figures are judged as they are entered", async () => {
  const { page, problems, close } = await open();
  await page.getByRole("tab", { name: "Begin" }).click();
  await page.locator('[data-preset="ai1-sheet"]').click();
  await page.getByRole("tab", { name: /Closure/ }).click();
  const claims = page.getByRole("region", { name: "Announced figures" });
  await expect.poll(() => claims.textContent()).toContain("Figures contradict each other");
  expect(await claims.locator('[data-claim="arrayPowerW"]').getAttribute("data-verdict")).toBe("contradicts");
  await claims.getByRole("button", { name: "Remove Array power", exact: true }).click();
  await expect.poll(() => claims.textContent()).toContain("No figure contradicts the others");
  await claims.getByRole("combobox", { name: "Announced quantity" }).click();
  await page.getByRole("option", { name: "Launch mass" }).click();
  await claims.getByRole("textbox", { name: "Its value" }).fill("900");
  await claims.getByRole("button", { name: "Add" }).click();
  await expect.poll(() => claims.locator('[data-claim="massKg"]').getAttribute("data-verdict")).toBe("contradicts");
  expect(problems).toEqual([]);
  await close();
});
