import { expect, test } from "vitest";
import { findShadows } from "../../engine/events/shadowEvents.ts";
import { motionBounds, type Track } from "../../engine/events/track.ts";
import { RAD_PER_DEG } from "../../engine/geometry/angles.ts";
import { addSeconds, daysSinceJ2000, type Instant, parseInstant } from "../../engine/geometry/instant.ts";
import { add, cross, dot, norm, scale, turnAxesZ, type Vector3 } from "../../engine/geometry/vectors.ts";
import type { State } from "../../engine/orbit/propagate.ts";
import { sunAt } from "../../engine/orbit/sun.ts";

/**
 * Orekit's EclipseDetectorTest (Apache-2.0, fe4aee8): two bodies, an Earth of 6,400 km and a Sun of 696,000 km, times in TT from
 * 1969-07-28T04:00:00, states in GCRF. Our Sun is good to 0.001°, 0.016 s along this orbit.
 */
const TOLERANCE_S = 0.02;
const MU_KM3_PER_S2 = 398600.47;
const POSITION_KM: Vector3 = [-6142.438668, 3492.46756, -25.7672568];
const VELOCITY_KM_PER_S: Vector3 = [0.5058479685, 0.9427809215, 7.435922231];
const FIRST_UMBRA_ENTRY_S = 2303.1835;
const FIRST_PENUMBRA_EXIT_S = 4388.155852;

const RAD_PER_ARCSECOND = RAD_PER_DEG / 3600;
/** Orekit takes the Sun where it is, we where it is seen: 0.1 s along the orbit. */
const ABERRATION_RAD = 20.4898 * RAD_PER_ARCSECOND;
const turnAxesX = ([x, y, z]: Vector3, angleRad: number): Vector3 => {
  const [, turnedY, turnedZ] = [0, ...turnAxesZ([y, z, 0], angleRad)];
  return [x, turnedY!, turnedZ!];
};
const turnAxesY = ([x, y, z]: Vector3, angleRad: number): Vector3 => {
  const [turnedZ, turnedX] = turnAxesZ([z, x, 0], angleRad);
  return [turnedX, y, turnedZ];
};

/** Where the Sun is, from where it is seen: TEME of date to the equator and equinox of J2000: nutation by its largest term (IAU 1980), precession of 1976 (Lieske). */
function temeToJ2000(teme: Vector3, instant: Instant): Vector3 {
  const centuries = daysSinceJ2000(instant) / 36525;
  const nodeRad = (125.04452 - 1934.136261 * centuries) * RAD_PER_DEG;
  const sunRad = 2 * (280.4665 + 36000.7698 * centuries) * RAD_PER_DEG;
  const longitudeRad = (-17.2 * Math.sin(nodeRad) - 1.32 * Math.sin(sunRad)) * RAD_PER_ARCSECOND;
  const obliquityRad = (9.2 * Math.cos(nodeRad) + 0.57 * Math.cos(sunRad)) * RAD_PER_ARCSECOND;
  const meanObliquityRad = (84381.448 - 46.815 * centuries) * RAD_PER_ARCSECOND;
  const trueOfDate = turnAxesZ(teme, -longitudeRad * Math.cos(meanObliquityRad));
  const ecliptic = turnAxesX(trueOfDate, meanObliquityRad + obliquityRad);
  const meanOfDate = turnAxesX(turnAxesZ(ecliptic, longitudeRad - ABERRATION_RAD), -meanObliquityRad);
  const zeta = (2306.2181 + 0.30188 * centuries) * centuries * RAD_PER_ARCSECOND;
  const z = (2306.2181 + 1.09468 * centuries) * centuries * RAD_PER_ARCSECOND;
  const theta = (2004.3109 - 0.42665 * centuries) * centuries * RAD_PER_ARCSECOND;
  return turnAxesZ(turnAxesY(turnAxesZ(meanOfDate, z), -theta), zeta);
}

/** Two bodies, by Kepler's equation. */
function keplerTrack(position: Vector3, velocity: Vector3, spanS: number): Track {
  const momentum = cross(position, velocity);
  const radiusKm = norm(position);
  const semiMajorAxisKm = 1 / (2 / radiusKm - dot(velocity, velocity) / MU_KM3_PER_S2);
  const excess = add(scale(cross(velocity, momentum), 1 / MU_KM3_PER_S2), scale(position, -1 / radiusKm));
  const eccentricityRatio = norm(excess);
  const p = scale(excess, 1 / eccentricityRatio);
  const q = scale(cross(momentum, p), 1 / norm(momentum));
  const meanRate = Math.sqrt(MU_KM3_PER_S2 / semiMajorAxisKm ** 3);
  const minorRatio = Math.sqrt(1 - eccentricityRatio ** 2);
  const firstRad = Math.atan2(dot(position, q) / minorRatio, dot(position, p) + semiMajorAxisKm * eccentricityRatio);
  const firstMeanRad = firstRad - eccentricityRatio * Math.sin(firstRad);
  const stateAt = (tS: number): State => {
    const meanRad = firstMeanRad + meanRate * tS;
    let anomaly = meanRad;
    for (let step = 0; step < 50; step++) anomaly = meanRad + eccentricityRatio * Math.sin(anomaly);
    const [x, y] = [Math.cos(anomaly) - eccentricityRatio, minorRatio * Math.sin(anomaly)];
    return {
      positionTemeKm: add(scale(p, semiMajorAxisKm * x), scale(q, semiMajorAxisKm * y)),
      velocityTemeKmPerS: [0, 0, 0],
    };
  };
  const apsides = {
    perigeeKm: semiMajorAxisKm * (1 - eccentricityRatio),
    apogeeKm: semiMajorAxisKm * (1 + eccentricityRatio),
  };
  const positionInto = (tS: number, position: Float64Array) => position.set(stateAt(tS).positionTemeKm);
  return { stateAt, positionInto, ...motionBounds(apsides), fromTS: 0, toTS: spanS };
}

test("the first umbra and penumbra of Orekit's detector", () => {
  // The Sun's table counts UTC with today's leap seconds, so 04:00:00 TT is 69.184 s earlier there.
  const epoch = addSeconds(parseInstant("1969-07-28T04:00:00Z")!, -69.184);
  const sunOf = (tS: number) => {
    const instant = addSeconds(epoch, tS);
    const { sunTemeUnit, distanceKm } = sunAt(instant);
    return { sunTemeUnit: temeToJ2000(sunTemeUnit, instant), distanceKm };
  };
  const track = keplerTrack(POSITION_KM, VELOCITY_KM_PER_S, 6000);
  const { umbra, penumbra } = findShadows({ track, sunOf, earthRadiusKm: 6400, sunRadiusKm: 696000 });
  expect(Math.abs(umbra[0]![0] - FIRST_UMBRA_ENTRY_S)).toBeLessThan(TOLERANCE_S);
  expect(Math.abs(penumbra[0]![1] - FIRST_PENUMBRA_EXIT_S)).toBeLessThan(TOLERANCE_S);
});
