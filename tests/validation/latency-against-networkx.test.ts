import { describe, expect, test } from "vitest";
import { EARTH_RADIUS_WGS84_KM, MU_WGS84_KM3_PER_S2 } from "../../engine/facts/constants.ts";
import { flyMission } from "../../engine/flight/flight.ts";
import { tleChecksum } from "../../engine/formats/tle.ts";
import { geodeticToEcef, zenithEcefUnit } from "../../engine/geometry/geodesy.ts";
import { addSeconds, parseInstant } from "../../engine/geometry/instant.ts";
import { MISSION_FORMAT, type Mission } from "../../engine/mission/mission.ts";
import { gridPairs, makeMesh } from "../../engine/network/grid.ts";
import { satellitesInView } from "../../engine/network/ground.ts";
import { linkLengthsKm } from "../../engine/network/links.ts";
import { findRoute } from "../../engine/network/routes.ts";
import { ecefToTeme, siderealAngleRad } from "../../engine/orbit/frames.ts";
import { designElements, elementsOf } from "../../engine/orbit/walker.ts";
import { hasReference, readAuthority, readReference } from "./reference.ts";

/** The same positions: only rounding is left. */
const SAME_POSITIONS_TOLERANCE_MS = 1e-6;
/** The authority's elements went through a TLE's columns, ours did not: up to 60 m along the orbit after a day. */
const OWN_ELEMENTS_TOLERANCE_MS = 2e-4;

type City = [latitudeDeg: number, longitudeDeg: number];
const placeOf = ([latitudeDeg, longitudeDeg]: City) => ({ latitudeDeg, longitudeDeg });
const fly = (mission: Omit<Mission, "format" | "name">, elementsTexts?: Record<string, string>) => {
  const flight = flyMission(
    { format: MISSION_FORMAT, name: "Latency", ...mission },
    { elementsTexts: elementsTexts ?? {} },
  );
  if ("issues" in flight) throw new Error(JSON.stringify(flight.issues));
  return flight;
};

describe("own run of networkx over 800 satellites", () => {
  type Own = {
    shell: Mission["shells"][number];
    epoch: string;
    cities: Record<string, City>;
    cases: { tS: number; from: string; to: string; oneWayMs?: number; pathKm?: number; satellites: number[] }[];
  };
  const own = readAuthority<Own>("latency-networkx.json");
  const flight = fly({ epoch: own.epoch, shells: [{ ...own.shell, name: "Own" }] });

  test("the same delay and the same satellites, or no path in both", () => {
    for (const { tS, from, to, oneWayMs, pathKm, satellites } of own.cases) {
      const route = flight.route({ tS, from: placeOf(own.cities[from]!), to: placeOf(own.cities[to]!) });
      expect(route.satellites).toEqual(satellites);
      expect(route.reachable).toBe(oneWayMs !== undefined);
      if (oneWayMs === undefined) continue;
      expect(Math.abs(route.oneWayMs! - oneWayMs)).toBeLessThan(SAME_POSITIONS_TOLERANCE_MS);
      expect(Math.abs(route.pathKm! - pathKm!)).toBeLessThan(SAME_POSITIONS_TOLERANCE_MS * 300);
    }
  });

  test("an unreachable pair says on which side the gap is", () => {
    const [north, london] = [placeOf(own.cities["Longyearbyen"]!), placeOf(own.cities["London"]!)];
    expect(flight.route({ tS: 0, from: london, to: north })).toMatchObject({
      reachable: false,
      cause: "noSatelliteTo",
    });
    expect(flight.route({ tS: 0, from: north, to: london })).toMatchObject({
      reachable: false,
      cause: "noSatelliteFrom",
    });
  });
});

describe.skipIf(!hasReference)("72 planes of 22 (needs the reference files beside the project)", () => {
  type Case = {
    model: "kepler" | "sgp4";
    t_s: number;
    from: string;
    to: string;
    one_way_ms: number;
    hops_isl: number;
    path_sats: number[];
    visible: [number, number];
  };
  type Reference = { t0_utc: string; cities: Record<string, City>; isl_edges: number; cases: Case[] };
  const reference = hasReference ? readReference<Reference>("vectors/latency_plusgrid_72x22.json") : undefined;
  const [planeCount, slotCount, phasingCount] = [72, 22, 17];
  const counts = { planeCount, satellitesPerPlaneCount: slotCount, phasingCount };
  const designed = { ...counts, altitudeKm: 550, inclinationDeg: 53, raanSpreadDeg: 360 };
  const casesOf = (model: Case["model"]) => reference!.cases.filter((each) => each.model === model);

  function expectRoutes(flight: ReturnType<typeof fly>, toleranceMs: number) {
    const cases = casesOf("sgp4");
    expect(cases.length).toBe(40);
    for (const { t_s: tS, from, to, one_way_ms, hops_isl, path_sats, visible } of cases) {
      const [a, b] = [placeOf(reference!.cities[from]!), placeOf(reference!.cities[to]!)];
      const route = flight.route({ tS, from: a, to: b });
      expect(route.satellites).toEqual(path_sats);
      expect(route.hopCount).toBe(hops_isl);
      expect(Math.abs(route.oneWayMs! - one_way_ms)).toBeLessThan(toleranceMs);
      expect(flight.visibleFrom({ tS, place: a }).length).toBe(visible[0]);
      expect(flight.visibleFrom({ tS, place: b }).length).toBe(visible[1]);
    }
  }

  test("own elements", () => {
    const flight = fly({ epoch: reference!.t0_utc, shells: [{ ...designed, name: "Own" }] });
    expect(flight.mesh.pairs.length / 2).toBe(reference!.isl_edges);
    expectRoutes(flight, OWN_ELEMENTS_TOLERANCE_MS);
  });

  test("the authority's TLE text", () => {
    const shell = designElements(designed, parseInstant(reference!.t0_utc)!);
    const angle = (angleDeg: number) => angleDeg.toFixed(4).padStart(8);
    const summed = (line: string) => line + tleChecksum(line);
    const lines = Array.from({ length: planeCount * slotCount }, (_, index) => {
      const number = String(index + 1).padStart(5, "0");
      const elements = elementsOf(shell, Math.floor(index / slotCount), index % slotCount);
      return [
        summed(`1 ${number}U 00001A   27060.00000000  .00000000  00000-0  00000-0 0  999`),
        summed(
          `2 ${number}  53.0000 ${angle(elements.raanDeg)} 0000001   0.0000 ${angle(elements.meanAnomalyDeg)} ${elements.meanMotionRevPerDay.toFixed(8)}    1`,
        ),
      ].join("\n");
    });
    const shells = [{ ...counts, name: "Listed", elementsFile: "walker.tle" }];
    expectRoutes(
      fly({ epoch: reference!.t0_utc, shells }, { "walker.tle": lines.join("\n") }),
      SAME_POSITIONS_TOLERANCE_MS,
    );
  });

  test("two-body positions, given to the network alone", () => {
    const radiusKm = EARTH_RADIUS_WGS84_KM + 550;
    const inclinationRad = (53 * Math.PI) / 180;
    const shell = designElements(designed, parseInstant(reference!.t0_utc)!);
    const pairs = gridPairs({ planeCount, slotCount, phasingCount, isClosed: true });
    const mesh = makeMesh({ satelliteCount: planeCount * slotCount, pairs });
    for (const { t_s: tS, from, to, one_way_ms, path_sats } of casesOf("kepler")) {
      const positionsTemeKm = new Float64Array(planeCount * slotCount * 3);
      for (let index = 0; index < planeCount * slotCount; index++) {
        const { raanDeg, meanAnomalyDeg } = elementsOf(shell, Math.floor(index / slotCount), index % slotCount);
        const nodeRad = (raanDeg * Math.PI) / 180;
        const along = (meanAnomalyDeg * Math.PI) / 180 + Math.sqrt(MU_WGS84_KM3_PER_S2 / radiusKm ** 3) * tS;
        const [cos, sin] = [Math.cos(along), Math.sin(along)];
        positionsTemeKm[index * 3] =
          radiusKm * (Math.cos(nodeRad) * cos - Math.sin(nodeRad) * sin * Math.cos(inclinationRad));
        positionsTemeKm[index * 3 + 1] =
          radiusKm * (Math.sin(nodeRad) * cos + Math.cos(nodeRad) * sin * Math.cos(inclinationRad));
        positionsTemeKm[index * 3 + 2] = radiusKm * sin * Math.sin(inclinationRad);
      }
      const siderealRad = siderealAngleRad(addSeconds(parseInstant(reference!.t0_utc)!, tS));
      const inView = (city: string) => {
        const place = { ...placeOf(reference!.cities[city]!), heightKm: 0 };
        return satellitesInView({
          positionsTemeKm,
          station: {
            positionTemeKm: ecefToTeme(geodeticToEcef(place), siderealRad),
            zenithTemeUnit: ecefToTeme(zenithEcefUnit(place), siderealRad),
          },
          limits: { minElevationDeg: 25 },
        });
      };
      const lengthsKm = linkLengthsKm({ positionsTemeKm, pairs, limits: { grazingAltitudeKm: 80 } });
      const route = findRoute({ mesh, lengthsKm, from: inView(from), to: inView(to) });
      expect(route.satellites).toEqual(path_sats);
      expect(Math.abs(route.oneWayMs! - one_way_ms)).toBeLessThan(SAME_POSITIONS_TOLERANCE_MS);
    }
  });
});
