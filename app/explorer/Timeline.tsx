import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { addSeconds, format, secondsBetween, yearOf } from "#engine";
import { clockRatios, clockStore } from "../state/clock.ts";
import { useView } from "../state/use.ts";
import { DateField } from "./DateField.tsx";
import { monthNames, monthStartDay, writeDay, yearSpan } from "./instants.ts";
import { seasonGradient, seasonRuns } from "./season.ts";
import { useSeason } from "./useSeason.ts";
import "./timeline.css";

const READ_MS = 200;
const HOUR_S = 3600;

function PlayButton() {
  const paused = useStore(clockStore, (state) => state.paused);
  const { setPaused } = clockStore.getState();
  return (
    <button
      type="button"
      className="play"
      aria-label={paused ? "Play" : "Pause"}
      title={`${paused ? "Play" : "Pause"}  Space`}
      onClick={() => setPaused(!paused)}
    >
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
        {paused ? (
          <path d="M8 5.500v13l10.500-6.500z" />
        ) : (
          <path d="M7.500 5.500h3.200v13H7.500zM13.300 5.500h3.200v13h-3.200z" />
        )}
      </svg>
    </button>
  );
}

function Speeds() {
  const clockRatio = useStore(clockStore, (state) => state.clockRatio);
  const { setClockRatio } = clockStore.getState();
  const isBackward = clockRatio < 0;
  return (
    <fieldset className="speeds">
      <legend className="unseen">Speed of the clock</legend>
      {clockRatios.map((ratio) => (
        <button
          key={ratio}
          type="button"
          aria-pressed={Math.abs(clockRatio) === ratio}
          onClick={() => setClockRatio(isBackward ? -ratio : ratio)}
        >
          ×{ratio}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={isBackward}
        aria-label="Backward"
        title="Backward"
        onClick={() => setClockRatio(-clockRatio)}
      >
        <svg viewBox="0 0 24 24" width="14" height="14" aria-hidden="true">
          <path d="M12 6 4.500 12l7.500 6zM20 6l-7.500 6 7.500 6z" />
        </svg>
      </button>
    </fieldset>
  );
}

/** The year as a line: months, the shell's eclipse season as a band, the shown moment as a mark that can be dragged. */
function Year() {
  const [year, setYear] = useState(() => yearOf(clockStore.getState().instantAt()));
  const range = useRef<HTMLInputElement>(null);
  const isFront = useView(({ view }) => view === "explore");
  const season = useSeason(year);
  const { start, dayCount } = yearSpan(year);
  const runs = season === undefined ? [] : seasonRuns(season.dailyEclipseS);

  useEffect(() => {
    const read = () => {
      const instant = clockStore.getState().instantAt();
      setYear(yearOf(instant));
      const element = range.current;
      if (element === null) return;
      const hours = secondsBetween(yearSpan(yearOf(instant)).start, instant) / HOUR_S;
      element.value = String(hours);
      element.setAttribute("aria-valuetext", writeDay(yearOf(instant), hours / 24));
      element.parentElement?.style.setProperty("--at", String(hours / 24 / yearSpan(yearOf(instant)).dayCount));
    };
    read();
    const stop = clockStore.subscribe(read);
    const timer = isFront ? setInterval(read, READ_MS) : undefined;
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [isFront]);

  const goToDay = (day: number) => clockStore.getState().setInstant(addSeconds(start, day * 86400));
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
            const { instantAt, setInstant } = clockStore.getState();
            setInstant(addSeconds(instantAt(), days * 86400));
          }}
        />
      </div>
      <p className="year-words">
        {season === undefined ? (
          "No one local time: some planes are always in season."
        ) : runs.length === 0 ? (
          `No shadow in ${year}: the orbit rides the line of dawn all year.`
        ) : (
          <>
            Eclipse season{" "}
            {runs.map(({ firstDay, lastDay, longestDay }, row) => (
              <span key={firstDay}>
                {row > 0 && " and "}
                <button type="button" className="link" onClick={() => goToDay(longestDay)}>
                  {writeDay(year, firstDay)} to {writeDay(year, lastDay)}
                </button>
              </span>
            ))}
            , {format(season.longestEclipseS, "S")} at most
          </>
        )}
      </p>
    </div>
  );
}

/** The clock: pause, speed, date, and the year along the bottom. */
export function Timeline() {
  return (
    <section className="timeline" aria-label="Time">
      <div className="timeline-row">
        <PlayButton />
        <Speeds />
        <DateField />
      </div>
      <Year />
    </section>
  );
}
