import { describe, expect, test } from "vitest";
import {
  exampleMissions,
  findNight,
  flyMission,
  footprintOf,
  type Mission,
  meanSolarTimeH,
  parseInstant,
  parseMission,
  presetDocument,
  propagateState,
  readCatalogue,
  secondsBetween,
  twilightOf,
} from "#engine";
import { tleChecksum } from "../../../engine/formats/tle.ts";
import { addSeconds } from "../../../engine/geometry/instant.ts";
import { minutesSinceEpoch } from "../../../engine/orbit/propagate.ts";
import { lightOf, SUNLIT } from "../../../engine/orbit/shadow.ts";
import { sunAt } from "../../../engine/orbit/sun.ts";

const missionOf = (document: unknown): Mission => {
  const { mission, issues } = parseMission(document);
  if (mission === undefined) throw new Error(issues[0]?.message);
  return mission;
};
const flyOf = (mission: Mission, catalogue?: ReturnType<typeof readCatalogue>) => {
  const flight = flyMission(mission, { catalogue });
  if ("issues" in flight) throw new Error(flight.issues[0]?.message);
  return flight;
};

/** Topocentric place by rotations of axes (Vallado's SEZ), from SGP4's own state: nothing of the engine's horizon. */
function byRotation(
  [x, y, z]: readonly number[],
  { latitudeDeg, longitudeDeg, heightKm = 0 }: { latitudeDeg: number; longitudeDeg: number; heightKm?: number },
  instant: { day: number; secondS: number },
) {
  const rad = Math.PI / 180;
  const centuries = (instant.day - 0.5 + instant.secondS / 86400) / 36525;
  const gmstS =
    67310.54841 + (876600 * 3600 + 8640184.812866) * centuries + 0.093104 * centuries ** 2 - 6.2e-6 * centuries ** 3;
  const theta = (gmstS / 240) * rad;
  const fixed = [x! * Math.cos(theta) + y! * Math.sin(theta), y! * Math.cos(theta) - x! * Math.sin(theta), z!];
  const [lat, lon] = [latitudeDeg * rad, longitudeDeg * rad];
  const e2 = (1 / 298.257223563) * (2 - 1 / 298.257223563);
  const n = 6378.137 / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  const site = [
    (n + heightKm) * Math.cos(lat) * Math.cos(lon),
    (n + heightKm) * Math.cos(lat) * Math.sin(lon),
    (n * (1 - e2) + heightKm) * Math.sin(lat),
  ];
  const [dx, dy, dz] = fixed.map((each, axis) => each - site[axis]!) as [number, number, number];
  const turned = dx * Math.cos(lon) + dy * Math.sin(lon);
  const south = turned * Math.sin(lat) - dz * Math.cos(lat);
  const east = dy * Math.cos(lon) - dx * Math.sin(lon);
  const up = turned * Math.cos(lat) + dz * Math.sin(lat);
  const rangeKm = Math.hypot(dx, dy, dz);
  return {
    rangeKm,
    elevationDeg: Math.asin(up / rangeKm) / rad,
    azimuthDeg: (Math.atan2(east, -south) / rad + 360) % 360,
  };
}

/** A day's drift of 1 m in the sidereal time's rounding, and the closed form's 1e-6 km: seen from 200 km, degrees. */
const ANGLE_TOLERANCE_DEG = 1e-5;
const RANGE_TOLERANCE_KM = 1e-5;
/** So near to the least elevation either answer is right. */
const EDGE_DEG = 1e-6;

const real = [
  "1 25544U 98067A   27060.50000000  .00016717  00000-0  30000-3 0  9990",
  "2 25544  51.6400 100.9163 0006317  69.9862  25.2906 15.49560532432119",
  "1 00005U 58002B   27060.00000000  .00000023  00000-0  28098-4 0  4753",
  "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667",
  "1 20580U 90037B   27060.25000000  .00000123  00000-0  60000-4 0  9990",
  "2 20580  28.4690 120.0000 0002500  90.0000 270.0000 15.09550000400000",
  "1 28129U 03058A   27060.00000000 -.00000022  00000-0  00000-0 0  9990",
  "2 28129  54.7000 120.0000 0048000  90.0000 270.0000  2.00550000400000",
]
  .map((line) => line.slice(0, 68) + tleChecksum(line))
  .join("\n");
const shells = [
  { name: "Low", altitudeKm: 400, inclinationDeg: 30, planeCount: 11, satellitesPerPlaneCount: 23, raanSpreadDeg: 360 },
  {
    name: "High",
    altitudeKm: 1990,
    inclinationDeg: 88,
    planeCount: 7,
    satellitesPerPlaneCount: 40,
    phasingCount: 3,
    raanSpreadDeg: 180,
  },
  {
    name: "Band",
    altitudeKm: 600,
    inclinationDeg: "sun-synchronous",
    planeCount: 6,
    satellitesPerPlaneCount: 300,
    ltanH: 18,
  },
  {
    name: "Equator",
    altitudeKm: 800,
    inclinationDeg: 0,
    planeCount: 1,
    satellitesPerPlaneCount: 90,
    raanSpreadDeg: 360,
  },
  {
    name: "Clusters",
    altitudeKm: 650,
    inclinationDeg: "sun-synchronous",
    planeCount: 2,
    satellitesPerPlaneCount: 8,
    ltanH: 6,
    cluster: { satelliteCount: 7, spacingM: 200 },
  },
];
const mission = missionOf({ ...(exampleMissions[0]!.document as object), epoch: "2027-03-01T00:00:00Z", shells });
const flight = flyOf(mission, readCatalogue({ name: "real", text: real }));
const places = [
  { latitudeDeg: 0, longitudeDeg: 0, heightKm: 0 },
  { latitudeDeg: 51.5, longitudeDeg: -0.13, heightKm: 0.1 },
  { latitudeDeg: -77.8, longitudeDeg: 166.7, heightKm: 0 },
  { latitudeDeg: 90, longitudeDeg: 40, heightKm: 0 },
  { latitudeDeg: 28, longitudeDeg: -178, heightKm: 4 },
];

expect(flight.catalogueCount).toBe(4);

describe("satellites over a place", () => {
  test.each([0, 37_123.4, 30 * 86_400, -400_000])(
    "at %f s are those that SGP4 and rotations of axes have there",
    (tS) => {
      const instant = addSeconds(flight.epoch, tS);
      const sun = sunAt(instant);
      let seenCount = 0;
      for (const place of places)
        for (const minElevationDeg of [0, 10, 40]) {
          const { above } = flight.overhead({ tS, place, minElevationDeg });
          const byIndex = new Map(above.map((each) => [each.index, each]));
          expect(byIndex.size).toBe(above.length);
          for (let index = 0; index < flight.totalCount; index++) {
            const record = flight.recordOf(index);
            const state = propagateState(record, minutesSinceEpoch(record.epoch, instant));
            const got = byIndex.get(index);
            if ("reason" in state) {
              expect(got).toBeUndefined();
              continue;
            }
            const want = byRotation(state.positionTemeKm, place, instant);
            if (Math.abs(want.elevationDeg - minElevationDeg) < EDGE_DEG) continue;
            expect(got !== undefined, `satellite ${index} at ${want.elevationDeg}°`).toBe(
              want.elevationDeg > minElevationDeg,
            );
            if (got === undefined) continue;
            seenCount++;
            expect(Math.abs(got.elevationDeg - want.elevationDeg)).toBeLessThan(ANGLE_TOLERANCE_DEG);
            const asideDeg = Math.abs(((got.azimuthDeg - want.azimuthDeg + 540) % 360) - 180);
            expect(asideDeg * Math.cos((want.elevationDeg * Math.PI) / 180)).toBeLessThan(ANGLE_TOLERANCE_DEG);
            expect(Math.abs(got.rangeKm - want.rangeKm)).toBeLessThan(RANGE_TOLERANCE_KM);
            const [x, y, z] = state.positionTemeKm;
            expect(got.light).toBe(lightOf({ x, y, z, ...sun }));
          }
        }
      expect(seenCount).toBeGreaterThan(500);
    },
  );

  test("counts over a night, with their leaps, are those of each moment", () => {
    const place = places[1]!;
    const rows = [...flight.overheadOver({ place, fromTS: 60_000, toTS: 100_000, stepS: 400 })];
    expect(rows).toHaveLength(101);
    for (const { tS, aboveCount, sunlitCount, sunAltitudeDeg } of rows) {
      const now = flight.overhead({ tS, place });
      expect([aboveCount, sunlitCount]).toEqual([
        now.above.length,
        now.above.filter(({ light }) => light === SUNLIT).length,
      ]);
      expect(sunAltitudeDeg).toBe(now.sunAltitudeDeg);
    }
    expect(rows.some(({ aboveCount, sunlitCount }) => sunlitCount < aboveCount)).toBe(true);
    const mission = [...flight.overheadOver({ place, fromTS: 6e4, toTS: 1e5, stepS: 400, isCatalogueSeen: false })];
    expect(mission.some(({ aboveCount }, row) => aboveCount < rows[row]!.aboveCount)).toBe(true);
  });

  test("a place's count in view is the length of its list", () => {
    const limited = flyOf({ ...mission, links: { minElevationDeg: 20, groundRangeKm: 1500 } });
    for (const place of places)
      expect(limited.visibleCount({ tS: 5000, place })).toBe(limited.visibleFrom({ tS: 5000, place }).length);
  });

  test("of the filed million as many as of its planes one by one", () => {
    const million = flyOf(missionOf(presetDocument("filed-million")));
    expect(million.totalCount).toBe(1_000_000);
    const place = places[1]!;
    const { above } = million.overhead({ tS: 1000, place });
    const all = new Float64Array(3_000_000);
    million.statesInto({ tS: 1000, positions: all });
    const instant = addSeconds(million.epoch, 1000);
    let wanted = 0;
    // Every satellite on the place's own side of the Earth.
    const { positionTemeKm: s } = stationOf(place, instant);
    for (let at = 0; at < all.length; at += 3) {
      if (all[at]! * s[0]! + all[at + 1]! * s[1]! + all[at + 2]! * s[2]! < 0) continue;
      if (byRotation(all.subarray(at, at + 3) as unknown as number[], place, instant).elevationDeg >= 10) wanted++;
    }
    expect(above.length).toBe(wanted);
  });
});

/** Roughly where a place is, for a half-space alone. */
function stationOf(
  { latitudeDeg, longitudeDeg }: { latitudeDeg: number; longitudeDeg: number },
  instant: { day: number; secondS: number },
) {
  const rad = Math.PI / 180;
  const angle = ((280.46 + 360.985647 * (instant.day - 0.5 + instant.secondS / 86400)) % 360) + longitudeDeg;
  const level = Math.cos(latitudeDeg * rad);
  return {
    positionTemeKm: [level * Math.cos(angle * rad), level * Math.sin(angle * rad), Math.sin(latitudeDeg * rad)],
  };
}

test("on its footprint a satellite stands at just the least elevation", () => {
  const instant = parseInstant("2027-03-01T00:00:00Z")!;
  for (const site of places)
    for (const [altitudeKm, minElevationDeg] of [
      [550, 25],
      [2000, 10],
      [600, 0],
      [35786, 85],
    ] as const) {
      const points = footprintOf({ site, altitudeKm, minElevationDeg, pointCount: 24 });
      for (let row = 0; row < 24; row++) {
        const unit = [points[row * 3]!, points[row * 3 + 1]!, points[row * 3 + 2]!];
        // Earth-fixed is TEME where the sidereal time is taken off again.
        const theta = siderealOf(instant);
        const [x, y, z] = unit.map((each) => each * (6378.135 + altitudeKm)) as [number, number, number];
        const teme = [x * Math.cos(theta) - y * Math.sin(theta), x * Math.sin(theta) + y * Math.cos(theta), z];
        const { elevationDeg, azimuthDeg } = byRotation(teme, site, instant);
        // 32 bits of a direction are 0.4 m, seen from 500 km.
        expect(Math.abs(elevationDeg - minElevationDeg)).toBeLessThan(2e-4);
        if (Math.abs(site.latitudeDeg) < 89 && minElevationDeg < 80)
          expect(Math.abs(((azimuthDeg - row * 15 + 540) % 360) - 180)).toBeLessThan(2e-3);
      }
    }
});

const siderealOf = ({ day, secondS }: { day: number; secondS: number }) => {
  const centuries = (day - 0.5 + secondS / 86400) / 36525;
  const gmstS =
    67310.54841 + (876600 * 3600 + 8640184.812866) * centuries + 0.093104 * centuries ** 2 - 6.2e-6 * centuries ** 3;
  return (gmstS / 240) * (Math.PI / 180);
};

describe("night", () => {
  const london = { latitudeDeg: 51.5, longitudeDeg: -0.13, heightKm: 0 };
  const from = parseInstant("2027-03-21T00:00:00Z")!;

  test("is the one that is on, by day the one to come", () => {
    const at = (hours: number) => findNight({ site: london, from, tS: hours * 3600 });
    const tonight = at(22);
    expect(at(18.5)).toEqual(tonight);
    expect(at(13)).toEqual(tonight);
    // Before noon, after sunrise: the night to come; before sunrise the one that ends then.
    expect(at(9).fromTS).toBeCloseTo(tonight.fromTS, 3);
    expect(at(4).toTS).toBeLessThan(9 * 3600);
    expect(at(4).fromTS).toBeLessThan(0);
    for (const { fromTS, toTS, dark } of [tonight, at(4)]) {
      expect(dark![0]).toBeGreaterThan(fromTS);
      expect(dark![1]).toBeLessThan(toTS);
    }
  });

  test("words of twilight change at the almanacs' limits", () => {
    expect([10, -0.8, -0.9, -5.9, -6.1, -12.1, -18.1].map(twilightOf)).toEqual([
      "day",
      "day",
      "civil",
      "civil",
      "nautical",
      "astronomical",
      "night",
    ]);
  });

  test("mean solar time runs four minutes ahead for each degree east", () => {
    const noon = parseInstant("2027-03-21T12:00:00Z")!;
    expect(meanSolarTimeH({ longitudeDeg: 0 }, noon)).toBeCloseTo(12, 12);
    expect(meanSolarTimeH({ longitudeDeg: 90 }, noon)).toBeCloseTo(18, 12);
    expect(meanSolarTimeH({ longitudeDeg: -180 }, noon)).toBeCloseTo(0, 12);
    expect(secondsBetween(from, noon)).toBe(43_200);
  });
});
