/** The ground as a person sees it: the sky over a place, sites with their circles, search, and what the inspector tells. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addSeconds,
  ecefToTeme,
  exampleMissions,
  type Flight,
  findNight,
  flyMission,
  footprintOf,
  format,
  formatInstant,
  type Mission,
  parseInstant,
  parseMission,
  secondsBetween,
  siderealAngleRad,
} from "#engine";
import { domePoint } from "../../app/explorer/dome.ts";
import { domeRadiusPx } from "../../app/explorer/domeCanvas.ts";
import { launchBrowser, type OpenPage, serveApp, waitForFleet } from "./browserHarness.ts";
import { openWindow, squeeze } from "./windows.ts";

const INSTANT = "2027-03-01T23:30:00Z";
const soon = { timeout: 45_000 };
/** The graphics card's 32 bits: what every drawn satellite keeps to. */
const DRAWN_TOLERANCE_M = 10;

const starlink = parseMission(exampleMissions.find(({ id }) => id === "starlink-550")!.document).mission!;
const hostile = '<img src=x onerror="document.title=1">';
const mission: Mission = {
  ...starlink,
  sites: [
    { name: "Torbay", latitudeDeg: 47.6, longitudeDeg: -52.7, heightKm: 0.1 },
    { name: hostile, latitudeDeg: -53, longitudeDeg: -70.9, heightKm: 0 },
  ],
};
const flown = flyMission(mission);
if ("issues" in flown) throw new Error(flown.issues[0]!.message);
const flight: Flight = flown;
const tS = secondsBetween(flight.epoch, parseInstant(INSTANT)!);
const [torbay] = mission.sites!;

let browser: Browser;
let server: Awaited<ReturnType<typeof serveApp>>;
let opened: OpenPage;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveApp()]);
  opened = await openWindow({
    browser,
    address: server.address,
    view: "explore",
    document: mission,
    viewport: { width: 1280, height: 800 },
  });
  opened.page.setDefaultTimeout(soon.timeout);
  await waitForFleet(opened.page);
  await opened.page.evaluate((iso) => window.dawnline!.setInstant(iso), INSTANT);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("each site says how many satellites it may use, and its circle bounds them", async () => {
  const { page } = opened;
  await page.getByRole("button", { name: "Ground", exact: true }).last().click();
  const panel = page.getByRole("region", { name: "Ground", exact: true });
  const counts = mission.sites!.map((place) => flight.visibleFrom({ tS, place }).length);
  await expect
    .poll(() => panel.locator(".sites li > span").allTextContents(), soon)
    .toEqual(counts.map((count) => format(count, "Count")));
  await panel.getByLabel("Site circles").check();
  await panel.getByRole("button", { name: "Torbay", exact: true }).click();
  const label = page.locator(".globe-label[data-kind='site']", { hasText: "Torbay" });
  await expect.poll(() => label.textContent(), soon).toBe(`Torbay  ${counts[0]} in view`);
  expect(await page.title()).toContain("Dawnline");

  const points = footprintOf({ site: torbay!, altitudeKm: 550, minElevationDeg: 25, pointCount: 24 });
  const gmstRad = siderealAngleRad(parseInstant(INSTANT)!);
  const satellites = flight.at(tS).positionsTemeKm;
  const inside = new Set(flight.visibleFrom({ tS, place: torbay! }).map(({ index }) => index));
  const line = Array.from({ length: 24 }, (_, row) =>
    ecefToTeme([points[row * 3]!, points[row * 3 + 1]!, points[row * 3 + 2]!], gmstRad),
  );
  // Whoever stands under 25° is outside the polygon: farther from the middle than the nearest point of the line.
  const middle = line.reduce((sum, each) => [sum[0]! + each[0], sum[1]! + each[1], sum[2]! + each[2]], [0, 0, 0]);
  const length = Math.hypot(...middle);
  const toMiddle = (v: ArrayLike<number>) =>
    (v[0]! * middle[0]! + v[1]! * middle[1]! + v[2]! * middle[2]!) / (length * Math.hypot(v[0]!, v[1]!, v[2]!));
  const edge = line.map(toMiddle);
  for (let index = 0; index < flight.totalCount; index++) {
    const cosine = toMiddle(satellites.subarray(index * 3, index * 3 + 3));
    if (cosine > Math.max(...edge) + 1e-3) expect(inside.has(index)).toBe(true);
    if (cosine < Math.min(...edge) - 1e-3) expect(inside.has(index)).toBe(false);
  }
  await panel.getByLabel("Site circles").uncheck();
  await label.waitFor({ state: "detached" });
});

test("the sky over a place has the engine's satellites, its night and its words; a mark can be pressed", async () => {
  const { page } = opened;
  await page.getByRole("button", { name: "Sky over Torbay" }).first().click();
  const view = page.getByRole("region", { name: "The sky over Torbay" });
  const { above, sunAltitudeDeg } = flight.overhead({ tS, place: torbay! });
  const sunlitCount = above.filter(({ light }) => light === 0).length;
  await expect
    .poll(() => view.locator(".ground-count").textContent(), soon)
    .toBe(`${sunlitCount} sunlit above 10°, ${above.length - sunlitCount} in the Earth's shadow.`);
  const words = squeeze((await view.textContent()) ?? "");
  expect(words).toContain(squeeze("Brightness is not modelled"));
  expect(words).toContain(squeeze("north up, east at the left"));
  expect(words).toContain(squeeze(`${Math.abs(Number(sunAltitudeDeg.toFixed(1)))}°`));
  const night = findNight({ site: { ...torbay!, heightKm: 0 }, from: flight.epoch, tS });
  const clock = (at: number) => formatInstant(addSeconds(flight.epoch, at)).slice(11, 16);
  expect(words).toContain(squeeze(`Below −6° from ${clock(night.dark![0])} to ${clock(night.dark![1])}.`));

  const highest = [...above].sort((a, b) => b.elevationDeg - a.elevationDeg)[0]!;
  expect(await view.locator(".highest tbody .link").first().textContent()).toBe(flight.idOf(highest.index));
  const box = (await view.locator("canvas").boundingBox())!;
  const { x, y } = domePoint(highest);
  const radius = domeRadiusPx(box.width);
  await page.mouse.click(box.x + box.width / 2 + radius * x, box.y + box.height / 2 + radius * y);
  await expect.poll(() => page.evaluate(() => window.dawnline!.state().selectedIndex), soon).toBe(highest.index);
});

test("the night's counts are the engine's; its scrubber sets the clock by keyboard, Escape leads back", async () => {
  const { page } = opened;
  const view = page.getByRole("region", { name: "The sky over Torbay" });
  const night = findNight({ site: { ...torbay!, heightKm: 0 }, from: flight.epoch, tS });
  const rows = [...flight.overheadOver({ place: torbay!, fromTS: night.fromTS, toTS: night.toTS, stepS: 300 })];
  const most = Math.max(...rows.map(({ aboveCount }) => aboveCount));
  await expect.poll(() => view.locator(".night-scale span").first().textContent(), soon).toBe(`${most} at most`);
  const told = await view.locator(".night tbody tr").allTextContents();
  expect(told).toHaveLength(Math.ceil(rows.length / 6));
  const scrubber = view.getByLabel("Time of the night");
  const before = await page.evaluate(() => window.dawnline!.state().instant);
  await scrubber.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.evaluate(() => window.dawnline!.state().instant), soon).not.toBe(before);
  const after = parseInstant(await page.evaluate(() => window.dawnline!.state().instant))!;
  // One step of 30 s, from the step that the shown moment was nearest to.
  expect(secondsBetween(parseInstant(before)!, after)).toBeGreaterThan(14);
  expect(secondsBetween(parseInstant(before)!, after)).toBeLessThan(46);
  await page.keyboard.press("Escape");
  await view.waitFor({ state: "detached" });
  await page.evaluate((iso) => window.dawnline!.setInstant(iso), INSTANT);
});

test("the inspector tells orbit, neighbours and contacts, and checks against SGP4 then and there", async () => {
  const { page } = opened;
  const INDEX = 100;
  await page.evaluate((index) => window.dawnline!.select(index), INDEX);
  const panel = page.locator('[data-panel="satellite"]');
  await panel.getByRole("button", { name: "Orbit", exact: true }).click();
  await panel.getByText("Mean height").waitFor();
  expect(squeeze((await panel.textContent()) ?? "")).toContain(squeeze("550 km"));

  await panel.getByRole("button", { name: "Nearest now" }).click();
  const [nearest] = flight.nearestTo({ index: INDEX, tS, count: 1 });
  await expect
    .poll(() => panel.locator(".nearest .link").first().textContent(), soon)
    .toBe(flight.idOf(nearest!.index));
  expect(squeeze((await panel.locator(".nearest li").first().textContent()) ?? "")).toContain(
    squeeze(format(nearest!.distanceKm, "Km", 4)),
  );

  await panel.getByRole("button", { name: "Contacts", exact: true }).click();
  const contacts = flight.contactsOf({ index: INDEX, place: torbay!, fromTS: tS, spanS: 86_400, minElevationDeg: 25 });
  const passes = panel.locator(".passes tbody tr");
  await passes.first().waitFor();
  const first = formatInstant(addSeconds(flight.epoch, contacts[0]!.startS)).slice(11, 16);
  expect(squeeze((await passes.first().textContent()) ?? "")).toContain(first);
  expect(squeeze((await passes.first().textContent()) ?? "")).toContain(
    squeeze(format(contacts[0]!.highestRangeKm, "Km", 4)),
  );

  await panel.getByRole("button", { name: "Check against SGP4" }).click();
  const apart = panel.locator(".check-result dd").first();
  await apart.waitFor();
  expect(Number.parseFloat((await apart.textContent())!)).toBeLessThan(DRAWN_TOLERANCE_M);
});

test("search finds a shell and a city, offers the sky over it, and takes hostile text as text", async () => {
  const { page } = opened;
  const field = page.getByLabel("Satellite by id");
  await field.fill("sao paulo");
  await field.press("Enter");
  await page.getByRole("button", { name: "Ground view from São Paulo" }).waitFor();
  await page.getByRole("button", { name: "Route from São Paulo" }).click();
  expect(await page.getByRole("region", { name: "Route" }).getByLabel("From").first().inputValue()).toBe("São Paulo");
  await field.fill(mission.shells[0]!.name);
  await field.press("Enter");
  await expect.poll(() => page.evaluate(() => window.dawnline!.state().selectedIndex), soon).toBe(0);
  await field.fill(hostile.slice(0, 9));
  await field.press("Enter");
  await page.getByRole("list", { name: "Places" }).getByText(hostile, { exact: true }).waitFor();
  await field.fill("<script>nowhere");
  await field.press("Enter");
  await page.getByText("and no place or shell of that name").waitFor();
  expect(await page.title()).not.toBe("1");
  expect(opened.problems).toEqual([]);
});
