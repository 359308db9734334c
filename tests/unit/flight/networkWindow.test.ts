import { describe, expect, test } from "vitest";
import {
  flyMission,
  type NetworkMoment,
  parseMission,
  runNetwork,
  runNetworkOver,
  summarizeNetwork,
  trafficAt,
} from "#engine";

const { mission } = parseMission({
  format: "dawnline-mission/1",
  name: "Small",
  epoch: "2027-01-01T00:00:00Z",
  shells: [
    {
      name: "F",
      altitudeKm: 600,
      inclinationDeg: 53,
      planeCount: 6,
      satellitesPerPlaneCount: 10,
      phasingCount: 2,
      raanSpreadDeg: 360,
    },
  ],
  sites: [
    { name: "Radio", latitudeDeg: 44.4, longitudeDeg: -90.8, heightKm: 0.3 },
    { name: "Laser", latitudeDeg: 34.4, longitudeDeg: -117.7, heightKm: 2.3, kind: "laser", clearFraction: 0.64 },
  ],
});
const flown = flyMission(mission!);
if ("issues" in flown) throw new Error(flown.issues[0]!.message);
const flight = flown;
const asked = { flight, mission: mission!, satelliteOutputBps: 7.5e6, seed: 5, pathCount: 4 };

describe("the network over time", () => {
  const steps = [...runNetworkOver({ ...asked, fromTS: 500, stepS: 400, count: 6 })];
  const moments = steps.flatMap(({ moment }) => (moment === undefined ? [] : [moment]));

  test("is one run a moment, each as it would be alone", () => {
    expect(moments.map(({ tS }) => tS)).toEqual([0, 400, 800, 1200, 1600, 2000]);
    for (const moment of moments) {
      const traffic = trafficAt({ ...asked, tS: 500 + moment.tS });
      const work = runNetwork({ ...asked, traffic });
      let step = work.next();
      while (!step.done) step = work.next();
      const run = step.value;
      expect(moment).toMatchObject({
        offeredBps: run.offeredBps,
        carriedBps: run.carriedBps,
        expectedCarriedFraction: run.clouds!.expectedCarriedFraction,
        worstCaseCarriedFraction: Math.min(...run.failures.map(({ carriedFraction }) => carriedFraction)),
      });
      expect(moment.hottest).toEqual(run.hottest[0]);
    }
    // A fleet this thin is not over a site at every moment.
    expect(new Set(moments.map(({ carriedFraction }) => carriedFraction)).size).toBeGreaterThan(1);
  });

  test("tells how far it is without going back", () => {
    const done = steps.map(({ doneCount }) => doneCount);
    expect(done.at(-1)).toBe(6);
    for (let row = 1; row < done.length; row++) expect(done[row]!).toBeGreaterThanOrEqual(done[row - 1]!);
  });
});

test("percentiles are by nearest rank from the least up, and the worst failure is that of any moment", () => {
  const moments = Array.from(
    { length: 200 },
    (_, row): NetworkMoment => ({
      tS: row,
      offeredBps: 1,
      carriedBps: 1,
      carriedFraction: 1 - ((row * 7) % 200) / 1000,
      worstCase: row === 90 ? "a gateway" : "a plane of the fleet",
      worstCaseCarriedFraction: row === 90 ? 0.1 : 0.2,
    }),
  );
  // The shares are 0.801 to 1 in thousandths: the second least is rank ⌈0.01 × 200⌉.
  expect(summarizeNetwork(moments)).toMatchObject({
    sampleCount: 200,
    p1CarriedFraction: expect.closeTo(0.802, 12),
    p50CarriedFraction: expect.closeTo(0.9, 12),
    leastCarriedFraction: expect.closeTo(0.801, 12),
    leastTS: 57,
    worstCase: "a gateway",
    worstCaseCarriedFraction: 0.1,
    worstCaseTS: 90,
  });
});
