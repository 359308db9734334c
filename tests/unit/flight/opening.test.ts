import { expect, test } from "vitest";
import { exampleMissions, findOpening, flyMission, parseMission } from "#engine";

const search = (isOpen: (tS: number) => boolean, horizonS = 3600) => {
  const told: number[] = [];
  const work = findOpening({ isOpen, fromTS: 100, horizonS, stepS: 300 });
  for (;;) {
    const step = work.next();
    if (step.done) return { tS: step.value, told };
    told.push(step.value);
  }
};

test("an opening is found to a second behind its beginning, and what was looked at is told", () => {
  const { tS, told } = search((at) => at >= 1234.5);
  expect(tS).toBeGreaterThanOrEqual(1234.5);
  expect(tS).toBeLessThanOrEqual(1235.5);
  expect(told).toEqual([0, 300, 600, 900]);
  expect(search((at) => at >= 0).tS).toBe(100);
});

test("none within the horizon is none, and the horizon itself is tried", () => {
  expect(search(() => false)).toMatchObject({ tS: undefined });
  expect(search((at) => at >= 3700).tS).toBe(3700);
});

test("a place under a dawn-dusk band reaches a computer when a satellite next passes over it, not before", () => {
  const flight = flyMission(parseMission(exampleMissions[0]!.document).mission!);
  if ("issues" in flight) throw new Error(flight.issues[0]!.message);
  const from = { latitudeDeg: 40.7128, longitudeDeg: -74.006 };
  const isOpen = (tS: number) => flight.routeToCompute({ tS, from }).reachable;
  const work = findOpening({ isOpen, fromTS: 0, horizonS: 43_200, stepS: 300 });
  let step = work.next();
  while (!step.done) step = work.next();
  const contact = flight.nextContact({ fromTS: 0, place: from, horizonS: 43_200 })!;
  // The band is in full sunlight on New Year's Day, so the first contact is a way; either is found to a second.
  expect(Math.abs(step.value! - contact.tS)).toBeLessThan(2);
  expect(isOpen(step.value!)).toBe(true);
  expect(isOpen(step.value! - 2)).toBe(false);
});
