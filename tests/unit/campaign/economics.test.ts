import { expect, test } from "vitest";
import { capitalRecoveryFraction, priceFleet } from "../../../engine/campaign/economics.ts";
import { planLaunches } from "../../../engine/campaign/launch.ts";

test("capital recovery repays the debt exactly", () => {
  const payment = capitalRecoveryFraction({ discountFraction: 0.08, lifeYears: 5 });
  let debt = 1;
  for (let year = 0; year < 5; year++) debt = debt * 1.08 - payment;
  expect(Math.abs(debt)).toBeLessThan(1e-12);
  expect(capitalRecoveryFraction({ discountFraction: 0, lifeYears: 5 })).toBe(0.2);
});

test("a launch carries whole satellites, or none and then there is no count of launches", () => {
  expect(planLaunches({ massKg: 4153, payloadMassKg: 100e3, satelliteCount: 8334 })).toMatchObject({
    satellitesPerLaunchCount: 24,
    launchCount: 348,
  });
  expect(planLaunches({ massKg: 101e3, payloadMassKg: 100e3, satelliteCount: 1 })).toMatchObject({
    satellitesPerLaunchCount: 0,
    launchCount: undefined,
  });
});

const inputs = {
  satelliteCount: 10,
  massKg: 2000,
  peakPowerW: 150e3,
  deliveredPowerW: 100e3,
  satelliteTokensPerS: 1e5,
  rackUsd: 3.5e6,
  satelliteUsdPerW: 22,
  launchUsdPerKg: 500,
  discountFraction: 0,
  lifeYears: 5,
  operationsFraction: 0,
};

test("the price of a token is the yearly cost over the year's tokens, by hand", () => {
  const yearlyUsd = (10 * (3.5e6 + 22 * 150e3) + 10 * 2000 * 500) / 5;
  expect(priceFleet(inputs)).toMatchObject({ yearlyUsd, deliveredUsdPerWYear: yearlyUsd / 1e6 });
  expect(priceFleet(inputs).priceUsdPerMTokens).toBeCloseTo((yearlyUsd / (10 * 1e5 * 31557600)) * 1e6, 12);
});

test("no tokens have no price", () => {
  expect(priceFleet({ ...inputs, satelliteTokensPerS: 0 }).priceUsdPerMTokens).toBeUndefined();
});
