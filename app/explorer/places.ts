import { cityList } from "../state/cities.ts";
import type { PlaceQuestion } from "../worker/messages.ts";

/** The mission's own places, then cities whose names are not among them. */
export function placeChoices(missionPlaces: readonly PlaceQuestion[]): readonly PlaceQuestion[] {
  const taken = new Set(missionPlaces.map(({ name }) => name));
  return [...missionPlaces, ...cityList.filter(({ name }) => !taken.has(name))];
}

/** The choice that a typed name means: the whole name, whatever its capitals. */
export const findPlace = (choices: readonly PlaceQuestion[], typed: string): PlaceQuestion | undefined => {
  const wanted = typed.trim().toLocaleLowerCase();
  return choices.find(({ name }) => name.toLocaleLowerCase() === wanted);
};
