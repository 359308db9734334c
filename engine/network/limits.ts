import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { longestLinkKm } from "./latency.ts";
import type { LinkLimits } from "./links.ts";
import { linkRangeKm, type Optics } from "./optics.ts";
import type { Topology } from "./topology.ts";

/** Nearest neighbours of counter-rotating planes pass within minutes: no link is worth its acquisition. */
const NEAREST_SEAM_LIMIT_DEG = 90;

/** Limits of the laser links and of the sight from the ground, as a mission has them. */
export function linkLimitsOf<Links extends LinkLimits & { topology: Topology; leastLinkRateBps?: number | undefined }>({
  links,
  optics,
}: {
  links: Links;
  optics: Optics;
}) {
  const { topology, leastLinkRateBps } = links;
  const seamLimitDeg = links.seamLimitDeg ?? (topology === "nearest" ? NEAREST_SEAM_LIMIT_DEG : undefined);
  const lightRangeKm =
    leastLinkRateBps === undefined ? undefined : (linkRangeKm({ ...optics, rateBps: leastLinkRateBps }) ?? 0);
  return { ...links, seamLimitDeg, lightRangeKm };
}

/** No link between these satellites is longer, km: twice the way from the highest to where the beam grazes, or the range. */
export function mostLinkKm({
  positionsTemeKm,
  limits,
}: {
  positionsTemeKm: ArrayLike<number>;
  limits: LinkLimits;
}): number {
  const { grazingAltitudeKm, rangeKm = Number.POSITIVE_INFINITY, lightRangeKm = Number.POSITIVE_INFINITY } = limits;
  let mostKm2 = 0;
  for (let at = 0; at < positionsTemeKm.length; at += 3) {
    const radiusKm2 = positionsTemeKm[at]! ** 2 + positionsTemeKm[at + 1]! ** 2 + positionsTemeKm[at + 2]! ** 2;
    if (radiusKm2 > mostKm2) mostKm2 = radiusKm2;
  }
  const altitudeKm = Math.sqrt(mostKm2) - EARTH_RADIUS_WGS84_KM;
  return Math.min(rangeKm, lightRangeKm, longestLinkKm({ altitudeKm, grazingAltitudeKm }));
}
