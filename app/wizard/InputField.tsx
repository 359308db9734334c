import {
  assumptions,
  type ChoiceName,
  choices,
  coolants,
  formatNamed,
  type MissionIssue,
  models,
  racks,
  referenceWays,
  unitOf,
  unitSymbols,
  vehicles,
  wordOf,
} from "#engine";
import { NumberField } from "../parts/NumberField.tsx";
import { SelectField } from "../parts/SelectField.tsx";
import type { TermId } from "../parts/Term.tsx";
import type { ValueRow } from "../parts/valueRow.ts";
import { lockStore, useLock } from "../state/locks.ts";
import { missionStore, readField, referenceDocument } from "../state/mission.ts";
import { useMission } from "../state/use.ts";
import { useLit } from "./lit.ts";
import type { RowBook } from "./rows.ts";

const named = { rack: racks, model: models, vehicle: vehicles, coolant: coolants } as const;
const isNamed = (name: string): name is keyof typeof named => Object.hasOwn(named, name);
const isChoice = (name: string): name is ChoiceName => Object.hasOwn(choices, name);
const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const optionsOf = (name: keyof typeof named | ChoiceName) =>
  isChoice(name)
    ? Object.entries(choices[name].options).map(([value, label]) => ({ value, label: sentenceCase(label) }))
    : Object.entries(named[name]).map(([value, { label }]) => ({ value, label }));

/** One of a list of the document: it has no default, and its place in the list may become another's, so that it is not locked. */
const isListed = (path: string) => /^(places|sites|demands)\[/.test(path);

/** What stands in force where a document leaves the field out. */
function defaultOf(name: string, path: string): unknown {
  if (path.startsWith("shells") || isListed(path)) return undefined;
  return (
    readField(referenceDocument, path) ??
    (Object.hasOwn(referenceWays, name) ? referenceWays[name as keyof typeof referenceWays] : undefined) ??
    (Object.hasOwn(assumptions, name) ? assumptions[name as keyof typeof assumptions].value : undefined)
  );
}

/** Inputs whose label holds a word that opens its explanation. */
const terms: Readonly<Record<string, TermId>> = { ltanH: "ltan" };

export const refusal = (path: string, given: string, allowed: string): MissionIssue => ({
  path,
  given,
  allowed,
  message: `${path}: expected ${allowed}, got ${given}`,
});

/** One input of the mission: its frame from the glossary, its value from the document or the plan's row. */
export function InputField({
  name,
  path,
  rows,
  optional = false,
}: {
  name: string;
  path: string;
  rows: RowBook;
  optional?: boolean;
}) {
  const given = useMission(({ document }) => readField(document, path));
  const draft = useMission(({ drafts }) => drafts[path]);
  const lit = useLit(name);
  const isLocked = useLock(path);
  const { set, keepDraft, endBurst } = missionStore.getState();
  const word = wordOf(name);
  const planned = rows.ofPath(path);
  const choice = isChoice(name) ? choices[name] : undefined;
  const label = word?.label ?? choice?.label ?? planned?.label ?? name;
  const help = word?.help ?? choice?.help ?? planned?.help ?? "";
  const row: ValueRow | undefined =
    planned ??
    (typeof given === "number" && word !== undefined
      ? {
          name,
          label,
          help,
          value: given,
          unit: unitOf(name),
          text: formatNamed(name, given),
          because: { given: "mission" },
        }
      : undefined);
  const mayReset = isListed(path) ? optional : !path.startsWith("shells");
  const resets = given !== undefined && mayReset && given !== defaultOf(name, path);
  const frame = {
    path,
    row,
    lit,
    issues: draft?.issues ?? [],
    term: terms[name],
    lock: isListed(path) ? undefined : { isLocked, onToggle: () => lockStore.getState().toggle(path) },
    onReset:
      resets || draft !== undefined
        ? () => {
            missionStore.getState().dropDraft(path);
            if (resets) set(path, undefined, `${label} to its default`);
            endBurst();
          }
        : undefined,
  };

  if (isNamed(name) || isChoice(name)) {
    const value = typeof given === "string" ? given : String(defaultOf(name, path) ?? "");
    return (
      <SelectField
        {...frame}
        label={label}
        help={help}
        options={optionsOf(name)}
        value={value}
        onChange={(next) => {
          set(path, next, label);
          endBurst();
        }}
      />
    );
  }
  if (word === undefined || !("min" in word))
    throw new Error(`wizard field: got ${name}, expected an input of the glossary`);
  const value = typeof given === "number" ? given : typeof planned?.value === "number" ? planned.value : undefined;
  const unit = unitOf(name);
  const symbol = unit === undefined || unitSymbols[unit] === "" ? "" : ` ${unitSymbols[unit]}`;
  return (
    <NumberField
      {...frame}
      word={optional ? { ...word, optional: true } : word}
      name={name}
      value={value}
      draft={draft?.text}
      onChange={(next) => set(path, next, label)}
      onDraft={(text, expected) =>
        keepDraft(path, {
          text,
          issues: [
            text.trim() === ""
              ? refusal(path, "nothing", `${word.min} to ${word.max}${symbol}`)
              : refusal(path, JSON.stringify(text), expected),
          ],
        })
      }
      onEnd={endBurst}
      isTyped={isListed(path)}
    />
  );
}
