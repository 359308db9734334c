/**
 * SGP4 without deep space, for AssemblyScript: two states to a vector.
 *
 * The theory is that of AIAA 2006-6753 (Vallado, Crawford, Hujsak, Kelso) as satellite.js has it, in another order:
 * 1. secular gravity and drag; 2. long-period terms; 3. Kepler's equation; 4. short-period terms of J2.
 * Angles that are already known as (sine, cosine) are turned by small angles rather than computed again, so there is no atan2;
 * Kepler's equation is solved by two steps of third order from the mean longitude, exact below e = 0.12.
 *
 * A name that ends in $ stands for one of the vectors in flight: the build writes each statement that has one once for each
 * vector, side by side, so that one's waiting is the other's work.
 *
 * What leaves the range of these shortcuts, or decays, is NaN: the caller asks sgp4() itself.
 */
import { EARTH_RADIUS_WGS72_KM, J2_WGS72_RATIO, MU_WGS72_KM3_PER_S2 } from "../../facts/constants";
import {
  ANOMALY_DRAG,
  ANOMALY_DRAG_START,
  C1,
  COSINE_INCLINATION,
  D2,
  D3,
  D4,
  ECCENTRICITY,
  ECCENTRICITY_DRAG,
  ECCENTRICITY_DRAG_SINE,
  ECCENTRICITY_J3,
  ETA,
  L2,
  L3,
  L4,
  L5,
  LONGITUDE_J3,
  MEAN_ANOMALY,
  MEAN_ANOMALY_RATE,
  NODE,
  NODE_DRAG,
  NODE_RATE,
  PERIGEE,
  PERIGEE_DRAG,
  PERIGEE_RATE,
  ROOT_AXIS,
  SINE_INCLINATION,
  SINE_START,
} from "../layout";
import {
  add,
  beyond,
  both,
  cosine,
  cosineOfSmall,
  cosineOfTiny,
  div,
  halfTurns,
  mul,
  sine,
  sineOfSmall,
  sineOfTiny,
  storeRows,
  sub,
} from "./vectors";

/** Limits of the shortcuts; beyond them the state is left to sgp4(). */
const GREATEST_ECCENTRICITY: f64 = 0.12;
const GREATEST_ANGLE: f64 = 1e6;
const GREATEST_DRAG_TURN: f64 = 0.1;
/** SGP4 itself refuses a mean eccentricity below −0.001, and a radius below one; the margins leave the verdict to it. */
const LEAST_ECCENTRICITY: f64 = -0.000999;
const LEAST_RADIUS: f64 = 1.000001;
/** Below 0 drag has used up the orbit; up to 1.2, whose square is the axis's, no state passes the bounds of propagate.ts. */
const GREATEST_AXIS_FACTOR: f64 = 1.2;
/** Of the Earth's radius; propagate.ts refuses 0.9, and short-period terms are a tenth of what lies between. */
const LEAST_PERIGEE: f64 = 0.93;
const LEAST_MEAN_ECCENTRICITY: f64 = 1e-6;

const SPEED_KM_PER_S: f64 = Math.sqrt(MU_WGS72_KM3_PER_S2 / EARTH_RADIUS_WGS72_KM);

/** A constant of two satellites. */
function at(pair: usize, index: usize): v128 {
  return v128.load(pair + index * 16);
}

/** Writes each constant of satellite `lane` of a pair into both lanes of `to`. */
export function spread(pair: usize, lane: usize, to: usize, count: i32): void {
  for (let index: usize = 0; index < <usize>count; index++)
    v128.store(to + index * 16, v128.load64_splat(pair + index * 16 + lane * 8));
}

/** Which of the two is compiled: a type that is an integer has drag. */
type WithDrag = i32;
type WithoutDrag = f64;

/**
 * States of `count` pairs of lanes (even). Pair k takes the constants at `constants` + k · `stride` and the minutes of its two lanes;
 * positions in km and velocities in km/s, TEME. Answers whether every lane has a state; those without have NaN as x.
 */
export function propagate(
  constants: usize,
  stride: usize,
  minutes: usize,
  positions: usize,
  velocities: usize,
  count: i32,
): i32 {
  return move<WithDrag>(constants, stride, minutes, positions, velocities, count);
}

/** The same where all constants of drag are zero: the same bits in three quarters of the time. */
export function coast(
  constants: usize,
  stride: usize,
  minutes: usize,
  positions: usize,
  velocities: usize,
  count: i32,
): i32 {
  return move<WithoutDrag>(constants, stride, minutes, positions, velocities, count);
}

function move<Drag>(
  constants: usize,
  stride: usize,
  minutes: usize,
  positions: usize,
  velocities: usize,
  count: i32,
): i32 {
  let good = i64x2.splat(-1);
  for (let pair = 0; pair < count; pair += VECTORS) {
    const k$ = constants + <usize>(pair + LANE$) * stride;
    const t$ = v128.load(minutes + <usize>(pair + LANE$) * 16);

    // 1. Secular gravity, and drag where there is any: without it the same terms are 0 and 1, to the last bit.
    const anomaly$ = add(at(k$, MEAN_ANOMALY), mul(at(k$, MEAN_ANOMALY_RATE), t$));
    const perigee$ = add(at(k$, PERIGEE), mul(at(k$, PERIGEE_RATE), t$));
    let node$ = add(at(k$, NODE), mul(at(k$, NODE_RATE), t$));
    let turn$ = both(0);
    let ahead$ = both(0);
    let mean$ = at(k$, ECCENTRICITY);
    let axisFactor$ = both(1);
    if (isInteger<Drag>()) {
      const t2$ = mul(t$, t$);
      node$ = add(node$, mul(at(k$, NODE_DRAG), t2$));
      const shrink$ = add(at(k$, C1), mul(t$, add(at(k$, D2), mul(t$, add(at(k$, D3), mul(t$, at(k$, D4)))))));
      axisFactor$ = sub(axisFactor$, mul(t$, shrink$));
      ahead$ = mul(t2$, add(at(k$, L2), mul(t$, add(at(k$, L3), mul(t$, add(at(k$, L4), mul(t$, at(k$, L5))))))));
      const anomalyTurns$ = halfTurns(anomaly$);
      const anomalyRest$ = beyond(anomaly$, anomalyTurns$);
      const sinAnomaly$ = sine(anomalyRest$, anomalyTurns$);
      const cosAnomaly$ = cosine(anomalyRest$, anomalyTurns$);
      const air$ = add(both(1), mul(at(k$, ETA), cosAnomaly$));
      const airTurn$ = mul(at(k$, ANOMALY_DRAG), sub(mul(mul(air$, air$), air$), at(k$, ANOMALY_DRAG_START)));
      turn$ = add(mul(at(k$, PERIGEE_DRAG), t$), airTurn$);
      const turnRad$ = mul(turn$, both(Math.PI));
      const sinDragged$ = add(mul(sinAnomaly$, cosineOfSmall(turnRad$)), mul(cosAnomaly$, sineOfSmall(turnRad$)));
      const sineLoss$ = mul(at(k$, ECCENTRICITY_DRAG_SINE), sub(sinDragged$, at(k$, SINE_START)));
      mean$ = sub(mean$, add(mul(at(k$, ECCENTRICITY_DRAG), t$), sineLoss$));
    }
    const e$ = f64x2.max(mean$, both(LEAST_MEAN_ECCENTRICITY));
    const rootAxis$ = mul(at(k$, ROOT_AXIS), axisFactor$);
    const axis$ = mul(rootAxis$, rootAxis$);

    // 2. Long-period terms.
    const perigeeDragged$ = sub(perigee$, turn$);
    const perigeeTurns$ = halfTurns(perigeeDragged$);
    const perigeeRest$ = beyond(perigeeDragged$, perigeeTurns$);
    const semilatus$ = sub(both(1), mul(e$, e$));
    const perSemilatus$ = div(both(1), mul(axis$, semilatus$));
    const ex$ = mul(e$, cosine(perigeeRest$, perigeeTurns$));
    const ey$ = add(mul(e$, sine(perigeeRest$, perigeeTurns$)), mul(perSemilatus$, at(k$, ECCENTRICITY_J3)));
    const longitudeTurn$ = mul(mul(perSemilatus$, at(k$, LONGITUDE_J3)), ex$);
    const longitude$ = add(add(anomaly$, perigee$), add(ahead$, longitudeTurn$));

    // 3. Kepler: the eccentric longitude is the mean one and `first` and `second`.
    const turns$ = halfTurns(longitude$);
    const rest$ = beyond(longitude$, turns$);
    const s$ = sine(rest$, turns$);
    const c$ = cosine(rest$, turns$);
    const esin$ = sub(mul(ex$, s$), mul(ey$, c$));
    const slope$ = sub(both(1), add(mul(ex$, c$), mul(ey$, s$)));
    const halley$ = add(mul(both(2), mul(slope$, slope$)), mul(esin$, esin$));
    const first$ = div(mul(both(2), mul(esin$, slope$)), halley$);
    const sinFirst$ = sineOfSmall(first$);
    const cosFirst$ = cosineOfSmall(first$);
    const s1$ = add(mul(s$, cosFirst$), mul(c$, sinFirst$));
    const c1$ = sub(mul(c$, cosFirst$), mul(s$, sinFirst$));
    const esin1$ = sub(mul(ex$, s1$), mul(ey$, c1$));
    const ecos1$ = add(mul(ex$, c1$), mul(ey$, s1$));
    const perSlope$ = div(both(1), sub(both(1), ecos1$));
    const newton$ = mul(sub(esin1$, first$), perSlope$);
    const second$ = mul(newton$, sub(both(1), mul(mul(both(0.5), esin1$), mul(perSlope$, newton$))));
    const halfSecond$ = mul(both(0.5), second$);
    const s2$ = add(s1$, mul(second$, sub(c1$, mul(halfSecond$, s1$))));
    const c2$ = sub(c1$, mul(second$, add(s1$, mul(halfSecond$, c1$))));
    const ecos$ = add(mul(ex$, c2$), mul(ey$, s2$));
    const esinE$ = sub(mul(ex$, s2$), mul(ey$, c2$));

    // 4. Short-period terms of J2. `nearer` is a/r of the ellipse.
    const change$ = mul(sub(ecos$, ecos1$), perSlope$);
    const nearer$ = mul(perSlope$, add(both(1), mul(change$, add(both(1), change$))));
    const e2$ = add(mul(ex$, ex$), mul(ey$, ey$));
    const beta$ = f64x2.sqrt(sub(both(1), e2$));
    const beta1$ = add(both(1), beta$);
    const perBetas$ = div(both(1), mul(beta$, beta1$));
    const fold$ = mul(esinE$, mul(perBetas$, beta$));
    const sinU$ = mul(nearer$, sub(sub(s2$, ey$), mul(ex$, fold$)));
    const cosU$ = mul(nearer$, add(sub(c2$, ex$), mul(ey$, fold$)));
    const perBeta$ = mul(perBetas$, beta1$);
    const perAxis$ = mul(perSemilatus$, semilatus$);
    const perP$ = mul(perAxis$, mul(perBeta$, perBeta$));
    const j$ = mul(both(0.5 * J2_WGS72_RATIO), perP$);
    const j2$ = mul(j$, perP$);
    const sin2U$ = mul(add(cosU$, cosU$), sinU$);
    const cos2U$ = sub(both(1), mul(both(2), mul(sinU$, sinU$)));
    const cosI$ = at(k$, COSINE_INCLINATION);
    const sinI$ = at(k$, SINE_INCLINATION);
    const cosI2$ = mul(cosI$, cosI$);
    const con41$ = sub(mul(both(3), cosI2$), both(1));
    const sinI2$ = sub(both(1), cosI2$);
    const con7$ = sub(mul(both(7), cosI2$), both(1));
    const flat$ = sub(both(1), mul(both(1.5), mul(mul(j2$, beta$), con41$)));
    const wave$ = mul(sinI2$, cos2U$);
    const axisWave$ = mul(both(0.5), mul(j$, wave$));
    const radius$ = add(mul(mul(axis$, sub(both(1), ecos$)), flat$), axisWave$);
    const speed$ = mul(nearer$, mul(rootAxis$, perAxis$));
    const speedJ$ = mul(mul(mul(perAxis$, perAxis$), rootAxis$), j$);
    const outward$ = sub(mul(speed$, esinE$), mul(speedJ$, mul(sinI2$, sin2U$)));
    const onward$ = add(mul(speed$, beta$), mul(speedJ$, add(wave$, mul(both(1.5), con41$))));
    const turnU$ = mul(both(-0.25), mul(mul(j2$, con7$), sin2U$));
    const turnJ$ = mul(both(1.5), mul(j2$, cosI$));
    const turnNode$ = mul(turnJ$, sin2U$);
    const turnI$ = mul(mul(turnJ$, sinI$), cos2U$);

    // 5. Orientation.
    const nodeTurns$ = halfTurns(node$);
    const nodeRest$ = beyond(node$, nodeTurns$);
    const sinNode0$ = sine(nodeRest$, nodeTurns$);
    const cosNode0$ = cosine(nodeRest$, nodeTurns$);
    const sinTurnNode$ = sineOfTiny(turnNode$);
    const cosTurnNode$ = cosineOfTiny(turnNode$);
    const sinNode$ = add(mul(sinNode0$, cosTurnNode$), mul(cosNode0$, sinTurnNode$));
    const cosNode$ = sub(mul(cosNode0$, cosTurnNode$), mul(sinNode0$, sinTurnNode$));
    const sinTurnU$ = sineOfTiny(turnU$);
    const cosTurnU$ = cosineOfTiny(turnU$);
    const sinSu$ = add(mul(sinU$, cosTurnU$), mul(cosU$, sinTurnU$));
    const cosSu$ = sub(mul(cosU$, cosTurnU$), mul(sinU$, sinTurnU$));
    const sinTurnI$ = sineOfTiny(turnI$);
    const cosTurnI$ = cosineOfTiny(turnI$);
    const sinIn$ = add(mul(sinI$, cosTurnI$), mul(cosI$, sinTurnI$));
    const cosIn$ = sub(mul(cosI$, cosTurnI$), mul(sinI$, sinTurnI$));
    const mx$ = sub(both(0), mul(sinNode$, cosIn$));
    const my$ = mul(cosNode$, cosIn$);
    const ux$ = add(mul(mx$, sinSu$), mul(cosNode$, cosSu$));
    const uy$ = add(mul(my$, sinSu$), mul(sinNode$, cosSu$));
    const uz$ = mul(sinIn$, sinSu$);
    const vx$ = sub(mul(mx$, cosSu$), mul(cosNode$, sinSu$));
    const vy$ = sub(mul(my$, cosSu$), mul(sinNode$, sinSu$));
    const vz$ = mul(sinIn$, cosSu$);

    // What holds: comparisons with NaN do not.
    const inAxis$ = v128.and(f64x2.gt(axisFactor$, both(0)), f64x2.lt(axisFactor$, both(GREATEST_AXIS_FACTOR)));
    const inE$ = v128.and(
      f64x2.ge(mean$, both(LEAST_ECCENTRICITY)),
      f64x2.lt(e2$, both(GREATEST_ECCENTRICITY * GREATEST_ECCENTRICITY)),
    );
    const inAngle$ = v128.and(
      f64x2.lt(f64x2.abs(longitude$), both(GREATEST_ANGLE)),
      f64x2.lt(f64x2.abs(turn$), both(GREATEST_DRAG_TURN / Math.PI)),
    );
    const room$ = sub(axis$, both(LEAST_PERIGEE));
    const inPerigee$ = v128.and(f64x2.ge(room$, both(0)), f64x2.ge(mul(room$, room$), mul(mul(axis$, axis$), e2$)));
    const inOrbit$ = v128.and(v128.and(inAxis$, inPerigee$), inE$);
    const good$ = v128.and(inOrbit$, v128.and(inAngle$, f64x2.ge(radius$, both(LEAST_RADIUS))));
    good = v128.and(good, good$);
    const km$ = v128.bitselect(mul(radius$, both(EARTH_RADIUS_WGS72_KM)), both(NaN), good$);
    const out$ = mul(outward$, both(SPEED_KM_PER_S));
    const on$ = mul(onward$, both(SPEED_KM_PER_S));
    storeRows(positions + <usize>(pair + LANE$) * 48, mul(km$, ux$), mul(km$, uy$), mul(km$, uz$));
    storeRows(
      velocities + <usize>(pair + LANE$) * 48,
      add(mul(out$, ux$), mul(on$, vx$)),
      add(mul(out$, uy$), mul(on$, vy$)),
      add(mul(out$, uz$), mul(on$, vz$)),
    );
  }
  return i32(i64x2.all_true(good));
}
