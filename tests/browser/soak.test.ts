/**
 * A page that is used for long: missions opened one after the other, fleets mounted again, graphics contexts lost. `npm test` does a tenth,
 * `npm run soak` all. Ten thousand satellites: enough that what is not given back shows, and few enough for software rendering.
 */
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mission, parseMission, referenceMission } from "#engine";
import { writeLink } from "../../app/state/share.ts";
import { launchBrowser, type OpenPage, openPage, serveApp, waitForFleet } from "./browserHarness.ts";

const share = process.env["SOAK"] === "whole" ? 1 : 0.1;
const SWITCH_COUNT = 100 * share;
const REMOUNT_COUNT = 200 * share;
const LOSS_COUNT = 50 * share;
/** What the issue of leaks allows; the garbage is collected before the heap is read. */
const MOST_GROWTH_RATIO = 1.05;
/** A lost context must be back by then on any machine; two seconds are asked of one that draws at the rate of its screen. */
const RECOVERY_LIMIT_MS = 10_000;
const WAIT_MS = 60_000;
/** Code that is compiled for its heat comes late: fifty missions in, the heap still holds more of it, and of nothing else. */
const WARM_ROUND_COUNT = share === 1 ? 25 : 6;
/** Looks at the page's resources, ten a second. */
const STILL_LOOK_COUNT = 30;
const WHOLE_MS = 3_600_000;

const fleetOf = (planeCount: number): Mission => {
  const shell = {
    name: "Soak",
    altitudeKm: 600,
    inclinationDeg: 53,
    planeCount,
    satellitesPerPlaneCount: 100,
    phasingCount: 1,
    raanSpreadDeg: 360,
  };
  return parseMission({ ...(referenceMission as object), name: `Soak ${planeCount}`, shells: [shell] }).mission!;
};
const [first, second] = [fleetOf(100), fleetOf(99)];

let browser: Browser;
let server: Awaited<ReturnType<typeof serveApp>>;
let opened: OpenPage;
let devtools: CDPSession;

const linkTo = (document: Mission) => writeLink({ document, view: "explore" });
const drawn = (page: Page, count: number) =>
  page.waitForFunction((count) => window.dawnline?.state().drawnCount === count, count, { timeout: WAIT_MS });

type Turn = { readonly hash?: string; readonly press?: string; readonly count: number };
/** Takes turns so many times over: opens a link, or presses a button, and waits for the fleet. All of it within the page: what is asked of it from outside is compiled and kept, a few kilobytes each time. */
const takeTurns = (page: Page, turns: readonly Turn[], roundCount: number) =>
  page.evaluate(
    async ({ turns, roundCount, waitMs }) => {
      for (let round = 0; round < roundCount; round++)
        for (const { hash, press, count } of turns) {
          if (hash !== undefined) location.hash = hash;
          if (press !== undefined)
            [...document.querySelectorAll("button")]
              .find((button) => button.getAttribute("aria-label")?.startsWith(press))!
              .click();
          const endMs = performance.now() + waitMs;
          while (window.dawnline!.state().drawnCount !== count) {
            if (performance.now() > endMs) throw new Error(`no ${count} satellites in round ${round}`);
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        }
    },
    { turns, roundCount, waitMs: WAIT_MS },
  );
const missions: readonly Turn[] = [
  { hash: linkTo(second), count: 9_900 },
  { hash: linkTo(first), count: 10_000 },
];
const thereAndBack: readonly Turn[] = [
  { press: "Undo", count: 9_900 },
  { press: "Redo", count: 10_000 },
];
/** Bytes of the page's own heap, once what nobody holds is gone. */
async function heapBytes(): Promise<number> {
  for (let pass = 0; pass < 3; pass++) await devtools.send("HeapProfiler.collectGarbage");
  return (await devtools.send("Runtime.getHeapUsage")).usedSize;
}

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveApp()]);
  const address = new URL(linkTo(first), server.address).href;
  opened = await openPage({ browser, address, viewport: { width: 900, height: 640 } });
  await waitForFleet(opened.page);
  devtools = await opened.page.context().newCDPSession(opened.page);
  // Whatever is made once and kept, compiled code above all, is there before anything is counted.
  await takeTurns(opened.page, missions, WARM_ROUND_COUNT);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe("used for long", () => {
  /** What the page holds. A fleet's rings and lasers come a little after it: what stood still for so many looks counts. */
  const held = async () => {
    const resources = await opened.page.evaluate(async (stillCount) => {
      let last = { ...window.dawnline!.resources() };
      for (let still = 0; still < stillCount; still++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const now = { ...window.dawnline!.resources() };
        if (JSON.stringify(now) !== JSON.stringify(last)) still = -1;
        last = now;
      }
      return last;
    }, STILL_LOOK_COUNT);
    return { resources, heap: await heapBytes() };
  };

  test(
    `${SWITCH_COUNT} missions, one after the other, leave nothing behind`,
    async () => {
      const before = await held();
      await takeTurns(opened.page, missions, SWITCH_COUNT / 2);
      const after = await held();
      console.log(
        `soak: heap ${(before.heap / 1e6).toFixed(1)} MB, after ${SWITCH_COUNT} missions ${(after.heap / 1e6).toFixed(1)} MB`,
      );
      expect(after.resources).toEqual(before.resources);
      expect(after.heap).toBeLessThan(before.heap * MOST_GROWTH_RATIO);
      expect(opened.problems).toEqual([]);
    },
    WHOLE_MS,
  );

  test(
    `${REMOUNT_COUNT} times undone and redone, the fleet mounted anew each time, likewise`,
    async () => {
      const { page } = opened;
      await takeTurns(page, thereAndBack, WARM_ROUND_COUNT);
      const before = await held();
      await takeTurns(page, thereAndBack, REMOUNT_COUNT / 2);
      const after = await held();
      console.log(
        `soak: heap ${(before.heap / 1e6).toFixed(1)} MB, after ${REMOUNT_COUNT} mounts ${(after.heap / 1e6).toFixed(1)} MB`,
      );
      expect(after.resources).toEqual(before.resources);
      expect(after.heap).toBeLessThan(before.heap * MOST_GROWTH_RATIO);
      expect(opened.problems).toEqual([]);
    },
    WHOLE_MS,
  );

  test(
    `${LOSS_COUNT} lost graphics contexts come back, the camera and the time as they were`,
    async () => {
      const { page } = opened;
      const view = () =>
        page.evaluate(() => ({ ...window.dawnline!.camera(), instant: window.dawnline!.state().instant }));
      const before = await view();
      const tookMs: number[] = [];
      for (let round = 1; round <= LOSS_COUNT; round++) {
        tookMs.push(
          await page.evaluate(async (lossCount) => {
            const globe = document.querySelector<HTMLElement>(".globe")!;
            globe.querySelector("canvas")!.getContext("webgl2")!.getExtension("WEBGL_lose_context")!.loseContext();
            const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
            while (window.dawnline!.state().contextLossCount < lossCount) await pause();
            const startMs = performance.now();
            const { frameCount } = window.dawnline!.frames();
            while (globe.dataset["lost"] === "true" || window.dawnline!.frames().frameCount === frameCount)
              await pause();
            return performance.now() - startMs;
          }, round),
        );
        await drawn(page, 10_000);
      }
      tookMs.sort((a, b) => a - b);
      console.log(
        `soak: ${LOSS_COUNT} lost contexts back after ${tookMs[Math.floor(LOSS_COUNT / 2)]!.toFixed(0)} ms (median), ${tookMs.at(-1)!.toFixed(0)} ms at most`,
      );
      expect(tookMs.at(-1)).toBeLessThan(RECOVERY_LIMIT_MS);
      expect(await page.evaluate(() => window.dawnline!.state().contextLossCount)).toBe(LOSS_COUNT);
      expect(await view()).toEqual(before);
    },
    WHOLE_MS,
  );
});
