import { Option } from "commander";
import { addSeconds, type Flight, flyMission, formatInstant, type MissionIssue, secondsBetween } from "#engine";
import { describeContact } from "../contact.ts";
import { makeBreath } from "../io.ts";
import { type NumberOption, numberFlag, readInstant, readNumber } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { readPlace } from "../place.ts";
import { printable, toJsonText } from "../printable.ts";
import { startProgress } from "../progress.ts";
import { badInput, EXIT, makeIssue } from "../stop.ts";
import { headLines, makePaint, rowLines } from "../table.ts";
import { loadMission, missionArgument, type Options, type Verb } from "../verb.ts";

const MAX_ROUTE_COUNT = 1_000_000;
const DEFAULT_STEP_S = 60;
/** A span that is a multiple of the step up to rounding keeps its end. */
const STEP_TOLERANCE = 1e-9;

const overS: NumberOption = {
  flag: "--over-s",
  label: "Span, its end included",
  min: 0,
  max: 3.2e9,
  unit: "s",
  isWhole: false,
};
const stepS: NumberOption = { flag: "--step-s", label: "Step", min: 0.001, max: 3.2e9, unit: "s", isWhole: false };

export const route: Verb = {
  name: "route",
  summary: "shortest path over the laser mesh between two places",
  argument: missionArgument,
  options: [
    new Option(
      "--from <place>",
      "place of departure: a name of the mission, or latitude,longitude",
    ).makeOptionMandatory(),
    new Option("--to <place>", "destination, likewise").makeOptionMandatory(),
    new Option("--at <instant>", "UTC instant at which tS is 0; left out, the mission's epoch"),
    numberFlag(overS),
    numberFlag(stepS),
  ],
  async run(call) {
    const { io, options } = call;
    await checkTarget({ io, options });
    const { mission, elementsTexts } = await loadMission(call);
    const issues: MissionIssue[] = [];
    const from = readPlace({ flag: "--from", text: String(options["from"]), mission, issues });
    const to = readPlace({ flag: "--to", text: String(options["to"]), mission, issues });
    const at =
      typeof options["at"] === "string" ? readInstant({ flag: "--at", text: options["at"], issues }) : undefined;
    const steps = readSteps(options, issues);
    if (issues.length > 0) throw badInput(issues);
    const flight = flyMission(mission, { elementsTexts });
    if ("issues" in flight) throw badInput(flight.issues);
    const atTS = at === undefined ? 0 : secondsBetween(flight.epoch, at);

    const breathe = makeBreath(io);
    const progress = startProgress({ io, what: "routes", totalCount: steps.count });
    const routeAt = (step: number) => {
      const tS = step * steps.stepS;
      return { ...flight.route({ tS: atTS + tS, from, to }), tS };
    };
    try {
      await deliver({
        io,
        options,
        about: () => ({ routeCount: steps.count }),
        write: async ({ write }) => {
          const paint = makePaint(io.hasColour && options.output === undefined);
          let lostTS: number | undefined;
          if (options.json) await write('{"routes":[');
          else
            await write(
              `${printable(from.name)} → ${printable(to.name)}, ${printable(mission.name)}, tS from ${formatInstant(addSeconds(flight.epoch, atTS))}\n${headLines(columns, paint).join("\n")}\n`,
            );
          for (let step = 0; step < steps.count; step++) {
            const found = routeAt(step);
            if (!found.reachable) lostTS ??= found.tS;
            await write(
              options.json ? `${step === 0 ? "\n" : ",\n"}${toJsonText(found)}` : `${routeLines(found).join("\n")}\n`,
            );
            progress.show(step);
            await breathe();
          }
          if (options.json) await write("\n]}\n");
          else if (lostTS !== undefined) {
            for (const place of [from, to])
              await write(`${await describeContact({ io, flight, place, atTS, fromTS: lostTS })}\n`);
          }
        },
      });
    } finally {
      progress.clear();
    }
    return EXIT.done;
  },
};

/** Steps 0 … count − 1; without a span, the one at 0. */
function readSteps(options: Options, issues: MissionIssue[]) {
  const read = (option: NumberOption, name: string, value: number) => {
    const text = options[name];
    return typeof text === "string" ? readNumber({ option, text, issues }) : value;
  };
  const knownIssues = issues.length;
  const span = read(overS, "overS", 0);
  const step = read(stepS, "stepS", DEFAULT_STEP_S);
  const count = Math.floor(span / step + STEP_TOLERANCE) + 1;
  if (issues.length === knownIssues && count > MAX_ROUTE_COUNT)
    issues.push(
      makeIssue("--over-s", `${span} s in steps of ${step} s: ${count} routes`, `at most ${MAX_ROUTE_COUNT} routes`),
    );
  return { stepS: step, count };
}

const columns = [
  { title: "tS", width: 10, isRight: true },
  { title: "one way, ms", width: 11, isRight: true },
  { title: "path, km", width: 10, isRight: true },
  { title: "lasers", width: 6, isRight: true },
  { title: "satellites by index", width: 52 },
];

type Found = ReturnType<Flight["route"]>;

function routeLines(found: Found): string[] {
  const tS = String(Number(found.tS.toFixed(3)));
  if (!found.reachable) return rowLines([tS, "–", "–", "–", found.reason ?? ""], columns);
  const { oneWayMs = 0, pathKm = 0, hopCount = 0, satellites } = found;
  return rowLines([tS, oneWayMs.toFixed(3), pathKm.toFixed(1), String(hopCount), satellites.join(" ")], columns);
}
