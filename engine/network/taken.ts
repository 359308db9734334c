import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";

/**
 * Satellites whose power is taken by other work, drawn by a seed, each with the same chance: [satelliteCount], 1 where taken. With
 * one seed, what is taken at a smaller share is taken at a larger one too.
 */
export function drawTaken({
  satelliteCount,
  takenFraction,
  seed,
}: {
  satelliteCount: number;
  takenFraction: number;
  /** A 32-bit integer. */
  seed: number;
}): Uint8Array {
  const generator = mersenne(seed);
  return Uint8Array.from({ length: satelliteCount }, () => (uniformFloat64(generator) < takenFraction ? 1 : 0));
}
