import { drawTaken, type Flight, type MissionIssue } from "#engine";
import { type NumberOption, numberFlag, readNumber } from "./options.ts";
import type { Options } from "./verb.ts";

const takenFraction: NumberOption = {
  flag: "--taken-fraction",
  label: "Share of the fleet whose power other work has taken, drawn by --seed",
  min: 0,
  max: 1,
  unit: "",
  isWhole: false,
};
const seed: NumberOption = { flag: "--seed", label: "Seed", min: 0, max: 4294967295, unit: "", isWhole: true };

export const takenOptions = () => [numberFlag(takenFraction).default("0"), numberFlag(seed).default("1")];

/** What the options say, and the draw for a flight: undefined where nothing is taken. */
export function readTaken(options: Options, issues: MissionIssue[]) {
  const told = {
    takenFraction: readNumber({ option: takenFraction, text: String(options["takenFraction"]), issues }),
    seed: readNumber({ option: seed, text: String(options["seed"]), issues }),
  };
  return {
    told,
    takenOf: ({ satelliteCount }: Flight) =>
      told.takenFraction === 0 ? undefined : drawTaken({ satelliteCount, ...told, seed: told.seed | 0 }),
  };
}
