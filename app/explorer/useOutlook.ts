import { useEffect, useState } from "react";
import { engineClient } from "../worker/client.ts";
import type { PlaceQuestion } from "../worker/messages.ts";
import { type Outlook, routeStore } from "./routeStore.ts";
import { sky } from "./sky.ts";

/** How far ahead contacts and routes are looked for, and how far apart a route is tried. */
export const OUTLOOK_S = 86_400;
export const OUTLOOK_STEP_S = 300;

/**
 * When each of two places is next reached, and when a route between them next opens, within a day of the moment at which
 * `askedNumber` last changed; without `to`, a route to a satellite that computes. Works off-thread; `cancel` stops it.
 */
export function useOutlook({
  from,
  to,
  isWanted,
  flightNumber,
  askedNumber,
}: {
  from: PlaceQuestion | undefined;
  to: PlaceQuestion | undefined;
  isWanted: boolean;
  flightNumber: number;
  askedNumber: number;
}) {
  const [outlook, setOutlook] = useState<Outlook>();
  const [controller, setController] = useState<AbortController>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another flight or another asking starts over
  useEffect(() => {
    const fromTS = sky.shown()?.flight.number === flightNumber ? sky.shown()?.tS : undefined;
    if (!isWanted || from === undefined || fromTS === undefined) {
      setOutlook(undefined);
      return;
    }
    const abort = new AbortController();
    const { signal } = abort;
    let now: Outlook = {
      fromTS,
      contacts: [undefined, undefined],
      opening: undefined,
      doneFraction: 0,
      isWorking: true,
    };
    const tell = (part: Partial<Outlook>) => {
      now = { ...now, ...part };
      if (!signal.aborted) setOutlook(now);
    };
    const look = async () => {
      let openTS = fromTS;
      for (const [row, place] of [from, to].entries()) {
        if (place === undefined) continue;
        const contact = await engineClient.nextContact({ place, fromTS, horizonS: OUTLOOK_S }, { signal });
        tell({ contacts: row === 0 ? [contact, undefined] : [now.contacts[0], contact] });
        // Before an end is in reach no route opens.
        openTS = Math.max(openTS, contact === undefined ? fromTS : (contact.startS ?? fromTS + OUTLOOK_S));
      }
      const opening = await engineClient.nextRoute(
        { from, to, fromTS: openTS, horizonS: fromTS + OUTLOOK_S - openTS, stepS: OUTLOOK_STEP_S },
        { signal, onProgress: (doneFraction) => tell({ doneFraction }) },
      );
      tell({ opening });
    };
    tell({});
    setController(abort);
    look()
      // Stopped by the person, or by a worker that the fleet tells about.
      .catch(() => {})
      .finally(() => {
        now = { ...now, isWorking: false };
        setOutlook((shown) => (shown?.fromTS === fromTS ? now : shown));
      });
    return () => abort.abort();
  }, [from, to, isWanted, flightNumber, askedNumber]);

  useEffect(() => routeStore.getState().takeOutlook(outlook), [outlook]);

  return { outlook, cancel: () => controller?.abort() };
}
