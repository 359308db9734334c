import { addSeconds, type Ephemeris, type Instant, minutesSinceEpoch, propagateRun } from "#engine";
import type { Flyer } from "./flyers.ts";

/** Times at which each satellite is asked for its state. */
export type Grid = { readonly from: Instant; readonly stepS: number; readonly count: number };

/** The states of a satellite on a grid; steps without one are left out, and `onFailure` hears of the first. */
export function makeEphemeris({
  flyer,
  grid: { from, stepS, count },
  onFailure,
}: {
  flyer: Flyer;
  grid: Grid;
  onFailure: (flyer: Flyer, failure: { tS: number; reason: string }) => void;
}): Ephemeris {
  const { record } = flyer;
  const minutes = Float64Array.from({ length: count }, (_, step) =>
    minutesSinceEpoch(record.epoch, addSeconds(from, step * stepS)),
  );
  const run = propagateRun(record, minutes);
  if (run.failure !== undefined) onFailure(flyer, { tS: run.failure.step * stepS, reason: run.failure.reason });
  const steps = Array.from({ length: count }, (_, step) => step).filter((step) => !Number.isNaN(run.states[step * 6]));
  const tS = Float64Array.from(steps, (step) => step * stepS);
  if (steps.length === count) return { index: flyer.index, set: flyer, from, tS, states: run.states };
  const states = new Float64Array(steps.length * 6);
  steps.forEach((step, row) => {
    states.set(run.states.subarray(step * 6, step * 6 + 6), row * 6);
  });
  return { index: flyer.index, set: flyer, from, tS, states };
}
