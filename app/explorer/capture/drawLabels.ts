/** The HTML over the canvas, drawn once more: names and marks belong to the picture. */
import type { PictureBox } from "./pictureBox.ts";

const DOT_PX = 2;

/** Each name of the layer where it stands on the page, its dot, and the ring round the selected satellite. */
export function drawLabels({
  context,
  layer,
  box,
}: {
  context: CanvasRenderingContext2D;
  layer: Element;
  box: PictureBox;
}): void {
  const { left, top } = layer.getBoundingClientRect();
  const range = document.createRange();
  context.textBaseline = "middle";
  context.textAlign = "left";
  for (const element of layer.querySelectorAll<HTMLElement>(":scope > *")) {
    if (element.hidden) continue;
    const style = getComputedStyle(element);
    const { e: anchorX, f: anchorY } = new DOMMatrixReadOnly(style.transform);
    const [x, y] = [anchorX - box.leftPx, anchorY - box.topPx];
    context.globalAlpha = Number(style.opacity);
    context.fillStyle = style.color;
    context.strokeStyle = style.borderTopColor;
    if (element.className === "globe-mark") {
      context.lineWidth = 1.5;
      context.beginPath();
      context.arc(x, y, element.offsetWidth / 2, 0, 2 * Math.PI);
      context.stroke();
      continue;
    }
    const text = element.firstChild;
    if (text === null || text.nodeType !== Node.TEXT_NODE) continue;
    if (element.className === "globe-label" && element.dataset["kind"] !== "moon") {
      context.beginPath();
      context.arc(x, y, DOT_PX, 0, 2 * Math.PI);
      context.fill();
    }
    range.selectNodeContents(text);
    const place = range.getBoundingClientRect();
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.fillText(
      text.textContent ?? "",
      place.left - left - box.leftPx,
      place.top - top - box.topPx + place.height / 2,
    );
  }
  context.globalAlpha = 1;
}
