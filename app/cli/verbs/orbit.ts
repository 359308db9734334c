import { Option } from "commander";
import {
  formatParts,
  type MissionIssue,
  type OrbitYear,
  orbitYear,
  parseInstant,
  planMission,
  repeatTrackAltitudeKm,
  resolveMission,
  unitOf,
  wordOf,
  yearOf,
} from "#engine";
import { describeText, inputOption, type NumberOption, numberFlag, readNumber } from "../options.ts";
import { deliver } from "../output.ts";
import { toJsonText } from "../printable.ts";
import { badInput, EXIT, makeIssue } from "../stop.ts";
import { headLines, makePaint, rowLines } from "../table.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";

const SUN_SYNCHRONOUS = "sun-synchronous";
const altitudeKm = inputOption("altitudeKm");
const inclinationDeg = inputOption("inclinationDeg");
const ltanH = inputOption("ltanH");
const year: NumberOption = { flag: "--year", label: "Year of the Sun", min: 1957, max: 2100, unit: "", isWhole: true };

/** Without options, the orbit of the mission's first shell in its epoch's year. */
export const orbit: Verb = {
  name: "orbit",
  summary: "one orbit's year: shadow season, Sun angle, drag",
  argument: {
    ...missionArgument,
    help: "mission whose first shell gives what no option gives; left out, the reference mission",
  },
  options: [
    numberFlag(altitudeKm),
    numberFlag(inclinationDeg, `|${SUN_SYNCHRONOUS}`),
    numberFlag(ltanH),
    numberFlag(year),
    new Option("--repeat <revolutions/days>", "height whose ground track repeats so, such as 233/16"),
  ],
  async run(call) {
    const { io, options } = call;
    const { mission, elementsTexts } = await loadMission(call);
    const issues: MissionIssue[] = [];
    const typed = (option: NumberOption, name: string) => {
      const text = options[name];
      return typeof text === "string" ? readNumber({ option, text, issues }) : undefined;
    };
    const given = {
      altitudeKm: typed(altitudeKm, "altitudeKm"),
      inclinationDeg:
        options["inclinationDeg"] === SUN_SYNCHRONOUS ? SUN_SYNCHRONOUS : typed(inclinationDeg, "inclinationDeg"),
      ltanH: typed(ltanH, "ltanH"),
      year: typed(year, "year"),
    } as const;
    const inclination = () => given.inclinationDeg ?? mission.shells[0]!.inclinationDeg ?? shellPlan().inclinationDeg;
    const repeatKm = typeof options["repeat"] === "string" ? readRepeat(options["repeat"], issues) : undefined;
    if (issues.length > 0) throw badInput(issues);
    const answer = orbitYear({
      altitudeKm: repeatKm ?? given.altitudeKm ?? shellAltitudeKm(),
      inclinationDeg: inclination(),
      ltanH: given.ltanH ?? mission.shells[0]!.ltanH ?? REFERENCE_LTAN_H,
      year: given.year ?? yearOf(parseInstant(mission.epoch)!),
      ballisticMassKgPerM2: resolveMission(mission).assumptions.ballisticMassKgPerM2,
    });
    await deliver({
      io,
      options,
      write: ({ write }) =>
        write(
          options.json
            ? `${toJsonText(answer, 2)}\n`
            : orbitText(answer, makePaint(io.hasColour && options.output === undefined)),
        ),
    });
    return EXIT.done;

    /** The height of a repeating track, within the limits of a shell, or an issue. */
    function readRepeat(text: string, into: MissionIssue[]) {
      const [, revolutions, days] = /^([1-9]\d{0,4})\/([1-9]\d{0,3})$/.exec(text) ?? [];
      const km =
        revolutions === undefined || into.length > 0
          ? undefined
          : repeatTrackAltitudeKm({
              revolutionCount: Number(revolutions),
              dayCount: Number(days),
              inclinationDeg: inclination(),
            });
      const isInside = km !== undefined && km >= altitudeKm.min && km <= altitudeKm.max;
      if (given.altitudeKm !== undefined)
        into.push(makeIssue("--repeat", describeText(text), "left out where --altitude-km is given"));
      else if (!isInside)
        into.push(
          makeIssue(
            "--repeat",
            describeText(text),
            `revolutions/days, such as 233/16, of a height of ${altitudeKm.min} to ${altitudeKm.max} km`,
          ),
        );
      return km;
    }
    function shellPlan() {
      const { plan, issues: found } = planMission(mission, { elementsTexts });
      if (plan === undefined) throw badInput(found);
      return plan.shells[0]!;
    }
    function shellAltitudeKm() {
      return mission.shells[0]!.altitudeKm ?? shellPlan().altitudeKm;
    }
  },
};

/** Local time of the node where neither the option nor the first shell names one. */
const REFERENCE_LTAN_H = 18;

function orbitText(answer: OrbitYear, paint: ReturnType<typeof makePaint>): string {
  const columns = [
    { title: "Quantity", width: 36 },
    { title: "Value", width: 12, isRight: true },
    { title: "Unit", width: 16 },
  ];
  const rows = Object.entries(answer).flatMap(([name, value]) => {
    if (typeof value !== "number") return [];
    const { number, unit } =
      name === "year" ? { number: String(value), unit: "" } : formatParts(value, unitOf(name), 4);
    return rowLines([name === "year" ? year.label : (wordOf(name)?.label ?? name), number, unit], columns);
  });
  const least = Math.min(...answer.dailyBetaDeg);
  const most = Math.max(...answer.dailyBetaDeg);
  const beta = wordOf("dailyBetaDeg")?.label ?? "dailyBetaDeg";
  rows.push(...rowLines([`${beta}, least`, formatParts(least, "Deg").number, "°"], columns));
  rows.push(...rowLines([`${beta}, most`, formatParts(most, "Deg").number, "°"], columns));
  return `${[...headLines(columns, paint), ...rows].join("\n")}\n`;
}
