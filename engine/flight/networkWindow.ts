/** The network over a window of time: one run a moment, and what of them holds for how much of the time. */
import type { Mission } from "../mission/mission.ts";
import { nearestRank } from "../network/distribution.ts";
import type { Flight } from "./flight.ts";
import { type NetworkRun, runNetwork } from "./networkRun.ts";
import { type LinkLoad, trafficAt } from "./traffic.ts";

/** One moment; `tS` counts from the window's beginning. */
export type NetworkMoment = Pick<NetworkRun, "offeredBps" | "carriedBps" | "carriedFraction"> & {
  readonly tS: number;
  /** With clouds over the laser stations, skies independent; left out where there are none. */
  readonly expectedCarriedFraction?: number;
  /** The failure that leaves least; left out where nothing can fail. */
  readonly worstCase?: string;
  readonly worstCaseCarriedFraction?: number;
  /** The fullest link; left out where none carries anything. */
  readonly hottest?: LinkLoad;
};

/** Of the carried share under clear skies: percentiles by nearest rank, from the least up. */
export type NetworkSummary = {
  readonly sampleCount: number;
  readonly p1CarriedFraction: number;
  readonly p50CarriedFraction: number;
  readonly leastCarriedFraction: number;
  /** When that was, the first time. */
  readonly leastTS: number;
  /** The least that any failure leaves at any moment; left out where nothing can fail. */
  readonly worstCase?: string;
  readonly worstCaseCarriedFraction?: number;
  readonly worstCaseTS?: number;
};

/** Yields how many moments are done, as a fraction too within one, and each moment when it is done; the caller may stop there. */
export function* runNetworkOver({
  flight,
  mission,
  satelliteOutputBps,
  fromTS,
  stepS,
  count,
  seed,
  pathCount,
}: {
  flight: Flight;
  mission: Mission;
  satelliteOutputBps: number;
  /** Seconds after the mission's epoch. */
  fromTS: number;
  stepS: number;
  count: number;
  /** A 32-bit integer. */
  seed: number;
  pathCount?: number | undefined;
}): Generator<{ readonly doneCount: number; readonly moment?: NetworkMoment }, void> {
  for (let step = 0; step < count; step++) {
    const tS = step * stepS;
    const traffic = trafficAt({ flight, mission, tS: fromTS + tS, satelliteOutputBps });
    yield { doneCount: step };
    const work = runNetwork({ traffic, flight, mission, seed, pathCount });
    for (;;) {
      const part = work.next();
      if (part.done) {
        yield { doneCount: step + 1, moment: momentOf(tS, part.value) };
        break;
      }
      yield { doneCount: step + part.value.doneCount / part.value.totalCount };
    }
  }
}

function momentOf(tS: number, run: NetworkRun): NetworkMoment {
  const { offeredBps, carriedBps, carriedFraction, clouds, failures, hottest } = run;
  const worst = failures.reduce<(typeof failures)[number] | undefined>(
    (least, each) => (least === undefined || each.carriedFraction < least.carriedFraction ? each : least),
    undefined,
  );
  return {
    ...{ tS, offeredBps, carriedBps, carriedFraction },
    ...(clouds === undefined ? {} : { expectedCarriedFraction: clouds.expectedCarriedFraction }),
    ...(worst === undefined ? {} : { worstCase: worst.case, worstCaseCarriedFraction: worst.carriedFraction }),
    ...(hottest[0] === undefined ? {} : { hottest: hottest[0] }),
  };
}

/** Of at least one moment. */
export function summarizeNetwork(moments: readonly NetworkMoment[]): NetworkSummary {
  const sorted = moments.map(({ carriedFraction }) => carriedFraction).sort((x, y) => x - y);
  const least = moments.find(({ carriedFraction }) => carriedFraction === sorted[0])!;
  const worst = moments.reduce<NetworkMoment | undefined>(
    (found, each) =>
      each.worstCaseCarriedFraction !== undefined &&
      (found === undefined || each.worstCaseCarriedFraction < found.worstCaseCarriedFraction!)
        ? each
        : found,
    undefined,
  );
  return {
    sampleCount: moments.length,
    p1CarriedFraction: nearestRank(sorted, 1),
    p50CarriedFraction: nearestRank(sorted, 50),
    leastCarriedFraction: least.carriedFraction,
    leastTS: least.tS,
    ...(worst === undefined
      ? {}
      : {
          worstCase: worst.worstCase!,
          worstCaseCarriedFraction: worst.worstCaseCarriedFraction!,
          worstCaseTS: worst.tS,
        }),
  };
}
