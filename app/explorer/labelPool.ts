import type { Side } from "./labelLayout.ts";

type ShownLabel = {
  readonly key: string;
  readonly text: string;
  readonly kind: string;
  readonly side: Side;
  readonly xPx: number;
  readonly yPx: number;
};

/** A few elements that are moved about: nothing is made or measured while frames run, except a name's width, once. */
export function createLabelPool(layer: HTMLElement) {
  const elements = new Map<string, HTMLElement>();
  const widths = new Map<string, number>();
  const ring = document.createElement("span");
  ring.className = "globe-mark";
  ring.hidden = true;
  layer.append(ring);
  const measure = document.createElement("canvas").getContext("2d");
  const move = (element: HTMLElement, xPx: number, yPx: number) => {
    element.style.transform = `translate(${xPx.toFixed(1)}px, ${yPx.toFixed(1)}px)`;
  };

  return {
    widthPx(name: string): number {
      let width = widths.get(name);
      if (width === undefined) {
        if (measure !== null) measure.font = `500 12px ${getComputedStyle(layer).fontFamily}`;
        width = (measure?.measureText(name).width ?? name.length * 7) + 12;
        widths.set(name, width);
      }
      return width;
    },
    show(labels: readonly ShownLabel[]) {
      const wanted = new Set(labels.map(({ key }) => key));
      for (const [key, element] of elements) {
        if (wanted.has(key)) continue;
        element.remove();
        elements.delete(key);
      }
      for (const { key, text, kind, side, xPx, yPx } of labels) {
        let element = elements.get(key);
        if (element === undefined) {
          element = document.createElement("span");
          element.className = "globe-label";
          layer.append(element);
          elements.set(key, element);
        }
        if (element.textContent !== text) element.textContent = text;
        element.dataset["kind"] = kind;
        element.dataset["side"] = side;
        move(element, xPx, yPx);
      }
    },
    /** The ring round the selected satellite; broken when the Earth hides it. */
    mark(at: { xPx: number; yPx: number; isHidden: boolean } | undefined) {
      ring.hidden = at === undefined;
      if (at === undefined) return;
      ring.dataset["hidden"] = String(at.isHidden);
      move(ring, at.xPx, at.yPx);
    },
    clear() {
      for (const element of elements.values()) element.remove();
      elements.clear();
      ring.remove();
    },
  };
}
