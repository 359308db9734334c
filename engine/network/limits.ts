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
