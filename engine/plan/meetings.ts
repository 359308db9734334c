import type { Instant } from "../geometry/instant.ts";
import type { Shell } from "../mission/mission.ts";
import { separationBetweenKm } from "../orbit/spacing.ts";
import { type DesignedShell, designElements } from "../orbit/walker.ts";

/** Two shells whose satellites may come nearer to each other than the limit. */
export type Meeting = {
  readonly a: string;
  readonly b: string;
  readonly separationKm: number;
  readonly isOneOrbit: boolean;
};

/** Pairs of planes that one plan compares: 0.1 µs each. Shells beyond that are told by their heights alone. */
const MOST_PLANE_PAIRS = 100_000;

/**
 * Pairs of designed shells that come nearer than `limitKm`. Two of one height and inclination keep their places to each other and
 * are compared plane by plane; of others only the difference of heights counts, since their planes drift past each other.
 */
export function findMeetings({
  shells,
  epoch,
  limitKm,
}: {
  shells: readonly Shell[];
  epoch: Instant;
  limitKm: number;
}): Meeting[] {
  const meetings: Meeting[] = [];
  const designs = new Map<Shell, DesignedShell>();
  const designOf = (shell: Shell) => {
    const known = designs.get(shell);
    if (known !== undefined) return known;
    const { cluster: _, ...centres } = shell;
    const design = designElements(centres, epoch);
    designs.set(shell, design);
    return design;
  };
  let left = MOST_PLANE_PAIRS;
  const byHeight = shells
    .filter(({ elementsFile }) => elementsFile === undefined)
    .sort((a, b) => a.altitudeKm! - b.altitudeKm!);
  byHeight.forEach((a, index) => {
    for (const b of byHeight.slice(index + 1)) {
      const apartKm = b.altitudeKm! - a.altitudeKm!;
      if (apartKm >= limitKm) break;
      const isOneOrbit = apartKm === 0 && a.inclinationDeg === b.inclinationDeg;
      const pairCount = isOneOrbit ? a.planeCount * b.planeCount : 0;
      if (pairCount > left) continue;
      left -= pairCount;
      const separationKm = isOneOrbit
        ? separationBetweenKm(designOf(a), designOf(b), [a.altitudeKm!, b.altitudeKm!])
        : apartKm;
      if (separationKm !== undefined && separationKm < limitKm)
        meetings.push({ a: a.name, b: b.name, separationKm, isOneOrbit });
    }
  });
  return meetings.sort((a, b) => a.separationKm - b.separationKm);
}
