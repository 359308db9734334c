import { format, type UnitSuffix } from "#engine";

/** Smaller relative changes are rounding, not news. */
const LEAST_CHANGE = 1e-9;

/** What the last edit changed: ▲▼ and by how much. It fades by itself; the word for ears says more or less. */
export function Change({ before, now, unit }: { before: number; now: number; unit: UnitSuffix | undefined }) {
  const difference = now - before;
  if (Math.abs(difference) <= LEAST_CHANGE * Math.max(Math.abs(before), Math.abs(now))) return null;
  const size = Math.abs(difference);
  // A difference of temperatures has no Celsius beside it.
  const text = unit === "K" ? `${format(size, "Ratio")} K` : format(size, unit);
  return (
    <span className="change" key={`${before} ${now}`}>
      <span aria-hidden="true">{difference > 0 ? "▲" : "▼"}</span>
      <span className="unseen">{difference > 0 ? "more by " : "less by "}</span> {text}
    </span>
  );
}
