/** Draws the dome: grid, satellites in their light, the Sun. Pixels only; who is where comes from the engine. */
import { CIVIL_DEG, OVERHEAD_DEG, SUNLIT } from "#engine";
import type { OverheadAnswer } from "../worker/groundMessages.ts";
import { domePoint } from "./dome.ts";

export type DomeColours = Readonly<
  Record<"night" | "day" | "line" | "text" | "dawn" | "dusk" | "rose" | "selected", string>
>;

/** Room for the letters outside the rim, and for the Sun's ring that may stand on it, CSS pixels. */
const RIM_PX = 20;
const LETTER_PX = 12;
const RINGS_DEG = [60, 30, OVERHEAD_DEG];
/** Beyond so many, marks shrink so that they do not fill the sky. */
const FULL_SIZE_COUNT = 400;

export const domeRadiusPx = (sidePx: number) => Math.max(1, sidePx / 2 - RIM_PX);

export function drawDome({
  context,
  sidePx,
  answer,
  catalogueFrom,
  selectedIndex,
  colours,
}: {
  context: CanvasRenderingContext2D;
  sidePx: number;
  answer: OverheadAnswer | undefined;
  /** Index of the first object of a catalogue. */
  catalogueFrom: number;
  selectedIndex: number | undefined;
  colours: DomeColours;
}): void {
  const middle = sidePx / 2;
  const radius = domeRadiusPx(sidePx);
  const px = (direction: { azimuthDeg: number; elevationDeg: number }) => {
    const { x, y } = domePoint(direction);
    return [middle + radius * x, middle + radius * y] as const;
  };
  const ring = (elevationDeg: number) => {
    context.beginPath();
    context.arc(middle, middle, (radius * (90 - elevationDeg)) / 90, 0, 2 * Math.PI);
  };
  context.clearRect(0, 0, sidePx, sidePx);
  const sunDeg = answer?.sunAltitudeDeg ?? -90;
  ring(0);
  context.fillStyle = colours.night;
  context.fill();
  // The sky pales from −18° up; above 0° no further.
  context.globalAlpha = Math.min(1, Math.max(0, (sunDeg + 18) / 18)) * 0.7;
  context.fillStyle = colours.day;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.stroke();

  context.font = "500 11px Inter Variable, system-ui, sans-serif";
  context.fillStyle = colours.text;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const elevationDeg of RINGS_DEG) {
    context.setLineDash(elevationDeg === OVERHEAD_DEG ? [3, 3] : []);
    ring(elevationDeg);
    context.stroke();
    context.fillText(`${elevationDeg}°`, ...px({ azimuthDeg: 157.5, elevationDeg: elevationDeg + 3.5 }));
  }
  context.setLineDash([]);
  for (const azimuthDeg of [0, 90, 180, 270]) {
    context.beginPath();
    context.moveTo(...px({ azimuthDeg, elevationDeg: 0 }));
    context.lineTo(...px({ azimuthDeg, elevationDeg: -3 }));
    context.stroke();
    const letter = { 0: "N", 90: "E", 180: "S", 270: "W" }[azimuthDeg]!;
    context.font = "560 13px Inter Variable, system-ui, sans-serif";
    context.fillText(letter, ...px({ azimuthDeg, elevationDeg: (-90 * LETTER_PX) / radius }));
  }
  if (answer === undefined) return;

  // The Sun on its circle while it is up, at the rim over its bearing while it is down.
  const isUp = sunDeg > 0;
  const [sunX, sunY] = px({ azimuthDeg: answer.sunAzimuthDeg, elevationDeg: isUp ? sunDeg : 0 });
  context.beginPath();
  context.arc(sunX, sunY, 5, 0, 2 * Math.PI);
  context.strokeStyle = colours.dawn;
  context.fillStyle = colours.dawn;
  context.lineWidth = 1.5;
  if (isUp) context.fill();
  else context.stroke();

  const { indices, azimuthsDeg, elevationsDeg, lights } = answer;
  const isDark = sunDeg < CIVIL_DEG;
  const size = Math.max(0.6, Math.min(1, Math.sqrt(FULL_SIZE_COUNT / Math.max(1, indices.length))));
  const marks = (isLit: boolean, isListed: boolean) => {
    context.beginPath();
    const reach = (isLit ? 2.4 : 1.9) * size;
    for (let row = 0; row < indices.length; row++) {
      if ((lights[row] === SUNLIT) !== isLit || indices[row]! >= catalogueFrom !== isListed) continue;
      const [x, y] = px({ azimuthDeg: azimuthsDeg[row]!, elevationDeg: elevationsDeg[row]! });
      context.moveTo(x + reach, y);
      context.arc(x, y, reach, 0, 2 * Math.PI);
    }
    const colour = isListed ? colours.rose : isLit ? colours.dawn : colours.dusk;
    context.globalAlpha = isLit ? 1 : 0.85;
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = 1;
    // Against a bright sky a sunlit one is only outlined: it is there, and not to be seen.
    if (isLit && !isDark) context.stroke();
    else context.fill();
    context.globalAlpha = 1;
  };
  for (const isLit of [false, true]) for (const isListed of [true, false]) marks(isLit, isListed);

  const row = selectedIndex === undefined ? -1 : indices.indexOf(selectedIndex);
  if (row < 0) return;
  const [x, y] = px({ azimuthDeg: azimuthsDeg[row]!, elevationDeg: elevationsDeg[row]! });
  context.beginPath();
  context.arc(x, y, 8, 0, 2 * Math.PI);
  context.strokeStyle = colours.selected;
  context.lineWidth = 1.5;
  context.stroke();
}
