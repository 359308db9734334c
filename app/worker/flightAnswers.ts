/** What the flight knows, in the shapes that cross to the page. Pure: the worker holds the flight. */
import { EARTH_RADIUS_WGS72_KM, type Flight, formatInstant, meanSemiMajorAxisKm, secondsBetween } from "#engine";
import type {
  FlightShell,
  Keyframe,
  KeyframeArrays,
  Light,
  LightCensus,
  NearbyLinks,
  SatelliteState,
} from "./messages.ts";

const lightNames: Record<number, Light> = { 0: "sunlit", 1: "penumbra", 2: "umbra" };

/** What the page is told of each shell; a designed one goes over as its closed form. */
export function describeShells(flight: Flight): { shells: FlightShell[]; designedCount: number; listedCount: number } {
  let designedCount = 0;
  let listedCount = 0;
  const shells = flight.shells.map((shell, shellIndex): FlightShell => {
    const designed = flight.analyticOf(shellIndex);
    const satelliteCount = shell.planeCount * shell.slotCount;
    const firstRow = designed === undefined ? listedCount : designedCount;
    if (designed === undefined) listedCount += satelliteCount;
    else designedCount += satelliteCount;
    const altitudeKm = meanSemiMajorAxisKm(flight.elementsOf(shell.firstIndex)) - EARTH_RADIUS_WGS72_KM;
    return { ...shell, altitudeKm, firstRow, ...(designed === undefined ? {} : { designed }) };
  });
  return { shells, designedCount, listedCount };
}

/** How many of the mission's satellites are in which light. */
export function countLights(flight: Flight, tS: number): LightCensus {
  const { lights, decayedCount } = flight.lightsAt(tS);
  const counts = [0, 0, 0];
  for (const light of lights) if (light < 3) counts[light]!++;
  const [sunlitCount, penumbraCount, umbraCount] = counts as [number, number, number];
  return { tS, sunlitCount, penumbraCount, umbraCount, decayedCount };
}

/** Kept between keyframes: the states before they are split. */
let exactKm = new Float64Array(0);

/** States of the listed satellites at `tS`, in `arrays` when they have the right length. */
export function readKeyframe({
  flight,
  listedCount,
  tS,
  arrays,
}: {
  flight: Flight;
  listedCount: number;
  tS: number;
  arrays?: KeyframeArrays | undefined;
}): Keyframe {
  const length = listedCount * 3;
  const { positionsTemeKm, remaindersTemeKm, velocitiesTemeKmPerS } =
    arrays?.positionsTemeKm.length === length
      ? arrays
      : {
          positionsTemeKm: new Float32Array(length),
          remaindersTemeKm: new Float32Array(length),
          velocitiesTemeKmPerS: new Float32Array(length),
        };
  if (exactKm.length !== length) exactKm = new Float64Array(length);
  const decayedCount = flight.statesInto({
    tS,
    positions: exactKm,
    velocities: velocitiesTemeKmPerS,
    isListedOnly: true,
  });
  for (let at = 0; at < length; at++) {
    positionsTemeKm[at] = exactKm[at]!;
    remaindersTemeKm[at] = exactKm[at]! - positionsTemeKm[at]!;
  }
  // The catalogue's rows are the last.
  const catalogueAt = (listedCount - flight.catalogueCount) * 3;
  let catalogueDecayedCount = 0;
  if (decayedCount > 0)
    for (let at = 0; at < positionsTemeKm.length; at += 3)
      if (Number.isNaN(positionsTemeKm[at])) {
        positionsTemeKm.fill(0, at, at + 3);
        remaindersTemeKm.fill(0, at, at + 3);
        velocitiesTemeKmPerS.fill(0, at, at + 3);
        if (at >= catalogueAt) catalogueDecayedCount++;
      }
  return { tS, positionsTemeKm, remaindersTemeKm, velocitiesTemeKmPerS, decayedCount, catalogueDecayedCount };
}

const linkSentences = {
  "no state": "The other end has no state.",
  "Earth in the way": "The Earth or its air is in the way.",
  "out of range": "Longer than the laser's range.",
  "too little light": "Too long for the least rate: too little light arrives.",
  "polar seam": "The planes counter-rotate: the two pass each other at the seam.",
  "slewing too fast": "The other end crosses the sky faster than the terminal turns.",
  "Sun in the receiver": "One of the receivers looks into the Sun.",
} as const;

export function describeSatellite({
  flight,
  index,
  tS,
}: {
  flight: Flight;
  index: number;
  tS: number;
}): SatelliteState {
  const { shellName, shellIndex, plane, slot } = flight.whereOf(index);
  const { layer, planeCount, slotCount } = flight.shells[shellIndex]!;
  const place = {
    ...{ index, id: flight.idOf(index), shellName, layer, plane, slot, planeCount, slotCount, tS },
    ...(layer === "catalogue" ? { catalogued: describeObject(flight, index, tS) } : {}),
  };
  const state = flight.stateOf(index, tS);
  if ("reason" in state) return { ...place, reason: state.reason, links: [] };
  const links = flight.linksOf(index, tS).map(({ b, lengthKm, up, reason }) => ({
    index: b,
    id: flight.idOf(b),
    lengthKm,
    up,
    reason: reason === undefined ? "" : linkSentences[reason],
  }));
  const { light, ...rest } = state;
  return { ...place, ...rest, light: lightNames[light]!, links };
}

function describeObject(flight: Flight, index: number, tS: number) {
  const epoch = flight.epochOf(index);
  return {
    name: flight.nameOf(index),
    epochText: formatInstant(epoch),
    ageDays: (secondsBetween(epoch, flight.epoch) + tS) / 86_400,
  };
}

/** Lasers within `hopCount` hops of a satellite, each once; the way there may lead over broken ones. */
export function linksAround({
  flight,
  index,
  tS,
  hopCount,
}: {
  flight: Flight;
  index: number;
  tS: number;
  hopCount: number;
}): NearbyLinks {
  const pairs: number[] = [];
  const ups: number[] = [];
  const counts = new Map<string, number>();
  const hopOf = new Map([[index, 0]]);
  let ring = [index];
  for (let hop = 0; hop < hopCount; hop++) {
    const next: number[] = [];
    for (const a of ring)
      for (const { b, up, reason } of flight.linksOf(a, tS)) {
        // A link back, and one along the ring seen from its other end, is there already.
        const other = hopOf.get(b);
        if (other !== undefined && (other < hop || (other === hop && b < a))) continue;
        pairs.push(a, b);
        ups.push(up ? 1 : 0);
        if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
        if (other !== undefined) continue;
        hopOf.set(b, hop + 1);
        next.push(b);
      }
    ring = next;
  }
  const downs = [...counts].map(([reason, count]) => ({ reason, count })).sort((x, y) => y.count - x.count);
  return { tS, pairs: Uint32Array.from(pairs), ups: Uint8Array.from(ups), downs };
}

/** The satellite so many planes and slots away in the same shell, around both ends. */
export function neighbourOf({
  flight,
  index,
  planeStep,
  slotStep,
}: {
  flight: Flight;
  index: number;
  planeStep: number;
  slotStep: number;
}): number {
  const { shellIndex, plane, slot } = flight.whereOf(index);
  const { firstIndex, planeCount, slotCount } = flight.shells[shellIndex]!;
  const around = (value: number, count: number) => ((value % count) + count) % count;
  return firstIndex + around(plane + planeStep, planeCount) * slotCount + around(slot + slotStep, slotCount);
}
