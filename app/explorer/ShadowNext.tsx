import { useStore } from "zustand";
import { addSeconds, type Instant } from "#engine";
import { engineClient } from "../worker/client.ts";
import type { ShadowAhead } from "../worker/groundMessages.ts";
import { fleetStore } from "./fleetStore.ts";
import { writeShort, writeSpan } from "./instants.ts";
import { useFollowed } from "./useFollowed.ts";

const READ_MS = 1500;

/** In words, seen from the moment `tS`; undefined where the answer is about another time. */
export function shadowWords(ahead: ShadowAhead, tS: number, epoch: Instant): string | undefined {
  const { entersTS, leavesTS, isInShadow, searchedS } = ahead;
  const at = (when: number) => `in ${writeSpan(when - tS)}, ${writeShort(addSeconds(epoch, when))} UTC`;
  if (isInShadow) {
    if (leavesTS === undefined) return `In the shadow for more than ${writeSpan(searchedS)}.`;
    return leavesTS < tS ? undefined : `Leaves the shadow ${at(leavesTS)}.`;
  }
  if (entersTS === undefined) return `No shadow within ${writeSpan(searchedS)}.`;
  if (entersTS < tS) return undefined;
  const lasts = leavesTS === undefined ? "" : `, for ${writeSpan(leavesTS - entersTS)}`;
  return `Enters the shadow ${at(entersTS)}${lasts}.`;
}

/** When the satellite next enters or leaves the Earth's shadow, penumbra included. */
export function ShadowNext({ index, tS }: { index: number; tS: number }) {
  const flight = useStore(fleetStore, (state) => state.flight);
  const ahead = useFollowed({
    key: `shadow ${index}`,
    flightNumber: flight?.number,
    everyMs: READ_MS,
    ask: (at) => engineClient.shadowAhead({ index, tS: at }),
  });
  const words = ahead && flight && shadowWords(ahead, tS, flight.epoch);
  return <p className="quiet shadow-next">{words ?? "Looking for its next shadow."}</p>;
}
