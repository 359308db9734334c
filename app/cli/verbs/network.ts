import {
  type Clouds,
  DEFAULT_PATH_COUNT,
  flyMission,
  format,
  formatInstant,
  type LinkLoad,
  type MissionIssue,
  type NetworkRun,
  networkFault,
  parseInstant,
  planMission,
  runNetwork,
  secondsBetween,
  trafficAt,
} from "#engine";
import { tellOldElements } from "../elementAges.ts";
import { makeBreath } from "../io.ts";
import { momentOptions, readMoments } from "../moments.ts";
import { deliverNetworkOver } from "../networkOver.ts";
import { inputOption, type NumberOption, numberFlag, readNumber } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { printable, toJsonText } from "../printable.ts";
import { startProgress } from "../progress.ts";
import { badInput, EXIT, makeIssue } from "../stop.ts";
import { type Column, headLines, makePaint, type Paint, rowLines } from "../table.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";

const seedOption: NumberOption = {
  flag: "--seed",
  label: "Seed of what the failures take",
  min: 0,
  max: 2 ** 31 - 1,
  unit: "",
  isWhole: true,
};
const pathOption: NumberOption = inputOption("pathCount");

const DEFAULT_STEP_S = 600;

/** Demands on mesh, relay and gateways at one instant, or at many, and what is left of them after failures. */
export const network: Verb = {
  name: "network",
  summary: "what mesh, relay and gateways carry, under clouds too, the hottest links, and what failures leave",
  argument: missionArgument,
  options: [
    ...momentOptions({ overS: 0, stepS: DEFAULT_STEP_S }),
    numberFlag(seedOption).default("1"),
    numberFlag(pathOption).default(String(DEFAULT_PATH_COUNT)),
  ],
  async run(call) {
    const { io, options } = call;
    const issues: MissionIssue[] = [];
    const { at, stepS, count } = readMoments(options, "networks", issues);
    const seed = readNumber({ option: seedOption, text: String(options["seed"]), issues });
    const pathCount = readNumber({ option: pathOption, text: String(options["pathCount"]), issues });
    if (issues.length > 0) throw badInput(issues);
    await checkTarget({ io, options });
    const { mission, elementsTexts } = await loadMission(call);
    const { plan, issues: found } = planMission(mission, { elementsTexts });
    if (plan === undefined) throw badInput(found);
    const { satelliteCount: fleetCount, relaySatelliteCount: relayCount } = plan.fleet;
    const fault = networkFault({ mission, fleetCount, relayCount });
    if (fault !== undefined) throw badInput([makeIssue(fault.path, fault.given, fault.allowed)]);
    const flight = flyMission(mission, { elementsTexts });
    if ("issues" in flight) throw badInput(flight.issues);
    const instant = at ?? parseInstant(mission.epoch)!;
    const epochs = flight.listedEpochs();
    const oldElements = tellOldElements({ io, epochs, from: instant, spanS: (count - 1) * stepS });
    const { satelliteOutputBps } = plan.network;
    if (count > 1) {
      const asked = { satelliteOutputBps, oldElements, stepS, count, seed, pathCount };
      await deliverNetworkOver({ io, options, mission, flight, at: instant, ...asked });
      return EXIT.done;
    }
    const breathe = makeBreath(io);
    const traffic = trafficAt({
      flight,
      mission,
      tS: secondsBetween(flight.epoch, instant),
      satelliteOutputBps,
    });
    await breathe();
    const work = runNetwork({ traffic, flight, mission, seed, pathCount });
    let step = work.next();
    const progress = startProgress({ io, what: "rounds", totalCount: step.done ? 1 : step.value.totalCount });
    try {
      while (!step.done) {
        progress.show(step.value.doneCount);
        await breathe();
        step = work.next();
      }
    } finally {
      progress.clear();
    }
    const { routed: _, ...run } = step.value;
    await deliver({
      io,
      options,
      about: () => ({ carriedFraction: run.carriedFraction, ...oldElements }),
      write: ({ write }) =>
        write(
          options.json
            ? `${toJsonText({ at: formatInstant(instant), seed, pathCount, demandsAreDefault: traffic.isDefault, ...run, ...oldElements }, 2)}\n`
            : describe({
                run,
                isDefault: traffic.isDefault,
                title: `${printable(mission.name)}, ${formatInstant(instant)}, seed ${seed}`,
                paint: makePaint(io.hasColour && options.output === undefined),
              }),
        ),
    });
    return EXIT.done;
  },
};

const bps = (value: number) => format(value, "Bps");
const percent = (fraction: number) => format(fraction, "Fraction", 4);

function cloudLines(clouds: Clouds): string[] {
  const { stationCount, expectedCarriedFraction, sharedSkyCarriedFraction, skyCount, isDrawn } = clouds;
  return [
    `With clouds ${percent(expectedCarriedFraction)} is expected, the mean over ${skyCount} skies${isDrawn ? " drawn by seed" : ""}, each laser station by its own clear share.`,
    ...(stationCount === 1
      ? []
      : [
          `That takes skies as independent, some station clear ${percent(clouds.anyClearFraction)} of the time; clouds of neighbours come together, so it is optimistic. Under one sky over all ${percent(sharedSkyCarriedFraction)} is expected.`,
        ]),
  ];
}

function describe({
  run,
  isDefault,
  title,
  paint,
}: {
  run: Omit<NetworkRun, "routed">;
  isDefault: boolean;
  title: string;
  paint: Paint;
}): string {
  const table = (columns: readonly Column[], rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : ["", ...headLines(columns, paint), ...rows.flatMap((row) => rowLines(row, columns))];
  const right = (name: string, width: number): Column => ({ title: name, width, isRight: true });
  const end = ({ a, b, aId, bId }: LinkLoad) => `${printable(aId ?? String(a))} → ${printable(bId ?? String(b))}`;
  const cut = run.cut.map(({ kind, capacityBps }) => `${kind} ${bps(capacityBps)}`).join(", ");
  return `${[
    title,
    `Carried ${bps(run.carriedBps)} of ${bps(run.offeredBps)}, ${percent(run.carriedFraction)}, laser stations clear.`,
    ...(run.clouds === undefined ? [] : cloudLines(run.clouds)),
    `The fleet could send at most ${bps(run.mostBps)} to the gateways, whatever the routing${cut === "" ? "" : `; full then: ${cut}`}.`,
    ...(run.gateways.length === 0 ? ["The mission names no sites: nothing comes down to a gateway."] : []),
    ...(isDefault
      ? ["The mission names no demands: the text of the fleet, at its sustained load, to any gateway."]
      : []),
    ...table(
      [{ title: "Demand", width: 40 }, right("asked", 12), right("carried", 12)],
      run.demands.map(({ from, to, rateBps, carriedBps }) => [
        `${printable(from)} → ${printable(to)}`,
        bps(rateBps),
        bps(carriedBps),
      ]),
    ),
    ...table(
      [
        { title: "Hottest links, satellites by id", width: 40 },
        { title: "kind", width: 15 },
        right("load", 12),
        right("capacity", 12),
        right("full", 8),
      ],
      run.hottest.map((link) => [
        end(link),
        link.kind,
        bps(link.loadBps),
        bps(link.capacityBps),
        percent(link.loadBps / link.capacityBps),
      ]),
    ),
    ...table(
      [
        { title: "Gateway", width: 24 },
        { title: "kind", width: 6 },
        right("clear", 8),
        right("beams", 6),
        right("down", 12),
        right("up", 12),
        right("capacity", 12),
      ],
      run.gateways.map(({ name, kind, clearFraction, beamCount, downBps, upBps, capacityBps }) => [
        printable(name),
        kind,
        kind === "laser" ? percent(clearFraction) : "–",
        String(beamCount),
        bps(downBps),
        bps(upBps),
        bps(capacityBps),
      ]),
    ),
    ...table(
      [{ title: "Lost", width: 32 }, { title: "drawn", width: 40 }, right("carried", 10)],
      run.failures.map((failure) => [failure.case, printable(failure.lost), percent(failure.carriedFraction)]),
    ),
  ].join("\n")}\n`;
}
