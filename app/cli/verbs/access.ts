import {
  type AccessWindow,
  findAccess,
  formatInstant,
  type MissionIssue,
  makeStation,
  makeTrack,
  resolveMission,
} from "#engine";
import { tellOldElements } from "../elementAges.ts";
import { type Flyer, loadFlyers } from "../flyers.ts";
import { clockText, deliverItems, makeFailures, roundTime } from "../items.ts";
import { inputOption, numberFlag, readNumber } from "../options.ts";
import { checkTarget } from "../output.ts";
import { printable } from "../printable.ts";
import { readSites, type Site, siteOption, sitesOf } from "../sites.ts";
import { daysOption, fromOption, readSpan } from "../span.ts";
import { badInput, EXIT } from "../stop.ts";
import { elementsArgument, type Verb } from "../verb.ts";
import { tell } from "./propagate.ts";

type Contact = AccessWindow & { readonly flyer: Flyer; readonly site: Site };

const minElevationDeg = inputOption("minElevationDeg");
/** Elevation where neither the option nor a mission names one. */
const REFERENCE_ELEVATION_DEG = 25;
const ELEVATION_DECIMALS = 6;

export const access: Verb = {
  name: "access",
  summary: "when each satellite stands above a site",
  argument: elementsArgument,
  options: [siteOption(), numberFlag(minElevationDeg), fromOption(), daysOption()],
  async run(call) {
    const { io, options } = call;
    const issues: MissionIssue[] = [];
    const { from: given, spanS } = readSpan(options, issues);
    const typed = readSites(options, issues);
    const elevationText = options["minElevationDeg"];
    const elevationDeg =
      typeof elevationText === "string"
        ? readNumber({ option: minElevationDeg, text: elevationText, issues })
        : undefined;
    if (issues.length > 0) throw badInput(issues);
    await checkTarget({ io, options });
    const flyers = await loadFlyers(call, () => {});
    const from = given ?? flyers.epoch;
    const oldElements = tellOldElements({ io, epochs: flyers.listedEpochs(), from, spanS });
    const { mission } = flyers;
    const leastDeg =
      elevationDeg ?? (mission === undefined ? REFERENCE_ELEVATION_DEG : resolveMission(mission).links.minElevationDeg);
    const stations = sitesOf(typed, flyers).map((site) => ({ site, stationAt: makeStation(site, from) }));
    const { failures, failed, note } = makeFailures();
    let windowCount = 0;

    function* work() {
      let doneCount = 0;
      for (const flyer of flyers.all()) {
        const track = makeTrack({ record: flyer.record, from, spanS });
        if (track.failure !== undefined) note(flyer, track.failure);
        for (const [row, { site, stationAt }] of stations.entries()) {
          const items = findAccess({ track, stationAt, minElevationDeg: leastDeg }).map(
            (window): Contact => ({ ...window, flyer, site }),
          );
          windowCount += items.length;
          if (row === stations.length - 1) doneCount++;
          yield { doneCount, items };
        }
      }
    }

    await deliverItems<Contact>({
      io,
      options,
      what: "satellites",
      totalCount: flyers.count,
      work,
      tail: () => ({ failed, refused: flyers.refused, ...oldElements }),
      about: () => ({
        satelliteCount: flyers.count,
        windowCount,
        refusedCount: flyers.refused.length,
        failedCount: failures.count,
        ...oldElements,
      }),
      form: {
        head: { from: formatInstant(from), spanS, minElevationDeg: leastDeg },
        listName: "windows",
        jsonOf: ({ flyer: { index, id }, site, startS, endS, maxElevationDeg }) => ({
          satellite: index,
          id,
          site: site.name,
          startS: roundTime(startS),
          endS: roundTime(endS),
          maxElevationDeg: Number(maxElevationDeg.toFixed(ELEVATION_DECIMALS)),
        }),
        csvColumns: ["satellite", "id", "site", "startS", "endS", "maxElevationDeg"],
        csvRowsOf: ({ flyer: { index, id }, site, startS, endS, maxElevationDeg }) => [
          [
            index,
            id,
            site.name,
            roundTime(startS),
            roundTime(endS),
            Number(maxElevationDeg.toFixed(ELEVATION_DECIMALS)),
          ],
        ],
        title: `Contacts above ${leastDeg}° from ${formatInstant(from)}, UTC`,
        columns: [
          { title: "satellite", width: 10 },
          { title: "site", width: 24 },
          { title: "rises", width: 19 },
          { title: "sets", width: 19 },
          { title: "lasts, s", width: 9, isRight: true },
          { title: "highest, °", width: 10, isRight: true },
        ],
        textRowsOf: ({ flyer, site, startS, endS, maxElevationDeg }) => [
          [
            printable(flyer.id),
            printable(site.name),
            clockText(from, startS),
            clockText(from, endS),
            (endS - startS).toFixed(1),
            maxElevationDeg.toFixed(2),
          ],
        ],
      },
    });
    tell({ io, failures, refused: flyers.refused });
    return EXIT.done;
  },
};
