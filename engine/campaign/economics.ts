import { SECONDS_PER_YEAR } from "../facts/constants.ts";

/** Share of the capital that repays it with interest in `lifeYears` equal yearly payments. */
export function capitalRecoveryFraction({
  discountFraction,
  lifeYears,
}: {
  discountFraction: number;
  lifeYears: number;
}) {
  return discountFraction === 0
    ? 1 / lifeYears
    : discountFraction / -Math.expm1(-lifeYears * Math.log1p(discountFraction));
}

/**
 * Capital, launch, and what a delivered watt and a million tokens cost.
 * Launch is charged by the satellites' mass. Left out: failures (9 % a year in McCalip's case adds about a quarter), ageing,
 * development, ground segment, relay fees, demand below capacity. Delivered power is what the rack draws as yearly mean.
 */
export function priceFleet({
  satelliteCount,
  massKg,
  peakPowerW,
  deliveredPowerW,
  satelliteTokensPerS,
  rackUsd,
  satelliteUsdPerW,
  launchUsdPerKg,
  discountFraction,
  lifeYears,
  operationsFraction,
}: {
  satelliteCount: number;
  massKg: number;
  peakPowerW: number;
  deliveredPowerW: number;
  satelliteTokensPerS: number;
  rackUsd: number;
  satelliteUsdPerW: number;
  launchUsdPerKg: number;
  discountFraction: number;
  lifeYears: number;
  operationsFraction: number;
}) {
  const capitalUsd = satelliteCount * (rackUsd + satelliteUsdPerW * peakPowerW);
  const launchUsd = satelliteCount * massKg * launchUsdPerKg;
  const fleetDeliveredW = satelliteCount * deliveredPowerW;
  const recoveryFraction = capitalRecoveryFraction({ discountFraction, lifeYears });
  const yearlyUsd = (capitalUsd + launchUsd) * recoveryFraction + capitalUsd * operationsFraction;
  const yearlyTokens = satelliteCount * satelliteTokensPerS * SECONDS_PER_YEAR;
  return {
    capitalUsd,
    launchUsd,
    capitalUsdPerW: capitalUsd / fleetDeliveredW,
    launchUsdPerW: launchUsd / fleetDeliveredW,
    recoveryFraction,
    yearlyUsd,
    deliveredUsdPerWYear: yearlyUsd / fleetDeliveredW,
    priceUsdPerMTokens: yearlyTokens > 0 ? (yearlyUsd / yearlyTokens) * 1e6 : undefined,
  };
}
