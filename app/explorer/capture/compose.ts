import { formatInstant } from "#engine";
import { colourStore } from "../../state/colour.ts";
import { missionStore } from "../../state/mission.ts";
import { cameraRig } from "../cameraRig.ts";
import { colourLegend } from "../colourLegend.ts";
import { cycleStore } from "../cycleStore.ts";
import { fleetStore } from "../fleetStore.ts";
import { layerStore } from "../layers.ts";
import { networkStore } from "../networkStore.ts";
import { type ReadRuler, readRuler } from "../Ruler.tsx";
import { sky } from "../sky.ts";
import type { Stage } from "../stage.ts";
import { type Caption, captionHeightPx, drawCaption, type LegendItem } from "./caption.ts";
import { drawLabels } from "./drawLabels.ts";
import { type PictureBox, pictureBox } from "./pictureBox.ts";

/** Looks of the page that a picture takes over; read once. */
export type Look = { readonly layer: Element; readonly font: string; readonly colour: (name: string) => string };

export function readLook(canvas: HTMLCanvasElement): Look {
  const globe = canvas.closest(".globe")!;
  const style = getComputedStyle(globe);
  return {
    layer: globe.querySelector(".globe-labels")!,
    font: style.fontFamily,
    colour: (name) => style.getPropertyValue(`--space-${name}`).trim(),
  };
}

/** The key of the globe's colours, in words and colours that a canvas takes. */
function legendOf(look: Look): LegendItem[] {
  const { title, scale, swatches } = colourLegend({
    mode: colourStore.getState().mode,
    flight: fleetStore.getState().flight,
    cycle: cycleStore.getState(),
    traffic: networkStore.getState().traffic,
  });
  const plain = (colour: string) => {
    const token = /^var\(--space-([a-z]+)\)$/.exec(colour)?.[1];
    return token === undefined ? colour : look.colour(token);
  };
  return [
    ...(title === "" ? [] : [{ kind: "words", label: title } as const]),
    ...(scale === undefined
      ? []
      : [
          {
            kind: "scale",
            colours: scale.gradient.match(/#[0-9a-f]{6}/gi) ?? [],
            least: scale.least,
            most: scale.most,
          } as const,
        ]),
    ...swatches.map(({ colour, label }) => ({ kind: "dot", colour: plain(colour), label }) as const),
  ];
}

/** What stands under a picture of this moment. */
export function captionOf(look: Look): Caption {
  const shown = sky.shown();
  const instant = shown === undefined ? "" : `${formatInstant(shown.instant).slice(0, 19).replace("T", " ")} UTC`;
  return { mission: missionStore.getState().document.name, instant, legend: legendOf(look) };
}

export type Frame = { readonly box: PictureBox; readonly widthPx: number; readonly heightPx: number };

/** Size of a picture taken now, CSS pixels, its strip included. */
export function frameOf({ canvas }: Stage, look: Look, context: CanvasRenderingContext2D): Frame {
  const box = pictureBox({
    widthPx: canvas.clientWidth,
    heightPx: canvas.clientHeight,
    insets: cameraRig.insets(),
  });
  const { widthPx } = box;
  const stripPx = captionHeightPx({ context, caption: captionOf(look), font: look.font, widthPx });
  return { box, widthPx, heightPx: box.heightPx + stripPx };
}

function drawRuler(
  context: CanvasRenderingContext2D,
  { lengthText, widthPx, place }: ReadRuler,
  look: Look,
  box: PictureBox,
) {
  const right = box.widthPx - 12;
  const bottom = box.heightPx - 12;
  context.fillStyle = look.colour("text");
  context.strokeStyle = look.colour("text");
  context.textAlign = "right";
  context.textBaseline = "alphabetic";
  context.font = `400 12px ${look.font}`;
  context.fillText(place, right, bottom);
  context.fillText(lengthText, right, bottom - 26);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(right - widthPx, bottom - 22);
  context.lineTo(right - widthPx, bottom - 16);
  context.lineTo(right, bottom - 16);
  context.lineTo(right, bottom - 22);
  context.stroke();
}

/** Draws what the stage shows, and what stands over and under it. To be called while the frame is still in the canvas. */
export function compose({
  context,
  here,
  look,
  frame: { box, widthPx, heightPx },
  scale,
}: {
  context: CanvasRenderingContext2D;
  here: Stage;
  look: Look;
  frame: Frame;
  scale: number;
}): void {
  const { canvas } = here;
  const ratio = canvas.width / canvas.clientWidth;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(
    canvas,
    box.leftPx * ratio,
    box.topPx * ratio,
    box.widthPx * ratio,
    box.heightPx * ratio,
    0,
    0,
    box.widthPx * scale,
    box.heightPx * scale,
  );
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.save();
  context.beginPath();
  context.rect(0, 0, box.widthPx, box.heightPx);
  context.clip();
  drawLabels({ context, layer: look.layer, box });
  const ruler = layerStore.getState().ruler ? readRuler(here) : undefined;
  if (ruler !== undefined) drawRuler(context, ruler, look, box);
  context.restore();
  drawCaption({
    context,
    caption: captionOf(look),
    colours: { ground: look.colour("ground"), text: look.colour("text"), quiet: look.colour("quiet") },
    font: look.font,
    topPx: box.heightPx,
    widthPx,
    heightPx: heightPx - box.heightPx,
  });
}
