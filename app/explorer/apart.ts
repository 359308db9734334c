import { format } from "#engine";

/** A distance between two answers, metres: below a millimetre its figures say nothing more. */
export const writeApart = (distanceM: number) => (distanceM < 1e-3 ? "under 1 mm" : format(distanceM, "M", 2));
