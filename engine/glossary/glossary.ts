import { assumptionWords } from "./assumptionWords.ts";
import { fleetWords } from "./fleetWords.ts";
import { missionWords } from "./missionWords.ts";
import { satelliteWords } from "./satelliteWords.ts";
import { sizingWords } from "./sizingWords.ts";
import type { Word } from "./word.ts";

/** Every name with a unit, from the mission file to the pixel. */
export const glossary = { ...missionWords, ...assumptionWords, ...satelliteWords, ...sizingWords, ...fleetWords };
export type GlossaryName = keyof typeof glossary;

/** The word of a name, or undefined for a name that is not in the glossary. */
export const wordOf = (name: string): Word | undefined =>
  Object.hasOwn(glossary, name) ? glossary[name as GlossaryName] : undefined;
