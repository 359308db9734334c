import type { Instant } from "../geometry/instant.ts";
import type { Shell } from "../mission/mission.ts";
import { HEIGHT_TERMS_KM, type HeightProfile, heightGapKm, heightProfile } from "../orbit/crossing.ts";
import { separationBetweenKm } from "../orbit/spacing.ts";
import { type DesignedShell, designElements } from "../orbit/walker.ts";

/** Two shells whose satellites may come nearer to each other than the limit. */
export type Meeting = {
  readonly a: string;
  readonly b: string;
  readonly separationKm: number;
  readonly isOneOrbit: boolean;
};

/** Pairs of planes that one plan compares: 1 µs each, most of them by their circles. Shells beyond that are left out. */
const MOST_PLANE_PAIRS = 20_000;

/**
 * Pairs of designed shells that come nearer than `limitKm`. Two of one height and inclination keep their places to each other and
 * are compared plane by plane; of others only the difference of heights counts, J2's and J3's terms in it, since their planes drift
 * past each other.
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
  const profiles = new Map<Shell, HeightProfile | undefined>();
  const profileOf = (shell: Shell) => {
    if (!profiles.has(shell)) profiles.set(shell, heightProfile(shell));
    return profiles.get(shell);
  };
  const gapKm = (a: Shell, b: Shell) => {
    const [profileA, profileB] = [profileOf(a), profileOf(b)];
    return profileA && profileB ? heightGapKm(profileA, profileB) : b.altitudeKm! - a.altitudeKm!;
  };
  let left = MOST_PLANE_PAIRS;
  const byHeight = shells
    .filter(({ elementsFile }) => elementsFile === undefined)
    .sort((a, b) => a.altitudeKm! - b.altitudeKm!);
  byHeight.forEach((a, index) => {
    for (const b of byHeight.slice(index + 1)) {
      const apartKm = b.altitudeKm! - a.altitudeKm!;
      if (apartKm >= limitKm + HEIGHT_TERMS_KM) break;
      const isOneOrbit = apartKm === 0 && a.inclinationDeg === b.inclinationDeg;
      const pairCount = isOneOrbit ? a.planeCount * b.planeCount : 0;
      if (pairCount > left) continue;
      left -= pairCount;
      const separationKm = isOneOrbit ? separationBetweenKm(designOf(a), designOf(b), a) : gapKm(a, b);
      if (separationKm !== undefined && separationKm < limitKm)
        meetings.push({ a: a.name, b: b.name, separationKm, isOneOrbit });
    }
  });
  return meetings.sort((a, b) => a.separationKm - b.separationKm);
}
