import { Select } from "@mantine/core";
import { useRef } from "react";
import { formatNumber } from "#engine";

/** Names listed at once; typing narrows them. */
const LISTED_COUNT = 100;

/** Which one of a list is in hand, and what can be done with the list. `names`: in the document's order. */
export function ListBar({
  noun,
  names,
  index,
  most,
  onChoose,
  onAdd,
  onDuplicate,
  onRemove,
}: {
  noun: string;
  names: readonly string[];
  index: number;
  most: number;
  onChoose: (index: number) => void;
  onAdd: () => void;
  /** Left out where a copy is what is added. */
  onDuplicate?: (() => void) | undefined;
  /** Left out where this one must stay. */
  onRemove?: (() => void) | undefined;
}) {
  const add = useRef<HTMLButtonElement>(null);
  const name = names[index];
  const seen = new Set<string>();
  const repeated = new Set(names.filter((each) => seen.size === seen.add(each).size));
  const isFull = names.length >= most;
  const full = isFull ? `A mission has at most ${formatNumber(most)} ${noun}s` : undefined;
  return (
    <div className="list-bar">
      {names.length < 2 ? (
        <p className="list-name">{name ?? `No ${noun}`}</p>
      ) : (
        <Select
          aria-label={noun.charAt(0).toUpperCase() + noun.slice(1)}
          data={names.map((label, each) => ({
            value: String(each),
            label: repeated.has(label) ? `${label} (${each + 1})` : label,
          }))}
          value={String(index)}
          onChange={(next) => next !== null && onChoose(Number(next))}
          allowDeselect={false}
          searchable={names.length > LISTED_COUNT}
          limit={LISTED_COUNT}
          nothingFoundMessage={`No such ${noun}`}
        />
      )}
      <div className="list-tools">
        <button ref={add} type="button" className="button" disabled={isFull} title={full} onClick={onAdd}>
          Add a {noun}
        </button>
        {onDuplicate === undefined || name === undefined ? null : (
          <button
            type="button"
            className="button"
            disabled={isFull}
            title={full}
            aria-label={`Duplicate ${name}`}
            onClick={onDuplicate}
          >
            Duplicate
          </button>
        )}
        {onRemove === undefined || name === undefined ? null : (
          <button
            type="button"
            className="button"
            aria-label={`Remove ${name}`}
            onClick={() => {
              // With the last one this button goes too.
              if (names.length === 1) add.current?.focus();
              onRemove();
            }}
          >
            Remove
          </button>
        )}
      </div>
    </div>
  );
}
