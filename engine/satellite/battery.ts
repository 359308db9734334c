/**
 * Battery that carries the rack through the worst shadow, at the share of its load that the way through asks.
 * Heater load and the bus's own 2 kW are left out (2 to 10 %). Fade is told beside, not sized for.
 */
export function sizeBattery({
  sustainedPowerW,
  worstPlaneEclipseS,
  dischargeFraction,
  dischargeEfficiencyFraction,
  batterySpecificEnergyWhPerKg,
  eclipseLoadFraction = 1,
  batteryYearlyFadeFraction = 0,
  lifeYears = 0,
}: {
  sustainedPowerW: number;
  worstPlaneEclipseS: number;
  dischargeFraction: number;
  dischargeEfficiencyFraction: number;
  batterySpecificEnergyWhPerKg: number;
  eclipseLoadFraction?: number;
  batteryYearlyFadeFraction?: number;
  lifeYears?: number;
}) {
  const eclipseEnergyWh = (sustainedPowerW * eclipseLoadFraction * worstPlaneEclipseS) / 3600;
  const batteryEnergyWh = eclipseEnergyWh / (dischargeFraction * dischargeEfficiencyFraction);
  const keptFraction = (1 - batteryYearlyFadeFraction) ** lifeYears;
  return {
    eclipseEnergyWh,
    batteryEnergyWh,
    batteryMassKg: batteryEnergyWh / batterySpecificEnergyWhPerKg,
    agedBatteryEnergyWh: batteryEnergyWh * keptFraction,
    agedDischargeRatio: dischargeFraction / keptFraction,
  };
}
