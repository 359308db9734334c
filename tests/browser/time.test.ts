/** Time as a person sees it: points that give way to bands, exact steps, local time, and a link that opens the same view at the same instant. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type AnalyticShell,
  EARTH_RADIUS_WGS72_KM,
  flyMission,
  nodeSpreadOf,
  parseInstant,
  parseMission,
  referenceMission,
  secondsBetween,
  shellDensityPerSr,
} from "#engine";
import { launchBrowser, openPage, serveApp, waitForFleet } from "./browserHarness.ts";
import type { Pixel } from "./pixels.ts";

const SIZE = { width: 900, height: 560 };
const SOLSTICE = "2027-06-21T14:10:00.123Z";
/** What the issue asks of a link. */
const PLACE_TOLERANCE_PX = 2;
const WAIT_MS = 120_000;

let browser: Browser;
let server: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveApp()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openFleet(options: Parameters<typeof openPage>[0] extends infer All ? Partial<All> : never = {}) {
  const opened = await openPage({ browser, address: server.address, viewport: SIZE, ...options });
  opened.page.setDefaultTimeout(WAIT_MS);
  await waitForFleet(opened.page);
  return opened;
}
const stateOf = (page: Page) => page.evaluate(() => window.dawnline!.state());

/** The next frame while the clock runs: its instant, its camera, and its colours at points that are worked out from both. */
async function grab(page: Page) {
  return page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>(".globe canvas")!;
    const copy = new OffscreenCanvas(canvas.clientWidth, canvas.clientHeight);
    const context = copy.getContext("2d", { willReadFrequently: true })!;
    // Resolves in the task of a frame that was just drawn; the clock is left as it was.
    await window.dawnline!.select(null);
    context.drawImage(canvas, 0, 0, copy.width, copy.height);
    const { instant } = window.dawnline!.state();
    const { clipFromTemeKm } = window.dawnline!.camera();
    return {
      ...{ instant, clipFromTemeKm, width: copy.width, height: copy.height },
      bytes: [...context.getImageData(0, 0, copy.width, copy.height).data],
    };
  });
}

/** A frame's colours before the middle of the Earth, where the law has many satellites and where it has none. */
function sortByLaw(
  shell: AnalyticShell,
  { instant, clipFromTemeKm: m, width, height, bytes }: Awaited<ReturnType<typeof grab>>,
) {
  const { sinInclination, cosInclination, semiMajorAxisRatio, epoch } = shell.constants;
  const nodes = nodeSpreadOf(shell, secondsBetween(epoch, parseInstant(instant)!) / 60);
  const radiusKm = semiMajorAxisRatio * EARTH_RADIUS_WGS72_KM;
  const density = (sine: number, rightAscensionRad: number) =>
    shellDensityPerSr({
      ...{ fromSine: sine - 0.01, toSine: sine + 0.01, rightAscensionRad },
      ...{ sinInclination, cosInclination, nodes },
    });
  const project = (x: number, y: number, z: number) => {
    const row = (at: number) => m[at]! * x + m[at + 4]! * y + m[at + 8]! * z + m[at + 12]!;
    const w = row(3);
    return { xPx: ((row(0) / w + 1) / 2) * width, yPx: ((1 - row(1) / w) / 2) * height, w };
  };
  const earth = project(0, 0, 0);
  const dense: Pixel[] = [];
  const empty: Pixel[] = [];
  for (let latitudeDeg = -60; latitudeDeg <= 60; latitudeDeg += 5)
    for (let turnDeg = 0; turnDeg < 360; turnDeg += 2) {
      const sine = Math.sin((latitudeDeg * Math.PI) / 180);
      const at = (deg: number) => ((turnDeg + deg) * Math.PI) / 180;
      const axisKm = radiusKm * Math.sqrt(1 - sine * sine);
      const { xPx, yPx, w } = project(axisKm * Math.cos(at(0)), axisKm * Math.sin(at(0)), radiusKm * sine);
      // Well on the near side, and so before the Earth's disc.
      if (w > earth.w - 3.5) continue;
      const pixelAt = (Math.floor(yPx) * width + Math.floor(xPx)) * 4;
      const pixel: Pixel = [bytes[pixelAt]!, bytes[pixelAt + 1]!, bytes[pixelAt + 2]!];
      // Away from the band's edges.
      const around = [-4, 0, 4].map((deg) => density(sine, at(deg)));
      if (around.every((each) => each > 0.3)) dense.push(pixel);
      else if (around.every((each) => each === 0)) empty.push(pixel);
    }
  return { dense, empty };
}

describe("a clock that leaps", () => {
  test("draws bands where the law has satellites and none where it has not, says so, and goes back to points", async () => {
    const { page, problems, close } = await openFleet();
    const legend = page.locator(".timeline-bands");
    expect(await legend.textContent()).toBe("");
    await page.getByRole("button", { name: /^×1M/ }).click();
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await legend.getByText(/Each frame spans [\d.]+ orbits: density of the orbits, not single satellites/).waitFor();
    // The passage takes a third of a second.
    await page.waitForTimeout(3000);
    const flight = flyMission(parseMission(referenceMission).mission!);
    if ("issues" in flight) throw new Error("the reference mission must fly");
    const shell = flight.analyticOf(0)!;
    const warmth = ([red, , blue]: Pixel) => red - blue;
    const meanOf = (pixels: readonly Pixel[]) => pixels.reduce((sum, each) => sum + warmth(each), 0) / pixels.length;
    // The band turns with the Sun: some frame of the year shows it before the middle of the Earth.
    let seen = sortByLaw(shell, await grab(page));
    for (let frame = 0; frame < 60 && Math.min(seen.dense.length, seen.empty.length) < 15; frame++)
      seen = sortByLaw(shell, await grab(page));
    expect(Math.min(seen.dense.length, seen.empty.length)).toBeGreaterThanOrEqual(15);
    expect(meanOf(seen.dense)).toBeGreaterThan(meanOf(seen.empty) + 25);

    // Back at a slow clock the points are there again, and the legend is gone.
    await page.getByRole("button", { name: /^×10,/ }).click();
    await expect.poll(() => legend.textContent(), { timeout: WAIT_MS }).toBe("");
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    expect((await stateOf(page)).drawnCount).toBe(8334);
    expect(problems).toEqual([]);
    await close();
  });

  test("stops where its years end, and says so", async () => {
    const { page, close } = await openFleet({ viewport: { width: 600, height: 640 } });
    await page.evaluate(() => window.dawnline!.setInstant("2100-12-30T00:00:00Z"));
    await page.keyboard.press(">");
    for (let step = 0; step < 4; step++) await page.keyboard.press(">");
    await page.keyboard.press("l");
    await page.getByText("The clock stands").waitFor();
    await expect.poll(() => stateOf(page).then(({ instant }) => instant)).toBe("2100-12-31T23:59:59.999Z");
    expect((await stateOf(page)).paused).toBe(true);
    await close();
  });
});

describe("the clock", () => {
  test("steps by keys there and back to the millisecond, goes to events, shows local time", async () => {
    const { page, problems, close } = await openFleet({ timezoneId: "America/St_Johns" });
    await page.evaluate((iso) => window.dawnline!.setInstant(iso), SOLSTICE);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const instantIs = (iso: string) =>
      expect.poll(() => stateOf(page).then(({ instant }) => instant), { timeout: WAIT_MS }).toBe(iso);
    await press("d");
    await instantIs("2027-06-22T14:10:00.123Z");
    await press("Shift+D", "m", "m");
    await instantIs("2027-06-21T14:12:00.123Z");
    await press("Shift+M", "Shift+M", "o", ".", "s");
    await press("Shift+S", ",", "Shift+O");
    await instantIs(SOLSTICE);

    await page.evaluate(() => window.dawnline!.setInstant("2027-03-01T00:00:00Z"));
    await page.getByRole("button", { name: "Next event" }).click();
    await page.getByText("March equinox.").waitFor();
    // 20:25 UTC by the almanac.
    await expect
      .poll(() => stateOf(page).then(({ instant }) => instant), { timeout: WAIT_MS })
      .toMatch(/^2027-03-20T20:2[3-6]/);
    await page.getByRole("button", { name: "Events", exact: true }).click();
    await page.getByRole("menuitem", { name: /June solstice/ }).click();
    await page.getByText("June solstice.").waitFor();

    await page.getByRole("button", { name: /Clock: UTC/ }).click();
    const field = page.getByLabel("Date and time, local, UTC−2:30");
    await field.fill("2027-06-21 09:30");
    await field.press("Enter");
    await instantIs("2027-06-21T12:00:00Z");
    await page.getByRole("button", { name: /Clock: local, UTC−2:30/ }).click();
    await page.getByLabel("Date and time, UTC").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test.each([
    ["dark", 1100],
    ["light", 390],
  ] as const)("has no serious axe finding, %s, %d px wide, and fits", async (colorScheme, width) => {
    const { page, close } = await openFleet({ viewport: { width, height: 780 }, colorScheme });
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const serious = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(at: string): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run(".timeline");
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(serious).toEqual([]);
    const overflowing = await page.evaluate(() =>
      [...document.querySelectorAll(".timeline button, .timeline input, .timeline select")]
        .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 80) }))
        .filter(({ box }) => box.left < 0 || box.right > innerWidth || box.bottom > innerHeight)
        .map(({ html }) => html),
    );
    expect(overflowing).toEqual([]);
    await close();
  });
});

describe("a link", () => {
  test("opens the same view at the same instant: every satellite within 2 px, clock, layers, selection and route kept", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const first = await openFleet({ permissions });
    const { page } = first;
    await page.evaluate((iso) => window.dawnline!.setInstant(iso), SOLSTICE);
    await page.getByRole("button", { name: "New York to London" }).click();
    await page
      .getByText(/No satellite stands high enough over|no lasers join them|Through the fleet/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: /^×1M/ }).click();
    await page.locator("body").click({ position: { x: 5, y: 300 } });
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowUp", "+"]) await page.keyboard.press(key);
    await page.getByRole("button", { name: "Layers and keys" }).click();
    await page.getByLabel("Borders").check();
    await page.evaluate(() => window.dawnline!.select(4167));
    const indices = Array.from({ length: 40 }, (_, row) => row * 200 + 17);
    const read = (on: Page) =>
      on.evaluate((all) => Promise.all(all.map((index) => window.dawnline!.satellite(index))), indices);
    const before = await read(page);
    await page.getByRole("button", { name: "Copy link" }).first().click();
    await page.getByText("Link copied").waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address.length).toBeLessThan(2200);

    const second = await openPage({ browser, address, viewport: SIZE });
    second.page.setDefaultTimeout(WAIT_MS);
    await second.page.waitForFunction(() => window.dawnline?.state().selectedIndex === 4167, undefined, {
      timeout: WAIT_MS,
    });
    await second.page.evaluate(() => window.dawnline!.select(4167));
    expect(await stateOf(second.page)).toEqual({ ...(await stateOf(page)), contextLossCount: 0 });
    expect((await stateOf(second.page)).instant).toBe(SOLSTICE);
    const after = await read(second.page);
    let seenCount = 0;
    for (const [row, { xPx, yPx, instant }] of after.entries()) {
      expect(instant).toBe(SOLSTICE);
      expect(Math.hypot(xPx! - before[row]!.xPx!, yPx! - before[row]!.yPx!)).toBeLessThan(PLACE_TOLERANCE_PX);
      if (!after[row]!.occluded) seenCount++;
    }
    expect(seenCount).toBeGreaterThan(5);
    await second.page.getByRole("button", { name: "Layers and keys" }).click();
    expect(await second.page.getByLabel("Borders").isChecked()).toBe(true);
    await second.page
      .getByText(/No satellite stands high enough over|no lasers join them|Through the fleet/)
      .first()
      .waitFor();
    expect(second.problems).toEqual([]);
    await second.close();
    await first.close();
  });
});
