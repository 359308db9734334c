import * as Comlink from "comlink";
import type { Figure, FigureDrawings } from "#engine";
import { type AsyncDoor as Door, openDesk, type WorkerFailure } from "./desk.ts";
import type { EngineDoor } from "./engine.worker.ts";
import type {
  ContactsAnswer,
  ContactsQuestion,
  NearSatellite,
  NightAnswer,
  NightQuestion,
  OverheadAnswer,
  OverheadQuestion,
  SatelliteOrbit,
  ShadowAhead,
} from "./groundMessages.ts";
import { buffersOf } from "./keyframeArrays.ts";
import { makeLatestOnly } from "./latestOnly.ts";
import type {
  CatalogueFile,
  CatalogueSummary,
  ContactAnswer,
  ContactQuestion,
  CycleStateAnswer,
  CycleStateQuestion,
  CycleTablesOutcome,
  FlightAnswer,
  FoundSatellites,
  Keyframe,
  LightCensus,
  NearbyLinks,
  OpeningAnswer,
  OpeningQuestion,
  PlaceQuestion,
  PlanAnswer,
  ReportFormat,
  RouteAnswer,
  RouteQuestion,
  SatelliteState,
  SolveAnswer,
  SolveQuestion,
} from "./messages.ts";

type Document = { readonly document: unknown };
export type SeasonQuestion = {
  readonly altitudeKm: number;
  readonly inclinationDeg: number | "sun-synchronous";
  readonly ltanH: number;
  readonly year: number;
};

/** `onProgress` gets 0 to 1; aborting rejects with the signal's reason. Undefined when another flight was opened meanwhile. */
export type LongOptions = { readonly signal?: AbortSignal; readonly onProgress?: (doneFraction: number) => void };

type AsyncDoor = Door<EngineDoor>;

const makeWorker = (name: string) =>
  new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module", name });

/**
 * The engine's verbs as promises. Two workers: the planner answers plans, reports, routes and contacts; the mover makes
 * keyframes alone, so that a frame never waits for a plan.
 */
export function createEngineClient({ make = makeWorker }: { make?: (name: string) => Worker } = {}) {
  const listeners = new Set<(failure: WorkerFailure) => void>();
  const tell = (failure: WorkerFailure) => {
    for (const listener of listeners) listener(failure);
  };
  const open = () => ({
    planner: openDesk<EngineDoor>(make("planner"), "planner", tell),
    mover: openDesk<EngineDoor>(make("mover"), "mover", tell),
  });
  let desks: ReturnType<typeof open> | undefined;
  const desk = () => (desks ??= open());
  let flightNumber = 0;
  let longNumber = 0;
  const planLatest = makeLatestOnly((question: Document) => desk().planner.ask((door) => door.plan(question)));

  const cycleLatest = makeLatestOnly((question: Document) => desk().planner.ask((door) => door.cycle(question)));

  async function askLong<Answer>(
    { signal, onProgress = () => {} }: LongOptions,
    question: (door: AsyncDoor, number: number, tell: (doneFraction: number) => void) => Promise<Answer>,
  ): Promise<Answer> {
    signal?.throwIfAborted();
    const number = ++longNumber;
    const { planner } = desk();
    const cancel = () => void planner.ask((door) => door.cancel(number)).catch(() => {});
    signal?.addEventListener("abort", cancel);
    try {
      const answer = await planner.ask((door) => question(door, number, Comlink.proxy(onProgress)));
      signal?.throwIfAborted();
      return answer;
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  /** Seconds of one computation: a worker of its own, so that typing goes on meanwhile and an abort ends it at once. */
  async function askAlone<Answer>(
    signal: AbortSignal | undefined,
    question: (door: AsyncDoor) => Promise<Answer>,
  ): Promise<Answer> {
    signal?.throwIfAborted();
    const solver = openDesk<EngineDoor>(make("solver"), "solver", () => {});
    const stop = () => solver.close();
    signal?.addEventListener("abort", stop);
    try {
      return await solver.ask(question);
    } catch (reason) {
      signal?.throwIfAborted();
      throw reason;
    } finally {
      signal?.removeEventListener("abort", stop);
      solver.close();
    }
  }
  const solve = (question: SolveQuestion, { signal }: Pick<LongOptions, "signal"> = {}): Promise<SolveAnswer> =>
    askAlone(signal, (door) => door.solve(question));

  return {
    /** What must be true. Rejects with the signal's reason when aborted. */
    solve,

    /** Undefined when a newer question came in the meantime: that answer is void. */
    plan: (document: unknown): Promise<PlanAnswer | undefined> => planLatest({ document }),

    /** The time-stepped orbit of a mission; undefined also when a newer question came in the meantime. */
    cycle: (document: unknown): Promise<Figure | undefined> => cycleLatest({ document }),

    /** Time-stepped orbits of all shells, for colours. Long: see `LongOptions`. */
    cycleTables: (
      document: unknown,
      { signal, onProgress = () => {} }: LongOptions = {},
    ): Promise<CycleTablesOutcome> =>
      askAlone(signal, (door) => door.cycleTables({ document }, Comlink.proxy(onProgress))),

    /** One satellite on its time-stepped orbit; undefined where it has no design or no state. */
    cycleState: (question: CycleStateQuestion): Promise<CycleStateAnswer> =>
      desk().planner.ask((door) => door.cycleState(question)),

    /** Every figure of a mission. Rejects with the first issue when the document is not one. */
    figures: (document: unknown): Promise<readonly Figure[]> =>
      desk().planner.ask((door) => door.figures({ document })),

    /** The report as text, with the figures as the page has drawn them. Rejects with the first issue when the document is not a mission. */
    report: (
      question: Document & {
        readonly format: ReportFormat;
        readonly drawings: FigureDrawings;
        /** Figures of the network. */
        readonly network: readonly Figure[];
      },
    ): Promise<string> => desk().planner.ask((door) => door.report(question)),

    /** Reads a catalogue in both workers, so that the next flight may carry it at once. */
    async readCatalogue(file: CatalogueFile): Promise<CatalogueSummary> {
      const { planner, mover } = desk();
      const [summary] = await Promise.all([
        planner.ask((door) => door.readCatalogue(file)),
        mover.ask((door) => door.readCatalogue(file)),
      ]);
      return summary;
    },

    /**
     * Opens the document's flight in both workers, with a catalogue beside it where one is given. Undefined when a newer flight was opened
     * in the meantime.
     */
    async openFlight(document: unknown, catalogue?: CatalogueFile): Promise<FlightAnswer | undefined> {
      const number = ++flightNumber;
      const question = { document, number, catalogue };
      const { planner, mover } = desk();
      const [answer] = await Promise.all([
        mover.ask((door) => door.openFlight(question)),
        planner.ask((door) => door.openFlight(question)),
      ]);
      return number === flightNumber ? answer : undefined;
    },

    /** Undefined when another flight is open by now. `spare`: a keyframe that is no longer shown; its arrays are used again. */
    keyframe({ tS, spare }: { tS: number; spare?: Keyframe | undefined }): Promise<Keyframe | undefined> {
      const number = flightNumber;
      const arrays = spare && {
        positionsTemeKm: spare.positionsTemeKm,
        remaindersTemeKm: spare.remaindersTemeKm,
        velocitiesTemeKmPerS: spare.velocitiesTemeKmPerS,
      };
      const question = { tS, number, ...(arrays === undefined ? {} : { arrays }) };
      const given = arrays === undefined ? [] : buffersOf(arrays);
      return desk()
        .mover.ask((door) => door.keyframe(Comlink.transfer(question, given)))
        .then((frame) => (number === flightNumber ? frame : undefined));
    },

    /** Undefined when another flight is open by now. */
    lightCensus(question: { tS: number }): Promise<LightCensus | undefined> {
      const number = flightNumber;
      return desk().mover.ask((door) => door.lightCensus({ ...question, number }));
    },

    stateOf: (question: { index: number; tS: number }): Promise<SatelliteState | undefined> =>
      desk().planner.ask((door) => door.stateOf(question)),

    linksNear: (question: { index: number; tS: number; hopCount: number }): Promise<NearbyLinks | undefined> =>
      desk().planner.ask((door) => door.linksNear(question)),

    /** Rings of the planes, [ringCount × pointCount × 3], TEME, km; `shellIndices`: [ringCount]. */
    planeRings: (question: { tS: number; pointCount: number; mostCount: number }) =>
      desk().planner.ask((door) => door.planeRings(question)),

    /** The plane of one satellite. */
    planePath: (question: { index: number; tS: number; pointCount: number }) =>
      desk().planner.ask((door) => door.planePath(question)),

    /** Where the satellites of shells move, for drawing. */
    shellSurfaces: (question: { tS: number; mostCount: number }) =>
      desk().planner.ask((door) => door.shellSurfaces(question)),

    /** Satellites by id or name; undefined before the first flight. */
    find: (question: { text: string }): Promise<FoundSatellites | undefined> =>
      desk().planner.ask((door) => door.find(question)),

    neighbour: (question: { index: number; planeStep: number; slotStep: number }): Promise<number | undefined> =>
      desk().planner.ask((door) => door.neighbour(question)),

    /** To the place `to`, or, left out, to the nearest satellite that computes. */
    route: (question: RouteQuestion): Promise<RouteAnswer | undefined> =>
      desk().planner.ask((door) => door.route(question)),

    eclipseSeason: (question: SeasonQuestion) => desk().planner.ask((door) => door.eclipseSeason(question)),

    /** When a satellite next stands over the place. Long: see `LongOptions`. */
    nextContact: (question: ContactQuestion, options: LongOptions = {}): Promise<ContactAnswer | undefined> =>
      askLong(options, (door, number, tell) => door.nextContact({ ...question, number }, tell)),

    /** When a path between two places first opens. Long: see `LongOptions`. */
    nextRoute: (question: OpeningQuestion, options: LongOptions = {}): Promise<OpeningAnswer | undefined> =>
      askLong(options, (door, number, tell) => door.nextRoute({ ...question, number }, tell)),

    /** What stands above 10° over a place at one moment. */
    overhead: (question: OverheadQuestion): Promise<OverheadAnswer | undefined> =>
      desk().planner.ask((door) => door.overhead(question)),

    /** How many do over a night, step by step. Long: see `LongOptions`. */
    overheadNight: (question: NightQuestion, options: LongOptions = {}): Promise<NightAnswer | undefined> =>
      askLong(options, (door, number, tell) => door.overheadNight({ ...question, number }, tell)),

    /** When a satellite stands over places. Long: see `LongOptions`. */
    contactsOf: (question: ContactsQuestion, options: LongOptions = {}): Promise<ContactsAnswer | undefined> =>
      askLong(options, (door, number, tell) => door.contactsOf({ ...question, number }, tell)),

    /** How many satellites each place may use at one moment. */
    visibleCounts: (question: { places: readonly PlaceQuestion[]; tS: number }): Promise<number[] | undefined> =>
      desk().planner.ask((door) => door.visibleCounts(question)),

    /** What satellites are called: their names, or ids where they have none. */
    namesOf: (question: { indices: readonly number[] }): Promise<string[] | undefined> =>
      desk().planner.ask((door) => door.namesOf(question)),

    orbitOf: (question: { index: number; tS: number }): Promise<SatelliteOrbit | undefined> =>
      desk().planner.ask((door) => door.orbitOf(question)),

    /** The satellites nearest to one, the nearest first. */
    nearestTo: (question: {
      index: number;
      tS: number;
      count: number;
    }): Promise<readonly NearSatellite[] | undefined> => desk().planner.ask((door) => door.nearestTo(question)),

    /** When a satellite next enters and leaves the shadow, within a day. */
    shadowAhead: (question: { index: number; tS: number }): Promise<ShadowAhead | undefined> =>
      desk().planner.ask((door) => door.shadowAhead(question)),

    onFailure(listener: (failure: WorkerFailure) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Throws both workers away; the next question starts new ones. Flights must be opened again. */
    restart() {
      const old = desks;
      desks = undefined;
      old?.planner.close();
      old?.mover.close();
    },
  };
}
export type EngineClient = ReturnType<typeof createEngineClient>;

/** The client that every window shares. Workers start with the first question. */
export const engineClient = createEngineClient();
