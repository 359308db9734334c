import { formatNamedParts } from "#engine";
import { Change } from "./Change.tsx";
import { useCounted } from "./useCounted.ts";
import { toggleValueCard } from "./valueCardStore.ts";
import { allDigits, type ValueRow } from "./valueRow.ts";

/**
 * A number that explains itself: large value, small unit, and on a click its formula, the values put in and its source.
 * `before`: the value before the last edit, for ▲▼.
 */
export function Value({
  row,
  size = "m",
  before,
}: {
  row: ValueRow;
  size?: "s" | "m" | "l";
  before?: number | string | undefined;
}) {
  const counted = useCounted(typeof row.value === "number" ? row.value : 0);
  const parts = typeof row.value === "number" ? formatNamedParts(row.name, counted) : { number: row.text, unit: "" };
  return (
    <span className="value-line">
      <button
        type="button"
        className="value"
        data-size={size}
        data-words={typeof row.value === "string"}
        data-name={row.name}
        title={allDigits(row)}
        aria-label={`${row.label}: ${row.text}. Open its origin`}
        aria-haspopup="dialog"
        onClick={(event) => toggleValueCard({ row, anchor: event.currentTarget })}
      >
        <span className="value-number">{parts.number}</span>
        {parts.unit === "" ? null : (
          <span className="value-unit">
            {parts.unit === "°" ? "" : " "}
            {parts.unit}
          </span>
        )}
      </button>
      {typeof row.value === "number" && typeof before === "number" ? (
        <Change key={`${before} ${row.value}`} before={before} now={row.value} unit={row.unit} />
      ) : null}
    </span>
  );
}
