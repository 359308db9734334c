import {
  addSeconds,
  type Flight,
  format,
  formatInstant,
  type Instant,
  type Mission,
  type NetworkMoment,
  runNetworkOver,
  secondsBetween,
  summarizeNetwork,
} from "#engine";
import type { OldElements } from "./elementAges.ts";
import type { Io } from "./io.ts";
import { deliverItems } from "./items.ts";
import { printable } from "./printable.ts";
import type { Options } from "./verb.ts";

const bps = (value: number) => format(value, "Bps");
const percent = (fraction: number) => format(fraction, "Fraction", 4);

/** Rows of the network, moment by moment, as they are found, and what they come to. */
export async function deliverNetworkOver({
  io,
  options,
  mission,
  flight,
  at,
  oldElements,
  ...asked
}: {
  io: Io;
  options: Options;
  mission: Mission;
  flight: Flight;
  at: Instant;
  oldElements: OldElements;
  satelliteOutputBps: number;
  stepS: number;
  count: number;
  seed: number;
  pathCount: number;
}): Promise<void> {
  const { stepS, count, seed, pathCount } = asked;
  const moments: NetworkMoment[] = [];
  const isDefault = mission.demands === undefined;
  const end = formatInstant(addSeconds(at, (count - 1) * stepS));
  await deliverItems<NetworkMoment>({
    io,
    options,
    what: "moments",
    totalCount: count,
    about: () => ({ sampleCount: count, ...oldElements }),
    form: {
      head: { at: formatInstant(at), stepS, sampleCount: count, seed, pathCount, demandsAreDefault: isDefault },
      listName: "moments",
      jsonOf: (moment) => moment,
      csvColumns: [
        ...["tS", "offeredBps", "carriedBps", "carriedFraction", "expectedCarriedFraction"],
        ...["worstCase", "worstCaseCarriedFraction", "hottestKind", "hottestLoadBps", "hottestCapacityBps"],
      ],
      csvRowsOf: ({ hottest, ...moment }) => [
        [
          ...[moment.tS, moment.offeredBps, moment.carriedBps, moment.carriedFraction],
          ...[moment.expectedCarriedFraction ?? "", moment.worstCase ?? "", moment.worstCaseCarriedFraction ?? ""],
          ...[hottest?.kind ?? "", hottest?.loadBps ?? "", hottest?.capacityBps ?? ""],
        ],
      ],
      title: [
        `${printable(mission.name)}, ${count} moments from ${formatInstant(at)} to ${end}, seed ${seed}`,
        ...(isDefault
          ? ["The mission names no demands: the text of the fleet, at its sustained load, to any gateway."]
          : []),
      ].join("\n"),
      columns: [
        { title: "tS", width: 10, isRight: true },
        { title: "offered", width: 12, isRight: true },
        { title: "carried", width: 12, isRight: true },
        { title: "share", width: 9, isRight: true },
        { title: "clouds", width: 9, isRight: true },
        { title: "worst failure", width: 32 },
        { title: "share", width: 9, isRight: true },
        { title: "fullest", width: 9, isRight: true },
      ],
      textRowsOf: ({ hottest, ...moment }) => [
        [
          String(Number(moment.tS.toFixed(3))),
          bps(moment.offeredBps),
          bps(moment.carriedBps),
          percent(moment.carriedFraction),
          moment.expectedCarriedFraction === undefined ? "–" : percent(moment.expectedCarriedFraction),
          moment.worstCase ?? "–",
          moment.worstCaseCarriedFraction === undefined ? "–" : percent(moment.worstCaseCarriedFraction),
          hottest === undefined ? "–" : percent(hottest.loadBps / hottest.capacityBps),
        ],
      ],
      textTail: () => summaryText(moments),
    },
    *work() {
      for (const { doneCount, moment } of runNetworkOver({
        ...asked,
        flight,
        mission,
        fromTS: secondsBetween(flight.epoch, at),
      })) {
        if (moment !== undefined) moments.push(moment);
        yield { doneCount: Math.floor(doneCount), items: moment === undefined ? [] : [moment] };
      }
    },
    tail: () => ({ summary: summarizeNetwork(moments), ...oldElements }),
  });
}

function summaryText(moments: readonly NetworkMoment[]): string {
  const { leastTS, worstCaseTS = 0, ...summary } = summarizeNetwork(moments);
  return [
    `Carried under clear skies: P1 ${percent(summary.p1CarriedFraction)}, P50 ${percent(summary.p50CarriedFraction)}, least ${percent(summary.leastCarriedFraction)} at tS ${Number(leastTS.toFixed(3))}.`,
    ...(summary.worstCase === undefined
      ? []
      : [
          `The worst failure, ${summary.worstCase}, leaves ${percent(summary.worstCaseCarriedFraction!)} at tS ${Number(worstCaseTS.toFixed(3))}.`,
        ]),
  ].join("\n");
}
