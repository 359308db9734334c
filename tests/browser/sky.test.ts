/** What surrounds the fleet, in pixels: terminator, shadow, Moon, ruler. One satellite, so that nothing else is amber. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { EARTH_RADIUS_WGS84_KM, lightOf, MOON_RADIUS_KM, moonAt, parseInstant, SUNLIT, sunAt, UMBRA } from "#engine";
import { launchBrowser, type OpenPage, serveApp, waitForFleet } from "./browserHarness.ts";
import { type Pixel, pixelsAt } from "./pixels.ts";
import { changed, openWindow } from "./windows.ts";

type Vector = readonly [number, number, number];
/** Soon after the epoch: the first view still has the terminator in front. */
const FIRST_WEEK = "2027-01-05T12:00:00Z";
const EQUINOX = "2027-03-20T20:25:00Z";
/** The Moon a little past its last quarter: half lit, so that its two sides differ. */
const HALF_MOON = "2027-06-27T06:00:00Z";

let browser: Browser;
let server: Awaited<ReturnType<typeof serveApp>>;
let opened: OpenPage;
const alone = changed((document) => {
  Object.assign(document["shells"][0]!, { planeCount: 1, satellitesPerPlaneCount: 1, ltanSpreadH: 0 });
});

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveApp()]);
  opened = await openWindow({
    browser,
    address: server.address,
    view: "explore",
    document: alone,
    viewport: { width: 1100, height: 640 },
  });
  await waitForFleet(opened.page);
  await opened.page.getByRole("button", { name: "Layers and keys" }).click();
  for (const name of ["Coastlines", "City lights", "Orbit planes", "Places"]) await setLayer(name, false);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(() => {
  expect(opened.problems).toEqual([]);
});

const setLayer = (name: string, isOn: boolean) => opened.page.getByLabel(name, { exact: true }).setChecked(isOn);
const setInstant = (iso: string) => opened.page.evaluate((text) => window.dawnline!.setInstant(text), iso);

/** CSS pixels of a TEME position, and its distance along the line of sight in units of the projection, in this test's own arithmetic. */
async function projector() {
  const view = await opened.page.evaluate(() => window.dawnline!.camera());
  const m = view.clipFromTemeKm;
  return ([x, y, z]: Vector) => {
    const row = (at: number) => m[at]! * x + m[at + 4]! * y + m[at + 8]! * z + m[at + 12]!;
    const w = row(3);
    return {
      xPx: view.leftPx + ((row(0) / w + 1) / 2) * view.widthPx,
      yPx: view.topPx + ((1 - row(1) / w) / 2) * view.heightPx,
      w,
      wPerKm: Math.hypot(m[3]!, m[7]!, m[11]!),
    };
  };
}
const add = (a: Vector, b: Vector, factor: number): Vector => [
  a[0] + b[0] * factor,
  a[1] + b[1] * factor,
  a[2] + b[2] * factor,
];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vector): Vector => add([0, 0, 0], a, 1 / Math.hypot(...a));
const light = ([red, green, blue]: Pixel) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
/** A line of one pixel in the dawn's colour, of which a renderer may leave a half between two pixels; the ground is darker there. */
const isLine = ([red, , blue]: Pixel) => red > 100 && red - blue > 40;
/** Under no panel. */
const isOpen = ({ xPx, yPx }: { xPx: number; yPx: number }) => xPx > 400 && xPx < 740 && yPx > 110 && yPx < 500;

/** Points of the ground that face the camera, `heightDeg` above or below the Sun's horizon, round the terminator. */
async function ground(sunTemeUnit: Vector, heightDeg: number) {
  const project = await projector();
  const across = unit(cross(sunTemeUnit, [0, 0, 1]));
  const other = cross(sunTemeUnit, across);
  const height = (heightDeg * Math.PI) / 180;
  const { w: depth, wPerKm } = project([0, 0, 0]);
  // The ground leans away from the line of sight by 70° at most.
  const farthest = depth - 0.34 * EARTH_RADIUS_WGS84_KM * wPerKm;
  return Array.from({ length: 120 }, (_, step) => {
    const turn = (step / 120) * 2 * Math.PI;
    const level = add(add([0, 0, 0], across, Math.cos(turn)), other, Math.sin(turn));
    const up = add(add([0, 0, 0], level, Math.cos(height)), sunTemeUnit, Math.sin(height));
    return { ...project(add([0, 0, 0], up, EARTH_RADIUS_WGS84_KM)), step };
  }).filter((px) => px.w < farthest && isOpen(px));
}

test("the terminator's line lies where the engine's Sun stands on the horizon, and day begins there", async () => {
  const { page } = opened;
  await setInstant(FIRST_WEEK);
  const { sunTemeUnit } = sunAt(parseInstant(FIRST_WEEK)!);
  const line = await ground(sunTemeUnit, 0);
  expect(line.length).toBeGreaterThan(15);
  const amberCount = async (points: { xPx: number; yPx: number }[]) =>
    (await pixelsAt({ page, points, reachPx: 1 })).filter(isLine).length;
  expect(await amberCount(line)).toBe(0);
  await setLayer("Terminator", true);
  expect(await amberCount(line)).toBeGreaterThan(line.length * 0.95);
  // Two degrees aside there is no line: 5 px or more at this size, except where the ground leans away.
  for (const heightDeg of [-2, 2]) {
    const beside = await ground(sunTemeUnit, heightDeg);
    expect(await amberCount(beside)).toBeLessThan(beside.length * 0.1);
  }
  await setLayer("Terminator", false);
  // By day the same places are several times as bright as by night, on land and sea.
  const [day, night] = await Promise.all([ground(sunTemeUnit, 12), ground(sunTemeUnit, -12)]);
  const bright = new Map((await pixelsAt({ page, points: day })).map((pixel, row) => [day[row]!.step, light(pixel)]));
  const pairs = (await pixelsAt({ page, points: night })).flatMap((pixel, row) => {
    const other = bright.get(night[row]!.step);
    return other === undefined ? [] : [[other, light(pixel)] as const];
  });
  expect(pairs.length).toBeGreaterThan(10);
  for (const [dayLight, nightLight] of pairs) expect(dayLight).toBeGreaterThan(1.6 * nightLight);
});

test("the Earth's shadow is a violet surface where a satellite turns dark, and nowhere when it is off", async () => {
  const { page } = opened;
  await setInstant(EQUINOX);
  const { sunTemeUnit, distanceKm } = sunAt(parseInstant(EQUINOX)!);
  const project = await projector();
  const behind = add([0, 0, 0], sunTemeUnit, -1);
  const across = unit(cross(sunTemeUnit, [0, 0, 1]));
  const other = cross(sunTemeUnit, across);
  const atKm = (behindKm: number, asideKm: number, turn: number) =>
    add(add(add([0, 0, 0], behind, behindKm), across, asideKm * Math.cos(turn)), other, asideKm * Math.sin(turn));
  const lightAt = ([x, y, z]: Vector) => lightOf({ x, y, z, sunTemeUnit, distanceKm });
  const [inside, outside] = [6150, 6600];
  expect(lightAt(atKm(15_000, inside, 0))).toBe(UMBRA);
  expect(lightAt(atKm(15_000, outside, 0))).toBe(SUNLIT);
  // The edge as the camera sees it: the turn at which the tube stands farthest from its axis on the screen.
  const axis = project(atKm(15_000, 0, 0));
  const edge = Array.from({ length: 360 }, (_, turn) => (turn * Math.PI) / 180)
    .map((turn) => ({ turn, px: project(atKm(15_000, inside, turn)) }))
    .filter(({ px }) => isOpen(px))
    .sort(
      (a, b) =>
        Math.hypot(b.px.xPx - axis.xPx, b.px.yPx - axis.yPx) - Math.hypot(a.px.xPx - axis.xPx, a.px.yPx - axis.yPx),
    );
  expect(edge.length).toBeGreaterThan(0);
  const points = [project(atKm(15_000, inside, edge[0]!.turn))];
  const read = async () => (await pixelsAt({ page, points, reachPx: 0 }))[0]!;
  await setLayer("Earth's shadow", false);
  const before = await read();
  await setLayer("Earth's shadow", true);
  const [red, green, blue] = await read();
  await setLayer("Earth's shadow", false);
  expect(blue).toBeGreaterThan(before[2] + 20);
  expect(blue).toBeGreaterThan(green);
  expect(red).toBeGreaterThan(before[0]);
});

test("the Moon is found by name and stands where it should, its lit side to the Sun, in its size", async () => {
  const { page } = opened;
  await setInstant(HALF_MOON);
  await page.keyboard.press("Control+k");
  await page.getByLabel("Find anything").fill("look at the moon");
  await page.keyboard.press("Enter");
  await page.getByLabel("Find anything").waitFor({ state: "hidden" });
  await setInstant(HALF_MOON);
  const instant = parseInstant(HALF_MOON)!;
  const { moonTemeKm } = moonAt(instant);
  const { sunTemeUnit, distanceKm } = sunAt(instant);
  const project = await projector();
  const middle = project(moonTemeKm);
  const toSun = unit(add(add([0, 0, 0], sunTemeUnit, distanceKm), moonTemeKm, -1));
  const lit = project(add(moonTemeKm, toSun, MOON_RADIUS_KM * 0.7));
  const dark = project(add(moonTemeKm, toSun, -MOON_RADIUS_KM * 0.7));
  const away = project(add(moonTemeKm, toSun, MOON_RADIUS_KM * 2.5));
  const [litPixel, darkPixel, awayPixel] = await pixelsAt({ page, points: [lit, dark, away], reachPx: 0 });
  expect(light(litPixel!)).toBeGreaterThan(140);
  expect(light(darkPixel!)).toBeLessThan(60);
  expect(light(awayPixel!)).toBeLessThan(30);
  // Bright pixels make up the lit half: its area is half a disc's, give or take a rim of half a pixel.
  const radiusPx = Math.hypot(lit.xPx - middle.xPx, lit.yPx - middle.yPx) / 0.7;
  expect(radiusPx).toBeGreaterThan(2);
  const reach = Math.ceil(radiusPx * 2);
  const square = Array.from({ length: (2 * reach + 1) ** 2 }, (_, at) => ({
    xPx: Math.round(middle.xPx) + (at % (2 * reach + 1)) - reach,
    yPx: Math.round(middle.yPx) + Math.floor(at / (2 * reach + 1)) - reach,
  }));
  const brightCount = (await pixelsAt({ page, points: square, reachPx: 0 })).filter(
    (pixel) => light(pixel) > 90,
  ).length;
  const half = (Math.PI * radiusPx ** 2) / 2;
  expect(brightCount).toBeGreaterThan(half * 0.5);
  expect(brightCount).toBeLessThan(half * 1.8);
});

test("the ruler is as long as it says, at the selected satellite", async () => {
  const { page } = opened;
  await page.evaluate(() => window.dawnline!.select(0));
  await page.getByRole("button", { name: "Look at it" }).click();
  await setInstant(EQUINOX);
  const { drawnTemeKm } = await page.evaluate(() => window.dawnline!.satellite(0));
  const ruler = page.locator(".ruler");
  expect(await ruler.textContent()).toContain("at the satellite");
  const lengthKm = Number((await page.locator(".ruler-text").textContent())!.replace(/\s*km$/, "").replace(/\s/g, ""));
  expect(lengthKm).toBeGreaterThan(50);
  const { width } = (await page.locator(".ruler-bar").boundingBox())!;
  // A length across the line of sight, at the satellite's depth: perpendicular to the projection's fourth row.
  const { clipFromTemeKm: m } = await page.evaluate(() => window.dawnline!.camera());
  const across = unit(cross([m[3]!, m[7]!, m[11]!], [0, 0, 1]));
  const project = await projector();
  const at = drawnTemeKm as Vector;
  const [a, b] = [project(add(at, across, -lengthKm / 2)), project(add(at, across, lengthKm / 2))];
  // The bar's ends are drawn on whole pixels.
  expect(Math.abs(Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx) - width)).toBeLessThan(1);
  await setLayer("Ruler", false);
  expect(await ruler.count()).toBe(0);
});
