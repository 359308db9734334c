import type {
  AnalyticShell,
  CycleState,
  CycleTables,
  ElementsFormat,
  Goal,
  Layer,
  Mission,
  MissionIssue,
  Plan,
  RefusedRecord,
  Report,
  Solution,
} from "#engine";

export type PlaceQuestion = { readonly name: string; readonly latitudeDeg: number; readonly longitudeDeg: number };

export type PlanAnswer =
  | { readonly mission: Mission; readonly plan: Plan; readonly report: Report; readonly issues: readonly [] }
  | { readonly mission: undefined; readonly issues: readonly MissionIssue[] };

export type SolveQuestion = { readonly document: unknown; readonly input: string; readonly goal: Goal };
export type SolveAnswer =
  | { readonly solution: Solution; readonly issues: readonly [] }
  | { readonly solution: undefined; readonly issues: readonly MissionIssue[] };

export type ReportFormat = "html" | "markdown" | "json";

/** A catalogue on its way to the workers. `key`: tells it from every other of the session. */
export type CatalogueFile = { readonly key: number; readonly name: string; readonly blob: Blob };
export type CatalogueSummary = {
  readonly name: string;
  readonly format: ElementsFormat;
  readonly objectCount: number;
  /** Of them, those that a warning goes with. */
  readonly warnedCount: number;
  readonly refusedCount: number;
  /** The first of them. */
  readonly refused: readonly RefusedRecord[];
  /** The earliest, the middle and the latest epoch, UTC; left out where there is no object. */
  readonly epochs?: { readonly firstText: string; readonly middleText: string; readonly lastText: string };
};

export type FoundSatellite = {
  readonly index: number;
  readonly id: string;
  /** Empty for a satellite of the mission. */
  readonly name: string;
  readonly shellName: string;
  readonly layer: Layer;
};
/** The best matches first, and how many there are in all. */
export type FoundSatellites = { readonly matches: readonly FoundSatellite[]; readonly matchCount: number };

export type FlightShell = {
  readonly name: string;
  readonly layer: Layer;
  /** Counted over the whole flight. */
  readonly firstIndex: number;
  readonly planeCount: number;
  readonly slotCount: number;
  /** Of its first satellite's mean orbit over 6378.135 km. */
  readonly altitudeKm: number;
  /** Moved in closed form by whoever draws it; left out for a shell that keyframes bring, such as one from an element file. */
  readonly designed?: AnalyticShell;
  /** Its first satellite's row among all that move the same way. */
  readonly firstRow: number;
};
export type FlightSummary = {
  readonly issues: readonly [];
  readonly epochText: string;
  readonly satelliteCount: number;
  readonly relaySatelliteCount: number;
  /** Objects of a catalogue, the last of all; the mission's satellites are the rest. */
  readonly catalogueCount: number;
  readonly totalCount: number;
  /** Satellites that move in closed form, and those that keyframes bring. */
  readonly designedCount: number;
  readonly listedCount: number;
  readonly shells: readonly FlightShell[];
  readonly grazingAltitudeKm: number;
  readonly minElevationDeg: number;
};
export type FlightAnswer = FlightSummary | { readonly issues: readonly MissionIssue[]; readonly totalCount: undefined };

/** States of the listed satellites at one time, rounded to 32 bits. A satellite without a state is 0, 0, 0. */
export type Keyframe = {
  /** Seconds after the mission's epoch. */
  readonly tS: number;
  /** [listedCount × 3], x y z, TEME, km */
  readonly positionsTemeKm: Float32Array<ArrayBuffer>;
  /** What the rounding took from the positions: both together are right to a tenth of a millimetre. */
  readonly remaindersTemeKm: Float32Array<ArrayBuffer>;
  /** [listedCount × 3], x y z, TEME, km/s */
  readonly velocitiesTemeKmPerS: Float32Array<ArrayBuffer>;
  readonly decayedCount: number;
  /** Of them, those of the catalogue. */
  readonly catalogueDecayedCount: number;
};
export type KeyframeArrays = Pick<Keyframe, "positionsTemeKm" | "remaindersTemeKm" | "velocitiesTemeKmPerS">;

/** How many of the mission's satellites are in which light at one time. */
export type LightCensus = {
  readonly tS: number;
  readonly sunlitCount: number;
  readonly penumbraCount: number;
  readonly umbraCount: number;
  readonly decayedCount: number;
};

export type Light = "sunlit" | "penumbra" | "umbra";
export type SatelliteLink = {
  readonly index: number;
  readonly id: string;
  readonly lengthKm: number;
  readonly up: boolean;
  readonly reason: string;
};
export type SatelliteState = {
  readonly index: number;
  readonly id: string;
  readonly shellName: string;
  readonly layer: Layer;
  readonly plane: number;
  readonly slot: number;
  readonly planeCount: number;
  readonly slotCount: number;
  readonly tS: number;
  /** What a catalogue says of an object; its elements are good for days before and after their epoch. */
  readonly catalogued?: { readonly name: string; readonly epochText: string; readonly ageDays: number };
  /** Left out when there is none; then `reason` says why. */
  readonly positionTemeKm?: readonly [number, number, number];
  readonly velocityTemeKmPerS?: readonly [number, number, number];
  readonly light?: Light;
  readonly speedKmPerS?: number;
  readonly latitudeDeg?: number;
  readonly longitudeDeg?: number;
  readonly heightKm?: number;
  readonly reason?: string;
  readonly links: readonly SatelliteLink[];
};

/**
 * Lasers near a satellite. `pairs`: [linkCount × 2] indices; `ups`: [linkCount], 1 where the link is up; `downs`: why the others
 * are not, the commonest reason first.
 */
export type NearbyLinks = {
  readonly tS: number;
  readonly pairs: Uint32Array<ArrayBuffer>;
  readonly ups: Uint8Array<ArrayBuffer>;
  readonly downs: readonly { readonly reason: string; readonly count: number }[];
};

/** Without `to`, the way to the nearest satellite that computes. */
export type RouteQuestion = {
  readonly from: PlaceQuestion;
  readonly to?: PlaceQuestion | undefined;
  readonly tS: number;
};
export type RouteAnswer = {
  readonly tS: number;
  readonly reachable: boolean;
  readonly oneWayMs?: number;
  readonly pathKm?: number;
  readonly hopCount?: number;
  readonly satellites: readonly number[];
  /** Why there is no path. */
  readonly cause?:
    | "noSatelliteFrom"
    | "noSatelliteTo"
    | "meshDisconnected"
    | "noComputeSatellite"
    | "computeDisconnected";
};

export type ContactAnswer = {
  /** Seconds after the epoch; left out when no satellite rises within the horizon. */
  readonly startS?: number;
  readonly satellite?: number;
  readonly searchedS: number;
};
export type ContactQuestion = {
  readonly place: PlaceQuestion;
  readonly fromTS: number;
  readonly horizonS: number;
};

export type PlaneRings = {
  readonly tS: number;
  readonly pointCount: number;
  /** [ringCount × pointCount × 3], x y z, TEME, km; a ring's last point is one step before its first. */
  readonly pointsTemeKm: Float32Array<ArrayBuffer>;
  /** [ringCount] */
  readonly layers: readonly Layer[];
  /** [ringCount], of the flight. */
  readonly shellIndices: readonly number[];
};
/** Where a shell's satellites move: a zone of a sphere between two latitudes where its planes go all round, else the strip between its planes. */
export type ShellSurface = {
  readonly shellIndex: number;
  readonly layer: Layer;
} & (
  | { readonly kind: "zone"; readonly radiusKm: number; readonly mostLatitudeRad: number }
  | {
      readonly kind: "strip";
      readonly ringCount: number;
      readonly pointCount: number;
      /** [ringCount × pointCount × 3], TEME, km: a ring's points begin at its node. */
      readonly pointsTemeKm: Float32Array<ArrayBuffer>;
    }
);
export type ShellSurfaces = { readonly tS: number; readonly surfaces: readonly ShellSurface[] };
/** [pointCount × 3], TEME, km: the path of one satellite's plane. */
export type PlanePath = { readonly tS: number; readonly pointsTemeKm: Float32Array<ArrayBuffer> };
/** Shadow of each day of a year, cylinder: [days of the year], seconds of the longest shadow at 00:00 UTC. */
export type EclipseSeason = {
  readonly year: number;
  readonly dailyEclipseS: readonly number[];
  readonly eclipseDaysPerYear: number;
  readonly longestEclipseS: number;
};

/** Without `to`, a route to any satellite that computes. */
/** Time-stepped orbits of the fleet at all angles of the Sun, as the graphics card reads them. */
export type CycleTablesAnswer = Omit<CycleTables, "tables"> & {
  /** [tableCount × CYCLE_ROW_COUNT × CYCLE_COLUMN_COUNT × 4] */
  readonly cells: Float32Array<ArrayBuffer>;
  /** [tableCount] */
  readonly shadowlessRad: readonly number[];
  /** [shellCount], of the fleet: its table. */
  readonly tableOfShell: readonly number[];
};
export type CycleTablesOutcome =
  | { readonly cycles: CycleTablesAnswer; readonly issue?: undefined }
  | { readonly cycles?: undefined; readonly issue: string };
export type CycleStateQuestion = { readonly document: unknown; readonly index: number; readonly tS: number };
/** Undefined where there is no design or no state. */
export type CycleStateAnswer = CycleState | undefined;

export type OpeningQuestion = {
  readonly from: PlaceQuestion;
  readonly to?: PlaceQuestion | undefined;
  readonly fromTS: number;
  readonly horizonS: number;
  /** Moments are tried this far apart. */
  readonly stepS: number;
};
export type OpeningAnswer = {
  /** The first moment with a path, at most 1 s late, seconds after the epoch; left out when none of the tried has one. */
  readonly startS?: number;
  readonly searchedS: number;
};
