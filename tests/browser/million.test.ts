/** The filed million as the graphics card moves it, held against SGP4 itself. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Flight, flyMission, parseInstant, parseMission, presetDocument, secondsBetween } from "#engine";
import { writeLink } from "../../app/state/share.ts";
import { makeDice } from "../dice.ts";
import { launchBrowser, type OpenPage, openPage, serveApp, waitForFleet } from "./browserHarness.ts";

const SAMPLE_COUNT = 1000;
const INSTANTS = ["2026-01-01T06:07:08Z", "2027-01-01T00:00:00Z", "2027-06-21T12:34:56Z", "2027-12-31T23:59:59Z"];
/** What the issue asks; 32-bit arithmetic on 8,400 km leaves about 2. */
const TOLERANCE_M = 10;

const document = presetDocument("filed-million");
const mission = parseMission(document).mission!;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveApp>>;
let opened: OpenPage;
let flight: Flight;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveApp()]);
  const address = new URL(writeLink({ document: mission, view: "explore" }), server.address).href;
  opened = await openPage({ browser, address, viewport: { width: 1000, height: 600 } });
  await waitForFleet(opened.page);
  const flown = flyMission(mission);
  if ("issues" in flown) throw new Error("the filed million must fly");
  flight = flown;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("a million stand in the picture, a thousand of them within 10 m of SGP4 on any date of two years", async () => {
  expect(flight.totalCount).toBe(1_000_000);
  expect((await opened.page.evaluate(() => window.dawnline!.state())).drawnCount).toBe(1_000_000);
  const dice = makeDice(64);
  const indices = Array.from({ length: SAMPLE_COUNT }, () => Math.floor(dice() * 1_000_000));
  let worstM = 0;
  for (const instant of INSTANTS) {
    const drawn = await opened.page.evaluate(
      async ({ instant, indices }) => {
        await window.dawnline!.setInstant(instant);
        return window.dawnline!.positions(indices);
      },
      { instant, indices },
    );
    const tS = secondsBetween(flight.epoch, parseInstant(instant)!);
    indices.forEach((index, row) => {
      const state = flight.stateOf(index, tS);
      if ("reason" in state) throw new Error(state.reason);
      const exact = state.positionTemeKm;
      worstM = Math.max(worstM, 1000 * Math.hypot(...drawn[row]!.map((each, axis) => each - exact[axis]!)));
    });
  }
  console.log(
    `the filed million: ${SAMPLE_COUNT * INSTANTS.length} drawn positions, worst ${worstM.toFixed(2)} m from SGP4`,
  );
  expect(worstM).toBeLessThan(TOLERANCE_M);
  expect(worstM).toBeGreaterThan(0);
  expect(opened.problems).toEqual([]);
});

test("a frame costs the page a small part of what moving a million on it would", async () => {
  const { mainP50Ms, frameCount } = await opened.page.evaluate(async () => {
    const { instant } = window.dawnline!.state();
    for (let frame = 0; frame < 5; frame++) await window.dawnline!.setInstant(instant);
    return window.dawnline!.frames();
  });
  const positions = new Float32Array(flight.totalCount * 3);
  const startMs = performance.now();
  flight.statesInto({ tS: 1234, positions });
  const onPageMs = performance.now() - startMs;
  console.log(
    `a frame of a million: ${mainP50Ms.toFixed(3)} ms of the page (${frameCount} frames), ${onPageMs.toFixed(0)} ms if the page moved them, ${(onPageMs / mainP50Ms).toFixed(0)} times as much`,
  );
  // A ratio of one run: hundreds on a quiet machine.
  expect(onPageMs / mainP50Ms).toBeGreaterThan(20);
});

test("a click finds a satellite among the million, and the inspector tells its place", async () => {
  const { page } = opened;
  const found = await page.evaluate(async () => {
    for (let index = 250_007; index < 1_000_000; index += 7919) {
      const { xPx, yPx, occluded } = await window.dawnline!.satellite(index);
      if (!occluded && xPx !== null && yPx !== null && xPx > 420 && xPx < 640 && yPx > 90 && yPx < 460)
        return { index, xPx, yPx };
    }
    return undefined;
  });
  expect(found).toBeDefined();
  await page.mouse.click(found!.xPx, found!.yPx);
  await expect
    .poll(() => page.evaluate(() => window.dawnline!.state().selectedIndex), { timeout: 60_000 })
    .not.toBe(null);
  const selected = (await page.evaluate(() => window.dawnline!.state())).selectedIndex!;
  const picked = await page.evaluate((index) => window.dawnline!.satellite(index), selected);
  // In a crowd another may stand nearer to the click than the one that was aimed at.
  expect(Math.hypot(picked.xPx! - found!.xPx, picked.yPx! - found!.yPx)).toBeLessThan(12);
  expect(picked.differenceM!).toBeLessThan(TOLERANCE_M);
});
