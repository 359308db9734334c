/** Runs of days with shadow in a year, 0 = 1 January; a season over New Year makes two. */
export type SeasonRun = { readonly firstDay: number; readonly lastDay: number; readonly longestDay: number };

export function seasonRuns(dailyEclipseS: readonly number[]): readonly SeasonRun[] {
  const runs: SeasonRun[] = [];
  let firstDay: number | undefined;
  dailyEclipseS.forEach((eclipseS, day) => {
    if (eclipseS > 0) firstDay ??= day;
    const isEnd = firstDay !== undefined && (eclipseS <= 0 || day === dailyEclipseS.length - 1);
    if (!isEnd || firstDay === undefined) return;
    const lastDay = eclipseS > 0 ? day : day - 1;
    let longestDay = firstDay;
    for (let each = firstDay; each <= lastDay; each++)
      if (dailyEclipseS[each]! > dailyEclipseS[longestDay]!) longestDay = each;
    runs.push({ firstDay, lastDay, longestDay });
    firstDay = undefined;
  });
  return runs;
}

/** A gradient that is as strong as the day's shadow is long, for the band of a timeline. */
export function seasonGradient(dailyEclipseS: readonly number[], colour: string): string {
  const longestS = Math.max(...dailyEclipseS);
  if (!(longestS > 0)) return "none";
  const dayCount = dailyEclipseS.length;
  const stops: string[] = [];
  for (let day = 0; day < dayCount; day += 2) {
    const share = Math.round((dailyEclipseS[day]! / longestS) * 100);
    stops.push(`color-mix(in srgb, ${colour} ${share}%, transparent) ${((day / (dayCount - 1)) * 100).toFixed(2)}%`);
  }
  return `linear-gradient(90deg, ${stops.join(", ")})`;
}
