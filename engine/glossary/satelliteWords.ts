import type { UnitName } from "./units.ts";
import type { Word } from "./word.ts";

/** Results of a plan, the satellite. A `formula` uses the plan's own names; a test evaluates it. `method` says in words what no formula can. */
export const satelliteWords = {
  // satellite: payload
  rackTransientPowerW: {
    label: "Payload power, shortest swing",
    help: "Bus, battery and capacitors must carry it.",
    formula: "rackSustainedPowerW * transientRatio",
  },
  fittingChipCount: {
    label: "Chips that the peak feeds",
    help: "Chips of this kind whose peak fits the satellite's.",
    formula: "floor(peakPowerW / rackPeakPowerW * chipCount * (1 + 1e-12))",
  },
  fedRackFraction: {
    label: "Share of the payload that is fed",
    help: "What peak and sustained load feed of it: so many of its chips, or all at that share of their rate.",
    formula: "min(1, peakPowerW / rackPeakPowerW, sustainedPowerW / rackSustainedPowerW)",
  },
  // satellite: power
  solarAreaM2: {
    label: "Solar array area",
    help: "Both wings. An announced area replaces the size.",
    formula: "peakPowerW / solarFluxWPerM2",
  },
  arrayPowerW: {
    label: "Array power",
    help: "At beginning of life, facing the Sun.",
    formula: "solarAreaM2 * solarFluxWPerM2",
  },
  chordM: { label: "Mean chord", help: "Array area spread over the wingspan.", formula: "solarAreaM2 / wingspanM" },
  impliedArrayEfficiencyFraction: {
    label: "Implied array efficiency",
    help: "What the announced power per area asks of cells, packing and temperature together, of 1,361 W/m².",
    formula: "solarFluxWPerM2 / 1361",
  },
  agedArrayPowerW: {
    label: "Array power at end of life",
    help: "After the design life's ageing.",
    formula: "arrayPowerW * (1 - arrayYearlyAgeingFraction) ** lifeYears",
  },
  peakDemandW: {
    label: "Array power that the peak asks",
    help: "Rack, bus and pumps, through the conversion losses.",
    formula:
      "(peakPowerW / busToLoadEfficiencyFraction + busPowerW + peakPowerW * pumpPowerFraction) / arrayToBusEfficiencyFraction",
  },
  peakMarginW: {
    label: "Margin at peak",
    help: "What the aged array has beyond what the peak asks.",
    formula: "agedArrayPowerW - peakDemandW",
  },
  closingSolarAreaM2: {
    label: "Array area that closes",
    help: "Area that would carry the peak at end of life.",
    formula: "peakDemandW / ((1 - arrayYearlyAgeingFraction) ** lifeYears * solarFluxWPerM2)",
  },
  deliveredPowerW: {
    label: "Delivered power",
    help: "Yearly mean of what the rack may draw.",
    method:
      "mean over the year and the shells' planes of min(sustained load, array power × sunlit share of the orbit × storage path); throttled or asleep, the sunlit draw by the exact balance",
  },
  leastDeliveredPowerW: {
    label: "Delivered power, worst orbit",
    help: "The same in the orbit with the longest shadow.",
    method: "least of min(sustained load, array power × sunlit share × storage path) over the year and the planes",
  },
  // satellite: battery
  eclipseEnergyWh: {
    label: "Energy through the worst shadow",
    help: "What the rack draws in the band's longest shadow.",
    formula: "(sustainedPowerW * eclipseLoadFraction + eclipseBusPowerW) * worstPlaneEclipseS / 3600",
  },
  batteryEnergyWh: {
    label: "Battery",
    help: "So that the worst shadow uses only the depth of discharge.",
    formula: "eclipseEnergyWh / (dischargeFraction * dischargeEfficiencyFraction)",
  },
  batteryMassKg: {
    label: "Battery mass",
    help: "Pack level.",
    formula: "batteryEnergyWh / batterySpecificEnergyWhPerKg",
  },
  // satellite: heat
  radiatorAreaM2: {
    label: "Radiator area",
    help: "Planform, one side counted, at the peak load.",
    formula: "peakPowerW / radiatorFluxWPerM2",
  },
  sustainedRadiatorAreaM2: {
    label: "Radiator area for the sustained load",
    help: "Planform that the sustained load alone would need.",
    formula: "sustainedPowerW / radiatorFluxWPerM2",
  },
  earthViewFraction: {
    label: "View of the Earth",
    help: "Sum over both faces of the share of their view that the Earth fills; by the radiator's turn.",
    method: "exact view factors of both faces of a plate to a sphere of 6,371 km",
  },
  earthHeatWPerM2: {
    label: "Earth's heat absorbed",
    help: "Per square metre of planform.",
    formula: "radiatorEmissivityFraction * earthInfraredWPerM2 * earthViewFraction",
  },
  coldSinkRadiatorTemperatureK: {
    label: "Panel at peak, cold sink",
    help: "Mean panel temperature that the announced flux implies with nothing coming in.",
    formula: "(radiatorFluxWPerM2 / (2 * radiatorEmissivityFraction * 5.670374419e-8)) ** 0.25",
  },
  peakRadiatorTemperatureK: {
    label: "Panel at peak, with the Earth",
    help: "The same with the Earth's infrared.",
    formula: "((radiatorFluxWPerM2 + earthHeatWPerM2) / (2 * radiatorEmissivityFraction * 5.670374419e-8)) ** 0.25",
  },
  radiatorTemperatureK: {
    label: "Panel at sustained load",
    help: "Mean panel temperature on the area sized at peak.",
    formula:
      "((sustainedPowerW / radiatorAreaM2 + earthHeatWPerM2) / (2 * radiatorEmissivityFraction * 5.670374419e-8)) ** 0.25",
  },
  perFaceRadiatorAreaM2: {
    label: "Radiator area, per-face reading",
    help: "The other reading of the flux: each face alone. Refused.",
    formula: "peakPowerW / (2 * radiatorFluxWPerM2)",
  },
  perFaceRadiatorTemperatureK: {
    label: "Panel, per-face reading",
    help: "Temperature that the refused reading implies.",
    formula: "(radiatorFluxWPerM2 / (radiatorEmissivityFraction * 5.670374419e-8)) ** 0.25",
  },
  // satellite: mass
  arrayMassKg: {
    label: "Array mass",
    help: "Blankets, booms, mechanisms.",
    formula: "solarAreaM2 * arrayArealMassKgPerM2",
  },
  radiatorMassKg: {
    label: "Radiator mass",
    help: "Panels, loops and fluid.",
    formula: "radiatorAreaM2 * radiatorArealMassKgPerM2",
  },
  laserMassKg: { label: "Laser mass", help: "All terminals.", formula: "laserTerminalCount * laserTerminalMassKg" },
  structureMassKg: {
    label: "Structure mass",
    help: "Share of the dry mass.",
    formula: "dryMassKg * structureFraction",
  },
  dryMassKg: {
    label: "Dry mass",
    help: "Everything but propellant.",
    formula:
      "(rackMassKg + arrayMassKg + radiatorMassKg + batteryMassKg + laserMassKg + propulsionMassKg + avionicsMassKg) / (1 - structureFraction)",
  },
  propellantMassKg: {
    label: "Propellant",
    help: "For the velocity budget, by the rocket equation.",
    formula: "dryMassKg * (exp(deltaVMPerS / (9.80665 * specificImpulseS)) - 1)",
  },
  massKg: { label: "Launch mass", help: "Dry mass and propellant.", formula: "dryMassKg + propellantMassKg" },
  specificPowerWPerKg: {
    label: "Specific power",
    help: "Sustained load over launch mass; the announced figure is only compared with.",
    formula: "sustainedPowerW / massKg",
  },
} as const satisfies Partial<Record<UnitName, Word>>;
