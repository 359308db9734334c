import type { ReactNode } from "react";
import type { MissionIssue } from "#engine";
import { Icon } from "./Icon.tsx";
import { Term, type TermId } from "./Term.tsx";
import { toggleValueCard } from "./valueCardStore.ts";
import type { ValueRow } from "./valueRow.ts";

/** What an input and its frame are told. `row` is the value in force with its origin, undefined where none is given. */
export type FieldProps = {
  readonly path: string;
  readonly label: string;
  readonly help: string;
  readonly row: ValueRow | undefined;
  readonly issues: readonly MissionIssue[];
  /** True while a number that this field feeds is pointed at. */
  readonly lit: boolean;
  /** Offered where leaving the field out falls back on a sourced value. */
  readonly onReset: (() => void) | undefined;
  /** The least and the most that it takes, for a person. */
  readonly limits?: string | undefined;
  /** A locked field stays as it is, whatever preset or goal comes. */
  readonly lock?: { readonly isLocked: boolean; readonly onToggle: () => void } | undefined;
  /** A word of the label that a newcomer may not know. */
  readonly term?: TermId | undefined;
};

export const fieldId = (path: string) => `field-${path.replace(/[^A-Za-z0-9]+/g, "-")}`;
export const hintIds = (path: string) => `${fieldId(path)}-help ${fieldId(path)}-issue`;

/** Where the value in force comes from, in a word; the card has the rest. */
function originWord(row: ValueRow | undefined): string {
  if (row === undefined) return "not given";
  if ("given" in row.because) return "mission";
  if ("source" in row.because) return "assumed";
  return "follows";
}

/** `shells[0].altitudeKm: expected …` as a sentence under its own field; the path is said only where it is another's. */
const sentence = (path: string, { path: at, allowed, given, message }: MissionIssue) =>
  at === path ? `Expected ${allowed}; got ${given}.` : `${message}.`;

/** Label, origin, the control, its hint, and what is wrong with what was typed. */
export function Field({
  path,
  label,
  help,
  row,
  issues,
  lit,
  onReset,
  term,
  limits,
  lock,
  echo,
  children,
}: FieldProps & { echo?: string | undefined; children: ReactNode }) {
  const id = fieldId(path);
  return (
    <div className="field" data-lit={lit} data-path={path} data-locked={lock?.isLocked}>
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        {term === undefined ? null : <Term id={term}>explain</Term>}
        {onReset === undefined || lock?.isLocked ? null : (
          <button
            type="button"
            className="field-reset"
            aria-label={`Reset ${label}`}
            title="Back to the default"
            onClick={onReset}
          >
            <Icon name="reset" size={14} />
          </button>
        )}
        <button
          type="button"
          className="origin"
          disabled={row === undefined}
          aria-label={`${label}: ${originWord(row)}. Open its origin`}
          onClick={(event) => row !== undefined && toggleValueCard({ row, anchor: event.currentTarget })}
        >
          {originWord(row)}
        </button>
        {lock === undefined ? null : (
          <button
            type="button"
            className="field-lock"
            aria-pressed={lock.isLocked}
            aria-label={`Lock ${label}`}
            title={
              lock.isLocked
                ? "Locked: presets and goals leave it as it is"
                : "Lock: presets and goals leave it as it is"
            }
            onClick={lock.onToggle}
          >
            <Icon name={lock.isLocked ? "lock" : "unlock"} size={14} />
          </button>
        )}
      </div>
      {children}
      <p className="field-foot" id={`${id}-help`}>
        <span>{help}</span>
        {echo === undefined && limits === undefined ? null : (
          <span className="field-side">
            {echo === undefined ? null : <span className="field-echo">{echo}</span>}
            {limits === undefined ? null : <span className="field-limits">{limits}</span>}
          </span>
        )}
      </p>
      <p className="field-issue" id={`${id}-issue`} role="alert">
        {issues.length === 0 ? null : (
          <>
            <Icon name="bad" size={14} /> {issues.map((issue) => sentence(path, issue)).join(" ")}
          </>
        )}
      </p>
    </div>
  );
}
