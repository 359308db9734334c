/** Kinds of fields that the mission document is made of. */
import { z } from "zod";
import { assumptionWords } from "../glossary/assumptionWords.ts";
import { type ChoiceName, choices } from "../glossary/choices.ts";
import { missionWords } from "../glossary/missionWords.ts";
import { unitOf, unitSymbols } from "../glossary/units.ts";
import type { InputWord } from "../glossary/word.ts";

const inputWords = { ...missionWords, ...assumptionWords };
export type InputName = keyof typeof inputWords;

/** A number field whose limits, label and unit come from its glossary line. */
export function field(name: InputName) {
  const word: InputWord = inputWords[name];
  const unit = unitOf(name)!;
  const number = unit === "Count" || unit === "Tokens" ? z.int() : z.number();
  return number
    .min(word.min)
    .max(word.max)
    .meta({ title: word.label, description: word.help, unit: unitSymbols[unit] });
}

/** Control characters, bidirectional overrides and invisible marks would let a name lie about what it is. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

export const text = (title: string, mostCharacters = 200) =>
  z
    .string()
    .min(1)
    .max(mostCharacters)
    .refine((value) => value.trim() !== "" && !unprintable.test(value), {
      params: { allowed: `1 to ${mostCharacters} printable characters` },
    })
    .meta({ title });

export const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as [Key, ...Key[]];

export const choice = <Name extends ChoiceName>(name: Name) => {
  const { label, help, options } = choices[name];
  return z.enum(keysOf(options as Record<keyof (typeof choices)[Name]["options"] & string, string>)).meta({
    title: label,
    description: help,
  });
};
