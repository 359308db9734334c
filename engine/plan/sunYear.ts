import { dayOfYearStart, daysSinceJ2000 } from "../geometry/instant.ts";
import type { YearOfSun } from "../orbit/eclipse.ts";
import { sunAt } from "../orbit/sun.ts";

/**
 * The Sun at 00:00 UTC of each day of the calendar year `year` and of the first day after it. Daily samples find a season to 0.002 day and
 * its longest shadow to 1e-5 s against a hundred a day.
 */
export function yearOfSun(year: number): YearOfSun {
  const firstDay = dayOfYearStart(year);
  const count = dayOfYearStart(year + 1) - firstDay + 1;
  const days = new Float64Array(count);
  const sunUnits = new Float64Array(count * 3);
  for (let i = 0; i < count; i++) {
    const instant = { day: firstDay + i, secondS: 0 };
    days[i] = daysSinceJ2000(instant);
    sunUnits.set(sunAt(instant).sunTemeUnit, i * 3);
  }
  return { days, sunUnits };
}
