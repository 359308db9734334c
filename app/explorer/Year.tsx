import { useEffect, useRef, useState } from "react";
import { addSeconds, format, secondsBetween, yearOf } from "#engine";
import { clockStore } from "../state/clock.ts";
import { useView } from "../state/use.ts";
import type { EclipseSeason } from "../worker/messages.ts";
import { monthNames, monthStartDay, writeDay, yearSpan } from "./instants.ts";
import { seasonGradient, seasonRuns } from "./season.ts";
import { eventAt, type TimeEvent } from "./timeEvents.ts";

const READ_MS = 200;
const HOUR_S = 3600;
const DAY_S = 86_400;

/** The year that the clock shows. */
export function useShownYear(): number {
  const [year, setYear] = useState(() => yearOf(clockStore.getState().instantAt()));
  const isFront = useView(({ view }) => view === "explore");
  useEffect(() => {
    const read = () => setYear(yearOf(clockStore.getState().instantAt()));
    read();
    const stop = clockStore.subscribe(read);
    const timer = isFront ? setInterval(read, READ_MS) : undefined;
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [isFront]);
  return year;
}

function SeasonWords({ year, season }: { year: number; season: EclipseSeason | undefined }) {
  if (season === undefined) return <>No one local time: some planes are always in season.</>;
  const runs = seasonRuns(season.dailyEclipseS);
  if (runs.length === 0) return <>{`No shadow in ${year}: the orbit rides the line of dawn all year.`}</>;
  const { start } = yearSpan(year);
  return (
    <>
      Eclipse season{" "}
      {runs.map(({ firstDay, lastDay, longestDay }, row) => (
        <span key={firstDay}>
          {row > 0 && " and "}
          <button
            type="button"
            className="link"
            onClick={() => clockStore.getState().setInstant(addSeconds(start, longestDay * DAY_S))}
          >
            {writeDay(year, firstDay)} to {writeDay(year, lastDay)}
          </button>
        </span>
      ))}
      , {format(season.longestEclipseS, "S")} at most
    </>
  );
}

/** The year as a line: months, the shell's eclipse season as a band, events as marks, the shown moment as one that can be dragged. */
export function Year({
  year,
  season,
  yearEvents,
}: {
  year: number;
  season: EclipseSeason | undefined;
  yearEvents: readonly TimeEvent[];
}) {
  const range = useRef<HTMLInputElement>(null);
  const [onLabel, setOnLabel] = useState("");
  const isFront = useView(({ view }) => view === "explore");
  const { start, dayCount } = yearSpan(year);

  useEffect(() => {
    const read = () => {
      const instant = clockStore.getState().instantAt();
      const shownYear = yearOf(instant);
      const span = yearSpan(shownYear);
      const days = secondsBetween(span.start, instant) / DAY_S;
      setOnLabel(eventAt(yearEvents, instant)?.label ?? "");
      const element = range.current;
      if (element === null) return;
      element.value = String(days * 24);
      element.setAttribute("aria-valuetext", writeDay(shownYear, days));
      element.parentElement?.style.setProperty("--at", String(days / span.dayCount));
    };
    read();
    const stop = clockStore.subscribe(read);
    const timer = isFront ? setInterval(read, READ_MS) : undefined;
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [isFront, yearEvents]);

  return (
    <div className="year">
      <div className="year-track">
        <div
          className="year-season"
          style={{ backgroundImage: season ? seasonGradient(season.dailyEclipseS, "var(--dusk)") : "none" }}
        />
        {monthNames.map((name, month) => {
          const left = (monthStartDay(year, month) / dayCount) * 100;
          return (
            <span key={name} className="year-month" style={{ left: `${left}%` }}>
              {name}
            </span>
          );
        })}
        {yearEvents.map(({ kind, label, instant }) => (
          <span
            key={`${label} ${instant.day}`}
            className="year-event"
            data-kind={kind}
            aria-hidden="true"
            style={{ left: `${(secondsBetween(start, instant) / DAY_S / dayCount) * 100}%` }}
          />
        ))}
        <span className="year-now" aria-hidden="true" />
        <input
          ref={range}
          type="range"
          min={0}
          max={dayCount * 24 - 1}
          step="any"
          aria-label={`Day of ${year}`}
          onChange={(event) => clockStore.getState().setInstant(addSeconds(start, Number(event.target.value) * HOUR_S))}
          onKeyDown={(event) => {
            const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageDown: -30, PageUp: 30 };
            const days = steps[event.key];
            if (days === undefined) return;
            event.preventDefault();
            clockStore.getState().stepBy(days * DAY_S);
          }}
        />
      </div>
      <p className="year-words">
        {onLabel !== "" && <strong className="year-on">{onLabel}. </strong>}
        <SeasonWords year={year} season={season} />
      </p>
    </div>
  );
}
