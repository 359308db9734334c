import { assumptionWords } from "./assumptionWords.ts";
import { eventWords } from "./eventWords.ts";
import { fleetWords } from "./fleetWords.ts";
import { type FormattedValue, formatNumber, formatParts, joinParts } from "./format.ts";
import { linkWords } from "./linkWords.ts";
import { missionWords } from "./missionWords.ts";
import { networkWords } from "./networkWords.ts";
import { satelliteWords } from "./satelliteWords.ts";
import { sizingWords } from "./sizingWords.ts";
import { unitOf, unitSymbols } from "./units.ts";
import type { Word } from "./word.ts";

/** Every name with a unit, from the mission file to the pixel. */
export const glossary = {
  ...missionWords,
  ...assumptionWords,
  ...satelliteWords,
  ...sizingWords,
  ...fleetWords,
  ...eventWords,
  ...linkWords,
  ...networkWords,
};
export type GlossaryName = keyof typeof glossary;

/** The word of a name, or undefined for a name that is not in the glossary. */
export const wordOf = (name: string): Word | undefined =>
  Object.hasOwn(glossary, name) ? glossary[name as GlossaryName] : undefined;

/** A named value and its unit for a person, apart: by its unit, or as it is where its word says so. */
export function formatNamedParts(name: string, value: number, digits = 3): FormattedValue {
  const unit = unitOf(name);
  if (wordOf(name)?.plain !== true || unit === undefined) return formatParts(value, unit, digits);
  return { number: formatNumber(value, digits), unit: unitSymbols[unit] };
}

/** The same in one text. */
export const formatNamed = (name: string, value: number, digits = 3): string =>
  joinParts(formatNamedParts(name, value, digits));
