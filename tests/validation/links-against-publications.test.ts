import { describe, expect, test } from "vitest";
import {
  exampleMissions,
  linkRateBps,
  longestLinkKm,
  overrideMission,
  parseMission,
  planMission,
  receivedPowerW,
  referenceMission,
  resolveMission,
} from "#engine";
import { LIGHT_SPEED_M_PER_S, PLANCK_J_S } from "../../engine/facts/constants.ts";
import { hasReference, readAuthority, readReference } from "./reference.ts";

type Figure = {
  id: string;
  quantity: string;
  inputs: Record<string, number>;
  expected: number;
  tolerance: { abs?: number; rel?: number };
};

/** The engine's answer to each published figure, from the figure's own inputs. */
const computed: Record<string, (inputs: Record<string, number>) => number> = {
  "LNK-001": ({ alt_km, graze_km, R_km }) =>
    longestLinkKm({ altitudeKm: alt_km!, grazingAltitudeKm: graze_km!, earthRadiusKm: R_km! }),
  "LNK-006": (inputs) => 10 * Math.log10(receivedPowerW(caseOf(inputs)) * 1000),
  "LNK-007": (inputs) => {
    const photonsPerS =
      (receivedPowerW(caseOf(worked.inputs)) * caseOf(worked.inputs).laserWavelengthM) /
      (PLANCK_J_S * LIGHT_SPEED_M_PER_S);
    return photonsPerS / (inputs["rate_Gbps"]! * 1e9);
  },
};

/** Half of the light lost in the optics of either end and 3 dB more at each, which is all of the pointing here. */
function caseOf({ lambda_nm, range_km, P_dBm, D_tx_cm, D_rx_cm, eta, loss_dB_each }: Record<string, number>) {
  expect(D_tx_cm).toBe(D_rx_cm);
  return {
    laserPowerW: 10 ** (P_dBm! / 10 - 3),
    laserApertureM: D_tx_cm! / 100,
    laserWavelengthM: lambda_nm! * 1e-9,
    laserLossRatio: 10 ** ((2 * loss_dB_each!) / 10) / eta! ** 2,
    laserPointingRad: 0,
    photonsPerBitCount: 51,
    channelCount: 1,
    channelRateBps: 1e10,
    lengthKm: range_km!,
  };
}

const own = readAuthority<{ values: Figure[] }>("published-links.json").values;
const worked = own.find(({ id }) => id === "LNK-006")!;

const judge = ({ id, inputs, expected, tolerance }: Figure) => {
  const allowed = tolerance.abs ?? tolerance.rel! * Math.abs(expected);
  expect(Math.abs(computed[id]!(inputs) - expected)).toBeLessThanOrEqual(allowed);
};

describe("published links, each within its own tolerance", () => {
  test.each(own)("$id $quantity", judge);
});

describe.skipIf(!hasReference)(
  "the same from the large reference (skipped where it does not lie beside the project)",
  () => {
    const reference = hasReference ? readReference<Figure[]>("reference-values.json") : [];
    test.each(reference.filter(({ id }) => Object.hasOwn(computed, id)))("$id $quantity", judge);
    test("has all of them", () =>
      expect(reference.filter(({ id }) => Object.hasOwn(computed, id)).map(({ id }) => id)).toEqual(
        Object.keys(computed),
      ));
  },
);

const planOf = (document: unknown, ...sets: string[]) => {
  const { mission, issues } = parseMission(overrideMission(document, sets).document);
  expect(issues).toEqual([]);
  return planMission(mission!).plan!;
};

describe("AI1's announced terabit", () => {
  const { links, findings } = planOf(referenceMission);

  test("5 W, 10 cm and 30 photons a bit carry it to about 1,450 km, four together twice as far (1 %)", () => {
    expect(Math.abs(links.linkRangeKm! / 1450 - 1)).toBeLessThan(0.01);
    expect(Math.abs(links.sharedRangeKm! / links.linkRangeKm! - 2)).toBeLessThan(1e-4);
    expect(findings.find(({ id }) => id === "laser-rate")!.text).toMatch(
      /1 Tbit\/s to 1\u2009445 km, 4 together to 2\u2009889 km/,
    );
  });

  test("2.1 Tb/s at 1,000 km, 524 Gb/s at 2,000, 84 Gb/s at 5,000 (1 %)", () => {
    const { optics } = resolveMission(parseMission(referenceMission).mission!);
    for (const [lengthKm, bps] of [
      [1000, 2.1e12],
      [2000, 524e9],
      [5000, 84e9],
    ] as const)
      expect(Math.abs(linkRateBps({ ...optics, lengthKm }) / bps - 1)).toBeLessThan(0.01);
  });
});

describe("Suncatcher's links at 200 m", () => {
  const { links } = planOf(exampleMissions.find(({ id }) => id === "suncatcher")!.document);

  test("carry 24 × 400 Gb/s = 9.6 Tb/s, within the published 9 to 13 Tb/s", () => {
    expect(links.meshLinkKm).toBeCloseTo(0.2, 12);
    expect(links.linkRateBps).toBe(9.6e12);
  });

  test("receive less than they send, where the far-field formula alone gives 160 times as much", () => {
    const { laserPowerW, laserApertureM, laserWavelengthM, laserLossRatio } = links;
    const areaM2 = (Math.PI * laserApertureM ** 2) / 4;
    const farW = (laserPowerW / laserLossRatio) * (areaM2 / (laserWavelengthM * 200)) ** 2;
    expect(Math.abs(farW / laserPowerW - 160)).toBeLessThan(1);
    expect(10 ** (links.receivedPowerDbm! / 10 - 3)).toBeLessThan(laserPowerW / laserLossRatio);
  });
});

test("Starlink's 30 acquisitions a laser and day at 12 s leave the published uptime above 99 %", () => {
  const { linkUptimeFraction } = planOf(referenceMission).links;
  expect(linkUptimeFraction).toBeGreaterThan(0.99);
  // 30 × 12 s of a day.
  expect(linkUptimeFraction).toBeCloseTo(1 - 360 / 86400, 12);
});
