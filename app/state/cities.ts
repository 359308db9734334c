import cities from "../../assets/places/places.json";
import type { PlaceQuestion } from "../worker/messages.ts";

export type City = PlaceQuestion & { readonly countryCode: string; readonly populationCount: number };

/** Most populous first. GeoNames, CC BY 4.0. */
export const cityList: readonly City[] = cities;
