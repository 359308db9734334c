import { Option } from "commander";
import {
  addSeconds,
  type Flight,
  findHandovers,
  flyMission,
  formatInstant,
  type Handover,
  type MissionIssue,
  secondsBetween,
} from "#engine";
import { describeContact, describeOpening } from "../contact.ts";
import { tellOldElements } from "../elementAges.ts";
import { makeBreath } from "../io.ts";
import { describeLasers } from "../lasers.ts";
import { momentOptions, readMoments } from "../moments.ts";
import { type NumberOption, numberFlag, readNumber } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { type NamedPlace, readPlace } from "../place.ts";
import { printable, toJsonText } from "../printable.ts";
import { startProgress } from "../progress.ts";
import { badInput, EXIT } from "../stop.ts";
import { headLines, makePaint, rowLines } from "../table.ts";
import { readTaken, takenOptions } from "../taken.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";

const DEFAULT_STEP_S = 60;
/** The destination that is no place. A place of this name goes before. */
const COMPUTE = "compute";

const handoverS: NumberOption = {
  flag: "--handover-s",
  label: "Find when satellites change to this, by routes between the steps; left out, to a step",
  min: 0.001,
  max: 3.2e9,
  unit: "s",
  isWhole: false,
};

export const route: Verb = {
  name: "route",
  summary: "shortest path over the laser mesh between two places, or to the nearest compute",
  argument: missionArgument,
  options: [
    new Option(
      "--from <place>",
      "place of departure: a name of the mission, or latitude,longitude",
    ).makeOptionMandatory(),
    new Option(
      "--to <place>",
      `destination, likewise, or "${COMPUTE}": the nearest satellite in sunlight with free power`,
    ).makeOptionMandatory(),
    ...momentOptions({ overS: 0, stepS: DEFAULT_STEP_S }),
    numberFlag(handoverS),
    ...takenOptions(),
  ],
  async run(call) {
    const { io, options } = call;
    await checkTarget({ io, options });
    const { mission, elementsTexts } = await loadMission(call);
    const issues: MissionIssue[] = [];
    const from = readPlace({ flag: "--from", text: String(options["from"]), mission, issues });
    const toText = String(options["to"]);
    const isPlace = [...(mission.places ?? []), ...(mission.sites ?? [])].some(({ name }) => name === toText);
    const to: NamedPlace | undefined =
      toText === COMPUTE && !isPlace ? undefined : readPlace({ flag: "--to", text: toText, mission, issues });
    const { at, stepS, count } = readMoments(options, "routes", issues);
    const { takenOf } = readTaken(options, issues);
    const resolution = options["handoverS"];
    const resolutionS =
      typeof resolution === "string" ? readNumber({ option: handoverS, text: resolution, issues }) : stepS;
    if (issues.length > 0) throw badInput(issues);
    const flight = flyMission(mission, { elementsTexts });
    if ("issues" in flight) throw badInput(flight.issues);
    const atTS = at === undefined ? 0 : secondsBetween(flight.epoch, at);
    const taken = takenOf(flight);
    const asked = { from: addSeconds(flight.epoch, atTS), spanS: (count - 1) * stepS };
    const oldElements = tellOldElements({ io, epochs: flight.listedEpochs(), ...asked });

    const breathe = makeBreath(io);
    const progress = startProgress({ io, what: "routes", totalCount: count });
    const routeAt = (tS: number): Found => {
      const found =
        to === undefined
          ? flight.routeToCompute({ tS: atTS + tS, from, taken })
          : flight.route({ tS: atTS + tS, from, to });
      const satelliteIds = found.satellites.map(flight.idOf);
      const computeSatelliteId = "computeSatellite" in found ? satelliteIds.at(-1) : undefined;
      return { ...found, satelliteIds, ...(computeSatelliteId === undefined ? {} : { computeSatelliteId }), tS };
    };
    try {
      await deliver({
        io,
        options,
        about: () => ({ routeCount: count, ...oldElements }),
        write: async ({ write }) => {
          const paint = makePaint(io.hasColour && options.output === undefined);
          const handovers: EndHandover[] = [];
          let lostTS: number | undefined;
          let before: Found | undefined;
          if (options.json) await write('{"routes":[');
          else
            await write(
              `${printable(from.name)} → ${printable(to?.name ?? COMPUTE)}, ${printable(mission.name)}, tS from ${formatInstant(addSeconds(flight.epoch, atTS))}\n${headLines(columns, paint).join("\n")}\n`,
            );
          for (let step = 0; step < count; step++) {
            const found = routeAt(step * stepS);
            if (!found.reachable) lostTS ??= found.tS;
            if (before !== undefined)
              handovers.push(...handoversBetween({ before, found, routeAt, idOf: flight.idOf, resolutionS }));
            before = found;
            await write(
              options.json ? `${step === 0 ? "\n" : ",\n"}${toJsonText(found)}` : `${routeLines(found).join("\n")}\n`,
            );
            progress.show(step);
            await breathe();
          }
          const lasersTS = lostTS ?? 0;
          if (options.json)
            await write(
              `\n],${toJsonText({ handovers, lasers: { tS: lasersTS, ...flight.countLinks(atTS + lasersTS) }, ...oldElements }).slice(1)}\n`,
            );
          else {
            if (handovers.length > 0) await write(`\n${handoverText({ handovers, from, to, paint })}`);
            await write(`At tS ${lasersTS}: ${describeLasers(flight, atTS + lasersTS)}\n`);
            if (lostTS === undefined) return;
            let openTS = lostTS;
            for (const place of [from, to]) {
              if (place === undefined) continue;
              const { text, contactTS } = await describeContact({ io, flight, place, atTS, fromTS: lostTS });
              await write(`${text}\n`);
              openTS = Math.max(openTS, contactTS ?? Number.POSITIVE_INFINITY);
            }
            if (openTS === Number.POSITIVE_INFINITY) return;
            const isOpen = (tS: number) => routeAt(tS).reachable;
            await write(`${await describeOpening({ io, flight, isOpen, atTS, fromTS: lostTS, openTS })}\n`);
          }
        },
      });
    } finally {
      progress.clear();
    }
    return EXIT.done;
  },
};

/** A route with the ids of its satellites beside their indices. */
type Found = Omit<ReturnType<Flight["routeToCompute"]>, "cause"> & {
  readonly cause?: string;
  readonly satelliteIds: readonly string[];
  readonly computeSatelliteId?: string;
};
/** `end` says whether the first or the last satellite of the way has changed. */
type EndHandover = Handover & {
  readonly end: "from" | "to";
  readonly beforeId?: string;
  readonly afterId?: string;
};

const endSatellites = {
  from: ({ satellites }: Found) => satellites[0],
  to: ({ satellites }: Found) => satellites.at(-1),
};

/** What has changed at either end from one route to the next, in order of time. */
function handoversBetween({
  before,
  found,
  routeAt,
  idOf,
  resolutionS,
}: {
  before: Found;
  found: Found;
  routeAt: (tS: number) => Found;
  idOf: Flight["idOf"];
  resolutionS: number;
}): EndHandover[] {
  return (["from", "to"] as const)
    .flatMap((end) =>
      findHandovers({
        satelliteAt: (tS) => endSatellites[end](routeAt(tS)),
        fromTS: before.tS,
        toTS: found.tS,
        before: endSatellites[end](before),
        after: endSatellites[end](found),
        resolutionS,
      }).map((handover) => ({
        end,
        ...handover,
        ...(handover.before === undefined ? {} : { beforeId: idOf(handover.before) }),
        ...(handover.after === undefined ? {} : { afterId: idOf(handover.after) }),
      })),
    )
    .sort((a, b) => a.tS - b.tS);
}

function handoverText({
  handovers,
  from,
  to,
  paint,
}: {
  handovers: readonly EndHandover[];
  from: NamedPlace;
  to: NamedPlace | undefined;
  paint: ReturnType<typeof makePaint>;
}): string {
  const handoverColumns = [
    { title: "tS", width: 10, isRight: true },
    { title: "hand-over at", width: 24 },
    { title: "from id", width: 10, isRight: true },
    { title: "to id", width: 10, isRight: true },
  ];
  const lines = handovers.flatMap(({ tS, end, beforeId = "–", afterId = "–" }) => {
    const place = printable(end === "from" ? from.name : (to?.name ?? COMPUTE));
    return rowLines([String(Number(tS.toFixed(3))), place, printable(beforeId), printable(afterId)], handoverColumns);
  });
  return `${[...headLines(handoverColumns, paint), ...lines].join("\n")}\n`;
}

const columns = [
  { title: "tS", width: 10, isRight: true },
  { title: "one way, ms", width: 11, isRight: true },
  { title: "path, km", width: 10, isRight: true },
  { title: "lasers", width: 6, isRight: true },
  { title: "satellites by id", width: 52 },
];

function routeLines(found: Found): string[] {
  const tS = String(Number(found.tS.toFixed(3)));
  if (!found.reachable) return rowLines([tS, "–", "–", "–", found.reason ?? ""], columns);
  const { oneWayMs = 0, pathKm = 0, hopCount = 0, satelliteIds } = found;
  return rowLines(
    [tS, oneWayMs.toFixed(3), pathKm.toFixed(1), String(hopCount), satelliteIds.map(printable).join(" ")],
    columns,
  );
}
