import { dayOfYearStart, daysSinceJ2000 } from "../geometry/instant.ts";
import type { YearOfSun } from "../orbit/eclipse.ts";
import { sunAt } from "../orbit/sun.ts";

/** The Sun through the calendar year `year`, `samplesPerDay` times a day, both ends included. */
export function yearOfSun({ year, samplesPerDay }: { year: number; samplesPerDay: number }): YearOfSun {
  const firstDay = dayOfYearStart(year);
  const count = (dayOfYearStart(year + 1) - firstDay) * samplesPerDay + 1;
  const days = new Float64Array(count);
  const sunUnits = new Float64Array(count * 3);
  for (let i = 0; i < count; i++) {
    const whole = Math.floor(i / samplesPerDay);
    const instant = { day: firstDay + whole, secondS: ((i - whole * samplesPerDay) / samplesPerDay) * 86400 };
    days[i] = daysSinceJ2000(instant);
    sunUnits.set(sunAt(instant).sunTemeUnit, i * 3);
  }
  return { days, sunUnits };
}

/** Every `step`-th sample of a year, its ends kept. */
export function thinYear({ year, step }: { year: YearOfSun; step: number }): YearOfSun {
  const count = Math.floor((year.days.length - 1) / step) + 1;
  const days = Float64Array.from({ length: count }, (_, i) => year.days[i * step]!);
  const sunUnits = Float64Array.from(
    { length: count * 3 },
    (_, i) => year.sunUnits[Math.floor(i / 3) * step * 3 + (i % 3)]!,
  );
  return { days, sunUnits };
}
