import { linkAssumptionWords } from "./linkWords.ts";
import { networkAssumptionWords } from "./networkWords.ts";
import { sizingAssumptionWords } from "./sizingAssumptionWords.ts";
import type { UnitName } from "./units.ts";
import type { Word } from "./word.ts";

/** Inputs with a default and a source in facts/assumptions.ts. A mission overrides them by name. */
export const assumptionWords = {
  ...sizingAssumptionWords,
  ...linkAssumptionWords,
  ...networkAssumptionWords,
  // power
  arrayToBusEfficiencyFraction: {
    label: "Array to bus",
    help: "Power conditioning between array and main bus.",
    min: 0.5,
    max: 1,
  },
  busToLoadEfficiencyFraction: {
    label: "Bus to rack",
    help: "Conversion from the main bus to the rack's 48 V.",
    min: 0.5,
    max: 1,
  },
  storageEfficiencyFraction: {
    label: "Storage path",
    help: "Energy out of the battery for each unit that charged it, converters included.",
    min: 0.3,
    max: 1,
  },
  arrayYearlyAgeingFraction: {
    label: "Array ageing a year",
    help: "Share of the array's power lost in each year.",
    min: 0,
    max: 0.2,
  },
  lifeYears: {
    label: "Design life",
    help: "Years for which the array must still carry the load, and over which capital is repaid.",
    min: 1,
    max: 30,
  },
  busPowerW: {
    label: "Bus load",
    help: "Avionics, attitude control, lasers: everything that is neither rack nor pump.",
    min: 0,
    max: 1e6,
  },
  pumpPowerFraction: {
    label: "Pump share",
    help: "Coolant pumps, as a share of the heat they move.",
    min: 0,
    max: 0.2,
  },
  // battery
  dischargeFraction: {
    label: "Depth of discharge",
    help: "Share of the battery's energy that one shadow may use.",
    min: 0.05,
    max: 1,
  },
  dischargeEfficiencyFraction: {
    label: "Discharge efficiency",
    help: "Energy that reaches the bus for each unit drawn from the cells.",
    min: 0.5,
    max: 1,
  },
  batterySpecificEnergyWhPerKg: { label: "Battery specific energy", help: "Pack level.", min: 20, max: 1000 },
  // heat
  radiatorEmissivityFraction: {
    label: "Radiator emissivity",
    help: "Infrared emissivity of both faces.",
    min: 0.1,
    max: 1,
  },
  earthInfraredWPerM2: {
    label: "Earth's infrared",
    help: "Mean flux that leaves the Earth's surface sphere.",
    min: 0,
    max: 400,
  },
  coolantLimitK: { label: "Coolant limit", help: "Warmest coolant supply that the rack accepts.", min: 250, max: 450 },
  // mass
  rackMassKg: {
    label: "Rack mass",
    help: "As sold on Earth unless the mission strips it. Left out of a mission, the rack's own figure.",
    min: 1,
    max: 100000,
  },
  arrayArealMassKgPerM2: { label: "Array areal mass", help: "Blanket, booms and mechanisms.", min: 0.1, max: 50 },
  radiatorArealMassKgPerM2: {
    label: "Radiator areal mass",
    help: "Panel, loops, fluid and shielding, per square metre of planform.",
    min: 0.5,
    max: 50,
  },
  laserTerminalCount: { label: "Laser terminals", help: "Terminals on one satellite.", min: 0, max: 100 },
  laserTerminalMassKg: {
    label: "Laser terminal mass",
    help: "One terminal with its gimbal and electronics.",
    min: 0.1,
    max: 500,
  },
  propulsionMassKg: {
    label: "Propulsion",
    help: "Thrusters, power processors, tank, without propellant.",
    min: 0,
    max: 10000,
  },
  avionicsMassKg: {
    label: "Avionics and attitude control",
    help: "Computers, radios, wheels, sensors, harness.",
    min: 0,
    max: 10000,
  },
  structureFraction: {
    label: "Structure share",
    help: "Structure and mechanisms, as a share of the dry mass.",
    min: 0,
    max: 0.6,
  },
  deltaVMPerS: {
    label: "Velocity budget",
    help: "Orbit raising, drag, avoidance and disposal over the life. Left out of a mission, their sum, closed with the mass.",
    min: 0,
    max: 10000,
  },
  specificImpulseS: { label: "Specific impulse", help: "Of the electric thruster.", min: 50, max: 10000, plain: true },
  announcedSpecificPowerWPerKg: {
    label: "Announced specific power",
    help: "A claim to compare with; it never enters a size.",
    min: 0.1,
    max: 10000,
  },
  transientRatio: {
    label: "Power swing",
    help: "Shortest peak of the payload over its sustained power; array, battery and bus capacitors must carry it.",
    min: 1,
    max: 5,
  },
  // serving
  achievedFraction: {
    label: "Achieved share of the roofline",
    help: "What serving software reaches of the ideal decode rate.",
    min: 0.01,
    max: 1,
  },
  // orbit, drag
  dragCoefficientRatio: { label: "Drag coefficient", help: "Free molecular flow.", min: 1, max: 4 },
  ballisticMassKgPerM2: {
    label: "Mass per drag area",
    help: "Satellite mass divided by drag coefficient times area.",
    min: 1,
    max: 10000,
  },
  separationLimitKm: {
    label: "Least separation asked",
    help: "Satellites that come nearer to each other than this are found.",
    min: 0,
    max: 1000,
  },
  // campaign and economics
  payloadMassKg: {
    label: "Launch payload",
    help: "What one launch carries to the shell. Left out of a mission, the vehicle's own figure.",
    min: 100,
    max: 1e7,
  },
  cableStretchRatio: {
    label: "Stretch of cables",
    help: "Length of a real fibre way over the great circle.",
    min: 1,
    max: 10,
  },
  launchUsdPerKg: { label: "Launch price", help: "Per kilogram of satellite.", min: 1, max: 1e6 },
  rackUsd: { label: "Rack price", help: "One compute rack as bought.", min: 0, max: 1e9 },
  satelliteUsdPerW: {
    label: "Satellite price",
    help: "Satellite without its rack, per watt of peak load.",
    min: 0,
    max: 10000,
  },
  discountFraction: { label: "Cost of capital", help: "Yearly, in the capital recovery factor.", min: 0, max: 0.5 },
  operationsFraction: {
    label: "Operations a year",
    help: "Share of the satellites' capital spent on running them, each year.",
    min: 0,
    max: 0.5,
  },
} as const satisfies Partial<Record<UnitName, Word>>;
