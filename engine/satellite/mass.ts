import { STANDARD_GRAVITY_M_PER_S2 } from "../facts/constants.ts";
import { closeMass } from "./propellant.ts";

/**
 * Mass from areas, energies and counts. Structure is a share of the dry mass; propellant follows from the rocket equation.
 * The velocity budget is the mission's own or the sum of what the orbit asks, closed with the mass that carries it. No contingency on dry mass.
 * The announced kW per tonne never enters.
 */
export function sumMass({
  rackMassKg,
  solarAreaM2,
  arrayArealMassKgPerM2,
  radiatorAreaM2,
  radiatorArealMassKgPerM2,
  batteryMassKg,
  laserTerminalCount,
  laserTerminalMassKg,
  propulsionMassKg,
  avionicsMassKg,
  structureFraction,
  deltaVMPerS: givenDeltaVMPerS,
  fixedDeltaVMPerS = 0,
  dragMPerSKg = 0,
  specificImpulseS,
  sustainedPowerW,
}: {
  rackMassKg: number;
  solarAreaM2: number;
  arrayArealMassKgPerM2: number;
  radiatorAreaM2: number;
  radiatorArealMassKgPerM2: number;
  batteryMassKg: number;
  laserTerminalCount: number;
  laserTerminalMassKg: number;
  propulsionMassKg: number;
  avionicsMassKg: number;
  structureFraction: number;
  /** The mission's own budget; left out, what the orbit asks. */
  deltaVMPerS?: number | undefined;
  /** Raising, avoidance, disposal, margin included. */
  fixedDeltaVMPerS?: number;
  /** Drag's velocity over the life, margin included, times the mass. */
  dragMPerSKg?: number;
  specificImpulseS: number;
  sustainedPowerW: number;
}) {
  const arrayMassKg = solarAreaM2 * arrayArealMassKgPerM2;
  const radiatorMassKg = radiatorAreaM2 * radiatorArealMassKgPerM2;
  const laserMassKg = laserTerminalCount * laserTerminalMassKg;
  const equipmentMassKg =
    rackMassKg + arrayMassKg + radiatorMassKg + batteryMassKg + laserMassKg + propulsionMassKg + avionicsMassKg;
  const dryMassKg = equipmentMassKg / (1 - structureFraction);
  const structureMassKg = dryMassKg * structureFraction;
  const closed = closeMass({ dryMassKg, fixedDeltaVMPerS, dragMPerSKg, specificImpulseS });
  const deltaVMPerS = givenDeltaVMPerS ?? closed.deltaVMPerS;
  const massKg =
    givenDeltaVMPerS === undefined
      ? closed.massKg
      : dryMassKg * Math.exp(givenDeltaVMPerS / (STANDARD_GRAVITY_M_PER_S2 * specificImpulseS));
  const propellantMassKg = massKg - dryMassKg;
  return {
    arrayMassKg,
    radiatorMassKg,
    laserMassKg,
    structureMassKg,
    dryMassKg,
    deltaVMPerS,
    neededDeltaVMPerS: fixedDeltaVMPerS + dragMPerSKg / massKg,
    propellantMassKg,
    massKg,
    specificPowerWPerKg: sustainedPowerW / massKg,
    massParts: [
      { part: "rack", massKg: rackMassKg },
      { part: "array", massKg: arrayMassKg },
      { part: "radiator", massKg: radiatorMassKg },
      { part: "battery", massKg: batteryMassKg },
      { part: "lasers", massKg: laserMassKg },
      { part: "propulsion", massKg: propulsionMassKg },
      { part: "avionics", massKg: avionicsMassKg },
      { part: "structure", massKg: structureMassKg },
      { part: "propellant", massKg: propellantMassKg },
    ],
  };
}
