import { FIBRE_INDEX_RATIO, LIGHT_SPEED_KM_PER_S } from "#engine";

/** One way through glass laid along the great circle, the shortest that any cable could be. */
export const fibreMs = (lengthKm: number) => ((lengthKm * FIBRE_INDEX_RATIO) / LIGHT_SPEED_KM_PER_S) * 1000;
