import type { sizingAssumptionWords } from "../glossary/sizingAssumptionWords.ts";
import type { Assumption } from "./assumptions.ts";

/** Defaults of the satellite's sizing. `payloadVolumeM3` comes from the vehicle. */
export const sizingAssumptions: Readonly<
  Record<Exclude<keyof typeof sizingAssumptionWords, "payloadVolumeM3">, Assumption>
> = {
  cellEfficiencyFraction: {
    value: 0.215,
    source: "engineering-estimate",
    note: "Space silicon of today's large constellations; gallium arsenide reaches 0.30 to 0.34.",
  },
  packingFraction: { value: 0.92, source: "engineering-estimate", note: "0.85 to 0.93." },
  cellTemperaturePerK: {
    value: -0.0035,
    source: "smad",
    note: "Silicon −0.25 to −0.45 % a kelvin, gallium arsenide −0.20 to −0.25.",
  },
  arrayPointingDeg: { value: 1, source: "engineering-estimate", note: "Blankets of 30 m bend; 5° would cost 0.4 %." },
  wiringEfficiencyFraction: { value: 0.97, source: "engineering-estimate", note: "2 to 5 % of loss is usual." },
  arrayAbsorptivityFraction: {
    value: 0.92,
    source: "engineering-estimate",
    note: "Covered silicon cells 0.75 to 0.92; the high end.",
  },
  arrayFrontEmissivityFraction: { value: 0.85, source: "fortescue", note: "Silicon cells 0.82 to 0.85." },
  arrayBackEmissivityFraction: { value: 0.9, source: "engineering-estimate", note: "Black or painted rear." },
  throttleFraction: {
    value: 0.5,
    source: "engineering-estimate",
    note: "Clocks and batch halved; memory stays alive.",
  },
  sleepFraction: { value: 0.05, source: "engineering-estimate", note: "Memory kept fresh, clocks stopped." },
  batteryYearlyFadeFraction: {
    value: 0.02,
    source: "engineering-estimate",
    note: "Calendar and some 1,400 shallow cycles; 1 to 4 %.",
  },
  radiatorNadirDeg: {
    value: 0,
    source: "ai1-announcement",
    note: "Edge-on to the Sun leaves this angle free; the announced picture is read as normal along the velocity.",
  },
  radiatorAbsorptivityFraction: {
    value: 0.2,
    source: "fortescue",
    note: "Silicate white paint 0.12 new; aged paint to 0.25, second-surface mirrors 0.08.",
  },
  albedoFraction: { value: 0.3, source: "earth-infrared", note: "Yearly mean over the globe; 0.2 to 0.5 locally." },
  radiatorPointingDeg: { value: 2, source: "engineering-estimate", note: "1 to 3° for large panels." },
  finEfficiencyFraction: { value: 0.9, source: "engineering-estimate", note: "0.85 to 0.95." },
  lostLoopFraction: { value: 0.1, source: "engineering-estimate", note: "One loop of ten." },
  filmDropK: { value: 5, source: "engineering-estimate", note: "3 to 8 K for laminar flow in thin tubes." },
  coolantRiseK: { value: 10, source: "engineering-estimate", note: "10 to 20 K; less asks for more flow." },
  chipResistanceKPerW: { value: 0.02, source: "engineering-estimate", note: "28 K at 1.4 kW; 0.015 to 0.03." },
  memoryLimitK: { value: 368.15, source: "hbm-limit", note: "95 °C." },
  coolantPressurePa: {
    value: 5e4,
    source: "engineering-estimate",
    note: "Half a bar; racks on Earth take one to two.",
  },
  pumpEfficiencyFraction: { value: 0.5, source: "engineering-estimate", note: "0.3 to 0.6 for pumps of this size." },
  bodyDragAreaM2: { value: 15, source: "engineering-estimate", note: "A body of 6 by 2.5 m." },
  insertionAltitudeKm: { value: 350, source: "engineering-estimate", note: "As Starlink's, 210 to 350 km." },
  disposalAltitudeKm: { value: 250, source: "engineering-estimate", note: "At 250 km large wings last days." },
  avoidanceDeltaVMPerSPerYear: {
    value: 1,
    source: "engineering-estimate",
    note: "Some 30 to 40 manoeuvres a year of a few centimetres a second each.",
  },
  deltaVMarginFraction: { value: 0.1, source: "engineering-estimate", note: "A tenth is usual at this stage." },
  disposalLimitYears: { value: 5, source: "fcc-five-years", note: "47 CFR 25.114, low orbits." },
  shieldingM: { value: 0.01, source: "engineering-estimate", note: "1 cm: chassis, cold plates and a lid." },
  doseLimitGy: {
    value: 20,
    source: "suncatcher-dose",
    note: "2 krad(Si): TPU v6e memory under 67 MeV protons; no lasting failure up to 15 krad.",
  },
  upsetDoseGy: {
    value: 0.5,
    source: "engineering-estimate",
    note: "Not read from a source: one for each 50 rad is our guess; bring your own.",
  },
  bodyWidthM: { value: 6, source: "engineering-estimate", note: "A flat body as Starlink's, larger." },
  bodyHeightM: { value: 3, source: "engineering-estimate", note: "As above." },
  bodyVolumeM3: {
    value: 6,
    source: "engineering-estimate",
    note: "A rack takes 1.4 m³; tanks, wheels, batteries and lasers the rest.",
  },
  deployedHeightM: { value: 20, source: "ai1-announcement", note: "About 20 m." },
  stowedArrayWPerM3: { value: 4e4, source: "nasa-array", note: "40 kW/m³ for flexible blankets." },
  stowedLeafM: { value: 0.03, source: "engineering-estimate", note: "Tubes, face sheets, shield and gap." },
  packingVolumeFraction: { value: 0.7, source: "engineering-estimate", note: "Flat stacks leave the nose empty." },
  rackHeatJPerKgK: { value: 500, source: "engineering-estimate", note: "Copper 385, steel 490, aluminium 900." },
  radiatorHeatJPerKgK: { value: 1000, source: "engineering-estimate", note: "Aluminium 900 with its fluid." },
};
