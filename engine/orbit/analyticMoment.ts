/** What the satellites of a designed shell share: constants, and at one time a perigee, long-period terms and the sizes of J2's waves. */
import { EARTH_RADIUS_WGS72_KM, J2_WGS72_RATIO, MU_WGS72_KM3_PER_S2 } from "../facts/constants.ts";
import type { Instant } from "../geometry/instant.ts";
import * as layout from "../kernel/shellLayout.ts";

/** The series of analyticStates.ts are good to 1e-8 km up to here; J3 alone makes 1.2e-3. */
const GREATEST_ECCENTRICITY_RATIO = 2e-3;

const RADIUS_KM = EARTH_RADIUS_WGS72_KM;
const SPEED_KM_PER_S = Math.sqrt(MU_WGS72_KM3_PER_S2 / EARTH_RADIUS_WGS72_KM);

/** What all satellites of a shell share. Lengths in Earth radii, speeds in those of a circle at one radius. */
export type AnalyticConstants = {
  readonly epoch: Instant;
  /** Mean anomaly and argument of perigee together, the perigee alone, the node: rad a minute. */
  readonly longitudeRateRadPerMinute: number;
  readonly perigeeRateRadPerMinute: number;
  readonly nodeRateRadPerMinute: number;
  readonly perigeeRad: number;
  readonly eccentricityRatio: number;
  readonly semiMajorAxisRatio: number;
  readonly cosInclination: number;
  readonly sinInclination: number;
  /** J3: of the eccentricity vector's northward part, and of the longitude for each eastward part. */
  readonly eccentricityJ3Ratio: number;
  readonly longitudeJ3Ratio: number;
};

/** What a shell's satellites share at one time. Lengths in Earth radii. */
export function momentOf(constants: AnalyticConstants, minutes: number) {
  const { eccentricityRatio: e, semiMajorAxisRatio: axis, cosInclination: cosI, sinInclination: sinI } = constants;
  const perigeeRad = constants.perigeeRad + constants.perigeeRateRadPerMinute * minutes;
  const perSemilatus = 1 / (axis * (1 - e * e));
  const ex = e * Math.cos(perigeeRad);
  const ey = e * Math.sin(perigeeRad) + perSemilatus * constants.eccentricityJ3Ratio;
  const longitudeRad =
    constants.perigeeRad +
    constants.longitudeRateRadPerMinute * minutes +
    perSemilatus * constants.longitudeJ3Ratio * ex;
  const square = ex * ex + ey * ey;
  if (!(square < GREATEST_ECCENTRICITY_RATIO ** 2))
    throw new Error(`analytic: got minutes ${minutes}, eccentricity ${Math.sqrt(square)}, expected a designed shell`);
  const beta = Math.sqrt(1 - square);
  const perP = 1 / (axis * (1 - square));
  const j = 0.5 * J2_WGS72_RATIO * perP;
  const j2 = j * perP;
  return {
    ex,
    ey,
    longitudeRad,
    nodeTurnRad: constants.nodeRateRadPerMinute * minutes,
    axis,
    cosI,
    sinI,
    fold: 1 / (1 + beta),
    beta,
    j,
    flat: 1 - 1.5 * j2 * beta * (3 * cosI * cosI - 1),
    radiusWave: 0.5 * j * sinI * sinI,
    argumentWave: -0.25 * j2 * (7 * cosI * cosI - 1),
    nodeWave: 1.5 * j2 * cosI,
    inclinationWave: 1.5 * j2 * cosI * sinI,
  };
}

/** The same into `moment`, in the order and the units of engine/kernel/shellLayout.ts. */
export function layOutMoment(m: ReturnType<typeof momentOf>, moment: Float64Array): void {
  const { ex, ey, axis, cosI, sinI, j, argumentWave: argument, nodeWave: node, inclinationWave: tilt } = m;
  // Products, since a power costs as much as a sine.
  const rootAxis = Math.sqrt(axis);
  const speed = SPEED_KM_PER_S / (rootAxis * m.beta);
  const speedJ = (SPEED_KM_PER_S * j) / (axis * rootAxis);
  const argument2 = argument * argument * -0.5;
  const node2 = node * node * -0.5;
  const tilt2 = tilt * tilt * -0.5;
  const tilt3 = (tilt * tilt2) / 3;
  moment[layout.EX] = ex;
  moment[layout.EY] = ey;
  moment[layout.ARGUMENT_1] = argument;
  moment[layout.ARGUMENT_2] = argument2;
  moment[layout.ARGUMENT_3] = (argument * argument2) / 3;
  moment[layout.NODE_1] = node;
  moment[layout.NODE_2] = node2;
  moment[layout.NODE_3] = (node * node2) / 3;
  moment[layout.SINE_0] = sinI;
  moment[layout.SINE_1] = cosI * tilt;
  moment[layout.SINE_2] = sinI * tilt2;
  moment[layout.SINE_3] = cosI * tilt3;
  moment[layout.COSINE_0] = cosI;
  moment[layout.COSINE_1] = -sinI * tilt;
  moment[layout.COSINE_2] = cosI * tilt2;
  moment[layout.COSINE_3] = -sinI * tilt3;
  moment[layout.AXIS_KM] = axis * m.flat * RADIUS_KM;
  moment[layout.RADIUS_WAVE_KM] = m.radiusWave * RADIUS_KM;
  moment[layout.SPEED] = speed;
  moment[layout.OUTWARD_WAVE] = speedJ * sinI * sinI;
  moment[layout.ONWARD] = speed + 1.5 * speedJ * (3 * cosI * cosI - 1);
  moment[layout.ONWARD_WAVE] = speedJ * sinI * sinI;
  moment[layout.LONGITUDE_COSINE] = Math.cos(m.longitudeRad);
  moment[layout.LONGITUDE_SINE] = Math.sin(m.longitudeRad);
  moment[layout.NODE_COSINE] = Math.cos(m.nodeTurnRad);
  moment[layout.NODE_SINE] = Math.sin(m.nodeTurnRad);
}
