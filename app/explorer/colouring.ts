import type { UnitSuffix } from "#engine";
import type { ColourMode } from "../state/colour.ts";
import type { CycleTablesAnswer, FlightShell } from "../worker/messages.ts";
import {
  kindColours,
  kindHex,
  type Rgb,
  rgbOf,
  roundRange,
  type ScaleName,
  scaleHex,
  scaleRgb,
} from "./colourScales.ts";
import { loadColours } from "./loadScale.ts";
import { mostPlaneCount, shellScale } from "./shellScale.ts";

/** Texels of the scale that the graphics card reads. */
export const SCALE_TEXEL_COUNT = 256;

/** A magnitude and its colours: `least` at the scale's one end, `most` at the other, in the base unit. */
export type Magnitude = {
  readonly name: string;
  readonly scale: ScaleName;
  readonly unit: UnitSuffix;
  readonly least: number;
  readonly most: number;
};

/** What power and temperature are drawn between: nothing to all that the rack takes, and what the fleet's panels meet in the epoch's year. */
export function magnitudeOf(mode: "power" | "temperature", cycles: CycleTablesAnswer): Magnitude {
  if (mode === "power") {
    const { lit, dark } = cycles.levels;
    const [least, most] = roundRange(0, Math.max(lit.fedW, dark.fedW));
    return { name: "loadPowerW", scale: "viridis", unit: "W", least, most };
  }
  const [least, most] = roundRange(cycles.leastTemperatureK, cycles.mostTemperatureK);
  return { name: "radiatorTemperatureK", scale: "plasma", unit: "K", least, most };
}

/** A magnitude's colour, clamped at the scale's ends. */
export const magnitudeHex = ({ scale, least, most }: Magnitude, value: number): string =>
  scaleHex(scale, (value - least) / (most - least));

/** The scale of a mode at 0 to 1, 0 to 255 each. */
export function modeRgb(mode: ColourMode, shells: readonly FlightShell[]): (position: number) => Rgb {
  const ofKinds = (count: number) => (position: number) =>
    rgbOf(kindHex(Math.min(count - 1, Math.floor(position * count)), count));
  const viridis = (position: number) => scaleRgb("viridis", position);
  const stepped = kindsOf(mode, shells);
  if (stepped !== undefined) return ofKinds(stepped);
  if (mode === "temperature") return (position) => scaleRgb("plasma", position);
  if (mode === "load")
    return (position) =>
      rgbOf(loadColours[Math.min(loadColours.length - 1, Math.floor(position * loadColours.length))]!);
  return viridis;
}

/** How many kinds a mode shows; undefined where it is a scale. */
function kindsOf(mode: ColourMode, shells: readonly FlightShell[]): number | undefined {
  if (mode === "shell") {
    const scale = shellScale(shells);
    return scale.kind === "names" ? scale.names.length : undefined;
  }
  if (mode !== "plane") return undefined;
  const count = mostPlaneCount(shells);
  return count <= kindColours.length ? count : undefined;
}

/** The scale as texels, [SCALE_TEXEL_COUNT × 4]. */
export function scaleTexels(rgbAt: (position: number) => Rgb, texels: Uint8Array): void {
  for (let texel = 0; texel < SCALE_TEXEL_COUNT; texel++) {
    const [red, green, blue] = rgbAt(texel / (SCALE_TEXEL_COUNT - 1));
    texels.set([Math.round(red), Math.round(green), Math.round(blue), 255], texel * 4);
  }
}
