import { beforeAll, expect, test } from "vitest";
import {
  elementsWriters,
  exampleMissions,
  type Flight,
  flyMission,
  type Mission,
  noFiling,
  parseMission,
  presetDocument,
  referenceMission,
} from "#engine";
import { createFollower } from "../../../app/explorer/follower.ts";
import { createPoll } from "../../../app/explorer/poll.ts";
import {
  countLights,
  describeSatellite,
  describeShells,
  linksAround,
  neighbourOf,
  readKeyframe,
} from "../../../app/worker/flightAnswers.ts";
import { makeLatestOnly } from "../../../app/worker/latestOnly.ts";
import { readPlanePath, readPlaneRings, readShellSurfaces } from "../../../app/worker/planeAnswers.ts";

let flight: Flight;
beforeAll(() => {
  const mission: Mission = parseMission(referenceMission).mission!;
  const flown = flyMission(mission);
  if ("issues" in flown) throw new Error("the reference mission must fly");
  flight = flown;
});

/** Two planes of the reference's shell as an element file, and the reference itself beside them. */
function mixedFlight(): Flight {
  const { shells } = parseMission(referenceMission).mission!;
  const sets = Array.from({ length: 926 }, (_, index) => ({
    id: flight.idOf(index),
    name: `S${index}`,
    objectId: "",
    elements: flight.elementsOf(index),
    filing: noFiling,
  }));
  const text = [...elementsWriters["omm-json"].write(sets)].join("");
  const listed = { ...shells[0]!, name: "Listed", planeCount: 2, elementsFile: "two.json" };
  const mission = { ...parseMission(referenceMission).mission!, shells: [listed, shells[0]!] };
  const flown = flyMission(mission, { elementsTexts: { "two.json": text } });
  if ("issues" in flown) throw new Error(flown.issues[0]!.message);
  return flown;
}

test("designed shells go over in closed form, and only listed satellites travel in keyframes", () => {
  const mixed = mixedFlight();
  const { shells, designedCount, listedCount } = describeShells(mixed);
  expect({ designedCount, listedCount }).toEqual({ designedCount: 8334, listedCount: 926 });
  expect(shells.map(({ firstRow, firstIndex, designed }) => [firstRow, firstIndex, designed?.satelliteCount])).toEqual([
    [0, 0, undefined],
    [0, 926, 8334],
  ]);
  const frame = readKeyframe({ flight: mixed, listedCount, tS: 14_817_600 });
  const exact = mixed.at(14_817_600);
  expect(frame.positionsTemeKm).toEqual(Float32Array.from(exact.positionsTemeKm.subarray(0, 926 * 3)));
  // Two 32-bit numbers hold the 64-bit ones to a tenth of a millimetre.
  frame.positionsTemeKm.forEach((each, at) => {
    const whole = each + frame.remaindersTemeKm[at]!;
    if (!(Math.abs(whole - exact.positionsTemeKm[at]!) < 1e-7)) throw new Error(`${at}: ${whole}`);
  });
  expect(frame.velocitiesTemeKmPerS).toEqual(Float32Array.from(exact.velocitiesTemeKmPerS.subarray(0, 926 * 3)));
});

test("every satellite is counted once in its light", () => {
  const census = countLights(flight, 14_817_600);
  expect(census.sunlitCount + census.penumbraCount + census.umbraCount + census.decayedCount).toBe(8334);
  expect(census.umbraCount).toBeGreaterThan(500);
});

test("arrays that fit are used again, others are not", () => {
  const mixed = mixedFlight();
  const first = readKeyframe({ flight: mixed, listedCount: 926, tS: 0 });
  const again = readKeyframe({ flight: mixed, listedCount: 926, tS: 60, arrays: first });
  expect(again.positionsTemeKm).toBe(first.positionsTemeKm);
  const short = {
    positionsTemeKm: new Float32Array(3),
    remaindersTemeKm: new Float32Array(3),
    velocitiesTemeKmPerS: new Float32Array(3),
  };
  expect(readKeyframe({ flight: mixed, listedCount: 926, tS: 60, arrays: short }).positionsTemeKm).toHaveLength(
    926 * 3,
  );
});

test("a satellite tells its place in the shell, its light and its lasers", () => {
  const state = describeSatellite({ flight, index: 463 * 9 + 17, tS: 0 });
  expect(state).toMatchObject({
    id: "4185",
    shellName: "Dawn-dusk 600",
    plane: 9,
    slot: 17,
    planeCount: 18,
    slotCount: 463,
  });
  expect(state.light).toBe("sunlit");
  expect(state.links.map(({ id }) => id).sort()).toEqual(["3722", "4184", "4186", "4648"]);
  expect(state.links.every(({ up, reason, lengthKm }) => up && reason === "" && lengthKm > 10)).toBe(true);
});

test("a cluster is shown member by member, with its close lasers and the ring of its orbit", () => {
  const near = flyMission(parseMission(presetDocument("suncatcher")).mission!);
  if ("issues" in near) throw new Error("the cluster must fly");
  const frame = readKeyframe({ flight: near, listedCount: 81, tS: 3600 });
  expect(frame.positionsTemeKm).toHaveLength(81 * 3);
  expect(frame.decayedCount).toBe(0);
  const state = describeSatellite({ flight: near, index: 0, tS: 3600 });
  expect(state).toMatchObject({ id: "1", plane: 0, slot: 0, planeCount: 1, slotCount: 81 });
  expect(state.links).toHaveLength(6);
  for (const { up, lengthKm } of state.links) {
    expect(up).toBe(true);
    expect(lengthKm).toBeLessThan(0.204);
  }
  expect(linksAround({ flight: near, index: 0, tS: 0, hopCount: 1 }).ups.length).toBe(6);
  const rings = readPlaneRings({ flight: near, tS: 0, pointCount: 16, mostCount: 9 });
  expect(rings.pointsTemeKm).toHaveLength(16 * 3);
  expect(rings.pointsTemeKm.every((each) => Math.abs(each) < 7100)).toBe(true);
});

test("links are followed hop by hop, each once", () => {
  const index = 463 * 9 + 17;
  const { pairs, ups } = linksAround({ flight, index, tS: 0, hopCount: 3 });
  expect(ups.length).toBe(pairs.length / 2);
  const keys = new Set<string>();
  for (let row = 0; row < pairs.length; row += 2) {
    const [a, b] = [Math.min(pairs[row]!, pairs[row + 1]!), Math.max(pairs[row]!, pairs[row + 1]!)];
    expect(flight.neighboursOf(a)).toContain(b);
    keys.add(`${a} ${b}`);
  }
  expect(keys.size).toBe(ups.length);
  // A diamond of radius 3 has 25 points; its links are 4 · 3², all of which lead from a point within 2.
  expect(ups.length).toBe(36);
  expect([...pairs.subarray(0, 8)].filter((each) => each === index)).toHaveLength(4);
});

test("neighbours go round both ends of the shell", () => {
  expect(neighbourOf({ flight, index: 0, planeStep: 0, slotStep: -1 })).toBe(462);
  expect(neighbourOf({ flight, index: 462, planeStep: 0, slotStep: 1 })).toBe(0);
  expect(neighbourOf({ flight, index: 5, planeStep: -1, slotStep: 0 })).toBe(463 * 17 + 5);
});

test("rings are an even choice of the planes", () => {
  const rings = readPlaneRings({ flight, tS: 0, pointCount: 12, mostCount: 6 });
  expect(rings.layers).toEqual(Array(6).fill("fleet"));
  expect(rings.pointsTemeKm).toHaveLength(6 * 12 * 3);
  for (let at = 0; at < rings.pointsTemeKm.length; at += 3)
    expect(Math.hypot(...rings.pointsTemeKm.subarray(at, at + 3))).toBeCloseTo(6978, -2);
});

test("a band is the strip between its first and last planes, a shell all round a zone up to its inclination; one plane is none", () => {
  const band = readShellSurfaces({ flight, tS: 0, mostCount: 4 }).surfaces;
  expect(band).toHaveLength(1);
  const [strip] = band;
  if (strip?.kind !== "strip") throw new Error("a dawn-dusk band is a strip");
  expect(strip.ringCount).toBe(18);
  const first = flight.planeRing({ shellIndex: 0, plane: 0, tS: 0, pointCount: strip.pointCount });
  const last = flight.planeRing({ shellIndex: 0, plane: 17, tS: 0, pointCount: strip.pointCount });
  expect(strip.pointsTemeKm.subarray(0, first.length)).toEqual(first);
  expect(strip.pointsTemeKm.subarray(-last.length)).toEqual(last);

  const shellOf = (over: object) => ({ ...parseMission(exampleMissions[1]!.document).mission!.shells[0]!, ...over });
  const fly = (shells: readonly object[]) => {
    const flown = flyMission(parseMission({ ...(exampleMissions[1]!.document as object), shells }).mission!);
    if ("issues" in flown) throw new Error(flown.issues[0]!.message);
    return flown;
  };
  const walker = fly([shellOf({}), shellOf({ name: "One", planeCount: 1, phasingCount: 0 })]);
  const zones = readShellSurfaces({ flight: walker, tS: 0, mostCount: 4 }).surfaces;
  expect(zones).toHaveLength(1);
  const [zone] = zones;
  if (zone?.kind !== "zone") throw new Error("a Walker shell is a zone");
  // SGP4's periodic terms move a satellite by up to 10 km, and its plane by 0.05°.
  expect(Math.abs(zone.radiusKm - 6928)).toBeLessThan(10);
  expect(Math.abs((zone.mostLatitudeRad * 180) / Math.PI - 53)).toBeLessThan(0.1);
  const retrograde = fly([shellOf({ inclinationDeg: 127 })]);
  const [mirrored] = readShellSurfaces({ flight: retrograde, tS: 0, mostCount: 4 }).surfaces;
  if (mirrored?.kind !== "zone") throw new Error("a Walker shell is a zone");
  expect(Math.abs((mirrored.mostLatitudeRad * 180) / Math.PI - 53)).toBeLessThan(0.1);
});

test("a satellite stands on the path of its plane", () => {
  const index = 463 * 9 + 17;
  const { pointsTemeKm } = readPlanePath({ flight, index, tS: 500, pointCount: 720 });
  const state = flight.stateOf(index, 500);
  if ("reason" in state) throw new Error(state.reason);
  const away = Array.from({ length: 720 }, (_, row) =>
    Math.hypot(...state.positionTemeKm.map((each, axis) => each - pointsTemeKm[row * 3 + axis]!)),
  );
  // Points are 61 km apart.
  expect(Math.min(...away)).toBeLessThan(31);
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test("of many questions the first and the newest are worked out, and only the newest is answered", async () => {
  const asked: number[] = [];
  const ask = makeLatestOnly(async (question: number) => {
    asked.push(question);
    await settle();
    return question * 10;
  });
  const answers = await Promise.all([ask(1), ask(2), ask(3)]);
  expect(asked).toEqual([1, 3]);
  expect(answers).toEqual([undefined, undefined, 30]);
  expect(await ask(4)).toBe(40);
});

test("a question that fails rejects, and the next is asked all the same", async () => {
  const ask = makeLatestOnly((question: number) =>
    question === 1 ? Promise.reject(new Error("no")) : Promise.resolve(question),
  );
  await expect(ask(1)).rejects.toThrow("no");
  expect(await ask(2)).toBe(2);
});

test("a poll asks one thing at a time, not too often, and forgets what comes after it stopped", async () => {
  const taken: number[] = [];
  let askedCount = 0;
  const poll = createPoll({ ask: async () => ++askedCount, take: (answer) => taken.push(answer), leastMs: 100 });
  poll.tick(0);
  poll.tick(1);
  await settle();
  poll.tick(50);
  expect(askedCount).toBe(1);
  poll.tick(100);
  poll.stop();
  await settle();
  poll.tick(500);
  expect(askedCount).toBe(2);
  expect(taken).toEqual([1]);
});

test("a follower asks about the newest moment, each once, and ends where time stands", async () => {
  const asked: number[] = [];
  const taken: number[] = [];
  let [tS, isStanding] = [1, false];
  const follower = createFollower({
    nowTS: () => tS,
    isStanding: () => isStanding,
    ask: async (at) => {
      asked.push(at);
      await settle();
      return at * 10;
    },
    take: (answer) => taken.push(answer),
  });
  follower.follow();
  tS = 2;
  follower.follow();
  await settle();
  await settle();
  expect(asked).toEqual([1]);
  follower.follow();
  tS = 3;
  isStanding = true;
  for (let turn = 0; turn < 5; turn++) await settle();
  follower.follow();
  expect(asked).toEqual([1, 2, 3]);
  expect(taken).toEqual([10, 20, 30]);
  follower.stop();
  tS = 4;
  follower.follow();
  expect(asked).toHaveLength(3);
});
