import { describe, expect, test } from "vitest";
import { flyMission } from "../../../engine/flight/flight.ts";
import { MISSION_FORMAT, type Mission } from "../../../engine/mission/mission.ts";

const mission: Mission = {
  format: MISSION_FORMAT,
  name: "Contacts",
  epoch: "2027-03-01T00:00:00Z",
  shells: [
    { name: "Few", altitudeKm: 700, inclinationDeg: 60, planeCount: 3, satellitesPerPlaneCount: 2, raanSpreadDeg: 360 },
    {
      name: "Dawn",
      altitudeKm: 500,
      inclinationDeg: "sun-synchronous",
      planeCount: 1,
      satellitesPerPlaneCount: 3,
      ltanH: 6,
    },
  ],
};
const fly = (over: Partial<Mission> = {}) => {
  const flight = flyMission({ ...mission, ...over });
  if ("issues" in flight) throw new Error("issues");
  return flight;
};
const horizonS = 86400;

describe("the next contact", () => {
  test.each([
    [0, 0],
    [48, 11],
    [-77.8, 166.7],
    [69, -50],
  ])("of %d°, %d° is the first second that a slow walk finds", (latitudeDeg, longitudeDeg) => {
    const flight = fly();
    const place = { latitudeDeg, longitudeDeg };
    for (const fromTS of [0, 20000]) {
      let walkedTS = fromTS;
      while (flight.visibleFrom({ tS: walkedTS, place }).length === 0) walkedTS += 5;
      const contact = flight.nextContact({ fromTS, place, horizonS });
      expect(contact!.tS).toBeLessThanOrEqual(walkedTS + 1);
      expect(contact!.tS).toBeGreaterThan(walkedTS - 6);
      expect(flight.visibleFrom({ tS: contact!.tS, place }).map(({ index }) => index)).toContain(contact!.index);
    }
  });

  test("is now when a satellite is in view", () => {
    const flight = fly();
    const { latitudeDeg, longitudeDeg } = flight.stateOf(0, 500) as { latitudeDeg: number; longitudeDeg: number };
    expect(flight.nextContact({ fromTS: 500, place: { latitudeDeg, longitudeDeg }, horizonS })!.tS).toBe(500);
  });

  test("never comes where no orbit reaches, nor after the horizon", () => {
    const flight = fly({
      shells: [
        {
          name: "Low",
          altitudeKm: 600,
          inclinationDeg: 30,
          planeCount: 4,
          satellitesPerPlaneCount: 5,
          raanSpreadDeg: 360,
        },
      ],
    });
    expect(flight.nextContact({ fromTS: 0, place: { latitudeDeg: 60, longitudeDeg: 0 }, horizonS })).toBeUndefined();
    const place = { latitudeDeg: 10, longitudeDeg: 0 };
    const { tS } = flight.nextContact({ fromTS: 0, place, horizonS })!;
    if (tS > 2) expect(flight.nextContact({ fromTS: 0, place, horizonS: tS - 2 })).toBeUndefined();
    expect(flight.nextContact({ fromTS: 0, place, horizonS: tS + 2 })!.tS).toBeCloseTo(tS, 0);
  });

  test("keeps the ground range", () => {
    const flight = fly({ links: { groundRangeKm: 750 } });
    const place = { latitudeDeg: 48, longitudeDeg: 11 };
    const contact = flight.nextContact({ fromTS: 0, place, horizonS: 10 * horizonS })!;
    expect(flight.visibleFrom({ tS: contact.tS, place })[0]!.rangeKm).toBeLessThanOrEqual(750);
    expect(contact.tS).toBeGreaterThan(fly().nextContact({ fromTS: 0, place, horizonS })!.tS);
  });

  test("can be given up", () =>
    expect(
      fly().nextContact({ fromTS: 0, place: { latitudeDeg: 0, longitudeDeg: 0 }, horizonS, isCancelled: () => true }),
    ).toBeUndefined());

  test("serves the fleet alone, not the relay", () => {
    const flight = fly({
      shells: [
        {
          name: "Low",
          altitudeKm: 600,
          inclinationDeg: 5,
          planeCount: 1,
          satellitesPerPlaneCount: 1,
          raanSpreadDeg: 360,
        },
      ],
      relay: { shells: mission.shells },
    });
    expect(flight.nextContact({ fromTS: 0, place: { latitudeDeg: 70, longitudeDeg: 0 }, horizonS })).toBeUndefined();
  });
});
