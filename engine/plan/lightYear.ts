import { ASTRONOMICAL_UNIT_KM, EARTH_RADIUS_WGS84_KM, SUN_RADIUS_KM } from "../facts/constants.ts";
import { asin } from "../geometry/angles.ts";
import { parseInstant, yearOf } from "../geometry/instant.ts";
import type { Mission } from "../mission/mission.ts";
import type { MissionIssue } from "../mission/parse.ts";
import { satelliteCountOf } from "../mission/shellCount.ts";
import { circularOrbit } from "../orbit/circular.ts";
import { eclipseYear } from "../orbit/eclipse.ts";
import { shellInclinationDeg } from "../orbit/walker.ts";
import { readFlownShells } from "./flownShells.ts";
import { followedPlaneCount, nodesOf } from "./shells.ts";
import { yearOfSun } from "./sunYear.ts";

/** Half the Sun's disc at its mean distance, radians; ±1.7 % over the year, which moves an event by 0.1 s. */
const SUN_RAD = asin(SUN_RADIUS_KM / ASTRONOMICAL_UNIT_KM);

/**
 * A circular orbit of radius r is in the umbra (or touched by the penumbra) where its angle from the shadow's axis is less than
 * asin(R ⁄ r) ∓ the Sun's radius: what a cylinder of this radius gives, in closed form.
 */
const coneRadiusKm = (radiusKm: number, sunRad: number) =>
  radiusKm * Math.sin(Math.asin(EARTH_RADIUS_WGS84_KM / radiusKm) + sunRad);

/**
 * The light of each shell of the fleet through the epoch's year, by the plan's cylinder and by the cones, side by side: shares of the
 * year in the sun, and by the cones the season and the longest passage of the umbra. Means over the planes followed (at most 100 a
 * shell); seasons and longest shadows are at the local time, or of the worst plane where a shell has none. Circles, J2's node drift.
 */
export function lightYear(
  mission: Mission,
  { elementsTexts = {} }: { elementsTexts?: Readonly<Record<string, string>> } = {},
) {
  const epoch = parseInstant(mission.epoch)!;
  const flown = readFlownShells({ mission, epoch, elementsTexts });
  if (flown.issues.length > 0) return { shells: undefined, issues: flown.issues as readonly MissionIssue[] };
  const year = yearOfSun(yearOf(epoch));
  const mostPlanes = followedPlaneCount(mission.shells.length);
  const shells = mission.shells.map((shell, index) => {
    const records = flown.shells[index];
    const radiusKm = EARTH_RADIUS_WGS84_KM + (records?.altitudeKm ?? shell.altitudeKm!);
    const inclinationDeg = records?.inclinationDeg ?? shellInclinationDeg(shell)!;
    const { periodS, raanRateDegPerDay } = circularOrbit({
      radiusKm,
      inclinationDeg,
      earthRadiusKm: EARTH_RADIUS_WGS84_KM,
    });
    const { planes, middle } = nodesOf({ shell, flown: records, raanRateDegPerDay, epoch, mostPlanes });
    const follow = (shadowRadiusKm: number) => (nodeDegAt: (days: number) => number) =>
      eclipseYear({ radiusKm, inclinationDeg, nodeDegAt, periodS, year, shadowRadiusKm });
    const sunlit = (shadowRadiusKm: number) => planes.map(follow(shadowRadiusKm));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const cone = sunlit(coneRadiusKm(radiusKm, SUN_RAD));
    const umbra = (middle ? [middle] : planes).map(follow(coneRadiusKm(radiusKm, -SUN_RAD)));
    return {
      name: shell.name,
      satelliteCount: satelliteCountOf(shell),
      sunlitFraction: mean(sunlit(EARTH_RADIUS_WGS84_KM).map((each) => each.sunlitFraction)),
      coneSunlitFraction: mean(cone.map((each) => each.sunlitFraction)),
      umbraDaysPerYear: Math.max(...umbra.map((each) => each.eclipseDaysPerYear)),
      longestUmbraS: Math.max(...umbra.map((each) => each.longestEclipseS)),
      /** At 00:00 UTC of each day, by the cones. */
      dailySunlitFraction: Array.from(
        { length: year.days.length - 1 },
        (_, day) => 1 - mean(cone.map((each) => each.fractions[day]!)),
      ),
    };
  });
  return { shells, issues: [] as readonly MissionIssue[] };
}

export type LightYear = NonNullable<ReturnType<typeof lightYear>["shells"]>;
