import { useEffect, useRef, useState } from "react";
import { clockStore } from "../state/clock.ts";
import { useView } from "../state/use.ts";
import { readTyped, writeInstant } from "./instants.ts";

const READ_MS = 100;
/** Days from 1970-01-01 to 2000-01-01, where instants count from. */
const DAYS_TO_2000 = 10957;

/** The wall clock of the person's own machine. */
function now() {
  const secondsS = Date.now() / 1000;
  const day = Math.floor(secondsS / 86400);
  return { day: day - DAYS_TO_2000, secondS: secondsS - day * 86400 };
}

/** The shown moment, UTC; typing another one goes there. */
export function DateField() {
  const field = useRef<HTMLInputElement>(null);
  const [issue, setIssue] = useState("");
  const isFront = useView(({ view }) => view === "explore");

  useEffect(() => {
    const write = () => {
      const element = field.current;
      if (element === null || document.activeElement === element) return;
      element.value = writeInstant(clockStore.getState().instantAt());
    };
    write();
    const stop = clockStore.subscribe(write);
    const timer = isFront ? setInterval(write, READ_MS) : undefined;
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [isFront]);

  const take = () => {
    const element = field.current;
    if (element === null) return;
    const instant = readTyped(element.value);
    if (instant === undefined)
      setIssue(`Expected a UTC date of 1957 to 2100 such as 2027-06-21 12:00, got ${element.value || "nothing"}.`);
    else {
      setIssue("");
      clockStore.getState().setInstant(instant);
      element.blur();
    }
  };
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
        aria-label="Date and time, UTC"
        aria-invalid={issue !== ""}
        aria-describedby="date-issue"
        autoComplete="off"
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          setIssue("");
          event.currentTarget.blur();
          event.currentTarget.value = writeInstant(clockStore.getState().instantAt());
        }}
      />
      <span className="quiet">UTC</span>
      <button
        type="button"
        className="date-now"
        onClick={() => {
          setIssue("");
          clockStore.getState().setInstant(now());
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
