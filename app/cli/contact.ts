import { addSeconds, type Flight, findOpening, formatInstant, formatParts } from "#engine";
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

/** How far apart the moments are at which a route is tried. */
const OPENING_STEP_S = 300;

/** The sentence that says when a place is next reached after `fromTS`; `atTS` is where the times told begin. `contactTS`: then, on the same count. */
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
}): Promise<{ text: string; contactTS: number | undefined }> {
  const contact = await findContact({ io, flight, place, startTS: atTS + fromTS });
  const name = printable(place.name);
  if (contact === undefined)
    return { text: `${name} is not reached within a day of tS ${fromTS}.`, contactTS: undefined };
  const when = describeMoment({ verb: "is reached", tS: contact.tS - atTS, fromTS });
  const text = `${name} ${when} (${formatInstant(addSeconds(flight.epoch, Math.round(contact.tS)))}).`;
  return { text, contactTS: contact.tS - atTS };
}

function describeMoment({ verb, tS, fromTS }: { verb: "is reached" | "opens"; tS: number; fromTS: number }): string {
  const waitS = Math.round(tS) - fromTS;
  if (waitS <= 0) return `${verb} now`;
  const wait = waitS < LONG_WAIT_S ? formatParts(waitS, "S") : formatParts(waitS / 3600, "H");
  const next = verb === "opens" ? "next opens" : "is next reached";
  return `${next} at tS ${Math.round(tS)}, after ${wait.number} ${wait.unit}`;
}

/**
 * The sentence that says when a route next opens within a day of `fromTS`, looked for from `openTS` on, before which an end is out of
 * reach. Times count from `atTS`.
 */
export async function describeOpening({
  io,
  flight,
  isOpen,
  atTS,
  fromTS,
  openTS,
}: {
  io: Io;
  flight: Flight;
  isOpen: (tS: number) => boolean;
  atTS: number;
  fromTS: number;
  openTS: number;
}): Promise<string> {
  const breathe = makeBreath(io);
  const horizonS = fromTS + HORIZON_S - openTS;
  const progress = startProgress({ io, what: "next route, s", totalCount: HORIZON_S });
  try {
    const work = findOpening({ isOpen, fromTS: openTS, horizonS, stepS: OPENING_STEP_S });
    for (;;) {
      const step = work.next();
      if (!step.done) {
        progress.show(openTS - fromTS + step.value);
        await breathe();
        continue;
      }
      if (step.value === undefined)
        return `No route opens within a day of tS ${fromTS}, tried every ${OPENING_STEP_S / 60} min.`;
      const when = describeMoment({ verb: "opens", tS: step.value, fromTS });
      return `A route ${when} (${formatInstant(addSeconds(flight.epoch, Math.round(atTS + step.value)))}).`;
    }
  } finally {
    progress.clear();
  }
}
