import type { UnitName } from "./units.ts";
import type { Word } from "./word.ts";

/** Results of the satellite's sizing: cells, endurance, heat ladder, drag, propellant, dose, shape. */
export const sizingWords = {
  // cells
  arrayTemperatureK: {
    label: "Array temperature",
    help: "Facing the Sun, edge-on to the Earth, power drawn.",
    method: "T⁴ = [S (α − η) + E (ε_f F + ε_b F)] ÷ [σ (ε_f + ε_b)]",
  },
  arrayLossFraction: {
    label: "From cell to array",
    help: "Packing, temperature, pointing and wiring together.",
    formula:
      "packingFraction * (1 + cellTemperaturePerK * (arrayTemperatureK - 301.15)) * cos(arrayPointingDeg * PI / 180) * wiringEfficiencyFraction",
  },
  cellSolarFluxWPerM2: {
    label: "Array power per area, from its cells",
    help: "What the assumed cell gives; to compare with the announced figure, or to take in its place.",
    formula: "1361 * cellEfficiencyFraction * arrayLossFraction",
  },
  impliedCellEfficiencyFraction: {
    label: "Implied cell efficiency",
    help: "What the array power per area asks of the cell at 28 °C.",
    formula: "solarFluxWPerM2 / (1361 * arrayLossFraction)",
  },
  // endurance
  eclipseLoadFraction: {
    label: "Load in shadow",
    help: "Share of the sustained load that the rack draws in shadow.",
    method: "1 riding through, the throttled share or the sleeping share otherwise",
  },
  eclipseBusPowerW: {
    label: "Bus load in shadow",
    help: "Counted in the battery where the rack throttles or sleeps.",
    method: "0 riding through, as in the announced arithmetic; the bus load otherwise",
  },
  yearlyDeliveredEnergyWh: {
    label: "Delivered energy a year",
    help: "Of one rack.",
    formula: "deliveredPowerW * 8766",
  },
  worstWeekEclipseFraction: {
    label: "Shadow in the worst week",
    help: "Share of the orbit, mean of seven days, in the plane that has most.",
    method: "largest seven-day mean over the year and the planes of all shells",
  },
  continuousPowerW: {
    label: "Power round the clock",
    help: "What the aged array holds for the rack in the worst week: bus first, what waits in the battery pays the storage path.",
    formula:
      "max(0, agedArrayPowerW / ((worstWeekEclipseFraction / (arrayToBusEfficiencyFraction * storageEfficiencyFraction) + (1 - worstWeekEclipseFraction) / arrayToBusEfficiencyFraction) / (1 - worstWeekEclipseFraction)) - busPowerW) / (1 / busToLoadEfficiencyFraction + pumpShareFraction)",
  },
  continuousArrayPowerW: {
    label: "Array that holds the sustained load",
    help: "New array whose aged power carries the sustained load round the clock in the worst week.",
    formula:
      "(sustainedPowerW * (1 / busToLoadEfficiencyFraction + pumpShareFraction) + busPowerW) * (worstWeekEclipseFraction / (arrayToBusEfficiencyFraction * storageEfficiencyFraction) + (1 - worstWeekEclipseFraction) / arrayToBusEfficiencyFraction) / (1 - worstWeekEclipseFraction) * arrayPowerW / agedArrayPowerW",
  },
  agedBatteryEnergyWh: {
    label: "Battery at end of life",
    help: "After the design life's fade.",
    formula: "batteryEnergyWh * (1 - batteryYearlyFadeFraction) ** lifeYears",
  },
  agedDischargeRatio: {
    label: "Depth of discharge at end of life",
    help: "The same shadow on the faded battery.",
    formula: "dischargeFraction / (1 - batteryYearlyFadeFraction) ** lifeYears",
  },
  // heat
  nadirRadiatorTemperatureK: {
    label: "Panel at peak, normal to nadir",
    help: "The other end of the free angle: least drag, most Earth.",
    method: "as the panel at peak with the Earth, one face towards it",
  },
  albedoHeatWPerM2: {
    label: "Albedo absorbed",
    help: "Per planform, mean over an orbit of the brightest week.",
    method: "S · absorptivity · albedo · view of the Earth · cos(least |β|) ÷ π",
  },
  sunHeatWPerM2: {
    label: "Sun absorbed",
    help: "Per planform, by the pointing error.",
    formula: "1361 * radiatorAbsorptivityFraction * sin(radiatorPointingDeg * PI / 180)",
  },
  workingAreaM2: {
    label: "Working radiator",
    help: "Planform with the lost loops dry.",
    formula: "radiatorAreaM2 * (1 - lostLoopFraction)",
  },
  absorbedWPerM2: {
    label: "All that the panel absorbs",
    help: "Earth, albedo and Sun, per planform.",
    formula: "earthHeatWPerM2 + albedoHeatWPerM2 + sunHeatWPerM2",
  },
  designRadiatorTemperatureK: {
    label: "Panel at its tubes, end of life",
    help: "Sustained load and pumps on the working panel, fins, coating and environment counted.",
    formula:
      "((sustainedPowerW * (1 + pumpShareFraction) / (workingAreaM2 * finEfficiencyFraction) + absorbedWPerM2) / (2 * radiatorEmissivityFraction * 5.670374419e-8)) ** 0.25",
  },
  coolantSupplyTemperatureK: {
    label: "Coolant supply",
    help: "What the rack is given.",
    formula: "designRadiatorTemperatureK + filmDropK - coolantRiseK / 2",
  },
  coolantReturnTemperatureK: {
    label: "Coolant return",
    help: "What leaves the rack.",
    formula: "coolantSupplyTemperatureK + coolantRiseK",
  },
  chipTemperatureK: {
    label: "Chip and memory",
    help: "The last chip of the loop, at the sustained load.",
    formula: "coolantReturnTemperatureK + chipPowerW * chipResistanceKPerW",
  },
  chipPowerW: {
    label: "Power of one chip",
    help: "Its share of the sustained load, host and switches included.",
    formula: "min(sustainedPowerW, rackSustainedPowerW) / chipCount",
  },
  coolantAllowedPowerW: {
    label: "Power that the coolant limit allows",
    help: "Rack power at which the supply reaches its limit, all losses counted.",
    formula:
      "max(0, workingAreaM2 * finEfficiencyFraction * (2 * radiatorEmissivityFraction * 5.670374419e-8 * (coolantLimitK - filmDropK + coolantRiseK / 2) ** 4 - absorbedWPerM2)) / (1 + pumpShareFraction)",
  },
  memoryAllowedPowerW: {
    label: "Power that the memory limit allows",
    help: "Rack power at which the last chip reaches it.",
    method: "the power whose ladder ends at the memory limit, by bisection",
  },
  heatCapacityJPerKgK: { label: "Coolant's specific heat", help: "Near 40 °C.", method: "of the chosen coolant" },
  densityKgPerM3: { label: "Coolant's density", help: "Near 40 °C.", method: "of the chosen coolant" },
  coolantFlowKgPerS: {
    label: "Coolant flow at peak",
    help: "All loops together.",
    formula: "peakPowerW / (heatCapacityJPerKgK * coolantRiseK)",
  },
  pumpPowerW: {
    label: "Pump power at peak",
    help: "From the flow and the loop's pressure drop.",
    formula: "coolantPressurePa * coolantFlowKgPerS / (densityKgPerM3 * pumpEfficiencyFraction)",
  },
  pumpShareFraction: {
    label: "Pump power over heat",
    help: "At the same rise, at any load.",
    formula: "pumpPowerW / peakPowerW",
  },
  // drag and life
  meanArrayDragAreaM2: {
    label: "Array in the stream",
    help: "A Sun-pointing array is not edge-on to the velocity, at dawn or dusk either.",
    method: "array area · mean of |n · v| over orbit and year = 2 ÷ π · mean cos β",
  },
  meanRadiatorDragAreaM2: {
    label: "Radiator in the stream",
    help: "By its free angle.",
    method: "planform · cos(turn) · √(1 − mean cos² β ÷ 2)",
  },
  dragAreaM2: {
    label: "Area in the stream",
    help: "Mean over orbit and year.",
    formula: "meanArrayDragAreaM2 + meanRadiatorDragAreaM2 + bodyDragAreaM2",
  },
  quietDragDeltaVMPerSPerYear: {
    label: "Drag make-up, quiet Sun",
    help: "At Harris and Priester's least density, 500 to 1,000 km.",
    method: "½ ρ v² C_D A ÷ m",
  },
  activeDragDeltaVMPerSPerYear: {
    label: "Drag make-up, active Sun",
    help: "At Harris and Priester's most density, 500 to 1,000 km.",
    method: "½ ρ v² C_D A ÷ m",
  },
  tumblingLifeYears: {
    label: "Passive life, tumbling",
    help: "A failed satellite of the highest shell: half of its wings' area in the stream, until 180 km.",
    method: "∫ da ÷ (ρ √(μ a) ÷ (m ÷ C_D A)), Vallado's mean density",
  },
  raisingDeltaVMPerS: {
    label: "Orbit raising",
    help: "Slow spiral from insertion.",
    method: "difference of the circular speeds",
  },
  disposalDeltaVMPerS: {
    label: "Disposal",
    help: "Slow spiral down to the disposal height.",
    method: "difference of the circular speeds",
  },
  disposalMassKg: {
    label: "Propellant of the disposal",
    help: "What obeying the rule by thrust costs.",
    formula: "dryMassKg * (exp(disposalDeltaVMPerS / (9.80665 * specificImpulseS)) - 1)",
  },
  neededDeltaVMPerS: {
    label: "Velocity that the mission asks",
    help: "Raising, drag over the life, avoidance, disposal, and the margin; closed with the mass that it adds.",
    method: "(raising + drag · life + avoidance · life + disposal) · (1 + margin)",
  },
  // dose
  doseHeightRatio: {
    label: "Dose, height over 550 km",
    help: "The table is of 550 km; elsewhere this ratio extrapolates it: 2 at 800 km, 10 at 1,400 km.",
    method: "logarithmic between 550, 800 and 1,400 km and beyond; 1 with a table of the mission's own",
  },
  doseGy: {
    label: "Dose over the life",
    help: "Silicon behind the shielding, trapped particles, no solar protons. The highest of the shells.",
    method:
      "table of inclination × shielding at 550 km, logarithmic between its points, × height ratio × life ÷ 5 years",
  },
  doseMarginRatio: { label: "Dose margin", help: "Limit over dose.", formula: "doseLimitGy / doseGy" },
  upsetsPerYearCount: {
    label: "Uncorrected errors a year",
    help: "Of all chips, by the assumed dose for each.",
    formula: "chipCount * doseGy / lifeYears / upsetDoseGy",
  },
  // shape
  wingLengthM: {
    label: "Wing length",
    help: "One solar wing, root to tip.",
    formula: "max(wingspanM - bodyWidthM, wingspanM / 2) / 2",
  },
  wingChordM: { label: "Wing chord", help: "Of the wings alone.", formula: "solarAreaM2 / (2 * wingLengthM)" },
  radiatorWingLengthM: {
    label: "Radiator wing length",
    help: "One of two, root to tip.",
    formula: "max(deployedHeightM - bodyHeightM, deployedHeightM / 2) / 2",
  },
  radiatorWingChordM: {
    label: "Radiator wing chord",
    help: "One of two.",
    formula: "radiatorAreaM2 / (2 * radiatorWingLengthM)",
  },
  stowedVolumeM3: {
    label: "Stowed volume",
    help: "Body, folded blankets, folded radiators.",
    formula: "bodyVolumeM3 + arrayPowerW / stowedArrayWPerM3 + radiatorAreaM2 * stowedLeafM",
  },
  massSatellitesPerLaunchCount: {
    label: "Satellites a launch, by mass",
    help: "Payload over launch mass.",
    formula: "floor(payloadMassKg / massKg)",
  },
  volumeSatellitesPerLaunchCount: {
    label: "Satellites a launch, by volume",
    help: "Usable payload volume over stowed volume.",
    formula: "floor(payloadVolumeM3 * packingVolumeFraction / stowedVolumeM3)",
  },
  // cycle
  betaDeg: { label: "Beta", help: "Angle between orbit plane and Sun.", method: "asin(normal · Sun), true Sun" },
  eclipseS: { label: "Shadow", help: "In this orbit.", method: "cylinder of 6,378.137 km, true Sun" },
  heatCapacityJPerK: {
    label: "Heat capacity",
    help: "Rack and radiator as one lump.",
    method: "rack mass · its specific heat + radiator mass · its specific heat",
  },
  netEnergyWh: {
    label: "Balance of an orbit",
    help: "What the cells could gain in sunlight beyond what the shadow takes; negative, the ride-through never becomes periodic.",
    method: "sunlit surplus through the charging path − shadow load through the discharging path",
  },
  starvedS: { label: "Time throttled", help: "With the battery empty.", method: "sum over the series" },
  orbitCount: { label: "Orbits to settle", help: "Until two are alike to 1e-5 K.", method: "counted" },
  loadPowerW: { label: "Rack power", help: "At each step.", method: "time-stepped orbit" },
} as const satisfies Partial<Record<UnitName, Word>>;
