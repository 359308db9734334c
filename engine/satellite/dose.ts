import { DOSE_YEARS, doseHeights, doseShieldingsMm, doseTable } from "../facts/radiation.ts";

const GY_PER_RAD = 0.01;
/** Below this a dose is none; its logarithm has to exist. */
const LEAST_RAD = 1e-3;

/** Between points of a table, both axes logarithmic; beyond its ends the last slope goes on. */
function alongLogs(points: readonly (readonly [number, number])[], at: number): number {
  if (points.length === 1) return points[0]![1];
  const next = points.findIndex(([x]) => x >= at);
  const i = Math.max(1, next < 0 ? points.length - 1 : next);
  const [x0, y0] = points[i - 1]!;
  const [x1, y1] = points[i]!;
  const share = Math.log(at / x0) / Math.log(x1 / x0);
  return Math.exp(Math.log(Math.max(LEAST_RAD, y0)) * (1 - share) + Math.log(Math.max(LEAST_RAD, y1)) * share);
}

/** Dose of five years at 550 km, rad(Si): logarithmic between thicknesses, linear in its logarithm between inclinations. */
export function doseAt550Rad({ inclinationDeg, shieldingMm }: { inclinationDeg: number; shieldingMm: number }): number {
  const next = Math.max(
    1,
    doseTable.findIndex(([degrees]) => degrees >= inclinationDeg),
  );
  const behind = ([, doses]: (typeof doseTable)[number]) =>
    Math.log(
      Math.max(
        LEAST_RAD,
        alongLogs(
          doseShieldingsMm.map((mm, i) => [mm, doses[i]!] as const),
          shieldingMm,
        ),
      ),
    );
  const [from, to] = [doseTable[next - 1]!, doseTable[next]!];
  const share = Math.min(1, (inclinationDeg - from[0]) / (to[0] - from[0]));
  return Math.exp(behind(from) * (1 - share) + behind(to) * share);
}

/** Ratio of the dose at a height to that at 550 km. An estimate: see facts/radiation.ts. */
export const doseHeightRatio = (altitudeKm: number) => alongLogs(doseHeights, altitudeKm);

/**
 * Dose over the design life behind the shielding, its margin to the memory's limit, and upsets a year.
 * A mission's own table (five years, its own orbit) takes the place of ours and needs no height ratio.
 */
export function sizeDose({
  inclinationDeg,
  altitudeKm,
  shieldingM,
  lifeYears,
  doseLimitGy,
  upsetDoseGy,
  chipCount,
  doseTable: own,
}: {
  inclinationDeg: number;
  altitudeKm: number;
  shieldingM: number;
  lifeYears: number;
  doseLimitGy: number;
  upsetDoseGy: number;
  chipCount: number;
  doseTable?: readonly { readonly shieldingM: number; readonly doseGy: number }[] | undefined;
}) {
  const heightRatio = own ? 1 : doseHeightRatio(altitudeKm);
  const fiveYearsGy = own
    ? alongLogs(
        own.map((row) => [row.shieldingM, row.doseGy] as const).toSorted(([a], [b]) => a - b),
        shieldingM,
      )
    : doseAt550Rad({ inclinationDeg, shieldingMm: shieldingM * 1000 }) * GY_PER_RAD * heightRatio;
  const doseGy = (fiveYearsGy * lifeYears) / DOSE_YEARS;
  return {
    doseHeightRatio: heightRatio,
    doseGy,
    doseMarginRatio: doseLimitGy / doseGy,
    upsetsPerYearCount: (chipCount * doseGy) / lifeYears / upsetDoseGy,
  };
}
