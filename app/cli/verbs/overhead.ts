import { Option } from "commander";
import {
  addSeconds,
  findNight,
  findOverhead,
  formatInstant,
  type Instant,
  type MissionIssue,
  makeRecord,
  type Night,
  OVERHEAD_DEG,
  type Overhead,
  SUNLIT,
  secondsBetween,
  twilightOf,
} from "#engine";
import { tellOldElements } from "../elementAges.ts";
import { type Flyers, loadFlyers } from "../flyers.ts";
import { deliverItems } from "../items.ts";
import { inputOption, type NumberOption, numberFlag, readInstant, readNumber } from "../options.ts";
import { checkTarget } from "../output.ts";
import { readPlace } from "../place.ts";
import { printable } from "../printable.ts";
import { badInput, EXIT } from "../stop.ts";
import { elementsArgument, type Verb } from "../verb.ts";

const minElevationDeg = { ...inputOption("minElevationDeg"), label: "Least elevation that counts as overhead" };
const rowCount: NumberOption = {
  flag: "--count",
  label: "Satellites listed, the highest first; all are counted",
  min: 0,
  max: 2_000_000,
  unit: "",
  isWhole: true,
};
const DEFAULT_ROW_COUNT = 1000;
const ANGLE_DECIMALS = 6;
/** A satellite's range to the metre: its place is no better known. */
const RANGE_DECIMALS = 3;
const lightWords = ["sunlit", "penumbra", "umbra"] as const;

type Seen = Overhead & { readonly id: string };
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** Satellites over a place: of a mission's flight, or records of a file by SGP4. Light says nothing of how bright one is. */
export const overhead: Verb = {
  name: "overhead",
  summary: "satellites over a place, where in its sky and in what light, and how dark the night is",
  argument: elementsArgument,
  options: [
    new Option("--place <place>", "a name of the mission, or latitude,longitude").makeOptionMandatory(),
    new Option("--at <instant>", "UTC instant; left out, the mission's epoch"),
    numberFlag(minElevationDeg).default(String(OVERHEAD_DEG)),
    numberFlag(rowCount).default(String(DEFAULT_ROW_COUNT)),
  ],
  async run(call) {
    const { io, options } = call;
    await checkTarget({ io, options });
    const issues: MissionIssue[] = [];
    const given =
      typeof options["at"] === "string" ? readInstant({ flag: "--at", text: options["at"], issues }) : undefined;
    const leastDeg = readNumber({ option: minElevationDeg, text: String(options["minElevationDeg"]), issues });
    const count = readNumber({ option: rowCount, text: String(options["count"]), issues });
    if (issues.length > 0) throw badInput(issues);
    const flyers = await loadFlyers(call, () => {});
    const { name, ...site } = readPlace({
      flag: "--place",
      text: String(options["place"]),
      mission: flyers.mission ?? {},
      issues,
    });
    if (issues.length > 0) throw badInput(issues);
    const at = given ?? flyers.epoch;
    const oldElements = tellOldElements({ io, epochs: flyers.listedEpochs(), from: at, spanS: 0 });
    const place = { ...site, heightKm: site.heightKm ?? 0 };
    const { above, sunAltitudeDeg, idOf } = look({ flyers, place, at, leastDeg });
    const sunlitCount = above.filter(({ light }) => light === SUNLIT).length;
    const listed = [...above]
      .sort((a, b) => b.elevationDeg - a.elevationDeg || a.index - b.index)
      .slice(0, count)
      .map((each): Seen => ({ ...each, id: idOf(each.index) }));
    const night = findNight({ site: place, from: at, tS: 0 });
    const twilight = twilightOf(sunAltitudeDeg);

    await deliverItems<Seen>({
      io,
      options,
      what: "satellites",
      totalCount: listed.length,
      *work() {
        yield { doneCount: listed.length, items: listed };
      },
      tail: () => ({ aboveCount: above.length, sunlitCount, refused: flyers.refused, ...oldElements }),
      about: () => ({ aboveCount: above.length, sunlitCount, refusedCount: flyers.refused.length, ...oldElements }),
      form: {
        head: {
          at: formatInstant(at),
          place: { name, ...place },
          minElevationDeg: leastDeg,
          sunAltitudeDeg: rounded(sunAltitudeDeg, ANGLE_DECIMALS),
          twilight,
          night: nightTexts(night, at),
        },
        listName: "above",
        jsonOf: (seen) => ({
          index: seen.index,
          id: seen.id,
          azimuthDeg: rounded(seen.azimuthDeg, ANGLE_DECIMALS),
          elevationDeg: rounded(seen.elevationDeg, ANGLE_DECIMALS),
          rangeKm: rounded(seen.rangeKm, RANGE_DECIMALS),
          light: lightWords[seen.light],
        }),
        csvColumns: ["index", "id", "azimuthDeg", "elevationDeg", "rangeKm", "light"],
        csvRowsOf: ({ index, id, azimuthDeg, elevationDeg, rangeKm, light }) => [
          [
            index,
            id,
            rounded(azimuthDeg, ANGLE_DECIMALS),
            rounded(elevationDeg, ANGLE_DECIMALS),
            rounded(rangeKm, RANGE_DECIMALS),
            lightWords[light],
          ],
        ],
        title: [
          `Over ${printable(name)} at ${formatInstant(at)}: ${above.length} above ${leastDeg}°, ${sunlitCount} of them sunlit`,
          `Sun at ${sunAltitudeDeg.toFixed(1)}°, ${twilightWords[twilight]}; ${nightSentence(night, at)}`,
          `Brightness is not modelled.${listed.length < above.length ? ` The ${listed.length} highest:` : ""}`,
        ].join("\n"),
        columns: [
          { title: "satellite", width: 10 },
          { title: "azimuth, °", width: 10, isRight: true },
          { title: "elevation, °", width: 12, isRight: true },
          { title: "range, km", width: 10, isRight: true },
          { title: "light", width: 9 },
        ],
        textRowsOf: ({ id, azimuthDeg, elevationDeg, rangeKm, light }) => [
          [printable(id), azimuthDeg.toFixed(2), elevationDeg.toFixed(2), rangeKm.toFixed(1), lightWords[light]],
        ],
      },
    });
    return EXIT.done;
  },
};

type Site = { readonly latitudeDeg: number; readonly longitudeDeg: number; readonly heightKm: number };

/** A mission's satellites by its flight, a file's records by SGP4 alone. */
function look({ flyers, place, at, leastDeg }: { flyers: Flyers; place: Site; at: Instant; leastDeg: number }) {
  const { records } = flyers;
  if (records === undefined) {
    const flight = flyers.flight!;
    const tS = secondsBetween(flight.epoch, at);
    return { ...flight.overhead({ tS, place, minElevationDeg: leastDeg }), idOf: flight.idOf };
  }
  const made = records.map(({ elements }) => makeRecord(elements));
  const shells = [{ firstIndex: 0, satelliteCount: made.length, recordOf: (within: number) => made[within]! }];
  return {
    ...findOverhead({ shells, site: place, from: at, minElevationDeg: leastDeg, tS: 0 }),
    idOf: (row: number) => records[row]!.id,
  };
}

const twilightWords = {
  day: "day",
  civil: "civil twilight",
  nautical: "nautical twilight",
  astronomical: "astronomical twilight",
  night: "night",
} as const;

const textOf = (at: Instant, tS: number) => formatInstant(addSeconds(at, Math.round(tS)));
/** Sunset and sunrise, and between them the Sun below −6°; what does not happen is left out. */
function nightTexts({ kind, fromTS, toTS, dark }: Night, at: Instant) {
  return {
    kind,
    ...(kind === "night" ? { sunset: textOf(at, fromTS), sunrise: textOf(at, toTS) } : {}),
    ...(dark === undefined ? {} : { darkFrom: textOf(at, dark[0]), darkTo: textOf(at, dark[1]) }),
  };
}

function nightSentence(night: Night, at: Instant): string {
  const { sunset, sunrise, darkFrom, darkTo } = nightTexts(night, at);
  const sun =
    night.kind === "white"
      ? "it does not set"
      : night.kind === "polar"
        ? "it does not rise"
        : `down from ${sunset} to ${sunrise}`;
  return `${sun}, ${darkFrom === undefined ? "never below −6°" : `below −6° from ${darkFrom} to ${darkTo}`}`;
}
