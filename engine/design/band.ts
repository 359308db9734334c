import { parseInstant } from "../geometry/instant.ts";
import type { Shell } from "../mission/mission.ts";
import { circleSeparationBetweenKm, separationBetweenKm, widestPhasing } from "../orbit/spacing.ts";
import { designElements } from "../orbit/walker.ts";

/** First nodes that are tried for a shell beside another, and how many of them, the widest on circles, are flown. */
const NODE_STEPS = 720;
const FLOWN_NODES = 24;

/** A key of what the widest phasing depends on: the height is a scale, and moves J2's and J3's shifts by little. */
const latticeKey = ({ altitudeKm: _, name: __, inclinationDeg, ...lattice }: Shell, altitudeKm: number | undefined) =>
  JSON.stringify([lattice, inclinationDeg === "sun-synchronous" ? altitudeKm : inclinationDeg]);

/**
 * Shells with the Walker phasing that keeps their satellites farthest apart; one that has height and inclination of a shell before
 * it also gets the first node, of 720 up to its next plane, that keeps it farthest from those. Local times stay.
 */
export function keepApart(shells: readonly Shell[], epoch: string): Shell[] {
  const instant = parseInstant(epoch)!;
  const known = new Map<string, number>();
  const phased: Shell[] = [];
  for (const shell of shells) {
    const key = latticeKey(shell, shell.altitudeKm);
    const phasingCount = known.get(key) ?? widestPhasing(shell)?.phasingCount ?? 0;
    known.set(key, phasingCount);
    const wide: Shell = phasingCount === 0 ? shell : { ...shell, phasingCount };
    const beside = phased
      .filter((each) => each.altitudeKm === wide.altitudeKm && each.inclinationDeg === wide.inclinationDeg)
      .map((each) => designElements(each, instant));
    if (beside.length === 0 || wide.raanSpreadDeg === undefined) {
      phased.push(wide);
      continue;
    }
    const tries = Array.from({ length: NODE_STEPS }, (_, step) => {
      const raanDeg = (step * wide.raanSpreadDeg!) / (wide.planeCount * NODE_STEPS);
      const design = designElements({ ...wide, raanDeg }, instant);
      const onCirclesKm = Math.min(
        ...beside.map((each) => circleSeparationBetweenKm(each, design, wide.altitudeKm!) ?? 0),
      );
      return { raanDeg, design, onCirclesKm };
    });
    const flown = tries
      .sort((one, other) => other.onCirclesKm - one.onCirclesKm)
      .slice(0, FLOWN_NODES)
      .map(({ raanDeg, design }) => ({
        raanDeg,
        separationKm: Math.min(...beside.map((each) => separationBetweenKm(each, design, wide) ?? 0)),
      }));
    const best = flown.reduce((one, other) => (other.separationKm > one.separationKm ? other : one));
    phased.push({ ...wide, raanDeg: best.raanDeg });
  }
  return phased;
}

/**
 * Stacked shells, one above the other `stepKm` apart from `lowestKm` on: a band of heights. What a shell is like `shellAt` says.
 * Satellites of shells of one inclination stay `stepKm` apart in height, since J2 and J3 lift all of them alike over one latitude.
 */
export function stackShells({
  shellCount,
  lowestKm,
  stepKm,
  shellAt,
}: {
  shellCount: number;
  lowestKm: number;
  stepKm: number;
  shellAt: (index: number) => Omit<Shell, "altitudeKm">;
}): Shell[] {
  return Array.from({ length: shellCount }, (_, index) => ({
    ...shellAt(index),
    // To a millimetre, so that the document shows what was meant.
    altitudeKm: Math.round((lowestKm + stepKm * index) * 1e6) / 1e6,
  }));
}
