/** Sites on the ground: gateways as filed, and optical ground stations with how often their sky is clear. */
import type { SourceId } from "./sources.ts";

export type GroundSite = {
  readonly name: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly heightKm: number;
  readonly kind: "radio" | "laser";
  readonly clearFraction?: number;
  readonly source: SourceId;
};

const gateway = (name: string, latitudeDeg: number, longitudeDeg: number, heightKm: number): GroundSite => ({
  name,
  latitudeDeg,
  longitudeDeg,
  heightKm,
  kind: "radio",
  source: "starlink-gateway-filings",
});

/** Starlink's first filed gateways; coordinates and heights of the towns are general knowledge. */
export const filedGateways: readonly GroundSite[] = [
  gateway("North Bend WA", 47.5, -121.8, 0.1),
  gateway("Conrad MT", 48.2, -111.9, 1.1),
  gateway("Merrillan WI", 44.4, -90.8, 0.3),
  gateway("Greenville PA", 41.4, -80.4, 0.3),
  gateway("Redmond WA", 47.7, -122.1, 0),
  gateway("Hawthorne CA", 33.9, -118.3, 0),
];

const station = (
  name: string,
  [latitudeDeg, longitudeDeg, heightKm]: readonly [number, number, number],
  clearFraction: number,
  source: SourceId,
): GroundSite => ({ name, latitudeDeg, longitudeDeg, heightKm, kind: "laser", clearFraction, source });

/** Optical ground stations that stand; a site without a figure of its own has its region's. Coordinates to 0.1° are general knowledge. */
export const opticalStations: readonly GroundSite[] = [
  // LCRD's two: the middle of its 59 to 69 % of sessions.
  station("Table Mountain CA", [34.4, -117.7, 2.3], 0.64, "optical-sites"),
  station("Haleakala HI", [20.7, -156.3, 3.1], 0.64, "optical-sites"),
  station("Tenerife", [28.3, -16.5, 2.4], 0.686, "tenerife-nights"),
  station("Oberpfaffenhofen", [48.1, 11.3, 0.6], 0.3, "optical-sites"),
  station("Perth", [-32, 115.8, 0], 0.69, "optical-sites"),
];

/** The fastest measured rate of one rack, DeepSeek-R1 on GB300 NVL72: a quarter of 2,494,310 tokens/s on 288. */
export const measuredRack = {
  rack: "gb300-nvl72",
  chipCount: 72,
  tokensPerS: 2_494_310 / 4,
  source: "mlperf-v6" as SourceId,
};
