import {
  describePresets,
  formatParts,
  type MissionIssue,
  type PresetDescription,
  presetDocument,
  presetNames,
} from "#engine";
import type { Io } from "../io.ts";
import { describeText } from "../options.ts";
import { deliver } from "../output.ts";
import { toJsonText } from "../printable.ts";
import { badInput, EXIT, makeIssue } from "../stop.ts";
import { headLines, makePaint, rowLines, wrap } from "../table.ts";
import type { Verb } from "../verb.ts";

const LEAST_COLUMN_COUNT = 84;
const WIDEST_COLUMN_COUNT = 140;

/** Without a name the list of presets; with one its mission document, ready for `plan` and every other verb. */
export const preset: Verb = {
  name: "preset",
  summary: "missions to begin with: fleets as filed, up to a million satellites",
  argument: { name: "name", help: "preset whose mission document is written; left out, the list" },
  without: ["set"],
  async run({ io, file: name, options }) {
    const document = name === undefined ? undefined : presetDocument(name);
    if (name !== undefined && document === undefined) throw badInput([unknownName(name)]);
    await deliver({
      io,
      options,
      write: ({ write }) =>
        write(
          document !== undefined
            ? `${toJsonText(document, 2)}\n`
            : options.json
              ? `${toJsonText({ presets: describePresets() }, 2)}\n`
              : listText(describePresets(), io, options.output !== undefined),
        ),
    });
    return EXIT.done;
  },
};

const unknownName = (name: string): MissionIssue =>
  makeIssue("preset", describeText(name), `one of ${presetNames.join(", ")}`);

function listText(presets: readonly PresetDescription[], io: Io, isFile: boolean): string {
  const paint = makePaint(io.hasColour && !isFile);
  const width = Math.min(WIDEST_COLUMN_COUNT, Math.max(LEAST_COLUMN_COUNT, isFile ? 100 : io.columnCount));
  const nameWidth = Math.max(...presets.map(({ name }) => name.length));
  const columns = [
    { title: "Name", width: nameWidth },
    { title: "Satellites", width: 10, isRight: true },
    { title: "Shells", width: 6, isRight: true },
    { title: "Altitude, km", width: 14, isRight: true },
    { title: "Sources", width: 8 },
    { title: "Mission", width: width - nameWidth - 10 - 6 - 14 - 8 - 10 },
  ];
  const listed = [...new Set(presets.flatMap(({ sources }) => sources))];
  const count = (value: number) => formatParts(value, "Count").number;
  const rows = presets.flatMap((each) => {
    const heights = [each.lowestAltitudeKm, each.highestAltitudeKm].map((km) => formatParts(km, "Km", 4).number);
    const numbers = each.sources.map((source) => `[${listed.indexOf(source) + 1}]`);
    return rowLines(
      [
        each.name,
        count(each.satelliteCount),
        count(each.shellCount),
        [...new Set(heights)].join(" – "),
        numbers.join(" "),
        each.title,
      ],
      columns,
    );
  });
  const sources = listed.flatMap((source, index) => {
    const [first = "", ...rest] = wrap(source, width - 6);
    return [`${`[${index + 1}]`.padStart(4)}  ${first}`, ...rest.map((line) => " ".repeat(6) + line)];
  });
  const how = wrap(
    "A name writes its mission: dawnline preset filed-million -o mission.json, then dawnline plan mission.json.",
    width,
  );
  return `${[...headLines(columns, paint), ...rows, "", paint.bold("Sources"), ...sources, "", ...how].join("\n")}\n`;
}
