import { Option } from "commander";
import {
  addSeconds,
  flyMission,
  formatInstant,
  formatParts,
  type LightYear,
  lightYear,
  type MissionIssue,
  parseInstant,
  secondsBetween,
} from "#engine";
import { tellOldElements } from "../elementAges.ts";
import { makeBreath } from "../io.ts";
import { type NumberOption, numberFlag, readInstant, readNumber } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { printable, toJsonText } from "../printable.ts";
import { startProgress } from "../progress.ts";
import { badInput, EXIT, makeIssue } from "../stop.ts";
import { headLines, makePaint, rowLines } from "../table.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";

const MAX_ROW_COUNT = 100_000;
const overS: NumberOption = {
  flag: "--over-s",
  label: "Span, its end included",
  min: 0,
  max: 3.2e9,
  unit: "s",
  isWhole: false,
};
const stepS: NumberOption = { flag: "--step-s", label: "Step", min: 0.001, max: 3.2e9, unit: "s", isWhole: false };

type Row = ReturnType<Exclude<ReturnType<typeof flyMission>, { issues: unknown }>["sunlight"]>;

/** The cone's light at any moment; each shell's year beside it by the cylinder of the plan and by the cone. */
export const light: Verb = {
  name: "light",
  summary: "share of the fleet in sunlight, at moments and through the year",
  argument: missionArgument,
  options: [
    new Option("--at <instant>", "UTC instant at which tS is 0; left out, the mission's epoch"),
    numberFlag(overS).default("0"),
    numberFlag(stepS).default("60"),
  ],
  async run(call) {
    const { io, options } = call;
    const issues: MissionIssue[] = [];
    const at =
      typeof options["at"] === "string" ? readInstant({ flag: "--at", text: options["at"], issues }) : undefined;
    const spanS = readNumber({ option: overS, text: String(options["overS"]), issues });
    const eachS = readNumber({ option: stepS, text: String(options["stepS"]), issues });
    const rowCount = Math.floor(spanS / eachS + 1e-9) + 1;
    if (issues.length === 0 && rowCount > MAX_ROW_COUNT)
      issues.push(makeIssue("--over-s", `${spanS} s in steps of ${eachS} s`, `at most ${MAX_ROW_COUNT} moments`));
    if (issues.length > 0) throw badInput(issues);
    await checkTarget({ io, options });
    const { mission, elementsTexts } = await loadMission(call);
    const flight = flyMission(mission, { elementsTexts });
    if ("issues" in flight) throw badInput(flight.issues);
    const { shells, issues: found } = lightYear(mission, { elementsTexts });
    if (shells === undefined) throw badInput(found);
    const from = at ?? parseInstant(mission.epoch)!;
    const fromS = secondsBetween(flight.epoch, from);
    const lastS = (rowCount - 1) * eachS;
    const oldElements = tellOldElements({ io, epochs: flight.listedEpochs(), from, spanS: lastS });
    const paint = makePaint(io.hasColour && options.output === undefined);
    const breathe = makeBreath(io);
    const progress = startProgress({ io, what: "moments", totalCount: rowCount });
    try {
      await deliver({
        io,
        options,
        about: () => ({ rowCount, ...oldElements }),
        write: async ({ write }) => {
          await write(options.json ? `{"at":${toJsonText(formatInstant(from))},"rows":[` : `${momentHead(paint)}\n`);
          for (let index = 0; index < rowCount; index++) {
            const row: Row = { ...flight.sunlight(fromS + index * eachS), tS: index * eachS };
            const instant = formatInstant(addSeconds(from, row.tS));
            await write(
              options.json ? `${index === 0 ? "\n" : ",\n"}${toJsonText(row)}` : `${momentLine(row, instant)}\n`,
            );
            progress.show(index + 1);
            await breathe();
          }
          await write(
            options.json ? `\n],${toJsonText({ shells, ...oldElements }).slice(1)}\n` : `\n${yearText(shells, paint)}`,
          );
        },
      });
    } finally {
      progress.clear();
    }
    return EXIT.done;
  },
};

const percent = (fraction: number) => formatParts(fraction, "Fraction", 4).number;

const momentColumns = [
  { title: "UTC", width: 24 },
  { title: "Sunlit, %", width: 10, isRight: true },
  { title: "Penumbra, %", width: 12, isRight: true },
  { title: "Umbra, %", width: 10, isRight: true },
];
const momentHead = (paint: ReturnType<typeof makePaint>) => headLines(momentColumns, paint).join("\n");
const momentLine = ({ sunlitFraction, penumbraFraction, umbraFraction }: Row, instant: string) =>
  rowLines([instant, percent(sunlitFraction), percent(penumbraFraction), percent(umbraFraction)], momentColumns).join(
    "\n",
  );

function yearText(shells: LightYear, paint: ReturnType<typeof makePaint>): string {
  const columns = [
    { title: "Shell, year of the epoch", width: 30 },
    { title: "Sunlit by cylinder, %", width: 21, isRight: true },
    { title: "By cone, %", width: 10, isRight: true },
    { title: "Least day, %", width: 12, isRight: true },
    { title: "Umbra, days", width: 11, isRight: true },
    { title: "Longest, s", width: 10, isRight: true },
  ];
  const rows = shells.flatMap((shell) =>
    rowLines(
      [
        printable(shell.name),
        percent(shell.sunlitFraction),
        percent(shell.coneSunlitFraction),
        percent(Math.min(...shell.dailySunlitFraction)),
        formatParts(shell.umbraDaysPerYear, "DaysPerYear").number,
        String(Math.round(shell.longestUmbraS)),
      ],
      columns,
    ),
  );
  return `${[...headLines(columns, paint), ...rows].join("\n")}\n`;
}
