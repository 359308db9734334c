/** The thin door over the engine: nothing is computed here. */

import * as Comlink from "comlink";
import {
  assumptions,
  cycleFigure,
  type Figure,
  type FigureDrawings,
  type Flight,
  findOpening,
  flyMission,
  formatInstant,
  type MissionIssue,
  makeCycler,
  orbitYear,
  parseMission,
  planFigures,
  planMission,
  reportFigures,
  resolveMission,
  solveMission,
  tabulateCycles,
  toHtml,
  toJson,
  toMarkdown,
  writeReport,
} from "#engine";
import { describeCatalogue, makeCatalogueShelf } from "./catalogue.ts";
import { packTables, readCycleState } from "./cycleAnswers.ts";
import { readElementsTexts } from "./elements.ts";
import { findSatellites } from "./findSatellites.ts";
import {
  countLights,
  describeSatellite,
  describeShells,
  linksAround,
  neighbourOf,
  readKeyframe,
} from "./flightAnswers.ts";
import { makeGroundDoor } from "./groundDoor.ts";
import { buffersOf } from "./keyframeArrays.ts";
import type {
  CatalogueFile,
  ContactAnswer,
  ContactQuestion,
  CycleStateAnswer,
  CycleStateQuestion,
  CycleTablesOutcome,
  EclipseSeason,
  FlightAnswer,
  KeyframeArrays,
  OpeningAnswer,
  OpeningQuestion,
  PlanAnswer,
  ReportFormat,
  RouteAnswer,
  RouteQuestion,
  SolveAnswer,
  SolveQuestion,
} from "./messages.ts";
import { findRouteAt } from "./networkAnswers.ts";
import { readPlanePath, readPlaneRings, readShellSurfaces } from "./planeAnswers.ts";

/** Contacts are searched in windows of this length, so that a cancelling message is read between two. */
const CONTACT_WINDOW_S = 1800;

let open: { number: number; flight: Flight; listedCount: number } | undefined;
const cancelled = new Set<number>();
const catalogueOf = makeCatalogueShelf();

const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A document's mission and plan with what its elements files hold, or why it has none. */
async function design(document: unknown) {
  const { mission, issues } = parseMission(document);
  if (mission === undefined) return { mission, issues };
  const elementsTexts = await readElementsTexts(mission);
  const { plan, issues: found } = planMission(mission, { elementsTexts });
  if (plan === undefined) return { mission: undefined, issues: found };
  return { mission, plan, elementsTexts, issues: [] as const };
}

async function solve({ document, input, goal }: SolveQuestion): Promise<SolveAnswer> {
  const { mission, issues } = parseMission(document);
  if (mission === undefined) return { solution: undefined, issues };
  return solveMission({ document, input, goal, elementsTexts: await readElementsTexts(mission) });
}

async function demandDesign(document: unknown) {
  const designed = await design(document);
  if (designed.mission === undefined) throw new Error(designed.issues[0]?.message ?? "the document is no mission");
  return designed;
}

let latestCycler: { text: string; made: Promise<ReturnType<typeof makeCycler>["cycler"]> } | undefined;
/** The design of the document that was asked about last, made ready to be stepped. */
function cyclerOf(document: unknown) {
  const text = JSON.stringify(document);
  const make = async () => {
    const { mission } = parseMission(document);
    return mission && makeCycler(mission, { elementsTexts: await readElementsTexts(mission) }).cycler;
  };
  if (latestCycler?.text !== text) latestCycler = { text, made: make() };
  return latestCycler.made;
}

const door = {
  ...makeGroundDoor({ flightOf: () => open?.flight, takeCancelled: (number) => cancelled.delete(number) }),
  solve,
  async plan({ document }: { document: unknown }): Promise<PlanAnswer> {
    const designed = await design(document);
    if (designed.mission === undefined) return designed;
    const { mission, plan } = designed;
    return {
      mission,
      plan,
      report: writeReport({ mission, plan, figures: planFigures({ mission, plan }) }),
      issues: [],
    };
  },
  /** The time-stepped orbit; undefined for a document that has no plan. */
  async cycle({ document }: { document: unknown }): Promise<Figure | undefined> {
    const designed = await design(document);
    return designed.mission === undefined ? undefined : cycleFigure(designed);
  },
  /** Long for fleets of many heights: for a worker of its own. */
  async cycleTables(
    { document }: { document: unknown },
    tellProgress: (doneFraction: number) => void,
  ): Promise<CycleTablesOutcome> {
    const { mission, issues } = parseMission(document);
    if (mission === undefined) return { issue: issues[0]?.message ?? "the document is no mission" };
    const elementsTexts = await readElementsTexts(mission);
    const { cycles, issues: found } = tabulateCycles(mission, { elementsTexts, tell: tellProgress });
    if (cycles === undefined) return { issue: found[0]?.message ?? "the mission has no plan" };
    const packed = packTables(cycles);
    return Comlink.transfer({ cycles: packed }, [packed.cells.buffer]);
  },
  /** One satellite of the open flight, by the design of `document`. */
  async cycleState({ document, index, tS }: CycleStateQuestion): Promise<CycleStateAnswer> {
    const cycler = await cyclerOf(document);
    return cycler && open && readCycleState({ flight: open.flight, cycler, index, tS });
  },
  async figures({ document }: { document: unknown }): Promise<readonly Figure[]> {
    return reportFigures(await demandDesign(document));
  },
  /** `drawings`: the figures as the page has drawn them; a worker has nothing to draw on. */
  async report({
    format,
    document,
    drawings,
    network,
  }: {
    document: unknown;
    format: ReportFormat;
    drawings: FigureDrawings;
    network: readonly Figure[];
  }): Promise<string> {
    const designed = await demandDesign(document);
    const { mission, plan } = designed;
    const report = writeReport({ mission, plan, figures: reportFigures({ ...designed, network }) });
    if (format === "html") return toHtml(report, drawings);
    return format === "markdown" ? toMarkdown(report) : toJson(report);
  },
  /** Reads a catalogue and keeps it for the flights to come. */
  readCatalogue: async (file: CatalogueFile) => describeCatalogue(await catalogueOf(file)),
  async openFlight({
    document,
    number,
    catalogue: file,
  }: {
    document: unknown;
    number: number;
    catalogue?: CatalogueFile | undefined;
  }): Promise<FlightAnswer> {
    const refuse = (issues: readonly MissionIssue[]): FlightAnswer => ({ issues, totalCount: undefined });
    const parsed = parseMission(document);
    if (parsed.mission === undefined) return refuse(parsed.issues);
    const elementsTexts = await readElementsTexts(parsed.mission);
    const catalogue = file && (await catalogueOf(file));
    const flight = flyMission(parsed.mission, { elementsTexts, catalogue });
    if ("issues" in flight) return refuse(flight.issues);
    const { shells, designedCount, listedCount } = describeShells(flight);
    if (open === undefined || open.number < number) open = { number, flight, listedCount };
    const { satelliteCount, relaySatelliteCount, catalogueCount, totalCount, epoch } = flight;
    const { grazingAltitudeKm, minElevationDeg } = resolveMission(parsed.mission).links;
    return {
      issues: [],
      epochText: formatInstant(epoch),
      satelliteCount,
      relaySatelliteCount,
      catalogueCount,
      totalCount,
      designedCount,
      listedCount,
      shells,
      grazingAltitudeKm,
      minElevationDeg,
    };
  },
  keyframe({ tS, number, arrays }: { tS: number; number: number; arrays?: KeyframeArrays }) {
    if (open?.number !== number) return undefined;
    const frame = readKeyframe({ flight: open.flight, listedCount: open.listedCount, tS, arrays });
    return Comlink.transfer(frame, buffersOf(frame));
  },
  lightCensus({ tS, number }: { tS: number; number: number }) {
    return open?.number === number ? countLights(open.flight, tS) : undefined;
  },
  stateOf: ({ index, tS }: { index: number; tS: number }) =>
    open && describeSatellite({ flight: open.flight, index, tS }),
  linksNear(question: { index: number; tS: number; hopCount: number }) {
    if (open === undefined) return undefined;
    const links = linksAround({ flight: open.flight, ...question });
    return Comlink.transfer(links, [links.pairs.buffer, links.ups.buffer]);
  },
  planeRings(question: { tS: number; pointCount: number; mostCount: number }) {
    if (open === undefined) return undefined;
    const rings = readPlaneRings({ flight: open.flight, ...question });
    return Comlink.transfer(rings, [rings.pointsTemeKm.buffer]);
  },
  planePath(question: { index: number; tS: number; pointCount: number }) {
    return open && question.index < open.flight.totalCount
      ? readPlanePath({ flight: open.flight, ...question })
      : undefined;
  },
  shellSurfaces: (question: { tS: number; mostCount: number }) =>
    open && readShellSurfaces({ flight: open.flight, ...question }),
  find: ({ text }: { text: string }) => open && findSatellites(open.flight, text),
  neighbour: (question: { index: number; planeStep: number; slotStep: number }) =>
    open && neighbourOf({ flight: open.flight, ...question }),
  route: (question: RouteQuestion): RouteAnswer | undefined => open && findRouteAt(open.flight, question),
  eclipseSeason(question: {
    altitudeKm: number;
    inclinationDeg: number | "sun-synchronous";
    ltanH: number;
    year: number;
  }): EclipseSeason {
    const { year, dailyEclipseS, eclipseDaysPerYear, longestEclipseS } = orbitYear({
      ...question,
      ballisticMassKgPerM2: assumptions.ballisticMassKgPerM2.value,
    });
    return { year, dailyEclipseS, eclipseDaysPerYear, longestEclipseS };
  },
  async nextContact(
    { place, fromTS, horizonS, number }: ContactQuestion & { number: number },
    tellProgress: (doneFraction: number) => void,
  ): Promise<ContactAnswer | undefined> {
    const flown = open;
    for (let searchedS = 0; searchedS < horizonS; searchedS += CONTACT_WINDOW_S) {
      if (cancelled.delete(number) || flown === undefined || open !== flown) return undefined;
      const windowS = Math.min(CONTACT_WINDOW_S, horizonS - searchedS);
      const found = flown.flight.nextContact({ place, fromTS: fromTS + searchedS, horizonS: windowS });
      if (found !== undefined) return { startS: found.tS, satellite: found.index, searchedS: found.tS - fromTS };
      tellProgress((searchedS + windowS) / horizonS);
      await breathe();
    }
    return { searchedS: horizonS };
  },
  /** When a route first opens, tried at even steps, then found to a second. */
  async nextRoute(
    { from, to, fromTS, horizonS, stepS, number }: OpeningQuestion & { number: number },
    tellProgress: (doneFraction: number) => void,
  ): Promise<OpeningAnswer | undefined> {
    const flown = open;
    if (flown === undefined) return undefined;
    const isOpen = (tS: number) => findRouteAt(flown.flight, { from, to, tS }).reachable;
    const work = findOpening({ isOpen, fromTS, horizonS, stepS });
    for (;;) {
      if (cancelled.delete(number) || open !== flown) return undefined;
      const step = work.next();
      if (step.done)
        return step.value === undefined
          ? { searchedS: horizonS }
          : { startS: step.value, searchedS: step.value - fromTS };
      tellProgress(step.value / horizonS);
      await breathe();
    }
  },
  cancel(number: number): void {
    cancelled.add(number);
  },
};
export type EngineDoor = typeof door;

Comlink.expose(door);
