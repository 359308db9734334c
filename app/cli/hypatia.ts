import {
  EARTH_RADIUS_WGS84_KM,
  type HypatiaNetwork,
  hypatiaFault,
  longestLinkKm,
  resolveMission,
  slantRangeKm,
} from "#engine";
import type { Flyer, Flyers } from "./flyers.ts";
import { printable } from "./printable.ts";
import { badInput, makeIssue } from "./stop.ts";

const refuse = (given: string, allowed: string) => badInput([makeIssue("--format hypatia", given, allowed)]);

/** What Hypatia's folder is written from: a mission of one shell, its lasers, its sites and places, its limits. */
export function hypatiaNetwork(flyers: Flyers): HypatiaNetwork {
  const { mission, flight } = flyers;
  if (mission === undefined || flight === undefined)
    throw refuse("a file of records", "a mission, which has planes, slots and lasers");
  const [shell, ...others] = flight.shells;
  if (shell === undefined || others.length > 0)
    throw refuse(
      `${flight.shells.length} shells, relay included`,
      "a mission of one shell: Hypatia counts planes × slots",
    );
  if (flight.topology === "nearest")
    throw refuse('links.topology "nearest"', "a mesh that holds at all times: Hypatia's lasers do not change");
  const { links } = resolveMission(mission);
  const { altitudeKm } = mission.shells[0]!;
  let first: Flyer | undefined;
  let highestKm = altitudeKm ?? 0;
  for (const flyer of flyers.all()) {
    first ??= flyer;
    if (altitudeKm === undefined) highestKm = Math.max(highestKm, flyer.record.apogeeKm - EARTH_RADIUS_WGS84_KM);
    const fault = hypatiaFault(flyer, first);
    if (fault !== undefined) throw refuse(`satellite ${flyer.index}: ${printable(fault)}`, "TLEs of one epoch");
  }
  return {
    planeCount: shell.planeCount,
    slotCount: shell.slotCount,
    satelliteCount: flyers.count,
    sets: () => flyers.all(),
    pairs: flight.mesh.pairs,
    sites: [...(mission.sites ?? []), ...(mission.places ?? []).map((place) => ({ ...place, heightKm: 0 }))],
    maxGroundLinkKm:
      links.groundRangeKm ?? slantRangeKm({ altitudeKm: highestKm, elevationDeg: links.minElevationDeg }),
    maxLaserLinkKm: Math.min(
      links.rangeKm ?? longestLinkKm({ altitudeKm: highestKm, grazingAltitudeKm: links.grazingAltitudeKm }),
      flight.linkLimits.lightRangeKm ?? Number.POSITIVE_INFINITY,
    ),
  };
}
