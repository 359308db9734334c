import type { Instant } from "../geometry/instant.ts";
import type { ElementsRecord } from "./record.ts";

/** What a writer of elements needs to know of a satellite. */
export type ElementSet = Pick<ElementsRecord, "id" | "name" | "objectId" | "elements" | "filing">;

/** A satellite's path in steps. `states` [tS.length × 6]: x y z vx vy vz, TEME, km and km/s. */
export type Ephemeris = {
  readonly index: number;
  readonly set: ElementSet;
  readonly from: Instant;
  readonly tS: Float64Array;
  readonly states: Float64Array;
};
