import { parseInstant } from "../geometry/instant.ts";
import type { Shell } from "../mission/mission.ts";
import { separationBetweenKm, widestPhasing } from "../orbit/spacing.ts";
import { designElements } from "../orbit/walker.ts";

/** First nodes that are tried for a shell beside another. */
const NODE_STEPS = 720;

/** A key of what the widest phasing depends on: the height is only a scale. */
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
    const altitudesKm = [wide.altitudeKm!, wide.altitudeKm!] as const;
    let best = { raanDeg: 0, separationKm: -1 };
    for (let step = 0; step < NODE_STEPS; step++) {
      const raanDeg = (step * wide.raanSpreadDeg) / (wide.planeCount * NODE_STEPS);
      const design = designElements({ ...wide, raanDeg }, instant);
      const separationKm = Math.min(...beside.map((each) => separationBetweenKm(each, design, altitudesKm) ?? 0));
      if (separationKm > best.separationKm) best = { raanDeg, separationKm };
    }
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
