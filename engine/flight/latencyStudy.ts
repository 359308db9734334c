/** Round trips over a window of time, place by place, beside fibre. */
import { greatCircleKm } from "../geometry/greatCircle.ts";
import { type LatencySummary, summarizeLatency } from "../network/distribution.ts";
import { fibreReachKm, fibreRoundTripMs } from "../network/fibre.ts";
import type { Flight, GroundPlace } from "./flight.ts";

export type StudiedPlace = GroundPlace & { readonly name: string };

export type PlaceLatency = LatencySummary & {
  readonly name: string;
  /** Longest run of samples without a way, counted from its first to the next that has one, s. */
  readonly longestOutageS: number;
  /** Times that a sample is served by another satellite overhead than the one before; what happens between samples is not seen. */
  readonly handoverCount: number;
  /** Where the fibre leads. */
  readonly fibreTo: string;
  readonly fibreKm: number;
  /** Along the great circle: nobody's cable is shorter. */
  readonly fibreMs: number;
  /** Along the stretch of real cables. */
  readonly cableMs: number;
  /** A computer within this great-circle distance answers over real cables before the median does; left out without one. */
  readonly cableReachKm?: number;
};

/** Samples of a window, place by place. */
export type LatencySamples = {
  /** [places][count], round trips, ms; NaN where there was no way. */
  readonly samplesMs: readonly Float64Array[];
  /** [places][count], the satellite overhead that is used, −1 for none. */
  readonly overhead: readonly Int32Array[];
};

type Window = { readonly fromTS: number; readonly stepS: number; readonly count: number };

/**
 * Samples at `fromTS` + step × `stepS`, step 0 … `count` − 1, each the round trip from a place to the place `to`, or, left out, to
 * the nearest satellite in sunlight whose power is not taken. Yields the number of samples taken, after each moment; the caller may
 * stop there. Moments do not know of each other, so that any split of the window into parts gives the same samples.
 */
export function* sampleLatency({
  flight,
  places,
  to,
  taken,
  fromTS,
  stepS,
  count,
}: Window & {
  flight: Flight;
  places: readonly StudiedPlace[];
  to?: StudiedPlace | undefined;
  taken?: Uint8Array | undefined;
}): Generator<number, LatencySamples> {
  const samplesMs = places.map(() => new Float64Array(count));
  const overhead = places.map(() => new Int32Array(count));
  for (let step = 0; step < count; step++) {
    const { roundTripMs, satellites } = flight.roundTrips({ tS: fromTS + step * stepS, places, to, taken });
    for (let row = 0; row < places.length; row++) {
      samplesMs[row]![step] = roundTripMs[row]!;
      overhead[row]![step] = satellites[row]!;
    }
    yield step + 1;
  }
  return { samplesMs, overhead };
}

/**
 * Each place's samples as a distribution, beside fibre. Fibre leads to `to`; without it, to the nearest other of `places` (where else
 * a computer might stand), else to the nearest of `others`, else to the place itself, 0.
 */
export function summarizePlaces({
  samples: { samplesMs, overhead },
  places,
  others = [],
  to,
  stepS,
  cableStretchRatio,
}: Pick<Window, "stepS"> & {
  samples: LatencySamples;
  places: readonly StudiedPlace[];
  others?: readonly StudiedPlace[] | undefined;
  to?: StudiedPlace | undefined;
  cableStretchRatio: number;
}): PlaceLatency[] {
  return places.map((place, row) => {
    const summary = summarizeLatency(samplesMs[row]!);
    const end = to ?? nearestOther(place, places) ?? nearestOther(place, others) ?? place;
    const fibreKm = greatCircleKm({ from: place, to: end });
    return {
      name: place.name,
      ...summary,
      longestOutageS: longestRun(overhead[row]!) * stepS,
      handoverCount: changesOf(overhead[row]!),
      fibreTo: end.name,
      fibreKm,
      fibreMs: fibreRoundTripMs({ groundKm: fibreKm }),
      cableMs: fibreRoundTripMs({ groundKm: fibreKm, stretchRatio: cableStretchRatio }),
      ...(summary.p50Ms === undefined
        ? {}
        : { cableReachKm: fibreReachKm({ roundTripMs: summary.p50Ms, stretchRatio: cableStretchRatio }) }),
    };
  });
}

/** `sampleLatency`, then `summarizePlaces`. */
export function* studyLatency(
  study: Parameters<typeof sampleLatency>[0] & Omit<Parameters<typeof summarizePlaces>[0], "samples">,
): Generator<number, PlaceLatency[]> {
  const samples = yield* sampleLatency(study);
  return summarizePlaces({ ...study, samples });
}

function nearestOther(place: StudiedPlace, places: readonly StudiedPlace[]): StudiedPlace | undefined {
  const kmTo = (other: StudiedPlace) => greatCircleKm({ from: place, to: other });
  return places
    .filter(({ name }) => name !== place.name)
    .reduce<StudiedPlace | undefined>(
      (best, other) => (best === undefined || kmTo(other) < kmTo(best) ? other : best),
      undefined,
    );
}

/** Longest run of −1. */
function longestRun(satellites: Int32Array): number {
  let longest = 0;
  let run = 0;
  for (const satellite of satellites) {
    run = satellite === -1 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function changesOf(satellites: Int32Array): number {
  let changes = 0;
  for (let step = 1; step < satellites.length; step++)
    if (satellites[step] !== satellites[step - 1] && satellites[step] !== -1 && satellites[step - 1] !== -1) changes++;
  return changes;
}
