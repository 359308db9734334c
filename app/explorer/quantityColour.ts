import { readCycleTable, sunAngles } from "#engine";
import { magnitudeOf, modeRgb } from "./colouring.ts";
import { NEUTRAL_COLOUR, type Rgb, rgbOf, scaleRgb } from "./colourScales.ts";
import { cycleStore } from "./cycleStore.ts";
import { paintOf, paintSource } from "./paint.ts";
import { sky } from "./sky.ts";

const at: [number, number, number] = [0, 0, 0];
const velocity: [number, number, number] = [0, 0, 0];
const neutral = rgbOf(NEUTRAL_COLOUR);

/**
 * A satellite's colour by what points are coloured by, 0 to 255 each, as colourShader.ts has it: for marks that the graphics card does not
 * move. Undefined by light.
 */
export function quantityRgb(index: number): Rgb | undefined {
  const source = paintSource();
  const { mode } = source;
  const shown = sky.shown();
  if (mode === "light" || shown === undefined) return undefined;
  const { shells } = shown.flight;
  const paint = paintOf({ flight: shown.flight, source, index });
  if (paint < 0) return neutral;
  if (mode !== "power" && mode !== "temperature") return modeRgb(mode, shells)(paint);
  const { cycles } = cycleStore.getState();
  if (cycles === undefined || !sky.positionInto(index, at) || !sky.velocityInto(index, velocity)) return neutral;
  const angles = sunAngles({ positionKm: at, velocityKmPerS: velocity, sunUnit: shown.sunTemeUnit });
  const { cells, shadowlessRad, levels } = cycles;
  const length = cells.length / shadowlessRad.length;
  const table = { cells: cells.subarray(paint * length, (paint + 1) * length), shadowlessRad: shadowlessRad[paint]! };
  const { loadPowerW, radiatorTemperatureK } = readCycleTable({ table, levels, ...angles });
  const { scale, least, most } = magnitudeOf(mode, cycles);
  const value = mode === "power" ? loadPowerW : radiatorTemperatureK;
  return scaleRgb(scale, (value - least) / (most - least));
}
