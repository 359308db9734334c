import { describe, expect, test } from "vitest";
import {
  exampleMissions,
  flyMission,
  makeRecord,
  parseMission,
  planMission,
  presetDocument,
  readCatalogue,
} from "#engine";
import { tleChecksum } from "../../../engine/formats/tle.ts";

const catalogue = readCatalogue({
  name: "real",
  text: [
    "1 25544U 98067A   27001.50000000  .00016717  00000-0  30000-3 0  9990",
    "2 25544  51.6400 100.9163 0006317  69.9862  25.2906 15.49560532432119",
    "1 28129U 03058A   27001.00000000 -.00000022  00000-0  00000-0 0  9990",
    "2 28129  54.7000 120.0000 0048000  90.0000 270.0000  2.00550000400000",
  ]
    .map((line) => line.slice(0, 68) + tleChecksum(line))
    .join("\n"),
});
const mission = parseMission(exampleMissions.find(({ id }) => id === "ai1-reference")!.document).mission!;
const flown = flyMission(mission, { catalogue });
if ("issues" in flown) throw new Error(flown.issues[0]!.message);
const flight = flown;
const TS = 12_345;

describe("nearest satellites", () => {
  const states = flight.at(TS);
  const bruteForce = (index: number, count: number) => {
    const at = (each: number) => states.positionsTemeKm.subarray(each * 3, each * 3 + 3);
    const here = at(index);
    return Array.from({ length: flight.totalCount }, (_, each) => ({
      index: each,
      distanceKm: Math.hypot(...[0, 1, 2].map((axis) => at(each)[axis]! - here[axis]!)),
    }))
      .filter((each) => each.index !== index)
      .sort((a, b) => a.distanceKm - b.distanceKm)
      .slice(0, count);
  };

  test.each([0, 4000, 8333, 8334, 8335])("of %i are those of a look at all", (index) => {
    for (const count of [1, 6, 40]) {
      const found = flight.nearestTo({ index, tS: TS, count });
      const wanted = bruteForce(index, count);
      expect(found).toHaveLength(count);
      // The closed form is 1e-6 km from SGP4, so that twins at one distance may change places.
      found.forEach(({ distanceKm }, row) => {
        expect(Math.abs(distanceKm - wanted[row]!.distanceKm)).toBeLessThan(1e-5);
      });
    }
  });

  test("of a lone satellite there are none, of two each other", () => {
    const pair = flyMission({
      ...mission,
      shells: [{ ...mission.shells[0]!, planeCount: 1, satellitesPerPlaneCount: 2 }],
    });
    if ("issues" in pair) throw new Error("no flight");
    const [other, ...rest] = pair.nearestTo({ index: 0, tS: 0, count: 6 });
    expect(rest).toEqual([]);
    expect(other!.index).toBe(1);
    // Opposite each other on a circle of 6978 km.
    expect(Math.abs(other!.distanceKm - 2 * 6978.135)).toBeLessThan(40);
  });
});

describe("orbit", () => {
  test("of a designed satellite is the mission's and the plan's", () => {
    const plan = planMission(mission).plan!;
    for (const [index, ltanH] of [
      [0, 17.5],
      [8333, 18.5],
    ] as const) {
      const orbit = flight.orbitOf(index, 0);
      expect(orbit.altitudeKm).toBeCloseTo(600, 6);
      expect(orbit.inclinationDeg).toBeCloseTo(plan.shells[0]!.inclinationDeg, 9);
      // The plan counts from 6378.137 km: 2 m, 3 ms.
      expect(Math.abs(orbit.periodS - plan.shells[0]!.periodS)).toBeLessThan(0.005);
      expect(orbit.ltanH).toBeCloseTo(ltanH, 9);
      expect(orbit.eccentricityRatio).toBeLessThan(1e-6);
    }
  });

  test("the node of a sun-synchronous orbit keeps its local time, that of 51.6° runs through the day", () => {
    const yearS = 365.25 * 86_400;
    // The design counts J2 alone; SGP4 adds J2² and J4: about a degree a year.
    expect(Math.abs(flight.orbitOf(0, yearS).ltanH - 17.5)).toBeLessThan(0.15);
    const before = flight.orbitOf(8334, 0).ltanH;
    const after = flight.orbitOf(8334, 86_400).ltanH;
    // The station's node moves west by 5° a day against the stars, by 6° against the Sun: 0.4 h earlier.
    expect((((after - before + 36) % 24) - 12) * 60).toBeCloseTo(-23.9, 0);
  });

  test("heights of perigee and apogee lie round the mean height", () => {
    const { perigeeAltitudeKm, apogeeAltitudeKm, altitudeKm, eccentricityRatio } = flight.orbitOf(8335, 0);
    expect((perigeeAltitudeKm + apogeeAltitudeKm) / 2).toBeCloseTo(altitudeKm, 6);
    expect((apogeeAltitudeKm - perigeeAltitudeKm) / 2).toBeCloseTo((altitudeKm + 6378.135) * eccentricityRatio, 6);
    // GPS: half a sidereal day.
    expect(Math.abs(altitudeKm - 20_180)).toBeLessThan(30);
  });
});

describe("shadows and contacts of one satellite", () => {
  test("count from the epoch, whatever the beginning", () => {
    const noon = flyMission({ ...mission, shells: [{ ...mission.shells[0]!, ltanH: 12 }] });
    if ("issues" in noon) throw new Error("no flight");
    const { umbra, penumbra } = noon.shadowsOf({ index: 5, fromTS: 50_000, spanS: 20_000 });
    expect(umbra.length).toBeGreaterThan(2);
    expect(penumbra).toHaveLength(umbra.length);
    for (const [startS, endS] of umbra) {
      expect(noon.stateOf(5, (startS + endS) / 2)).toMatchObject({ light: 2 });
      if (startS > 50_000) expect(noon.stateOf(5, startS - 0.1)).not.toMatchObject({ light: 2 });
    }
  });

  test("a contact rises, culminates and sets where the state says", () => {
    const place = { latitudeDeg: 40.7, longitudeDeg: -74 };
    const contacts = flight.contactsOf({ index: 17, place, fromTS: 10_000, spanS: 86_400, minElevationDeg: 10 });
    expect(contacts.length).toBeGreaterThan(2);
    for (const { startS, endS, highestS, maxElevationDeg, highestRangeKm } of contacts) {
      const seenAt = (tS: number) =>
        flight.overhead({ tS, place, minElevationDeg: 0 }).above.find(({ index }) => index === 17)!;
      expect(seenAt(startS).elevationDeg).toBeCloseTo(10, 3);
      expect(seenAt(endS).elevationDeg).toBeCloseTo(10, 3);
      expect(seenAt(highestS).elevationDeg).toBeCloseTo(maxElevationDeg, 3);
      expect(seenAt(highestS).rangeKm).toBeCloseTo(highestRangeKm, 2);
      for (const aside of [-20, 20]) expect(seenAt(highestS + aside).elevationDeg).toBeLessThan(maxElevationDeg + 1e-6);
    }
  });
});

test("the filed million answers for its neighbours", () => {
  const million = flyMission(parseMission(presetDocument("filed-million")).mission!);
  if ("issues" in million) throw new Error("no flight");
  const found = million.nearestTo({ index: 500_000, tS: 0, count: 6 });
  const all = new Float64Array(3_000_000);
  million.statesInto({ tS: 0, positions: all });
  const distances = Array.from({ length: 1_000_000 }, (_, each) =>
    Math.hypot(...[0, 1, 2].map((axis) => all[each * 3 + axis]! - all[1_500_000 + axis]!)),
  )
    .sort((a, b) => a - b)
    .slice(1, 7);
  found.forEach(({ distanceKm }, row) => {
    expect(distanceKm).toBeCloseTo(distances[row]!, 5);
  });
  expect(makeRecord(million.elementsOf(found[0]!.index)).epoch).toEqual(million.epoch);
});
