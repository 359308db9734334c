/** What the network's figures are drawn from. A flight works it out (`studyNetwork`); the report takes it as plain data. */

type Way =
  | { readonly reachable: false; readonly reason: string }
  | {
      readonly reachable: true;
      /** The satellite at its far end. */
      readonly lastId: string;
      readonly hopCount: number;
      readonly pathKm: number;
      readonly oneWayMs: number;
      readonly roundTripMs: number;
      readonly fibreReachKm: number;
    };

type Load = {
  readonly fault: undefined;
  readonly seed: number;
  readonly demandsAreDefault: boolean;
  readonly offeredBps: number;
  readonly carriedBps: number;
  readonly carriedFraction: number;
  readonly mostBps: number;
  readonly cut: readonly { readonly kind: string; readonly capacityBps: number }[];
  readonly hottest: readonly {
    readonly a: number | string;
    readonly b: number | string;
    /** Left out for an end on the ground, which has its name. */
    readonly aId?: string;
    readonly bId?: string;
    readonly kind: string;
    readonly loadBps: number;
    readonly capacityBps: number;
  }[];
  readonly gateways: readonly {
    readonly name: string;
    readonly kind: string;
    readonly clearFraction: number;
    readonly beamCount: number;
    readonly downBps: number;
    readonly upBps: number;
    readonly capacityBps: number;
  }[];
  /** Shares that are expected under clouds; left out without laser stations. */
  readonly clouds?: { readonly expectedCarriedFraction: number; readonly sharedSkyCarriedFraction: number };
  readonly failures: readonly { readonly case: string; readonly lost: string; readonly carriedFraction: number }[];
};

export type NetworkResults = {
  /** The epoch, UTC. */
  readonly at: string;
  readonly windowS: number;
  readonly stepS: number;
  readonly sampleCount: number;
  /** Of the mission; of them the first are studied, and of these the first `joinedCount` are joined pair by pair. */
  readonly placeCount: number;
  readonly joinedCount: number;
  readonly hopDelayMs: number;
  readonly places: readonly { readonly label: string; readonly latitudeDeg: number; readonly longitudeDeg: number }[];
  readonly latencies: readonly {
    readonly name: string;
    readonly p1Ms?: number;
    readonly p50Ms?: number;
    readonly p99Ms?: number;
    /** Percent 0 … 100; empty where nothing was reached. */
    readonly quantilesMs: readonly number[];
    readonly reachableFraction: number;
    readonly longestOutageS: number;
    readonly handoverCount: number;
    readonly fibreTo: string;
    readonly fibreMs: number;
    readonly cableMs: number;
    readonly cableReachKm?: number;
  }[];
  readonly computeRoutes: readonly ({ readonly from: string } & Way)[];
  readonly routes: readonly ({ readonly from: string; readonly to: string; readonly fibreMs: number } & Way)[];
  readonly map: {
    readonly stepDeg: number;
    readonly latitudeCount: number;
    readonly longitudeCount: number;
    /** Rows from the south pole up; NaN where there is no way. */
    readonly roundTripMs: ArrayLike<number>;
    readonly reachableFraction: number;
    readonly leastMs?: number;
    readonly mostMs?: number;
    readonly sourceCount: number;
  };
  readonly load: Load | { readonly fault: string };
};
