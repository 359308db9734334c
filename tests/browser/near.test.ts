/**
 * Near satellites as a person sees them: their size, their attitude, their light, and a picture that stands still. Everything is compared with
 * SGP4's states and this file's own projection, in 64 bits.
 */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  addSeconds,
  type Flight,
  flyMission,
  formatInstant,
  parseInstant,
  parseMission,
  planMission,
  referenceMission,
  secondsBetween,
  sunAt,
  UMBRA,
} from "#engine";
import { launchBrowser, type OpenPage, openPage, serveApp, waitForFleet } from "./browserHarness.ts";
import { isAmber, type Pixel, pixelsAt } from "./pixels.ts";

const JUNE = "2027-06-21T04:10:00Z";
const INDEX = 4167;
/** What the issue asks for. */
const SPAN_TOLERANCE_PX = 1;
const POINTING_TOLERANCE_DEG = 0.1;
/** The edge of a wing is found between two pixels' centres. */
const EDGE_TOLERANCE_PX = 1;
/** A followed satellite stands: 32 bits of 200 m are 1e-5 m, a thousandth of what this leaves. */
const JITTER_TOLERANCE_PX = 0.05;

type Vector = readonly [number, number, number];
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const plus = (a: Vector, b: Vector, factor = 1): Vector => [
  a[0] + b[0] * factor,
  a[1] + b[1] * factor,
  a[2] + b[2] * factor,
];
const unit = (a: Vector): Vector => plus([0, 0, 0], a, 1 / Math.hypot(...a));
const angleDeg = (a: Vector, b: Vector) => (Math.acos(Math.min(1, dot(unit(a), unit(b)))) * 180) / Math.PI;

const { mission } = parseMission(referenceMission);
const flown = flyMission(mission!);
if ("issues" in flown) throw new Error("the reference mission must fly");
const flight: Flight = flown;
const { wingspanM } = planMission(mission!).plan!.satellite;

function stateAt(index: number, instant: string) {
  const state = flight.stateOf(index, secondsBetween(flight.epoch, parseInstant(instant)!));
  if ("reason" in state) throw new Error(state.reason);
  return state;
}
/** Where the wing's two ends are: across the Sun, as nearly along the velocity as that allows. */
function wingEnds(index: number, instant: string): readonly [Vector, Vector] {
  const { positionTemeKm, velocityTemeKmPerS } = stateAt(index, instant);
  const { sunTemeUnit } = sunAt(parseInstant(instant)!);
  const span = unit(plus(velocityTemeKmPerS, sunTemeUnit, -dot(velocityTemeKmPerS, sunTemeUnit)));
  return [plus(positionTemeKm, span, -wingspanM / 2000), plus(positionTemeKm, span, wingspanM / 2000)];
}

let browser: Browser;
let server: Awaited<ReturnType<typeof serveApp>>;
let opened: OpenPage;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveApp()]);
  opened = await openPage({ browser, address: server.address, viewport: { width: 1000, height: 600 } });
  await waitForFleet(opened.page);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(() => {
  expect(opened.problems).toEqual([]);
});

const near = () => opened.page.evaluate(() => window.dawnline!.near());
const setInstant = (instant: string) => opened.page.evaluate((iso) => window.dawnline!.setInstant(iso), instant);
const choose = (index: number | null) => opened.page.evaluate((at) => window.dawnline!.select(at), index);

/** Goes to a mode by its key and waits until it is drawn. */
async function go(key: string, mode: string) {
  await opened.page.keyboard.press(key);
  await opened.page.waitForFunction((wanted) => window.dawnline!.near().mode === wanted, mode);
  await setInstant(await opened.page.evaluate(() => window.dawnline!.state().instant));
}
async function projector() {
  const {
    clipFromTemeKm: m,
    leftPx,
    topPx,
    widthPx,
    heightPx,
  } = await opened.page.evaluate(() => window.dawnline!.camera());
  return ([x, y, z]: Vector) => {
    const row = (at: number) => m[at]! * x + m[at + 4]! * y + m[at + 8]! * z + m[at + 12]!;
    const w = row(3);
    return {
      xPx: leftPx + ((row(0) / w + 1) / 2) * widthPx,
      yPx: topPx + ((1 - row(1) / w) / 2) * heightPx,
      /** Along the view, in the scene's unit of 1,000 km. */
      depthM: w * 1e6,
    };
  };
}
const brightness = ([red, green, blue]: Pixel) => (red + green + blue) / 3;

/** How far from the middle the wing's light ends along a line, pixels; where half of the wing's brightness is reached. */
async function edgePx(middle: { xPx: number; yPx: number }, end: { xPx: number; yPx: number }) {
  const lengthPx = Math.hypot(end.xPx - middle.xPx, end.yPx - middle.yPx);
  const awaysPx = Array.from({ length: 25 }, (_, row) => lengthPx - 6 + row / 2);
  const points = awaysPx.map((away) => ({
    xPx: middle.xPx + ((end.xPx - middle.xPx) * away) / lengthPx,
    yPx: middle.yPx + ((end.yPx - middle.yPx) * away) / lengthPx,
  }));
  const levels = (await pixelsAt({ page: opened.page, points, reachPx: 0 })).map(brightness);
  const half = levels[0]! / 2;
  const last = levels.findLastIndex((level) => level > half);
  return { edgePx: awaysPx[last]! + 0.25, lengthPx, levels };
}

/** In the picture behind: lights of the fleet where SGP4 has them, and the Earth up to where its limb should be. */
async function expectFleetAndEarth() {
  const { page } = opened;
  const project = await projector();
  const seen = await page.evaluate(() =>
    Promise.all(Array.from({ length: 200 }, (_, row) => window.dawnline!.satellite(4000 + row * 7))),
  );
  const isInTheOpen = ({ occluded, light, xPx, yPx }: (typeof seen)[number]) =>
    !occluded && light === "sunlit" && xPx! > 400 && xPx! < 660 && yPx! > 100 && yPx! < 330;
  const lights = seen.filter(isInTheOpen).map(({ sgp4TemeKm }) => project(sgp4TemeKm!));
  expect(lights.length).toBeGreaterThan(4);
  for (const pixel of await pixelsAt({ page, points: lights, reachPx: 2 })) expect(isAmber(pixel)).toBe(true);
  // The limb straight ahead: where a line from the satellite touches the sphere.
  const { positionTemeKm, velocityTemeKmPerS } = stateAt(INDEX, JUNE);
  const up = unit(positionTemeKm);
  const ahead = unit(plus(velocityTemeKmPerS, up, -dot(velocityTemeKmPerS, up)));
  const dip = Math.acos(6378.137 / Math.hypot(...positionTemeKm));
  const along = (belowRad: number) =>
    project(plus(positionTemeKm, plus(plus([0, 0, 0], ahead, Math.cos(belowRad)), up, -Math.sin(belowRad)), 2800));
  const [space, air, sea] = (await pixelsAt({
    page,
    points: [along(dip - 0.12), along(dip - 0.003), along(dip + 0.03)].map(({ xPx, yPx }) => ({ xPx: xPx + 70, yPx })),
    reachPx: 0,
  })) as [Pixel, Pixel, Pixel];
  expect(brightness(space)).toBeLessThan(20);
  expect(brightness(air)).toBeGreaterThan(25);
  expect(brightness(sea)).toBeGreaterThan(25);
}

describe("followed at 200 m", () => {
  test("the span is as wide as the plan has it, within a pixel, and the array looks at the Sun", async () => {
    await setInstant(JUNE);
    await choose(INDEX);
    await go("f", "follow");
    for (const instant of [JUNE, "2027-03-20T11:00:00Z", "2027-12-21T23:30:00.5Z"]) {
      await setInstant(instant);
      const told = await near();
      const [satellite] = told.satellites;
      expect(told).toMatchObject({ mode: "follow", wingspanM });
      expect(satellite).toMatchObject({ index: INDEX, shape: 1 });
      expect(satellite!.distanceM).toBeCloseTo(200, 3);
      const project = await projector();
      const { positionTemeKm } = stateAt(INDEX, instant);
      expect(project(positionTemeKm).depthM).toBeCloseTo(200, 1);
      const [a, b] = wingEnds(INDEX, instant).map(project) as [ReturnType<typeof project>, ReturnType<typeof project>];
      const spanPx = Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
      // Wide enough for a pixel to say something.
      expect(spanPx).toBeGreaterThan(100);
      expect(Math.abs(satellite!.spanPx! - spanPx)).toBeLessThan(SPAN_TOLERANCE_PX);
      const { sunTemeUnit } = sunAt(parseInstant(instant)!);
      expect(angleDeg(satellite!.arrayNormalTeme!, sunTemeUnit)).toBeLessThan(POINTING_TOLERANCE_DEG);
      expect(Math.abs(90 - angleDeg(satellite!.radiatorNormalTeme!, sunTemeUnit))).toBeLessThan(POINTING_TOLERANCE_DEG);
    }
  });

  test("its wings end in the picture where they should", async () => {
    const { page } = opened;
    await setInstant(JUNE);
    await page.getByRole("button", { name: "Layers and keys" }).click();
    await page.getByLabel("Laser links").uncheck();
    const project = await projector();
    const middle = project(stateAt(INDEX, JUNE).positionTemeKm);
    // The lasers leave the picture with the next frame, which software draws late.
    const worstPx = async () => {
      let worst = 0;
      for (const end of wingEnds(INDEX, JUNE)) {
        const { edgePx: foundPx, lengthPx, levels } = await edgePx(middle, project(end));
        if (levels[0]! <= 40) return Number.POSITIVE_INFINITY;
        worst = Math.max(worst, Math.abs(foundPx - lengthPx));
      }
      return worst;
    };
    await expect.poll(worstPx).toBeLessThan(EDGE_TOLERANCE_PX);
  });

  test("does not tremble: over half a second of frames the picture of a wing's end stands", async () => {
    const start = parseInstant(JUNE)!;
    const project = await projector();
    const middle = project(stateAt(INDEX, JUNE).positionTemeKm);
    const end = project(wingEnds(INDEX, JUNE)[1]);
    const edges: number[] = [];
    const places: { xPx: number; yPx: number }[] = [];
    for (let frame = 0; frame < 30; frame++) {
      await setInstant(formatInstant(addSeconds(start, frame / 60)));
      edges.push((await edgePx(middle, end)).edgePx);
      places.push((await near()).satellites[0]!.endsPx![1]!);
    }
    // Steps of half a metre would move it by two pixels.
    expect(new Set(edges).size).toBe(1);
    for (const axis of ["xPx", "yPx"] as const) {
      const slope = (places.at(-1)![axis] - places[0]![axis]) / (places.length - 1);
      for (const [frame, place] of places.entries())
        expect(Math.abs(place[axis] - places[0]![axis] - slope * frame)).toBeLessThan(JITTER_TOLERANCE_PX);
    }
  });

  test("its lasers reach to the neighbours", async () => {
    const { page } = opened;
    await setInstant(JUNE);
    const project = await projector();
    await page.getByLabel("Laser links").check();
    const from = stateAt(INDEX, JUNE).positionTemeKm;
    const middle = project(from);
    const [a, b] = wingEnds(INDEX, JUNE).map(project);
    const [dx, dy] = [b!.xPx - a!.xPx, b!.yPx - a!.yPx];
    /** Away from wings and radiators, in the dark over the Earth: every beam that shows itself there. */
    const isClear = ({ xPx, yPx, depthM }: ReturnType<typeof project>) =>
      depthM > 1 &&
      Math.abs((xPx - middle.xPx) * dy - (yPx - middle.yPx) * dx) / Math.hypot(dx, dy) > 24 &&
      Math.hypot(xPx - middle.xPx, yPx - middle.yPx) > 60 &&
      [xPx > 370, xPx < 695, yPx > 95, yPx < 330].every(Boolean);
    const beams = [3704, 4168, 4629, 4630].map((index) => {
      const beam = plus(stateAt(index, JUNE).positionTemeKm, from, -1);
      return Array.from({ length: 300 }, (_, row) => project(plus(from, beam, 1.02 ** row / 4000))).filter(isClear);
    });
    // One of them goes away behind the wing, another past the camera.
    expect(beams.filter((beam) => beam.length > 0).length).toBeGreaterThan(1);
    const inOpen = beams.flatMap((beam) => beam.filter((_, row) => row % 5 === 0));
    const leastBlue = async () =>
      Math.min(
        ...(await pixelsAt({ page, points: inOpen, reachPx: 1 })).map(([red, , blue]) => (blue > red ? blue : 0)),
      );
    await expect.poll(leastBlue, { timeout: 20_000 }).toBeGreaterThan(120);
    await page.getByLabel("Laser links").uncheck();
  });

  test("takes the colour that its point has, and its own materials back by light", async () => {
    const { page } = opened;
    await setInstant(JUNE);
    const project = await projector();
    const [a, b] = wingEnds(INDEX, JUNE);
    const wing = [0.15, 0.25, 0.75, 0.85].map((share) => project(plus(a, plus(b, a, -1), share)));
    const mode = page.locator(".colour-key select");
    const expectWing = (isIt: (pixel: Pixel) => boolean) =>
      expect
        .poll(async () => (await pixelsAt({ page, points: wing, reachPx: 0 })).map(isIt), { timeout: 60_000 })
        .toEqual(wing.map(() => true));
    const isBluest = ([red, green, blue]: Pixel) => blue > red && blue > green;
    await expectWing(isBluest);
    // The hottest of plasma is yellow, the coldest blue; AI1's panel in full sunlight is in the upper half.
    await mode.selectOption("temperature");
    await expectWing(([red, , blue]) => red > 1.3 * blue);
    // All that the rack takes is viridis's yellow.
    await mode.selectOption("power");
    await expectWing(([red, green, blue]) => red > 1.5 * blue && green > 1.5 * blue);
    await mode.selectOption("light");
    await expectWing(isBluest);
  });

  test("is dark in the umbra", async () => {
    const { page } = opened;
    const { lights } = flight.at(secondsBetween(flight.epoch, parseInstant(JUNE)!));
    const dark = lights.findIndex((light, index) => light === UMBRA && lights[index + 10] === UMBRA && index > 4000);
    await choose(dark + 5);
    await setInstant(JUNE);
    const [satellite] = (await near()).satellites;
    expect(satellite).toMatchObject({ index: dark + 5, lit: 0, shape: 1 });
    const project = await projector();
    const [a, b] = wingEnds(dark + 5, JUNE);
    const wing = [0.1, 0.2, 0.8, 0.9].map((share) => project(plus(a, plus(b, a, -1), share)));
    for (const pixel of await pixelsAt({ page, points: wing, reachPx: 0 })) expect(brightness(pixel)).toBeLessThan(60);
    await choose(INDEX);
  });
});

describe("going with a satellite", () => {
  test("a lost graphics context keeps the mode and the view", async () => {
    const { page } = opened;
    await setInstant(JUNE);
    const before = await page.evaluate(() => window.dawnline!.camera());
    await page.evaluate(async () => {
      const globe = document.querySelector<HTMLElement>(".globe")!;
      globe.querySelector("canvas")!.getContext("webgl2")!.getExtension("WEBGL_lose_context")!.loseContext();
      const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
      while (window.dawnline!.state().contextLossCount === 0) await pause();
      const { frameCount } = window.dawnline!.frames();
      while (globe.dataset["lost"] === "true" || window.dawnline!.frames().frameCount === frameCount) await pause();
    });
    await setInstant(JUNE);
    expect(await page.evaluate(() => window.dawnline!.camera())).toEqual(before);
    expect(await near()).toMatchObject({ mode: "follow", satellites: [{ index: INDEX, shape: 1 }] });
  });

  test("ride along looks ahead, look back has the nadir where the satellite stood", async () => {
    const { positionTemeKm, velocityTemeKmPerS } = stateAt(INDEX, JUNE);
    const middle = (await projector())(positionTemeKm);
    await go("r", "ride");
    const ahead = (await projector())(plus(positionTemeKm, velocityTemeKmPerS, 40));
    expect(Math.abs(ahead.xPx - middle.xPx)).toBeLessThan(1);
    expect(ahead.depthM).toBeGreaterThan(1e5);
    await expectFleetAndEarth();
    await go("b", "back");
    const below = (await projector())(plus([0, 0, 0], unit(positionTemeKm), 6378));
    expect(Math.hypot(below.xPx - middle.xPx, below.yPx - middle.yPx)).toBeLessThan(1);
  });

  test("keys, buttons and palette say the same; Escape leaves and keeps the selection", async () => {
    const { page } = opened;
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    expect(await button("Look back").getAttribute("aria-pressed")).toBe("true");
    await button("Follow").click();
    await page.waitForFunction(() => window.dawnline!.near().mode === "follow");
    await page.mouse.move(520, 300);
    await page.mouse.wheel(0, 300);
    await expect.poll(async () => (await near()).satellites[0]?.distanceM).toBeGreaterThan(250);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => window.dawnline!.near().mode === "earth");
    expect(await page.evaluate(() => window.dawnline!.state().selectedIndex)).toBe(INDEX);
    await page.keyboard.press("Control+k");
    await page.locator('[aria-label="Find anything"]:focus').waitFor();
    await page.keyboard.type("ride along");
    await page.locator("[data-selected]", { hasText: "Ride along" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => window.dawnline!.near().mode === "ride");
    await choose(null);
    await page.waitForFunction(() => window.dawnline!.near().mode === "earth");
  });
});
