import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  linkRangeKm,
  linkRateBps,
  type Optics,
  parseMission,
  receivedPowerW,
  referenceMission,
  resolveMission,
} from "#engine";
import { captureFraction, photonRateBps, pointingFraction } from "../../../engine/network/optics.ts";

const { optics } = resolveMission(parseMission(referenceMission).mission!);

/** Terminals from a pinhead to a telescope; lengths from a metre to the Moon. */
const anyOptics: fc.Arbitrary<Optics> = fc.record({
  laserPowerW: fc.double({ min: 0.001, max: 1e5, noNaN: true }),
  laserApertureM: fc.double({ min: 0.001, max: 10, noNaN: true }),
  laserWavelengthM: fc.double({ min: 1e-7, max: 1e-4, noNaN: true }),
  laserLossRatio: fc.double({ min: 1, max: 1e6, noNaN: true }),
  laserPointingRad: fc.double({ min: 0, max: 2e-5, noNaN: true }),
  photonsPerBitCount: fc.integer({ min: 1, max: 100000 }),
  channelCount: fc.integer({ min: 1, max: 10000 }),
  channelRateBps: fc.double({ min: 1, max: 1e15, noNaN: true }),
});
const anyKm = fc.double({ min: 0.001, max: 400000, noNaN: true });

describe("at any distance", () => {
  test("no more arrives than was sent over the optics' losses", () =>
    fc.assert(
      fc.property(anyOptics, anyKm, (each, lengthKm) => {
        const receivedW = receivedPowerW({ ...each, lengthKm });
        expect(receivedW).toBeLessThanOrEqual(each.laserPowerW / each.laserLossRatio);
        expect(receivedW).toBeGreaterThanOrEqual(0);
      }),
    ));

  test("more distance is never more light and never more rate, and no rate is above the channels'", () =>
    fc.assert(
      fc.property(anyOptics, anyKm, anyKm, (each, one, other) => {
        const [near, far] = [Math.min(one, other), Math.max(one, other)];
        expect(receivedPowerW({ ...each, lengthKm: far })).toBeLessThanOrEqual(
          receivedPowerW({ ...each, lengthKm: near }),
        );
        const nearBps = linkRateBps({ ...each, lengthKm: near });
        expect(linkRateBps({ ...each, lengthKm: far })).toBeLessThanOrEqual(nearBps);
        expect(nearBps).toBeLessThanOrEqual(each.channelCount * each.channelRateBps);
      }),
    ));

  test("the range of a rate carries that rate, and a thousandth more does not", () =>
    fc.assert(
      fc.property(anyOptics, fc.double({ min: 1e-9, max: 1, noNaN: true }), (each, share) => {
        const rateBps = share * each.channelCount * each.channelRateBps;
        const lengthKm = linkRangeKm({ ...each, rateBps });
        if (lengthKm === undefined) {
          // Not even at a metre.
          expect(photonRateBps({ ...each, lengthKm: 1e-3 })).toBeLessThan(rateBps * (1 + 1e-9));
          return;
        }
        fc.pre(lengthKm > 0 && Number.isFinite(lengthKm));
        expect(photonRateBps({ ...each, lengthKm: lengthKm * 0.999 })).toBeGreaterThan(rateBps * (1 - 1e-9));
        expect(photonRateBps({ ...each, lengthKm: lengthKm * 1.001 })).toBeLessThan(rateBps * (1 + 1e-9));
      }),
    ));
});

describe("far away", () => {
  test("capture is Friis's (A ÷ λ d)², from 50 km on to 1 %", () => {
    for (const lengthKm of [50, 500, 5000]) {
      const areaM2 = (Math.PI * optics.laserApertureM ** 2) / 4;
      const friis = (areaM2 / (optics.laserWavelengthM * lengthKm * 1000)) ** 2;
      expect(Math.abs(captureFraction({ ...optics, lengthKm }) / friis - 1)).toBeLessThan(0.01);
    }
  });

  test("twice the distance is a quarter of the rate", () => {
    const ratio = linkRateBps({ ...optics, lengthKm: 2000 }) / linkRateBps({ ...optics, lengthKm: 4000 });
    expect(Math.abs(ratio - 4)).toBeLessThan(1e-4);
  });
});

describe("pointing", () => {
  test("costs 4.343 G θ² decibels", () => {
    const gain = ((Math.PI * optics.laserApertureM) / optics.laserWavelengthM) ** 2;
    const lossDb = -10 * Math.log10(pointingFraction(optics));
    expect(lossDb).toBeCloseTo(4.342945 * gain * optics.laserPointingRad ** 2, 5);
  });

  test("none is no loss", () => expect(pointingFraction({ ...optics, laserPointingRad: 0 })).toBe(1));
});

describe("what no link carries", () => {
  test("more than its channels take has no range", () =>
    expect(linkRangeKm({ ...optics, rateBps: optics.channelCount * optics.channelRateBps * 1.001 })).toBeUndefined());

  test("more than all of its light has none", () => {
    const bright = { ...optics, channelRateBps: 1e30 };
    expect(linkRangeKm({ ...bright, rateBps: 1e20 })).toBeUndefined();
    expect(photonRateBps({ ...bright, lengthKm: 1e-6 })).toBeLessThan(1e20);
  });
});
