import { STANDARD_GRAVITY_M_PER_S2 } from "../facts/constants.ts";

/**
 * Launch mass that closes with its own drag: m = dry · exp((Δv₀ + k ÷ m) ÷ (g₀ I)), k ÷ m the velocity that drag takes over the life.
 * In ln m the equation is concave and rising, so Newton from the dry mass climbs to its one root without passing it.
 */
export function closeMass({
  dryMassKg,
  fixedDeltaVMPerS,
  dragMPerSKg,
  specificImpulseS,
}: {
  dryMassKg: number;
  fixedDeltaVMPerS: number;
  /** Velocity that drag takes over the life, times the mass that it is shared by. */
  dragMPerSKg: number;
  specificImpulseS: number;
}) {
  const exhaustMPerS = STANDARD_GRAVITY_M_PER_S2 * specificImpulseS;
  let logMass = Math.log(dryMassKg);
  let iterationCount = 0;
  for (; iterationCount < 200; iterationCount++) {
    const dragMPerS = dragMPerSKg * Math.exp(-logMass);
    const excess = logMass - Math.log(dryMassKg) - (fixedDeltaVMPerS + dragMPerS) / exhaustMPerS;
    const step = excess / (1 + dragMPerS / exhaustMPerS);
    logMass -= step;
    if (Math.abs(step) < 1e-14 * Math.max(1, Math.abs(logMass))) break;
  }
  const massKg = Math.exp(logMass);
  return { massKg, deltaVMPerS: fixedDeltaVMPerS + dragMPerSKg / massKg, iterationCount };
}

/** Efficiency of a thruster from its thrust, specific impulse and power: F g₀ I ÷ 2 P. */
export const thrusterEfficiency = ({
  thrustN,
  specificImpulseS,
  powerW,
}: {
  thrustN: number;
  specificImpulseS: number;
  powerW: number;
}) => (thrustN * STANDARD_GRAVITY_M_PER_S2 * specificImpulseS) / (2 * powerW);
