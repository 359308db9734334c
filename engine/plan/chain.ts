import { priceFleet } from "../campaign/economics.ts";
import { kardashevIndex, satellitesPerGw } from "../campaign/kardashev.ts";
import { planLaunches } from "../campaign/launch.ts";
import { parseInstant, yearOf } from "../geometry/instant.ts";
import type { Mission } from "../mission/mission.ts";
import type { MissionIssue } from "../mission/parse.ts";
import { resolveMission } from "../mission/resolve.ts";
import { satelliteCountOf } from "../mission/shellCount.ts";
import { rooflineDecode, serveFleet } from "../serving/roofline.ts";
import { withDesignValues } from "./designValues.ts";
import { readFlownShells } from "./flownShells.ts";
import { layOver } from "./layer.ts";
import { budgetLinks } from "./linkBudget.ts";
import { findMeetings } from "./meetings.ts";
import { planNetwork } from "./network.ts";
import { followedPlaneCount, planShell } from "./shells.ts";
import { sizeSatellite } from "./sizing.ts";
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
  if (flown.issues.length > 0) return { chain: undefined, issues: flown.issues as readonly MissionIssue[] } as const;
  const resolved = resolveMission(mission);
  const { satellite: load, links: linksGiven, workload, vehicle, rack, model, assumptions } = resolved;

  // 1. Orbits: shadows of the epoch's year.
  const sunYear = yearOfSun(yearOf(epoch));
  const mostPlanes = followedPlaneCount(mission.shells.length);
  const planned = mission.shells.map((shell, index) =>
    planShell({ shell, flown: flown.shells[index], epoch, sunYear, mostPlanes, ...linksGiven }),
  );
  const shells = planned.map(({ row }) => row);
  const satelliteCount = shells.reduce((sum, shell) => sum + shell.satelliteCount, 0);
  const relaySatelliteCount = (mission.relay?.shells ?? []).reduce((sum, shell) => sum + satelliteCountOf(shell), 0);

  // 2. Satellite: one design for all shells.
  const satellite = sizeSatellite({ resolved, planned });
  const { deliveredPowerW, massKg } = satellite;
  const links = budgetLinks({ resolved, shells });

  const over = layOver(assumptions);

  // 3. Fleet, tokens, launches, money.
  const fleet = {
    satelliteCount,
    relaySatelliteCount,
    fleetPeakW: load.peakPowerW * satelliteCount,
    fleetSustainedW: load.sustainedPowerW * satelliteCount,
    fleetDeliveredW: deliveredPowerW * satelliteCount,
    fleetMassKg: massKg * satelliteCount,
    fleetSolarAreaM2: satellite.solarAreaM2 * satelliteCount,
  };
  const roofline = rooflineDecode(over(rack.payload, { fp4Flops: rack.servedFlops }, model, workload));
  const served = serveFleet({
    ...roofline,
    ...load,
    fedRackFraction: satellite.fedRackFraction,
    deliveredPowerW,
    satelliteCount,
  });
  const { priceUsdPerMTokens, ...economics } = priceFleet(
    over(load, served, { deliveredPowerW, massKg, satelliteCount }),
  );
  const serving = { ...workload, ...roofline, ...served, priceUsdPerMTokens };
  const campaign = {
    vehicle,
    payloadMassKg: assumptions.payloadMassKg,
    payloadVolumeM3: assumptions.payloadVolumeM3,
    ...planLaunches(over({ massKg, stowedVolumeM3: satellite.stowedVolumeM3, satelliteCount })),
    satellitesPerGwCount: satellitesPerGw(load.sustainedPowerW),
    fleetSustainedW: fleet.fleetSustainedW,
    kardashevIndex: kardashevIndex(fleet.fleetSustainedW),
  };
  const network = planNetwork({
    mission,
    resolved,
    rackTokensPerS: roofline.rackTokensPerS,
    fedRackFraction: satellite.fedRackFraction,
    satelliteCount,
  });
  const closure = withDesignValues(satellite.closure, [satellite, shells[0]!, links, campaign, assumptions]);
  const chain = { satellite: { ...satellite, closure }, shells, links, fleet, network, serving, campaign, economics };
  const known = {
    assumptions,
    rackLabel: rack.label,
    announcement: resolved.announcement,
    hasDoseTable: resolved.doseTable !== undefined,
    notes: mission.notes ?? [],
    designs: mission.shells,
    meetings: findMeetings({
      shells: [...mission.shells, ...(mission.relay?.shells ?? [])],
      epoch,
      limitKm: assumptions.separationLimitKm,
    }),
  };
  return { chain, known, issues: [] as readonly MissionIssue[] };
}

export type Chain = NonNullable<ReturnType<typeof runChain>["chain"]>;
