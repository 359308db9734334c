import type { assumptionWords } from "../glossary/assumptionWords.ts";
import { linkAssumptions } from "./linkAssumptions.ts";
import { networkAssumptions } from "./networkAssumptions.ts";
import { sizingAssumptions } from "./sizingAssumptions.ts";
import type { SourceId } from "./sources.ts";

export type Assumption = { readonly value: number; readonly source: SourceId; readonly note: string };
export type AssumptionName = keyof typeof assumptionWords;

/** Assumptions whose value follows from the rack, the vehicle or the design where a mission gives none. */
export type DerivedAssumption = "rackMassKg" | "payloadMassKg" | "payloadVolumeM3" | "deltaVMPerS";

/** Defaults that a mission may override by name. */
export const assumptions: Readonly<Record<Exclude<AssumptionName, DerivedAssumption>, Assumption>> = {
  ...sizingAssumptions,
  ...linkAssumptions,
  ...networkAssumptions,
  arrayToBusEfficiencyFraction: {
    value: 0.97,
    source: "engineering-estimate",
    note: "3 to 5 % of conditioning loss is usual; the low end.",
  },
  busToLoadEfficiencyFraction: {
    value: 0.97,
    source: "engineering-estimate",
    note: "One conversion to 48 V; the regulators on the boards are inside the rack's power.",
  },
  storageEfficiencyFraction: {
    value: 0.9,
    source: "engineering-estimate",
    note: "Charge, cells and discharge together; 0.85 to 0.95 for lithium ion.",
  },
  arrayYearlyAgeingFraction: {
    value: 0.025,
    source: "mccalip",
    note: "Text books give 2.75 % for gallium arsenide, 3.75 % for silicon.",
  },
  lifeYears: {
    value: 5,
    source: "mccalip",
    note: "Also the disposal rule's period and the usual write-off of a rack.",
  },
  busPowerW: {
    value: 2000,
    source: "engineering-estimate",
    note: "1 to 3 kW for a satellite of this size; the thruster's 4 kW runs only while it raises the orbit.",
  },
  pumpPowerFraction: { value: 0.02, source: "engineering-estimate", note: "1 to 3 % of the heat moved." },
  dischargeFraction: {
    value: 0.8,
    source: "engineering-estimate",
    note: "Some 1,400 shadows a year in one season; 0.3 would be usual for a daily cycle over 15 years.",
  },
  dischargeEfficiencyFraction: { value: 0.95, source: "engineering-estimate", note: "Lithium ion with one converter." },
  batterySpecificEnergyWhPerKg: {
    value: 180,
    source: "engineering-estimate",
    note: "Pack level, lithium ion with structure and heaters.",
  },
  radiatorEmissivityFraction: {
    value: 0.9,
    source: "fortescue",
    note: "Silicate white paint 0.90; silicone white 0.83; second-surface mirrors 0.74 to 0.78.",
  },
  earthInfraredWPerM2: { value: 237, source: "earth-infrared", note: "Yearly mean over the globe." },
  coolantLimitK: {
    value: 318.15,
    source: "coolant-rubin",
    note: "45 °C; read for Rubin only, taken for GB300 as well.",
  },
  arrayArealMassKgPerM2: { value: 250 / 150, source: "nasa-array", note: "250 W/m² at 150 W/kg." },
  radiatorArealMassKgPerM2: {
    value: 5,
    source: "nasa-radiator",
    note: "Deployable 4 to 7 kg/m² with fluid; ISS panels weigh three times as much.",
  },
  laserTerminalCount: {
    value: 4,
    source: "engineering-estimate",
    note: "Two along the plane, one to each neighbouring plane.",
  },
  laserTerminalMassKg: { value: 12.5, source: "engineering-estimate", note: "10 to 15 kg each." },
  propulsionMassKg: {
    value: 60,
    source: "engineering-estimate",
    note: "Hall thrusters of 2.1 kg, power processors, tank and feed.",
  },
  avionicsMassKg: {
    value: 150,
    source: "engineering-estimate",
    note: "Wheels and torquers sized for 70 m wings dominate.",
  },
  structureFraction: { value: 0.15, source: "engineering-estimate", note: "12 to 20 % of dry mass." },
  specificImpulseS: { value: 2500, source: "hall-thruster", note: "Argon." },
  announcedSpecificPowerWPerKg: {
    value: 70,
    source: "ai1-announcement",
    note: "70 kW per tonne; whether of peak or sustained power is not said.",
  },
  transientRatio: {
    value: 1.4,
    source: "rack-transient",
    note: "Milliseconds to seconds, as training steps begin and end.",
  },
  achievedFraction: {
    value: 0.25,
    source: "serving-measured",
    note: "One number for all losses between the roofline and a server.",
  },
  dragCoefficientRatio: {
    value: 2.2,
    source: "vallado-atmosphere",
    note: "The usual value for flat panels in free molecular flow.",
  },
  ballisticMassKgPerM2: {
    value: 100,
    source: "vallado-atmosphere",
    note: "A round figure for the orbit verb; a plan takes the satellite's own drag areas.",
  },
  separationLimitKm: {
    value: 5,
    source: "sunrise-filing",
    note: "The least distance between planes that a filing of this kind names.",
  },
  cableStretchRatio: {
    value: 1.3,
    source: "fibre-stretch",
    note: "The best that laid cables allow; the Internet as measured needs 2.1, and New York to London over Hibernia Express (58.95 ms) 1.08.",
  },
  launchUsdPerKg: { value: 500, source: "mccalip", note: "2,700 to 3,600 is charged now; 200 and below are goals." },
  rackUsd: { value: 3.5e6, source: "gb300-price", note: "Middle of the quoted range." },
  satelliteUsdPerW: {
    value: 22,
    source: "mccalip",
    note: "Satellite without compute; per watt of array power there, of peak load here.",
  },
  discountFraction: {
    value: 0.08,
    source: "engineering-estimate",
    note: "A usual cost of capital for infrastructure.",
  },
  operationsFraction: { value: 0.01, source: "mccalip", note: "1 % of hardware a year." },
};
