import { priceFleet } from "../campaign/economics.ts";
import { kardashevIndex, satellitesPerGw } from "../campaign/kardashev.ts";
import { planLaunches } from "../campaign/launch.ts";
import { parseInstant, yearOf } from "../geometry/instant.ts";
import type { Mission } from "../mission/mission.ts";
import type { MissionIssue } from "../mission/parse.ts";
import { resolveMission } from "../mission/resolve.ts";
import { sizeBattery } from "../satellite/battery.ts";
import { deliverPower } from "../satellite/delivery.ts";
import { sumMass } from "../satellite/mass.ts";
import { fitPayload } from "../satellite/payload.ts";
import { sizeRadiator } from "../satellite/radiator.ts";
import { peakMargin, sizeSolar } from "../satellite/solar.ts";
import { rooflineDecode, serveFleet } from "../serving/roofline.ts";
import { readFlownShells } from "./flownShells.ts";
import { planShell } from "./shells.ts";
import { yearOfSun } from "./sunYear.ts";

/**
 * The whole chain without a clock: calls the models in order, top to bottom; the only place that knows it.
 * Numbers are finite; one that does not exist is left out.
 */
export function runChain(
  mission: Mission,
  { elementsTexts = {} }: { elementsTexts?: Readonly<Record<string, string>> } = {},
) {
  const epoch = parseInstant(mission.epoch)!;
  const flown = readFlownShells({ mission, epoch, elementsTexts });
  if (flown.issues.length > 0) return { chain: undefined, issues: flown.issues as readonly MissionIssue[] };
  const { satellite: load, links, workload, vehicle, rack, model, assumptions } = resolveMission(mission);

  // 1. Orbits: shadows of the epoch's year.
  const sunYear = yearOfSun(yearOf(epoch));
  const planned = mission.shells.map((shell, index) =>
    planShell({ shell, flown: flown.shells[index], epoch, sunYear, ...links }),
  );
  const shells = planned.map(({ row }) => row);
  const worstPlaneEclipseS = Math.max(...shells.map((shell) => shell.worstPlaneEclipseS));
  const altitudeKm = Math.min(...shells.map((shell) => shell.altitudeKm));
  const satelliteCount = shells.reduce((sum, shell) => sum + shell.satelliteCount, 0);
  const relaySatelliteCount = (mission.relay?.shells ?? []).reduce(
    (sum, shell) => sum + shell.planeCount * shell.satellitesPerPlaneCount,
    0,
  );

  // 2. Satellite: array, radiator, battery, mass; one design for all shells, for the worst of them.
  const solar = sizeSolar(load);
  const margin = peakMargin({ ...load, ...assumptions, ...solar });
  const radiator = sizeRadiator({ ...load, ...assumptions, altitudeKm });
  const battery = sizeBattery({ ...load, ...assumptions, worstPlaneEclipseS });
  const mass = sumMass({ ...load, ...assumptions, ...solar, ...radiator, ...battery });
  const delivered = planned.map(({ row, fractions }) => ({
    share: row.satelliteCount / satelliteCount,
    ...deliverPower({ ...load, ...assumptions, ...solar, eclipseFractions: fractions }),
  }));
  const power = {
    deliveredPowerW: delivered.reduce((sum, each) => sum + each.share * each.deliveredPowerW, 0),
    leastDeliveredPowerW: Math.min(...delivered.map((each) => each.leastDeliveredPowerW)),
  };
  const satellite = {
    ...load,
    ...rack.payload,
    ...fitPayload({ ...rack.payload, ...load, ...assumptions }),
    rackMassKg: assumptions.rackMassKg,
    ...solar,
    ...margin,
    ...power,
    worstPlaneEclipseS,
    ...battery,
    ...radiator,
    ...mass,
  };

  // 3. Fleet, tokens, launches, money.
  const fleet = {
    satelliteCount,
    relaySatelliteCount,
    fleetPeakW: load.peakPowerW * satelliteCount,
    fleetSustainedW: load.sustainedPowerW * satelliteCount,
    fleetDeliveredW: power.deliveredPowerW * satelliteCount,
    fleetMassKg: mass.massKg * satelliteCount,
    fleetSolarAreaM2: solar.solarAreaM2 * satelliteCount,
  };
  const roofline = rooflineDecode({
    ...rack.payload,
    fp4Flops: rack.servedFlops,
    ...model,
    ...workload,
    ...assumptions,
  });
  const served = serveFleet({ ...roofline, ...load, ...power, satelliteCount });
  const { priceUsdPerMTokens, ...economics } = priceFleet({
    ...assumptions,
    ...load,
    ...power,
    ...served,
    massKg: mass.massKg,
    satelliteCount,
  });
  const serving = { ...workload, ...roofline, ...served, priceUsdPerMTokens };
  const campaign = {
    vehicle,
    payloadMassKg: assumptions.payloadMassKg,
    ...planLaunches({ massKg: mass.massKg, satelliteCount, payloadMassKg: assumptions.payloadMassKg }),
    satellitesPerGwCount: satellitesPerGw(load.sustainedPowerW),
    fleetSustainedW: fleet.fleetSustainedW,
    kardashevIndex: kardashevIndex(fleet.fleetSustainedW),
  };
  const chain = { satellite, shells, fleet, serving, campaign, economics };
  return { chain, assumptions, rackLabel: rack.label, issues: [] as readonly MissionIssue[] };
}

export type Chain = NonNullable<ReturnType<typeof runChain>["chain"]>;
