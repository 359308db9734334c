import { STANDARD_GRAVITY_M_PER_S2 } from "../facts/constants.ts";

/**
 * Mass from areas, energies and counts. Structure is a share of the dry mass; propellant follows from the rocket equation.
 * A first budget: no contingency, no growth of propellant with drag area. The announced kW per tonne never enters.
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
  deltaVMPerS,
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
  deltaVMPerS: number;
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
  const massKg = dryMassKg * Math.exp(deltaVMPerS / (STANDARD_GRAVITY_M_PER_S2 * specificImpulseS));
  const propellantMassKg = massKg - dryMassKg;
  return {
    arrayMassKg,
    radiatorMassKg,
    laserMassKg,
    structureMassKg,
    dryMassKg,
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
