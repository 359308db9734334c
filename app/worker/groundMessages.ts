/** What the page asks about places under the fleet, and about one satellite's surroundings. Times: seconds after the epoch. */
import type { OverheadCount } from "#engine";
import type { PlaceQuestion } from "./messages.ts";

export type OverheadQuestion = {
  readonly place: PlaceQuestion;
  readonly tS: number;
  readonly isCatalogueSeen: boolean;
};
/** Satellites above 10° over a place, a row each. */
export type OverheadAnswer = {
  readonly tS: number;
  readonly sunAltitudeDeg: number;
  readonly sunAzimuthDeg: number;
  readonly indices: Uint32Array<ArrayBuffer>;
  readonly azimuthsDeg: Float32Array<ArrayBuffer>;
  readonly elevationsDeg: Float32Array<ArrayBuffer>;
  readonly rangesKm: Float32Array<ArrayBuffer>;
  /** 0 sunlit, 1 penumbra, 2 umbra. */
  readonly lights: Uint8Array<ArrayBuffer>;
};

export type NightQuestion = {
  readonly place: PlaceQuestion;
  readonly fromTS: number;
  readonly toTS: number;
  readonly stepS: number;
  readonly isCatalogueSeen: boolean;
};
export type NightAnswer = { readonly rows: readonly OverheadCount[] };

export type NearSatellite = {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly distanceKm: number;
};
export type SatelliteOrbit = {
  readonly altitudeKm: number;
  readonly perigeeAltitudeKm: number;
  readonly apogeeAltitudeKm: number;
  readonly inclinationDeg: number;
  readonly eccentricityRatio: number;
  readonly periodS: number;
  readonly ltanH: number;
};
/** When a satellite next enters and leaves the shadow: penumbra and umbra together; left out where not within `searchedS`. */
export type ShadowAhead = {
  readonly tS: number;
  readonly searchedS: number;
  readonly isInShadow: boolean;
  readonly entersTS?: number;
  readonly leavesTS?: number;
};

export type ContactsQuestion = {
  readonly index: number;
  readonly places: readonly PlaceQuestion[];
  readonly fromTS: number;
  readonly spanS: number;
  readonly minElevationDeg: number;
};
export type SatelliteContact = {
  readonly placeName: string;
  readonly startS: number;
  readonly endS: number;
  readonly highestS: number;
  readonly maxElevationDeg: number;
  /** At the highest. */
  readonly highestRangeKm: number;
};
export type ContactsAnswer = { readonly contacts: readonly SatelliteContact[] };
