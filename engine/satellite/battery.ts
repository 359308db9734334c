/** Battery that carries the sustained load through the worst shadow. Fade over life and heater load are left out (10 to 20 %). */
export function sizeBattery({
  sustainedPowerW,
  worstPlaneEclipseS,
  dischargeFraction,
  dischargeEfficiencyFraction,
  batterySpecificEnergyWhPerKg,
}: {
  sustainedPowerW: number;
  worstPlaneEclipseS: number;
  dischargeFraction: number;
  dischargeEfficiencyFraction: number;
  batterySpecificEnergyWhPerKg: number;
}) {
  const eclipseEnergyWh = (sustainedPowerW * worstPlaneEclipseS) / 3600;
  const batteryEnergyWh = eclipseEnergyWh / (dischargeFraction * dischargeEfficiencyFraction);
  return { eclipseEnergyWh, batteryEnergyWh, batteryMassKg: batteryEnergyWh / batterySpecificEnergyWhPerKg };
}
