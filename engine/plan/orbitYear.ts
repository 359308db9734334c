import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { dayOfYearStart, daysSinceJ2000 } from "../geometry/instant.ts";
import { circularOrbit } from "../orbit/circular.ts";
import { dragOfCircularOrbit } from "../orbit/decay.ts";
import { betaRad, eclipseYear } from "../orbit/eclipse.ts";
import { sunSynchronousInclinationDeg } from "../orbit/sunSynchronous.ts";
import { meanSunDeg } from "../orbit/walker.ts";
import { yearOfSun } from "./sunYear.ts";

/**
 * One orbit's year: shadow season by the cylinder, β at 00:00 UTC of each day, drag for a given mass per drag area.
 * A sun-synchronous node keeps its local time; any other starts the year there and drifts by J2.
 * `dragDeltaVMPerSPerYear` and `lifetimeYears` are left out above the atmosphere table's 1,000 km.
 */
export function orbitYear({
  altitudeKm,
  inclinationDeg: inclination,
  ltanH,
  year,
  ballisticMassKgPerM2,
}: {
  altitudeKm: number;
  inclinationDeg: number | "sun-synchronous";
  ltanH: number;
  year: number;
  ballisticMassKgPerM2: number;
}) {
  const inclinationDeg =
    inclination === "sun-synchronous" ? sunSynchronousInclinationDeg({ altitudeKm })! : inclination;
  const radiusKm = EARTH_RADIUS_WGS84_KM + altitudeKm;
  const orbit = circularOrbit({ radiusKm, inclinationDeg, earthRadiusKm: EARTH_RADIUS_WGS84_KM });
  const startDays = daysSinceJ2000({ day: dayOfYearStart(year), secondS: 0 });
  const localDeg = 15 * (ltanH - 12);
  const nodeDegAt =
    inclination === "sun-synchronous"
      ? (days: number) => meanSunDeg(days) + localDeg
      : (days: number) => meanSunDeg(startDays) + localDeg + orbit.raanRateDegPerDay * (days - startDays);
  const sun = yearOfSun(year);
  const {
    fractions,
    sunAngles: _,
    ...season
  } = eclipseYear({
    radiusKm,
    inclinationDeg,
    nodeDegAt,
    periodS: orbit.periodS,
    year: sun,
  });
  const dayCount = sun.days.length - 1;
  const dailyBetaDeg = Array.from({ length: dayCount }, (_, i) => {
    const sunUnit = [sun.sunUnits[3 * i]!, sun.sunUnits[3 * i + 1]!, sun.sunUnits[3 * i + 2]!] as const;
    const beta = betaRad({
      inclinationRad: (inclinationDeg * Math.PI) / 180,
      nodeRad: (nodeDegAt(sun.days[i]!) * Math.PI) / 180,
      sunUnit,
    });
    return (beta * 180) / Math.PI;
  });
  const dailyEclipseS = Array.from({ length: dayCount }, (_, i) => fractions[i]! * orbit.periodS);
  return {
    altitudeKm,
    inclinationDeg,
    ltanH,
    year,
    ...orbit,
    ...season,
    dailyBetaDeg,
    dailyEclipseS,
    ...dragOfCircularOrbit({ altitudeKm, ballisticMassKgPerM2 }),
  };
}

export type OrbitYear = ReturnType<typeof orbitYear>;
