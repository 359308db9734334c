import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { heatAtTemperature, temperatureAtHeat } from "../satellite/heat.ts";
import type { Plan } from "./plan.ts";

const POINT_COUNT = 61;
/** Room beside the outermost mark, K. */
const ROOM_BELOW_K = 25;
const ROOM_ABOVE_K = 15;

/**
 * Rack power that the radiator rejects against the temperature of its panel, twice: bare, with the Earth's infrared alone, as the announced flux is read;
 * and at end of life, with fins, lost loops, albedo, Sun and pumps, on which the ladder and the allowed powers stand.
 */
export function heatCurve({ mission, plan }: { mission: Mission; plan: Plan }) {
  const { satellite } = plan;
  const { assumptions } = resolveMission(mission);
  const { radiatorEmissivityFraction, finEfficiencyFraction, filmDropK, coolantRiseK, chipResistanceKPerW } =
    assumptions;
  const { pumpShareFraction, sustainedPowerW, peakPowerW } = satellite;
  const aged = {
    workingAreaM2: satellite.workingAreaM2,
    finEfficiencyFraction,
    radiatorEmissivityFraction,
    absorbedWPerM2: satellite.absorbedWPerM2,
  };
  const bare = {
    workingAreaM2: satellite.radiatorAreaM2,
    finEfficiencyFraction: 1,
    radiatorEmissivityFraction,
    absorbedWPerM2: satellite.earthHeatWPerM2,
  };
  const agedPowerW = (temperatureK: number) => heatAtTemperature({ ...aged, temperatureK }) / (1 + pumpShareFraction);
  const barePowerW = (temperatureK: number) => heatAtTemperature({ ...bare, temperatureK });
  const agedTemperatureK = (powerW: number) => temperatureAtHeat({ ...aged, heatW: powerW * (1 + pumpShareFraction) });

  /** Panel temperature at which the coolant is supplied at its limit. */
  const coolantPanelK = assumptions.coolantLimitK - filmDropK + coolantRiseK / 2;
  const memoryPanelK = agedTemperatureK(satellite.memoryAllowedPowerW);
  /** Each watt of the rack warms its last chip by so much above the coolant that returns. */
  const chipKPerW = (satellite.chipPowerW / sustainedPowerW) * chipResistanceKPerW;
  /** Panel at which the chip stands at its limit: the more power, the cooler it must be. */
  const memoryLineK = (powerW: number) => assumptions.memoryLimitK - filmDropK - coolantRiseK / 2 - powerW * chipKPerW;

  const points = [
    { id: "sustained", isBare: true, temperatureK: satellite.radiatorTemperatureK, powerW: sustainedPowerW },
    { id: "peak", isBare: true, temperatureK: satellite.peakRadiatorTemperatureK, powerW: peakPowerW },
    {
      id: "sustained",
      isBare: false,
      temperatureK: satellite.designRadiatorTemperatureK,
      powerW: sustainedPowerW,
    },
    { id: "peak", isBare: false, temperatureK: agedTemperatureK(peakPowerW), powerW: peakPowerW },
  ] as const;
  const marksK = [coolantPanelK, memoryPanelK, ...points.map(({ temperatureK }) => temperatureK)];
  const lowK = Math.min(...marksK) - ROOM_BELOW_K;
  const highK = Math.max(...marksK) + ROOM_ABOVE_K;
  const temperatureK = Array.from({ length: POINT_COUNT }, (_, i) => lowK + ((highK - lowK) * i) / (POINT_COUNT - 1));
  const topPowerW = Math.max(barePowerW(highK), agedPowerW(highK));
  const lineEnd = (powerW: number): readonly [number, number] => {
    const panelK = Math.min(highK, Math.max(lowK, memoryLineK(powerW)));
    return [panelK, chipKPerW > 0 ? (memoryLineK(0) - panelK) / chipKPerW : powerW];
  };
  return {
    temperatureK,
    agedPowerW: temperatureK.map(agedPowerW),
    barePowerW: temperatureK.map(barePowerW),
    points,
    coolantPanelK,
    memoryPanelK,
    /** Two ends of the line on which the chip stands at its limit, [K, W]; cut to the curve's temperatures. */
    memoryLine: [lineEnd(0), lineEnd(topPowerW)] as const,
  };
}
