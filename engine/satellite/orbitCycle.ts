import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../facts/constants.ts";

/** Longest step of the integration, s; a shorter one of the caller's is kept. */
const LONGEST_STEP_S = 10;
/** Orbits after which a temperature that has not settled is given up. */
const MOST_ORBITS = 400;
/** Two passes of an orbit alike to this are periodic, K. */
const SETTLED_K = 1e-5;
/** Energy that an orbit may lose and still be called balanced, as a share of what the load takes. */
const BALANCED_SHARE = 1e-9;

/** All that one satellite's orbit needs; `shadowFraction` of it lies in shadow, centred on orbit midnight. */
export type CycleDesign = {
  periodS: number;
  shadowFraction: number;
  cosBeta: number;
  arrayPowerW: number;
  sustainedPowerW: number;
  eclipseLoadFraction: number;
  busPowerW: number;
  arrayToBusEfficiencyFraction: number;
  busToLoadEfficiencyFraction: number;
  pumpShareFraction: number;
  storageEfficiencyFraction: number;
  dischargeEfficiencyFraction: number;
  batteryEnergyWh: number;
  workingAreaM2: number;
  finEfficiencyFraction: number;
  radiatorEmissivityFraction: number;
  earthHeatWPerM2: number;
  /** Albedo absorbed with the Sun overhead, and the Sun's own share when lit. */
  noonAlbedoHeatWPerM2: number;
  sunHeatWPerM2: number;
  heatCapacityJPerK: number;
};
type State = { batteryJ: number; temperatureK: number };

/** Time to the next end of light or shadow, counted from orbit noon, and which of the two now is. */
function lightAt({ periodS, shadowFraction }: CycleDesign, tS: number) {
  const phaseS = ((tS % periodS) + periodS) % periodS;
  const startS = (periodS * (1 - shadowFraction)) / 2;
  const endS = (periodS * (1 + shadowFraction)) / 2;
  // An edge that rounding left behind counts as passed.
  const late = phaseS + 1e-9 * periodS;
  if (shadowFraction <= 0) return { isLit: true, leftS: Number.POSITIVE_INFINITY };
  if (late < startS) return { isLit: true, leftS: startS - phaseS };
  if (late < endS) return { isLit: false, leftS: endS - phaseS };
  return { isLit: true, leftS: periodS - phaseS + startS };
}

/** Power asked of the main bus for a rack power, W. */
const busAsk = (design: CycleDesign, rackW: number) =>
  rackW * (1 / design.busToLoadEfficiencyFraction + design.pumpShareFraction) + design.busPowerW;

/** What happens in light or shadow: array at the bus, what the rack asks for, what it gets once the battery is empty. */
function flowsIn(design: CycleDesign, isLit: boolean, batteryJ: number) {
  const arrayPowerW = isLit ? design.arrayPowerW : 0;
  const arrayBusW = arrayPowerW * design.arrayToBusEfficiencyFraction;
  const wantedW = design.sustainedPowerW * (isLit ? 1 : design.eclipseLoadFraction);
  const isStarved = batteryJ <= 0 && arrayBusW < busAsk(design, wantedW);
  const fedW = Math.max(
    0,
    (arrayBusW - design.busPowerW) / (1 / design.busToLoadEfficiencyFraction + design.pumpShareFraction),
  );
  return { isLit, arrayPowerW, arrayBusW, loadPowerW: isStarved ? Math.min(wantedW, fedW) : wantedW, isStarved };
}

function flowsAt(design: CycleDesign, tS: number, batteryJ: number) {
  const { isLit, leftS } = lightAt(design, tS);
  return { ...flowsIn(design, isLit, batteryJ), leftS };
}

/** One stretch without a change of light: battery exact, temperature by Runge and Kutta's fourth order. */
function advance(design: CycleDesign, state: State, tS: number, spanS: number): State & { isStarved: boolean } {
  const { isLit, arrayBusW, loadPowerW, isStarved } = flowsAt(design, tS, state.batteryJ);
  const surplusW = arrayBusW - busAsk(design, loadPowerW);
  const chargeEfficiency = design.storageEfficiencyFraction / design.dischargeEfficiencyFraction;
  const cellW =
    surplusW > 0 ? surplusW * chargeEfficiency : isStarved ? 0 : surplusW / design.dischargeEfficiencyFraction;
  const capacityJ = design.batteryEnergyWh * 3600;
  const emitted = 2 * design.radiatorEmissivityFraction * STEFAN_BOLTZMANN_W_PER_M2_K4;
  const areaM2 = design.workingAreaM2 * design.finEfficiencyFraction;
  const rate = (temperatureK: number, atS: number) => {
    const sunAbove = design.cosBeta * Math.cos((2 * Math.PI * atS) / design.periodS);
    const absorbedW =
      design.earthHeatWPerM2 + (isLit ? design.sunHeatWPerM2 : 0) + design.noonAlbedoHeatWPerM2 * Math.max(0, sunAbove);
    const heatW = loadPowerW * (1 + design.pumpShareFraction);
    return (heatW - areaM2 * (emitted * temperatureK ** 4 - absorbedW)) / design.heatCapacityJPerK;
  };
  const k1 = rate(state.temperatureK, tS);
  const k2 = rate(state.temperatureK + (spanS / 2) * k1, tS + spanS / 2);
  const k3 = rate(state.temperatureK + (spanS / 2) * k2, tS + spanS / 2);
  const k4 = rate(state.temperatureK + spanS * k3, tS + spanS);
  return {
    batteryJ: Math.min(capacityJ, Math.max(0, state.batteryJ + cellW * spanS)),
    temperatureK: state.temperatureK + (spanS / 6) * (k1 + 2 * k2 + 2 * k3 + k4),
    isStarved,
  };
}

/** From one time to another, cut at every change of light, at the longest step, and where the battery runs empty. */
function advanceTo(design: CycleDesign, from: State, fromS: number, toS: number, stepS: number) {
  let state: State = from;
  let starvedS = 0;
  let tS = fromS;
  while (toS - tS > 1e-9 * Math.max(1, toS)) {
    const { leftS, arrayBusW, loadPowerW } = flowsAt(design, tS, state.batteryJ);
    const drainW = (busAsk(design, loadPowerW) - arrayBusW) / design.dischargeEfficiencyFraction;
    const emptyS = drainW > 0 && state.batteryJ > 0 ? state.batteryJ / drainW : Number.POSITIVE_INFINITY;
    const spanS = Math.min(toS - tS, leftS, stepS, Math.max(emptyS, 1e-6));
    const next = advance(design, state, tS, spanS);
    if (next.isStarved) starvedS += spanS;
    state = spanS >= emptyS ? { ...next, batteryJ: 0 } : next;
    tS += spanS;
  }
  return { state, starvedS };
}

/**
 * The state of one satellite at orbit noon once its orbits repeat. One lump of heat for rack, coolant and panel; the battery's charging and
 * discharging losses apart; the array new. 1. The panel's temperature is integrated until two orbits are alike. 2. The battery is periodic
 * when a full one is full again after an orbit; else it starts full and loses `-balanceJ` each orbit.
 */
export function settleOrbit(design: CycleDesign, innerS = LONGEST_STEP_S) {
  const capacityJ = design.batteryEnergyWh * 3600;
  const loadJ = busAsk(design, design.sustainedPowerW) * design.periodS;
  const balanceJ = orbitBalanceJ(design);
  const periodic = balanceJ >= -BALANCED_SHARE * loadJ && shadowNeedJ(design) <= capacityJ * (1 + BALANCED_SHARE);
  let state: State = { batteryJ: capacityJ, temperatureK: 330 };
  let orbitCount = 0;
  for (; orbitCount < MOST_ORBITS; orbitCount++) {
    const next = advanceTo(design, state, 0, design.periodS, innerS).state;
    const isSettled =
      Math.abs(next.temperatureK - state.temperatureK) < SETTLED_K &&
      (!periodic || Math.abs(next.batteryJ - state.batteryJ) <= BALANCED_SHARE * capacityJ);
    state = { batteryJ: periodic ? next.batteryJ : capacityJ, temperatureK: next.temperatureK };
    if (isSettled) break;
  }
  return { periodic, orbitCount, balanceJ, state };
}

/** From a state at orbit noon through rising times `timesS`, and on to `endS`. */
export function followOrbit({
  design,
  state: first,
  timesS,
  endS = 0,
  innerS = LONGEST_STEP_S,
}: {
  design: CycleDesign;
  state: State;
  timesS: readonly number[];
  endS?: number;
  innerS?: number;
}) {
  const series = {
    tS: [] as number[],
    arrayPowerW: [] as number[],
    loadPowerW: [] as number[],
    batteryEnergyWh: [] as number[],
    radiatorTemperatureK: [] as number[],
  };
  let { state, starvedS } = advanceTo(design, first, 0, timesS[0] ?? endS, innerS);
  timesS.forEach((tS, i) => {
    const { arrayPowerW, loadPowerW } = flowsAt(design, tS, state.batteryJ);
    series.tS.push(tS);
    series.arrayPowerW.push(arrayPowerW);
    series.loadPowerW.push(loadPowerW);
    series.batteryEnergyWh.push(state.batteryJ / 3600);
    series.radiatorTemperatureK.push(state.temperatureK);
    const moved = advanceTo(design, state, tS, timesS[i + 1] ?? Math.max(endS, tS), innerS);
    state = moved.state;
    starvedS += moved.starvedS;
  });
  return { series, starvedS };
}

/** One satellite through its orbits, time from orbit noon, once they repeat (`settleOrbit`), in even steps. */
export function cycleOrbits({
  design,
  overS,
  stepS,
  count,
}: {
  design: CycleDesign;
  overS: number;
  stepS: number;
  count: number;
}) {
  const innerS = Math.min(stepS, LONGEST_STEP_S);
  const { periodic, orbitCount, balanceJ, state } = settleOrbit(design, innerS);
  const timesS = Array.from({ length: count }, (_, step) => step * stepS);
  const { series, starvedS } = followOrbit({ design, state, timesS, endS: overS, innerS });
  return { periodic, orbitCount, netEnergyWh: balanceJ / 3600, starvedS, series };
}

/**
 * What the rack gets in light and in shadow, W: fed, and with the battery empty. While it is fed the cells lose `drainW`; 0 or less where the
 * array gives enough.
 */
export function loadLevels(design: CycleDesign) {
  const levels = (isLit: boolean) => {
    const fed = flowsIn(design, isLit, 1);
    return {
      fedW: fed.loadPowerW,
      starvedW: flowsIn(design, isLit, 0).loadPowerW,
      drainW: (busAsk(design, fed.loadPowerW) - fed.arrayBusW) / design.dischargeEfficiencyFraction,
    };
  };
  return { lit: levels(true), dark: levels(false) };
}

/** What the cells need for the shadow, joule. */
function shadowNeedJ(design: CycleDesign): number {
  const askW = busAsk(design, design.sustainedPowerW * design.eclipseLoadFraction);
  return (askW * design.shadowFraction * design.periodS) / design.dischargeEfficiencyFraction;
}

/** Energy that the cells could gain in sunlight beyond what the shadow takes, one orbit, joule; negative: it never becomes periodic. */
function orbitBalanceJ(design: CycleDesign): number {
  const sunlitS = (1 - design.shadowFraction) * design.periodS;
  const surplusW = design.arrayPowerW * design.arrayToBusEfficiencyFraction - busAsk(design, design.sustainedPowerW);
  const chargeEfficiency = design.storageEfficiencyFraction / design.dischargeEfficiencyFraction;
  const gainedJ =
    sunlitS * (surplusW > 0 ? surplusW * chargeEfficiency : surplusW / design.dischargeEfficiencyFraction);
  return gainedJ - shadowNeedJ(design);
}
