import { addSeconds, type Flight, formatInstant, formatParts } from "#engine";
import { type Io, makeBreath } from "./io.ts";
import type { NamedPlace } from "./place.ts";
import { printable } from "./printable.ts";
import { startProgress } from "./progress.ts";

/** How far ahead the next contact is looked for. */
const HORIZON_S = 86_400;
/** Looked through at a time, so that an interrupt is heard in between. */
const SLICE_S = 1800;
/** From here on a wait is told in hours. */
const LONG_WAIT_S = 7200;

/** When a satellite of the fleet next stands above a place, counted from the time `fromTS` after `atTS`. */
async function findContact({
  io,
  flight,
  place,
  startTS,
}: {
  io: Io;
  flight: Flight;
  place: NamedPlace;
  startTS: number;
}) {
  const breathe = makeBreath(io);
  const progress = startProgress({ io, what: `next contact of ${printable(place.name)}, s`, totalCount: HORIZON_S });
  try {
    for (let passedS = 0; passedS < HORIZON_S; passedS += SLICE_S) {
      const contact = flight.nextContact({ fromTS: startTS + passedS, place, horizonS: SLICE_S });
      if (contact !== undefined) return contact;
      progress.show(passedS + SLICE_S);
      await breathe();
    }
    return undefined;
  } finally {
    progress.clear();
  }
}

/** The sentence that says when a place is next reached after `fromTS`; `atTS` is where the times told begin. */
export async function describeContact({
  io,
  flight,
  place,
  atTS,
  fromTS,
}: {
  io: Io;
  flight: Flight;
  place: NamedPlace;
  atTS: number;
  fromTS: number;
}): Promise<string> {
  const contact = await findContact({ io, flight, place, startTS: atTS + fromTS });
  const name = printable(place.name);
  if (contact === undefined) return `${name} is not reached within a day of tS ${fromTS}.`;
  const tS = Math.round(contact.tS - atTS);
  const waitS = tS - fromTS;
  const wait = waitS < LONG_WAIT_S ? formatParts(waitS, "S") : formatParts(waitS / 3600, "H");
  const when = waitS <= 0 ? "is reached now" : `is next reached at tS ${tS}, after ${wait.number} ${wait.unit}`;
  return `${name} ${when} (${formatInstant(addSeconds(flight.epoch, Math.round(contact.tS)))}).`;
}
