/**
 * What one satellite is asked about: its orbit, who flies nearest, its next shadow, its contacts with places; and, with
 * `overheads.ts`, what stands over a place.
 */
import { type AccessWindow, findAccess, makeStation } from "../events/accessWindows.ts";
import type { Interval } from "../events/search.ts";
import { findShadows, makeSunTable } from "../events/shadowEvents.ts";
import { makeTrack } from "../events/track.ts";
import { addSeconds, type Instant } from "../geometry/instant.ts";
import { norm, unit, type Vector3 } from "../geometry/vectors.ts";
import type { GroundLimits } from "../network/ground.ts";
import { analyticInto } from "../orbit/analytic.ts";
import { visitCap } from "../orbit/analyticCap.ts";
import { meanOrbitOf } from "../orbit/meanOrbit.ts";
import { makeRecord, minutesSinceEpoch, propagateInto, propagateState } from "../orbit/propagate.ts";
import type { FlyingShell } from "./fleet.ts";
import type { GroundPlace } from "./flight.ts";
import { makeOverheads } from "./overheads.ts";
import type { RosterDoors } from "./roster.ts";

/** Who stands beside a satellite: the straight distance, through the Earth if it is in the way. */
export type Neighbour = { readonly index: number; readonly distanceKm: number };

/** First look round a satellite, an angle at the Earth's centre; doubled until enough are found. */
const FIRST_CAP_RAD = 0.02;

export function makeSurroundings({
  shells,
  doors: { analyticOf, recordOf, elementsOf },
  epoch,
  limits,
}: {
  shells: readonly FlyingShell[];
  doors: RosterDoors;
  epoch: Instant;
  limits: GroundLimits;
}) {
  const trackOf = (index: number, fromTS: number, spanS: number) => {
    const from = addSeconds(epoch, fromTS);
    // A record of its own: those of designed shells are good until the next call.
    return { from, track: makeTrack({ record: makeRecord(elementsOf(index)), from, spanS }) };
  };
  const shiftedBy =
    (shiftS: number) =>
    ([startS, endS]: Interval): Interval => [startS + shiftS, endS + shiftS];

  /** The nearest of one shell to a point. */
  function nearestOfShell(shellIndex: number, fromTemeKm: Vector3, tS: number, count: number): Neighbour[] {
    const { firstIndex, squadron } = shells[shellIndex]!;
    const analytic = analyticOf(shellIndex);
    const instant = addSeconds(epoch, tS);
    const kept: Neighbour[] = [];
    const consider = (index: number, x: number, y: number, z: number) => {
      const distanceKm = Math.hypot(x - fromTemeKm[0], y - fromTemeKm[1], z - fromTemeKm[2]);
      if (!(distanceKm < (kept[count - 1]?.distanceKm ?? Number.POSITIVE_INFINITY))) return;
      const row = kept.findIndex((other) => other.distanceKm > distanceKm);
      kept.splice(row < 0 ? kept.length : row, 0, { index, distanceKm });
      kept.length = Math.min(kept.length, count);
    };
    if (analytic === undefined) {
      const position = new Float64Array(3);
      for (let within = 0; within < squadron.satelliteCount; within++) {
        const record = squadron.recordOf(within);
        const minutes = minutesSinceEpoch(record.epoch, instant);
        if (propagateInto({ record, minutes, positions: position, row: 0 }))
          consider(firstIndex + within, position[0]!, position[1]!, position[2]!);
      }
      return kept;
    }
    const minutes = minutesSinceEpoch(analytic.constants.epoch, instant);
    const radiusKm = norm(fromTemeKm);
    for (let capRad = FIRST_CAP_RAD; ; capRad *= 2) {
      kept.length = 0;
      visitCap({
        shell: analytic,
        minutes,
        towardTemeUnit: unit(fromTemeKm),
        capRad,
        visit(first, end) {
          const positions = new Float64Array((end - first) * 3);
          analyticInto({ shell: analytic, minutes, first, end, positions });
          for (let at = 0; at < positions.length; at += 3)
            consider(firstIndex + first + at / 3, positions[at]!, positions[at + 1]!, positions[at + 2]!);
        },
      });
      if (capRad >= Math.PI) return kept;
      // Whoever stands outside the cap is at least this far from the point.
      const outsideKm = capRad < Math.PI / 2 ? radiusKm * Math.sin(capRad) : radiusKm;
      if (kept.length === Math.min(count, analytic.satelliteCount) && kept.at(-1)!.distanceKm <= outsideKm) return kept;
    }
  }

  return {
    ...makeOverheads({ shells, analyticOf, epoch, limits }),
    /** The orbit by a satellite's mean elements, its node at `tS`. */
    orbitOf(index: number, tS: number) {
      return meanOrbitOf({ record: recordOf(index), elements: elementsOf(index), instant: addSeconds(epoch, tS) });
    },
    /** Who stands nearest to a satellite at `tS`, the nearest first; none where it has no state. */
    nearestTo({ index, tS, count }: { index: number; tS: number; count: number }): Neighbour[] {
      const record = recordOf(index);
      const state = propagateState(record, minutesSinceEpoch(record.epoch, addSeconds(epoch, tS)));
      if ("reason" in state) return [];
      return shells
        .flatMap((_, shellIndex) => nearestOfShell(shellIndex, state.positionTemeKm, tS, count + 1))
        .filter((each) => each.index !== index)
        .sort((a, b) => a.distanceKm - b.distanceKm || a.index - b.index)
        .slice(0, count);
    },
    /** Umbra and penumbra of a satellite within a span, seconds after the epoch. */
    shadowsOf({ index, fromTS, spanS }: { index: number; fromTS: number; spanS: number }) {
      const { from, track } = trackOf(index, fromTS, spanS);
      const { umbra, penumbra } = findShadows({ track, sunOf: makeSunTable(from) });
      return { umbra: umbra.map(shiftedBy(fromTS)), penumbra: penumbra.map(shiftedBy(fromTS)) };
    },
    /** When a satellite stands over a place within a span, seconds after the epoch. */
    contactsOf({
      index,
      place,
      fromTS,
      spanS,
      minElevationDeg,
    }: {
      index: number;
      place: GroundPlace;
      fromTS: number;
      spanS: number;
      minElevationDeg: number;
    }): AccessWindow[] {
      const { from, track } = trackOf(index, fromTS, spanS);
      const stationAt = makeStation({ ...place, heightKm: place.heightKm ?? 0 }, from);
      return findAccess({ track, stationAt, minElevationDeg }).map((window) => ({
        ...window,
        startS: window.startS + fromTS,
        endS: window.endS + fromTS,
        highestS: window.highestS + fromTS,
      }));
    },
  };
}
