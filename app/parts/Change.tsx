import { useEffect, useState } from "react";
import { formatParts, type UnitSuffix } from "#engine";

/** Smaller relative changes are rounding, not news. */
const LEAST_CHANGE = 1e-9;
/** As long as the fade in parts.css. */
const SHOWN_MS = 6000;
const DIGITS = 2;

/** What the last edit changed: ▲▼ and by how much. It fades and leaves by itself; for ears it says more or less. */
export function Change({ before, now, unit }: { before: number; now: number; unit: UnitSuffix | undefined }) {
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  const difference = now - before;
  const size = Math.abs(difference);
  if (!shown || size <= LEAST_CHANGE * Math.max(Math.abs(before), Math.abs(now))) return null;
  // A difference of temperatures has no Celsius beside it.
  const parts = unit === "K" ? { ...formatParts(size, "Ratio", DIGITS), unit: "K" } : formatParts(size, unit, DIGITS);
  // The value stands beside it: its unit is not said twice.
  const own = unit === "K" || parts.unit === formatParts(now, unit).unit;
  return (
    <span className="change">
      <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
        <path d={difference > 0 ? "M4 1 8 7H0z" : "M4 7 0 1h8z"} fill="currentColor" />
      </svg>
      <span className="unseen">{difference > 0 ? "more by " : "less by "}</span> {parts.number}
      <span className={own ? "unseen" : undefined}> {parts.unit}</span>
    </span>
  );
}
