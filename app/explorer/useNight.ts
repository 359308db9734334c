import { useEffect, useMemo, useState } from "react";
import { findNight, type Instant, type Night, type OverheadCount } from "#engine";
import { engineClient } from "../worker/client.ts";
import type { PlaceQuestion } from "../worker/messages.ts";

const STEP_S = 300;
const HALF_DAY_S = 43_200;

/** The night that is on at a place, or comes next; kept while the shown moment stays between the noon before and sunrise. */
export function useNightOf({ place, epoch, tS }: { place: PlaceQuestion; epoch: Instant; tS: number }): Night {
  const [held, setHeld] = useState<{ place: PlaceQuestion; epoch: Instant; night: Night }>();
  const isHeld =
    held !== undefined &&
    held.place === place &&
    held.epoch === epoch &&
    tS <= held.night.toTS + 1 &&
    tS >= held.night.toTS - 2 * HALF_DAY_S;
  const night = useMemo(
    () => (isHeld ? held.night : findNight({ site: { ...place, heightKm: 0 }, from: epoch, tS })),
    [isHeld, held, place, epoch, tS],
  );
  useEffect(() => {
    if (!isHeld) setHeld({ place, epoch, night });
  }, [isHeld, place, epoch, night]);
  return night;
}

export type NightCounts = {
  readonly rows: readonly OverheadCount[] | undefined;
  readonly doneFraction: number;
  readonly isWorking: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
};

/** How many satellites stand over a place through a night, worked out off-thread. */
export function useNightCounts({
  place,
  fromTS,
  toTS,
  flightNumber,
  isCatalogueSeen,
}: {
  place: PlaceQuestion;
  fromTS: number;
  toTS: number;
  flightNumber: number;
  isCatalogueSeen: boolean;
}): NightCounts {
  const [rows, setRows] = useState<readonly OverheadCount[]>();
  const [doneFraction, setDoneFraction] = useState(0);
  const [controller, setController] = useState<AbortController>();
  const [askedNumber, setAskedNumber] = useState(0);
  const [isWorking, setIsWorking] = useState(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another flight or another asking starts over
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    let isNewest = true;
    setController(abort);
    setRows(undefined);
    setDoneFraction(0);
    setIsWorking(true);
    engineClient
      .overheadNight(
        { place, fromTS, toTS, stepS: STEP_S, isCatalogueSeen },
        { signal, onProgress: (done) => !signal.aborted && setDoneFraction(done) },
      )
      .then((answer) => !signal.aborted && setRows(answer?.rows))
      // Stopped by the person, or by a worker that the fleet tells about.
      .catch(() => {})
      .finally(() => isNewest && setIsWorking(false));
    return () => {
      isNewest = false;
      abort.abort();
    };
  }, [place, fromTS, toTS, flightNumber, isCatalogueSeen, askedNumber]);

  return {
    rows,
    doneFraction,
    isWorking,
    cancel: () => controller?.abort(),
    again: () => setAskedNumber(askedNumber + 1),
  };
}
