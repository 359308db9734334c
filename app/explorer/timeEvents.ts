/** What happens in a year, as moments to go to. */
import { addSeconds, format, type Instant, type SunSeasonName, secondsBetween, sunSeasons } from "#engine";
import type { EclipseSeason } from "../worker/messages.ts";
import { yearSpan } from "./instants.ts";
import { seasonRuns } from "./season.ts";

export type TimeEvent = {
  readonly kind: "sun" | "eclipse" | "route";
  readonly label: string;
  readonly instant: Instant;
  /** Known to the day only. */
  readonly isDay: boolean;
};

const sunLabels: Readonly<Record<SunSeasonName, string>> = {
  marchEquinox: "March equinox",
  juneSolstice: "June solstice",
  septemberEquinox: "September equinox",
  decemberSolstice: "December solstice",
};

const byTime = (a: TimeEvent, b: TimeEvent) => secondsBetween(b.instant, a.instant);

/** Begin, longest day and end of a year's eclipse seasons; what goes on over New Year neither begins nor ends there. */
export function eclipseEvents({ year, dailyEclipseS }: Pick<EclipseSeason, "year" | "dailyEclipseS">): TimeEvent[] {
  const { start } = yearSpan(year);
  const on = (day: number, label: string): TimeEvent => ({
    ...{ kind: "eclipse", label, isDay: true },
    instant: addSeconds(start, day * 86_400),
  });
  return seasonRuns(dailyEclipseS).flatMap(({ firstDay, lastDay, longestDay }) => [
    ...(firstDay > 0 ? [on(firstDay, "Eclipse season begins")] : []),
    on(longestDay, `Longest shadow, ${format(dailyEclipseS[longestDay]!, "S")}`),
    ...(lastDay < dailyEclipseS.length - 1 ? [on(lastDay, "Eclipse season ends")] : []),
  ]);
}

/** Equinoxes and solstices; a year beyond the clock's has none. */
export const sunEvents = (year: number): TimeEvent[] =>
  year < 1957 || year > 2100
    ? []
    : sunSeasons(year).map(({ name, instant }) => ({ kind: "sun", label: sunLabels[name], instant, isDay: false }));

export const inOrder = (events: readonly TimeEvent[]): readonly TimeEvent[] => [...events].sort(byTime);

/** The next event after a moment, or the last before it; half a minute away counts as there. */
export function neighbourEvent(events: readonly TimeEvent[], at: Instant, isLater: boolean): TimeEvent | undefined {
  const THERE_S = 30;
  return isLater
    ? events.find(({ instant }) => secondsBetween(at, instant) > THERE_S)
    : events.findLast(({ instant }) => secondsBetween(at, instant) < -THERE_S);
}

/** The event that is on at a moment: its day, or its hour. */
export function eventAt(events: readonly TimeEvent[], at: Instant): TimeEvent | undefined {
  return events.find(({ instant, isDay }) => {
    const sinceS = secondsBetween(instant, at);
    return isDay ? sinceS >= 0 && sinceS < 86_400 : Math.abs(sinceS) < 3600;
  });
}
