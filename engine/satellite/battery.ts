/**
 * Battery that carries the rack through the worst shadow, at the share of its load that the way through asks.
 * Riding through, the bus's own 2 kW (2 %) are left out, as in the announced arithmetic; throttled or asleep they are most of it and counted.
 * An announced battery is what flies and what weighs; `batteryEnergyWh` stays what the shadow needs. Heater load is left out. Fade is told beside, not sized for.
 */
export function sizeBattery({
  sustainedPowerW,
  worstPlaneEclipseS,
  dischargeFraction,
  dischargeEfficiencyFraction,
  batterySpecificEnergyWhPerKg,
  eclipseLoadFraction = 1,
  eclipseBusPowerW = 0,
  batteryYearlyFadeFraction = 0,
  lifeYears = 0,
  announcedBatteryEnergyWh,
}: {
  sustainedPowerW: number;
  worstPlaneEclipseS: number;
  dischargeFraction: number;
  dischargeEfficiencyFraction: number;
  batterySpecificEnergyWhPerKg: number;
  eclipseLoadFraction?: number;
  eclipseBusPowerW?: number;
  batteryYearlyFadeFraction?: number;
  lifeYears?: number;
  announcedBatteryEnergyWh?: number | undefined;
}) {
  const eclipseEnergyWh = ((sustainedPowerW * eclipseLoadFraction + eclipseBusPowerW) * worstPlaneEclipseS) / 3600;
  const batteryEnergyWh = eclipseEnergyWh / (dischargeFraction * dischargeEfficiencyFraction);
  const keptFraction = (1 - batteryYearlyFadeFraction) ** lifeYears;
  return {
    eclipseEnergyWh,
    batteryEnergyWh,
    batteryMassKg: (announcedBatteryEnergyWh ?? batteryEnergyWh) / batterySpecificEnergyWhPerKg,
    agedBatteryEnergyWh: batteryEnergyWh * keptFraction,
    agedDischargeRatio: dischargeFraction / keptFraction,
  };
}
