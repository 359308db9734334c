import type { Clouds } from "#engine";
import type { PlaceQuestion, RouteQuestion } from "./messages.ts";

/** What the network is asked about: a mission's document at `tS`, seconds after its epoch. */
export type NetworkQuestion = { readonly document: unknown; readonly tS: number };

/** Where the latency map leads: to a place, or, left out, to the nearest satellite that computes. */
export type MapQuestion = NetworkQuestion & { readonly to?: PlaceQuestion | undefined };
/** How far a study is. */
export type StudyTold = {
  readonly what: "moments" | "rounds";
  readonly doneCount: number;
  readonly totalCount: number;
};

/** Round trips from the Earth's cells. */
export type LatencyAnswer = {
  readonly tS: number;
  readonly stepDeg: number;
  readonly latitudeCount: number;
  readonly longitudeCount: number;
  /** [latitudeCount × longitudeCount], rows from the south pole up, columns from −180° east; NaN where there is no way. */
  readonly roundTripMs: Float32Array<ArrayBuffer>;
  /** Share of the Earth's surface. */
  readonly reachableFraction: number;
  readonly leastMs?: number;
  readonly mostMs?: number;
  /** Satellites that compute, or that stand over the place. */
  readonly sourceCount: number;
};

export type GatewayState = {
  readonly name: string;
  readonly kind: "radio" | "laser" | "place";
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  /** Satellites that hold a beam to it. */
  readonly beamCount: number;
  readonly downBps: number;
  readonly upBps: number;
  readonly capacityBps: number;
  readonly clearFraction: number;
};

/** Lasers near a satellite by load. `pairs`: [linkCount × 2] indices. */
export type NearbyLoads = {
  readonly pairs: Uint32Array<ArrayBuffer>;
  /** [linkCount], the fuller way. */
  readonly loadsBps: Float64Array<ArrayBuffer>;
  readonly capacitiesBps: Float64Array<ArrayBuffer>;
};

export type TrafficQuestion = NetworkQuestion & {
  /** The satellite whose surroundings are read too. */
  /** Whether each satellite's own load is wanted. */
  readonly isEach?: boolean | undefined;
  readonly around?: { readonly index: number; readonly hopCount: number } | undefined;
};
export type TrafficAnswer =
  | {
      readonly tS: number;
      readonly offeredBps: number;
      readonly carriedBps: number;
      readonly gateways: readonly GatewayState[];
      /** Left out without laser stations. */
      readonly clouds?: Clouds;
      readonly nearby?: NearbyLoads;
      /** [servingCount], share of its fullest link's capacity, the fuller way; −1 without a link. */
      readonly loadFractions?: Float32Array<ArrayBuffer>;
      readonly issue?: undefined;
    }
  | { readonly tS: number; readonly issue: string };

/** Which satellite serves an end of a route, and since when. */
export type ServedEnd = {
  readonly index: number;
  readonly id: string;
  /** Seconds after the epoch, at most 1 s late; left out when it serves longer than was looked back. */
  readonly sinceTS?: number;
  /** Who served before; left out where none did. */
  readonly beforeId?: string;
};
export type HandoverQuestion = NetworkQuestion & Pick<RouteQuestion, "from" | "to">;
export type HandoverAnswer = {
  readonly tS: number;
  readonly lookedBackS: number;
  /** Over the place of departure. */
  readonly from?: ServedEnd;
  /** Over the destination, or the satellite that computes. */
  readonly to?: ServedEnd;
};
