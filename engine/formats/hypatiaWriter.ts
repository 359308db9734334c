/**
 * The input folder of Hypatia's satgenpy (ETH Zürich; its README and readers): five text files that describe satellites, their
 * lasers and the ground. The dynamic state is Hypatia's own to compute.
 */
import { type Geodetic, geodeticToEcef } from "../geometry/geodesy.ts";
import { yearOf } from "../geometry/instant.ts";
import type { ElementSet } from "./elementSet.ts";
import { tleFault, tleLines } from "./tleWriter.ts";

export type HypatiaNetwork = {
  readonly planeCount: number;
  readonly slotCount: number;
  readonly satelliteCount: number;
  /** In order of plane and slot, all of one epoch. */
  readonly sets: () => Iterable<ElementSet>;
  /** Indices of both ends of each laser, each laser once, [pairCount × 2]. */
  readonly pairs: ArrayLike<number>;
  readonly sites: readonly ({ readonly name: string } & Geodetic)[];
  readonly maxGroundLinkKm: number;
  readonly maxLaserLinkKm: number;
};

/** One interface to the ground a node, of the same share: what Hypatia's own Starlink and Kuiper folders have. */
const INTERFACE_COUNT = 1;
const INTERFACE_SHARE = "1.000000";
const M_PER_KM = 1000;
/** Why a satellite cannot stand in a folder whose first is `first`, or undefined. */
export function hypatiaFault(set: ElementSet, first: ElementSet): string | undefined {
  const fault = tleFault(set);
  if (fault !== undefined) return fault;
  const { day, secondS } = set.elements.epoch;
  // Hypatia puts "20" before the two digits of the year.
  if (yearOf(set.elements.epoch) < 2000) return "an epoch before 2000, which Hypatia takes for a later century";
  return day === first.elements.epoch.day && secondS === first.elements.epoch.secondS
    ? undefined
    : "an epoch of its own; Hypatia wants one for all";
}

/** Names go between commas, so they hold none. */
const plainName = (name: string) => name.replace(/[,\r\n]/g, " ");

function* tles({ planeCount, slotCount, sets }: HypatiaNetwork): Generator<string> {
  yield `${planeCount} ${slotCount}\n`;
  let index = 0;
  for (const set of sets()) yield `Dawnline ${index++}\n${tleLines(set).join("\n")}\n`;
}

function* isls({ pairs }: HypatiaNetwork): Generator<string> {
  for (let row = 0; row < pairs.length; row += 2) {
    const [a, b] = [pairs[row]!, pairs[row + 1]!];
    yield `${Math.min(a, b)} ${Math.max(a, b)}\n`;
  }
}

function* groundStations({ sites }: HypatiaNetwork): Generator<string> {
  for (const [index, site] of sites.entries()) {
    const metres = geodeticToEcef(site).map((km) => (km * M_PER_KM).toFixed(6));
    const height = (site.heightKm * M_PER_KM).toFixed(6);
    yield `${index},${plainName(site.name)},${site.latitudeDeg},${site.longitudeDeg},${height},${metres.join(",")}\n`;
  }
}

function* interfaces({ satelliteCount, sites }: HypatiaNetwork): Generator<string> {
  for (let node = 0; node < satelliteCount + sites.length; node++)
    yield `${node},${INTERFACE_COUNT},${INTERFACE_SHARE}\n`;
}

function* description({ maxGroundLinkKm, maxLaserLinkKm }: HypatiaNetwork): Generator<string> {
  yield `max_gsl_length_m=${(maxGroundLinkKm * M_PER_KM).toFixed(10)}\n`;
  yield `max_isl_length_m=${(maxLaserLinkKm * M_PER_KM).toFixed(10)}\n`;
}

/** The files of the folder by name, each as pieces of text. */
export const hypatiaFiles: Readonly<Record<string, (network: HypatiaNetwork) => Generator<string>>> = {
  "tles.txt": tles,
  "isls.txt": isls,
  "ground_stations.txt": groundStations,
  "gsl_interfaces_info.txt": interfaces,
  "description.txt": description,
};
