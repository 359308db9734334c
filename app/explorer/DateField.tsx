import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { clockStore } from "../state/clock.ts";
import { useView } from "../state/use.ts";
import { browserOffsetMin, nowInstant, readInZone, writeInZone, writeOffset, zoneStore } from "./zone.ts";

const READ_MS = 100;

/** The shown moment by the clock of a zone; typing another one goes there. */
export function DateField() {
  const field = useRef<HTMLInputElement>(null);
  const [issue, setIssue] = useState("");
  const [offsetMin, setOffsetMin] = useState(0);
  const zone = useStore(zoneStore, (state) => state.zone);
  const isFront = useView(({ view }) => view === "explore");

  useEffect(() => {
    const write = () => {
      const element = field.current;
      const instant = clockStore.getState().instantAt();
      setOffsetMin(browserOffsetMin(instant));
      if (element === null || document.activeElement === element) return;
      element.value = writeInZone(instant, zone);
    };
    write();
    const stop = clockStore.subscribe(write);
    const timer = isFront ? setInterval(write, READ_MS) : undefined;
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [isFront, zone]);

  const zoneText = zone === "utc" ? "UTC" : `local, ${writeOffset(offsetMin)}`;
  const take = () => {
    const element = field.current;
    if (element === null) return;
    const instant = readInZone(element.value, zone);
    if (instant === undefined)
      setIssue(
        `Expected a ${zone === "utc" ? "UTC" : "local"} date of 1957 to 2100 such as 2027-06-21 12:00, got ${element.value || "nothing"}.`,
      );
    else {
      setIssue("");
      clockStore.getState().setInstant(instant);
      element.blur();
    }
  };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <form
      className="date"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <input
        ref={field}
        className="date-field mono"
        aria-label={`Date and time, ${zoneText}`}
        aria-invalid={issue !== ""}
        aria-describedby="date-issue"
        autoComplete="off"
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          setIssue("");
          event.currentTarget.blur();
          event.currentTarget.value = writeInZone(clockStore.getState().instantAt(), zone);
        }}
      />
      <button
        type="button"
        className="date-zone"
        aria-label={`Clock: ${zoneText}. Change to ${zone === "utc" ? "local time" : "UTC"}`}
        title={`Local: the clock of this browser (${timeZone}). It is not the solar time of an orbit's node.`}
        onClick={() => {
          setIssue("");
          zoneStore.setState({ zone: zone === "utc" ? "local" : "utc" });
        }}
      >
        {zone === "utc" ? "UTC" : <>Local {offsetMin === 0 ? "UTC+0" : writeOffset(offsetMin)}</>}
      </button>
      <button
        type="button"
        className="date-now"
        onClick={() => {
          setIssue("");
          clockStore.getState().setInstant(nowInstant());
        }}
      >
        Now
      </button>
      <span className="date-issue" id="date-issue" role="alert">
        {issue}
      </span>
    </form>
  );
}
