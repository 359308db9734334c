import { Option } from "commander";
import {
  formatInstant,
  type InputWord,
  type Instant,
  type MissionIssue,
  parseInstant,
  unitOf,
  unitSymbols,
  wordOf,
} from "#engine";
import { printable } from "./printable.ts";
import { makeIssue } from "./stop.ts";

/** A number that an option takes: its name's last word is the unit. */
export type NumberOption = {
  readonly flag: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly isWhole: boolean;
};

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** `altitudeKm` → `--altitude-km`. */
export const flagOf = (name: string) => `--${name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`;

/** An option with the label, unit and limits of its glossary line. */
export function inputOption(name: string): NumberOption {
  const word = wordOf(name);
  if (word === undefined || !("min" in word))
    throw new Error(`inputOption: got ${name}, expected an input of the glossary`);
  const { label, min, max } = word as InputWord;
  const unit = unitOf(name)!;
  return { flag: flagOf(name), label, min, max, unit: unitSymbols[unit], isWhole: unit === "Count" };
}

const withUnit = (value: number, unit: string) => `${value}${unit === "" ? "" : ` ${unit}`}`;
const describeLimits = ({ min, max, unit, isWhole }: NumberOption) =>
  `${isWhole ? "a whole number, " : ""}${min} to ${withUnit(max, unit)}`;

/** The option for commander; `also` names what it takes beside a number. */
export const numberFlag = (option: NumberOption, also = "") =>
  new Option(`${option.flag} <n${also}>`, `${option.label}, ${describeLimits(option)}`);

/** The number behind an option, or an issue in `issues`. */
export function readNumber({
  option,
  text,
  issues,
}: {
  option: NumberOption;
  text: string;
  issues: MissionIssue[];
}): number {
  const value = decimal.test(text.trim()) ? Number(text) : Number.NaN;
  const isRight = value >= option.min && value <= option.max && (!option.isWhole || Number.isInteger(value));
  if (!isRight) issues.push(makeIssue(option.flag, describeText(text), describeLimits(option)));
  return value;
}

/** The instant behind an option, or an issue in `issues`. */
export function readInstant({
  flag,
  text,
  issues,
}: {
  flag: string;
  text: string;
  issues: MissionIssue[];
}): Instant | undefined {
  const instant = parseInstant(text);
  if (instant === undefined)
    issues.push(makeIssue(flag, describeText(text), "a UTC instant such as 2027-01-01T00:00:00Z, years 1957 to 2100"));
  return instant;
}

/** What was typed, quoted, on one line, cut short. */
export const describeText = (text: string) =>
  printable(JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text));

export const describeInstant = (instant: Instant) => formatInstant(instant);
