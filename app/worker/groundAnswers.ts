/** What stands over places and round a satellite, in the shapes that cross to the page. Pure: the worker holds the flight. */
import type { Flight, OverheadCount } from "#engine";
import type {
  ContactsQuestion,
  NearSatellite,
  NightQuestion,
  OverheadAnswer,
  OverheadQuestion,
  SatelliteContact,
  SatelliteOrbit,
  ShadowAhead,
} from "./groundMessages.ts";
import type { PlaceQuestion } from "./messages.ts";

/** How far ahead the next shadow is looked for: out of season there is none for months. */
const SHADOW_SPAN_S = 86_400;

export function readOverhead(flight: Flight, question: OverheadQuestion): OverheadAnswer {
  const { above, sunAltitudeDeg, sunAzimuthDeg, tS } = flight.overhead(question);
  return {
    tS,
    sunAltitudeDeg,
    sunAzimuthDeg,
    indices: Uint32Array.from(above, ({ index }) => index),
    azimuthsDeg: Float32Array.from(above, ({ azimuthDeg }) => azimuthDeg),
    elevationsDeg: Float32Array.from(above, ({ elevationDeg }) => elevationDeg),
    rangesKm: Float32Array.from(above, ({ rangeKm }) => rangeKm),
    lights: Uint8Array.from(above, ({ light }) => light),
  };
}
export const transferOfOverhead = ({ indices, azimuthsDeg, elevationsDeg, rangesKm, lights }: OverheadAnswer) =>
  [indices, azimuthsDeg, elevationsDeg, rangesKm, lights].map(({ buffer }) => buffer);

/** The counts of a night, step by step, each with how far the work is. */
export function* readNight(
  flight: Flight,
  question: NightQuestion,
): Generator<{ readonly row: OverheadCount; readonly doneFraction: number }> {
  const spanS = Math.max(question.stepS, question.toTS - question.fromTS);
  for (const row of flight.overheadOver(question))
    yield { row, doneFraction: Math.min(1, (row.tS - question.fromTS) / spanS) };
}

/** How many satellites each place may use now. */
export const countVisible = (flight: Flight, places: readonly PlaceQuestion[], tS: number): number[] =>
  places.map((place) => flight.visibleCount({ place, tS }));

export const readOrbit = (flight: Flight, { index, tS }: { index: number; tS: number }): SatelliteOrbit =>
  flight.orbitOf(index, tS);

export const readNearest = (
  flight: Flight,
  question: { index: number; tS: number; count: number },
): readonly NearSatellite[] =>
  flight
    .nearestTo(question)
    .map(({ index, distanceKm }) => ({ index, distanceKm, id: flight.idOf(index), name: flight.nameOf(index) }));

export function readShadowAhead(flight: Flight, { index, tS }: { index: number; tS: number }): ShadowAhead {
  const { penumbra } = flight.shadowsOf({ index, fromTS: tS, spanS: SHADOW_SPAN_S });
  const [first, second] = penumbra;
  const isInShadow = first !== undefined && first[0] <= tS;
  const enters = isInShadow ? second?.[0] : first?.[0];
  // One that lasts to the end of the span has no end that is known.
  const leaves = first === undefined || first[1] >= tS + SHADOW_SPAN_S ? undefined : first[1];
  return {
    tS,
    searchedS: SHADOW_SPAN_S,
    isInShadow,
    ...(enters === undefined ? {} : { entersTS: enters }),
    ...(leaves === undefined ? {} : { leavesTS: leaves }),
  };
}

/** The contacts of a satellite, place by place. */
export function* readContacts(
  flight: Flight,
  { places, ...question }: ContactsQuestion,
): Generator<{ readonly contacts: readonly SatelliteContact[]; readonly doneFraction: number }> {
  for (const [row, place] of places.entries()) {
    const contacts = flight.contactsOf({ ...question, place }).map((each) => ({ ...each, placeName: place.name }));
    yield { contacts, doneFraction: (row + 1) / places.length };
  }
}
