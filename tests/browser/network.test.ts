/** The network as a person sees it: routes to a computer, hand-overs, the latency map, gateways. The clock stands. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  cloudsOf,
  ecefToTeme,
  exampleMissions,
  type Flight,
  flyMission,
  format,
  gatewayLoads,
  latencyShares,
  latencyStep,
  latencyStepLabel,
  type Mission,
  parseInstant,
  parseMission,
  planMission,
  presetDocument,
  routeTraffic,
  secondsBetween,
  siderealAngleRad,
  trafficAt,
} from "#engine";
import { overGroundKm } from "../../app/explorer/globe.ts";
import { latencyColours } from "../../app/parts/latencyColours.ts";
import { launchBrowser, type OpenPage, serveApp, waitForFleet } from "./browserHarness.ts";
import { pixelsAt } from "./pixels.ts";
import { openWindow, squeeze } from "./windows.ts";

const INSTANT = "2027-03-01T00:00:00Z";
/** Answers come from workers on a busy machine. */
const ANSWER_WAIT_MS = 45_000;
const soon = { timeout: ANSWER_WAIT_MS };
/** The map lets so much of the ground through; see its shader. */
const MAP_OPACITY = 0.78;

const starlink = parseMission(exampleMissions.find(({ id }) => id === "starlink-550")!.document).mission!;
const mission: Mission = {
  ...starlink,
  sites: [
    { name: "Torbay", latitudeDeg: 47.6, longitudeDeg: -52.7, heightKm: 0.1 },
    { name: "Haleakala", latitudeDeg: 20.7, longitudeDeg: -156.3, heightKm: 3, kind: "laser", clearFraction: 0.7 },
  ],
};
const flown = flyMission(mission);
if ("issues" in flown) throw new Error(flown.issues[0]!.message);
const flight: Flight = flown;
const tS = secondsBetween(flight.epoch, parseInstant(INSTANT)!);
const newYork = mission.places!.find(({ name }) => name === "New York")!;

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
    viewport: { width: 1000, height: 620 },
  });
  opened.page.setDefaultTimeout(ANSWER_WAIT_MS);
  await waitForFleet(opened.page);
  await opened.page.evaluate((iso) => window.dawnline!.setInstant(iso), INSTANT);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("a route leads to the nearest satellite that computes, counted along the thread; its hand-over is the engine's", async () => {
  const { page } = opened;
  await page.getByRole("button", { name: "To the nearest computer" }).click();
  await page.getByLabel("From").first().fill("New York");
  await page.getByRole("option", { name: "New York" }).first().click();
  const panel = page.getByRole("region", { name: "Route" });
  const route = flight.routeToCompute({ tS, from: newYork });
  const laser = panel.locator('.race[data-kind="laser"]');
  await expect
    .poll(async () => squeeze((await laser.textContent()) ?? ""), soon)
    .toContain(squeeze(format(route.oneWayMs!, "Ms")));
  expect(await panel.locator(".route-answer").textContent()).toContain(format(route.roundTripMs!, "Ms"));
  await page.locator('.route-count[data-kind="laser"]:not([hidden])').waitFor();
  expect(await page.locator('.route-count[data-kind="laser"]').textContent()).toBe(
    `${route.oneWayMs!.toFixed(1)} ms light`,
  );
  expect(await page.locator('.route-count[data-kind="fibre"]').isHidden()).toBe(true);

  const served = panel.locator(".served");
  await served
    .getByText(`Satellite ${flight.idOf(route.satellites[0]!)}`, { exact: true })
    .first()
    .waitFor();
  const since = /since (\d\d):(\d\d):(\d\d) UTC/.exec((await served.textContent()) ?? "")!;
  const [hours, minutes, seconds] = since.slice(1).map(Number) as [number, number, number];
  const clockS = hours * 3600 + minutes * 60 + seconds;
  // The instant is midnight: the hand-over was late on the day before. Whole seconds are shown of one found to a second.
  const sinceTS = tS - (86_400 - clockS);
  const serverAt = (atTS: number) => flight.routeToCompute({ tS: atTS, from: newYork }).satellites[0];
  expect(serverAt(sinceTS + 1)).toBe(route.satellites[0]);
  expect(serverAt(sinceTS - 1)).not.toBe(route.satellites[0]);
});

test("to a place the fibre's count stands beside the laser's", async () => {
  const { page } = opened;
  await page.getByRole("button", { name: "To a place" }).click();
  await page.getByRole("button", { name: "New York to London" }).click();
  await page.locator('.route-count[data-kind="fibre"]:not([hidden])').waitFor();
  const london = mission.places!.find(({ name }) => name === "London")!;
  const route = flight.route({ tS, from: newYork, to: london });
  await expect
    .poll(() => page.locator('.route-count[data-kind="laser"]').textContent(), soon)
    .toBe(`${route.oneWayMs!.toFixed(1)} ms light`);
  expect(await page.locator('.route-count[data-kind="fibre"]').textContent()).toBe("27.3 ms fibre");
});

test("the latency map has the engine's shares in its legend and its colours on the ground", async () => {
  const { page } = opened;
  await page.getByRole("button", { name: "Network", exact: true }).click();
  const panel = page.getByRole("region", { name: "Network" });
  await panel.getByLabel("Latency map").check();
  const map = flight.latencyMap({ tS });
  await panel.getByText("satellites compute at").waitFor();
  const rows = await panel.locator(".scale tbody tr").allTextContents();
  const shares = latencyShares(map);
  expect(rows).toHaveLength(latencyColours.length + 1);
  shares.forEach((share, step) => {
    const text = rows[step]!;
    expect(text.startsWith(latencyStepLabel(step))).toBe(true);
    // Shown to a percent, below ten to a tenth of one.
    expect(Math.abs(Number.parseFloat(text.slice(latencyStepLabel(step).length)) / 100 - share)).toBeLessThan(0.006);
  });
  expect(Number.parseFloat(rows.at(-1)!.replace("no way", "")) / 100).toBeCloseTo(1 - map.reachableFraction, 2);

  const { clipFromTemeKm: m, ...box } = await page.evaluate(() => window.dawnline!.camera());
  const gmstRad = siderealAngleRad(parseInstant(INSTANT)!);
  const cells = [
    [41, -55],
    [43, -35],
    [35, -45],
    [51, -41],
    [47, -29],
    [75, -41],
    [69, -45],
  ].map(([latitudeDeg, longitudeDeg]) => {
    const [x, y, z] = ecefToTeme(overGroundKm({ latitudeDeg: latitudeDeg!, longitudeDeg: longitudeDeg! }), gmstRad);
    const row = (at: number) => m[at]! * x + m[at + 4]! * y + m[at + 8]! * z + m[at + 12]!;
    const cell =
      Math.floor((latitudeDeg! + 90) / map.stepDeg) * map.longitudeCount +
      Math.floor((longitudeDeg! + 180) / map.stepDeg);
    return {
      step: latencyStep(map.roundTripMs[cell]!),
      xPx: box.leftPx + ((row(0) / row(3) + 1) / 2) * box.widthPx,
      yPx: box.topPx + ((1 - row(1) / row(3)) / 2) * box.heightPx,
    };
  });
  const pixels = await pixelsAt({ page, points: cells, reachPx: 0 });
  const isItsColour = pixels.map((pixel, row) => {
    const { step } = cells[row]!;
    // Dimmed to 58 % of the night's ground, under a grey line at most.
    if (step === undefined) return Math.max(...pixel) - Math.min(...pixel) < 30 && Math.max(...pixel) < 140;
    return pixel.every((value, channel) => {
      const full = Number.parseInt(latencyColours[step]!.slice(1 + channel * 2, 3 + channel * 2), 16);
      // Whatever ground lies under it.
      return value >= MAP_OPACITY * full - 2 && value <= MAP_OPACITY * full + (1 - MAP_OPACITY) * 255 + 2;
    });
  });
  // A satellite, an orbit or the route may stand over one or another.
  expect(isItsColour.filter(Boolean).length).toBeGreaterThanOrEqual(5);

  // To a site of the mission, height and all.
  await panel.getByRole("combobox", { name: "To" }).fill("Haleakala");
  await page.getByRole("option", { name: "Haleakala" }).first().click();
  const toSite = flight.latencyMap({ tS, to: mission.sites![1]! });
  await expect
    .poll(() => panel.locator("section").first().textContent(), soon)
    .toContain(
      `${format(toSite.leastMs!, "Ms")} to ${format(toSite.mostMs!, "Ms")}; ${toSite.sourceCount} satellites stand over Haleakala`,
    );
  expect(await panel.locator(".scale caption").textContent()).toContain("Round trip to Haleakala");
  await panel.getByLabel("Latency map").uncheck();
  expect(await panel.locator(".scale").count()).toBe(0);
});

test("gateways stand on the globe with load, capacity and sky, and go with their switch", async () => {
  const { page } = opened;
  const panel = page.getByRole("region", { name: "Network" });
  await panel.getByLabel("Gateways").check();
  const plan = planMission(mission).plan!;
  const traffic = trafficAt({ flight, mission, tS, satelliteOutputBps: plan.network.satelliteOutputBps });
  const [radio, laser] = gatewayLoads(traffic, routeTraffic(traffic));
  const label = page.locator(".globe-label[data-kind='gateway']", { hasText: "Torbay" });
  await expect
    .poll(() => label.textContent(), soon)
    .toBe(`Torbay  ${format(radio!.downBps, "Bps")} of ${format(radio!.capacityBps, "Bps")}`);
  const rows = await panel.locator(".gateways li").allTextContents();
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain(`${format(laser!.downBps, "Bps")} of ${format(laser!.capacityBps, "Bps")}`);
  expect(rows[1]).toContain("laser, sky clear 70 %");
  const clouds = cloudsOf({ traffic, routed: routeTraffic(traffic), seed: 1 })!;
  expect(squeeze((await panel.locator(".clouds").textContent()) ?? "")).toBe(
    squeeze(`Carried share, with clouds${format(clouds.expectedCarriedFraction, "Fraction", 4)}`),
  );
  await panel.getByLabel("Gateways").uncheck();
  await label.waitFor({ state: "detached" });
  expect(opened.problems).toEqual([]);
});

test("a star's seam is drawn broken, counted and explained beside the satellite's lasers", async () => {
  const irid = parseMission(presetDocument("iridium")).mission!;
  const star = flyMission(irid);
  if ("issues" in star) throw new Error(star.issues[0]!.message);
  const opened = await openWindow({
    browser,
    address: server.address,
    view: "explore",
    document: irid,
    viewport: { width: 1000, height: 620 },
  });
  const { page } = opened;
  page.setDefaultTimeout(ANSWER_WAIT_MS);
  await waitForFleet(page);
  await page.evaluate((iso) => window.dawnline!.setInstant(iso), irid.epoch);
  const broken = star.linksOf(3, 0).find(({ reason }) => reason === "polar seam")!;
  await page.evaluate((index) => window.dawnline!.select(index), 3);
  const panel = page.getByRole("region", { name: "Satellite" });
  const row = panel.locator('.links li[data-up="false"]');
  await expect.poll(() => row.textContent(), soon).toContain(star.idOf(broken.b));
  expect(await row.textContent()).toContain("counter-rotate");
  await expect.poll(() => panel.locator(".links-drawn").textContent(), soon).toMatch(/polar seam\d+/);
  expect(opened.problems).toEqual([]);
  await opened.close();
});
