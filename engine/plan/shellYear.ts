import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import {
  dayOfYearStart,
  daysSinceJ2000,
  formatInstant,
  type Instant,
  parseInstant,
  yearOf,
} from "../geometry/instant.ts";
import type { Mission } from "../mission/mission.ts";
import { betaRad, eclipseFraction } from "../orbit/eclipse.ts";
import { readFlownShells } from "./flownShells.ts";
import type { Plan } from "./plan.ts";
import { middleNodeDeg } from "./shells.ts";
import { yearOfSun } from "./sunYear.ts";

/**
 * β and shadow of one shell at 00:00 UTC of each day of the epoch's year, in the plane at its local time (a Walker shell: its first plane),
 * by the same cylinder and nodes as the plan's own season.
 */
export function shellYear({
  mission,
  plan,
  shellIndex,
  elementsTexts = {},
}: {
  mission: Mission;
  plan: Plan;
  shellIndex: number;
  elementsTexts?: Readonly<Record<string, string>>;
}) {
  const { altitudeKm, inclinationDeg, raanRateDegPerDay, periodS } = plan.shells[shellIndex]!;
  const shell = mission.shells[shellIndex]!;
  const epoch = parseInstant(mission.epoch)!;
  const flown =
    shell.elementsFile === undefined
      ? undefined
      : readFlownShells({ mission, epoch, elementsTexts }).shells[shellIndex];
  const year = yearOf(epoch);
  const firstDay = dayOfYearStart(year);
  const { sunUnits } = yearOfSun(year);
  const radiusKm = EARTH_RADIUS_WGS84_KM + altitudeKm;
  const inclinationRad = (inclinationDeg * Math.PI) / 180;
  // Every node turns evenly, with the mean Sun or by J2: two of its places give all.
  const nodeDegOn = (day: number) =>
    middleNodeDeg({ shell, flown, raanRateDegPerDay, epoch, days: daysSinceJ2000({ day, secondS: 0 }) });
  const firstNodeDeg = nodeDegOn(firstDay);
  const endDay = dayOfYearStart(year + 1);
  const nodeRateDegPerDay = (nodeDegOn(endDay) - firstNodeDeg) / (endDay - firstDay);
  const dailyBetaDeg: number[] = [];
  const dailyEclipseS: number[] = [];
  for (let i = 0; firstDay + i < endDay; i++) {
    const nodeDeg = firstNodeDeg + nodeRateDegPerDay * i;
    const beta = betaRad({
      inclinationRad,
      nodeRad: (nodeDeg * Math.PI) / 180,
      sunUnit: [sunUnits[3 * i]!, sunUnits[3 * i + 1]!, sunUnits[3 * i + 2]!],
    });
    dailyBetaDeg.push((beta * 180) / Math.PI);
    dailyEclipseS.push(eclipseFraction({ radiusKm, betaRad: beta }) * periodS);
  }
  const deepest = dailyEclipseS.reduce((best, each, i) => (each > dailyEclipseS[best]! ? i : best), 0);
  const instantOf = (i: number): Instant => ({ day: firstDay + i, secondS: 0 });
  return {
    year,
    /** `YYYY-MM-DD` of each day. */
    days: dailyBetaDeg.map((_, i) => formatInstant(instantOf(i)).slice(0, 10)),
    dailyBetaDeg,
    dailyEclipseS,
    /** Place of the day with the longest shadow in the arrays; the first day where none has one. */
    deepest,
    deepestInstant: instantOf(deepest),
  };
}
