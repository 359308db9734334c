/**
 * Where a shell's satellites are on the mean of an orbit: a surface density over the sphere, after Kessler, "Derivation of the
 * Collision Probability between Orbiting Objects", Icarus 48 (1981) 39–48.
 *
 * On a circle with an even argument of latitude u, sin φ = sin i sin u, so that the share below a latitude is ½ + asin(sin φ / sin i) / π,
 * and over evenly spread nodes the density is 1 / (2π² √(sin² i − sin² φ)) per steradian: 2 / (π √…) of an even sphere's. It grows
 * beyond limit at φ = ±i, where satellites turn; what is drawn and compared is therefore its exact mean over a belt.
 *
 * Nodes that cover a part of the turn (a band of local times, a star) put the northward and the southward half over right ascensions
 * of their own. Left out: eccentricity (1e-3, a kilometre) and J2's short waves (10 km).
 */
import type { AnalyticShell } from "./analytic.ts";

/** The nodes of a shell, each plane standing for half the way to its neighbours: evenly spread over `spanRad` round `centreRad`. */
export type NodeSpread = { readonly centreRad: number; readonly spanRad: number };

const TURN_RAD = 2 * Math.PI;
/** A single plane is as wide as this, rad: 1°. It is a line, and lines are not seen. */
const LEAST_SPAN_RAD = Math.PI / 180;

const clamp = (value: number) => Math.min(1, Math.max(-1, value));
const around = (angleRad: number) => angleRad - TURN_RAD * Math.round(angleRad / TURN_RAD);

/** Right ascensions of a designed shell's nodes so many minutes after its epoch. Planes are evenly spaced in their order. */
export function nodeSpreadOf({ nodesRad, constants }: AnalyticShell, minutes: number): NodeSpread {
  const first = nodesRad[0]!;
  const planeCount = nodesRad.length;
  const step = planeCount === 1 ? 0 : (((nodesRad[1]! - first) % TURN_RAD) + TURN_RAD) % TURN_RAD;
  return {
    centreRad: first + (step * (planeCount - 1)) / 2 + constants.nodeRateRadPerMinute * minutes,
    spanRad: Math.min(TURN_RAD, Math.max(LEAST_SPAN_RAD, step * planeCount)),
  };
}

/** Share of an orbit between two latitudes, given by their sines. */
export function beltShare({
  fromSine,
  toSine,
  sinInclination,
}: {
  fromSine: number;
  toSine: number;
  sinInclination: number;
}): number {
  const below = (sine: number) => Math.asin(clamp(sine / sinInclination)) / Math.PI;
  return below(toSine) - below(fromSine);
}

/**
 * Mean density over the belt between two latitudes at a right ascension, satellites per steradian, of a shell of one satellite.
 * `sinInclination` and `cosInclination`: of 0 to 180°.
 */
export function shellDensityPerSr({
  fromSine,
  toSine,
  rightAscensionRad,
  sinInclination,
  cosInclination,
  nodes: { centreRad, spanRad },
}: {
  fromSine: number;
  toSine: number;
  rightAscensionRad: number;
  sinInclination: number;
  cosInclination: number;
  nodes: NodeSpread;
}): number {
  const beltPerSr = beltShare({ fromSine, toSine, sinInclination }) / (TURN_RAD * (toSine - fromSine));
  if (spanRad >= TURN_RAD) return beltPerSr;
  const sine = (fromSine + toSine) / 2;
  // From the node to here, northward bound; southward it is half a turn less that.
  const fromNodeRad = Math.asin(clamp((sine * cosInclination) / (Math.sqrt(1 - sine * sine) * sinInclination)));
  const isIn = (nodeRad: number) => (Math.abs(around(nodeRad - centreRad)) <= spanRad / 2 ? 1 : 0);
  const northward = isIn(rightAscensionRad - fromNodeRad);
  const southward = isIn(rightAscensionRad - Math.PI + fromNodeRad);
  return (beltPerSr * (TURN_RAD / spanRad) * (northward + southward)) / 2;
}
