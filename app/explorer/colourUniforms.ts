import {
  Color,
  DataArrayTexture,
  DataTexture,
  FloatType,
  NearestFilter,
  RGBAFormat,
  type Texture,
  Vector2,
  Vector4,
} from "three";
import { CYCLE_COLUMN_COUNT, CYCLE_ROW_COUNT } from "#engine";
import { colourStore } from "../state/colour.ts";
import type { CycleTablesAnswer } from "../worker/messages.ts";
import { magnitudeOf, modeRgb, SCALE_TEXEL_COUNT, scaleTexels } from "./colouring.ts";
import { NEUTRAL_COLOUR, rgbOf } from "./colourScales.ts";
import { colourBy } from "./colourShader.ts";
import { cycleStore, isCycleMode } from "./cycleStore.ts";
import { fleetStore } from "./fleetStore.ts";
import { sky } from "./sky.ts";

const texels = new Uint8Array(SCALE_TEXEL_COUNT * 4);
const scaleTexture = new DataTexture(texels, SCALE_TEXEL_COUNT, 1, RGBAFormat);
const noCycle = new DataArrayTexture(new Float32Array(4), 1, 1, 1);
noCycle.format = RGBAFormat;
noCycle.type = FloatType;
noCycle.needsUpdate = true;
const [red, green, blue] = rgbOf(NEUTRAL_COLOUR);

/** Shared by every material that draws points, and by the probe; `followColours` writes them. */
export const colourUniforms = {
  uColourBy: { value: colourBy.light as number },
  uScale: { value: scaleTexture as Texture },
  uRange: { value: new Vector2(0, 1) },
  uLevels: { value: new Vector4() },
  uCycle: { value: noCycle as Texture },
  /** In the display's own values: the canvas neither converts nor tone-maps. */
  uNeutral: { value: new Color().setRGB(red / 255, green / 255, blue / 255) },
};

function cycleTexture({ cells, shadowlessRad }: CycleTablesAnswer): DataArrayTexture {
  const made = new DataArrayTexture(cells.slice(), CYCLE_COLUMN_COUNT, CYCLE_ROW_COUNT, shadowlessRad.length);
  const numbers = made.image.data as Float32Array;
  // The shader finds the angle in a cell that holds nothing else.
  shadowlessRad.forEach((angleRad, table) => {
    numbers[(table * CYCLE_ROW_COUNT * CYCLE_COLUMN_COUNT + 3) * 4 + 3] = angleRad;
  });
  made.format = RGBAFormat;
  made.type = FloatType;
  made.minFilter = NearestFilter;
  made.magFilter = NearestFilter;
  made.needsUpdate = true;
  return made;
}

let shownCycles: CycleTablesAnswer | undefined;
function update(): void {
  const { mode } = colourStore.getState();
  const { cycles } = cycleStore.getState();
  const { flight } = fleetStore.getState();
  if (cycles !== shownCycles) {
    shownCycles = cycles;
    if (colourUniforms.uCycle.value !== noCycle) colourUniforms.uCycle.value.dispose();
    colourUniforms.uCycle.value = cycles === undefined ? noCycle : cycleTexture(cycles);
  }
  colourUniforms.uColourBy.value = isCycleMode(mode)
    ? colourBy[mode as "power" | "temperature"]
    : mode === "light"
      ? colourBy.light
      : colourBy.paint;
  if (cycles !== undefined && (mode === "power" || mode === "temperature")) {
    const { least, most } = magnitudeOf(mode, cycles);
    const { lit, dark } = cycles.levels;
    colourUniforms.uRange.value.set(least, most);
    colourUniforms.uLevels.value.set(lit.fedW, lit.starvedW, dark.fedW, dark.starvedW);
  }
  if (mode !== "light") {
    scaleTexels(modeRgb(mode, flight?.shells ?? []), texels);
    scaleTexture.needsUpdate = true;
  }
  sky.wake();
}

/** Keeps the shaders' colours in step with the mode, the mission's orbits and the flight. Answers with the way to stop. */
export function followColours(): () => void {
  update();
  const stops = [colourStore.subscribe(update), cycleStore.subscribe(update), fleetStore.subscribe(update)];
  return () => {
    for (const stop of stops) stop();
  };
}
