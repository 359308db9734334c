/**
 * A close formation: satellites of equal semi-major axis round a centre, each with an eccentricity vector of its own.
 *
 * Seen from the centre such a satellite runs once an orbit round a 2:1 ellipse, (radial, along-track) = (−a e cos M, 2 a e sin M)
 * (Hill's equations without drift). In the plane of (radial, along-track ÷ 2) that is a circle, so a hexagonal lattice there
 * turns as a rigid body: neighbours stay one spacing (radially) to two spacings (along the track) apart for good.
 * Left out: terms in e² (for lattices of 10 km radius 15 m) and J2's differences across the cluster (about 1 m in 0.5 km).
 */
import { DEG_PER_RAD } from "../geometry/angles.ts";

/** Where a member flies in the lattice: the eccentricity that takes it there and the mean anomaly at which it starts. */
export type ClusterMember = { readonly eccentricityRatio: number; readonly meanAnomalyDeg: number };
export type Cluster = { readonly satelliteCount: number; readonly spacingM: number };

/** Lattice coordinates, whole: the point q (1, 0) + r (½, √3 ⁄ 2). */
type LatticePoint = readonly [q: number, r: number];

/** Squared distance from the centre, in spacings. */
const squareOf = ([q, r]: LatticePoint) => q * q + q * r + r * r;

/**
 * The `satelliteCount` points of a hexagonal lattice that are nearest to its centre, the centre first, opposite points next to
 * each other: an odd count has its centroid in the centre.
 */
export function hexagonalLattice(satelliteCount: number): LatticePoint[] {
  // A disc of radius ρ holds about 2π ρ² ⁄ √3 points; two rings more hold all that may tie.
  const reach = Math.ceil(Math.sqrt((satelliteCount * Math.sqrt(3)) / (2 * Math.PI)) * (2 / Math.sqrt(3))) + 2;
  const points: {
    readonly point: LatticePoint;
    readonly square: number;
    readonly turn: number;
    readonly half: number;
  }[] = [];
  for (let q = -reach; q <= reach; q++)
    for (let r = -reach; r <= reach; r++) {
      const half = r > 0 || (r === 0 && q > 0) ? 0 : 1;
      const sign = half === 0 ? 1 : -1;
      const turn = Math.atan2((sign * r * Math.sqrt(3)) / 2, sign * (q + r / 2));
      points.push({ point: [q, r], square: squareOf([q, r]), turn, half });
    }
  points.sort((a, b) => a.square - b.square || a.turn - b.turn || a.half - b.half);
  return points.slice(0, satelliteCount).map(({ point }) => point);
}

/** Radius of the lattice, m; along the track the cluster reaches twice as far. */
export const clusterRadiusM = ({ satelliteCount, spacingM }: Cluster) =>
  spacingM * Math.sqrt(Math.max(...hexagonalLattice(satelliteCount).map(squareOf)));

/** SGP4 flies no smaller eccentricity: it raises it to this. */
const LEAST_FLOWN_ECCENTRICITY_RATIO = 1e-6;

/**
 * Members of a cluster round a circle of `semiMajorAxisKm`. The centre has the least eccentricity that SGP4 flies, 7 m, and the
 * others are counted from it, not from the circle: else it alone would leave its place in the lattice.
 */
export function clusterMembers({
  cluster: { satelliteCount, spacingM },
  semiMajorAxisKm,
}: {
  cluster: Cluster;
  semiMajorAxisKm: number;
}): ClusterMember[] {
  return hexagonalLattice(satelliteCount).map(([q, r]) => {
    const radialKm = ((q + r / 2) * spacingM) / 1000 - LEAST_FLOWN_ECCENTRICITY_RATIO * semiMajorAxisKm;
    const halfAlongKm = ((r * Math.sqrt(3)) / 2) * (spacingM / 1000);
    return {
      eccentricityRatio: Math.hypot(radialKm, halfAlongKm) / semiMajorAxisKm,
      meanAnomalyDeg: Math.atan2(halfAlongKm, -radialKm) * DEG_PER_RAD,
    };
  });
}

/** Lattice neighbours, each pair once, the lower member first: [pairCount × 2]. */
export function clusterNeighbours(satelliteCount: number): Uint32Array {
  const points = hexagonalLattice(satelliteCount);
  const memberAt = new Map(points.map(([q, r], member) => [`${q},${r}`, member]));
  const pairs: number[] = [];
  points.forEach(([q, r], member) => {
    for (const [dq, dr] of [
      [1, 0],
      [0, 1],
      [-1, 1],
    ] as const) {
      const other = memberAt.get(`${q + dq},${r + dr}`);
      if (other !== undefined) pairs.push(Math.min(member, other), Math.max(member, other));
    }
  });
  return Uint32Array.from(pairs);
}
