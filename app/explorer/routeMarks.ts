import { format } from "#engine";

type Px = { readonly xPx: number; readonly yPx: number };
export type CountKind = "laser" | "fibre";
const countNames: Readonly<Record<CountKind, string>> = { laser: "light", fibre: "fibre" };

/** Milliseconds that light has run, to a tenth: digits that stand still while they count. */
export const writeCount = (ms: number) => `${ms.toFixed(1)} ms`;

/** Words of two rings that stand as near as this would lie over one another, CSS pixels. */
const CROWDED_PX = { x: 190, y: 20 };

/** Which of two rings has its words above, so that both can be read: the higher one of a crowded pair. */
export function endAbove([from, to]: readonly [Px | undefined, Px | undefined]): 0 | 1 | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (Math.abs(from.xPx - to.xPx) >= CROWDED_PX.x || Math.abs(from.yPx - to.yPx) >= CROWDED_PX.y) return undefined;
  return to.yPx < from.yPx ? 1 : 0;
}

/**
 * What stands along a route, as HTML over the canvas, written once a frame: a running count at the head of each pulse, and a ring
 * with words at each satellite that serves an end. A point that is undefined is not shown; words beyond `rightPx` stand
 * on its left.
 */
export function createRouteMarks(layer: HTMLElement, rightPx: () => number) {
  const make = (className: string) => {
    const element = document.createElement("span");
    element.className = className;
    element.hidden = true;
    layer.append(element);
    return element;
  };
  const counts = { laser: make("route-count"), fibre: make("route-count") };
  for (const kind of ["laser", "fibre"] as const) counts[kind].dataset["kind"] = kind;
  const served = [make("route-served"), make("route-served")];
  const rings: [Px | undefined, Px | undefined] = [undefined, undefined];
  const put = (element: HTMLElement, at: Px | undefined, text: string) => {
    element.hidden = at === undefined;
    if (at === undefined) return;
    if (element.textContent !== text) element.textContent = text;
    element.style.transform = `translate(${at.xPx.toFixed(1)}px, ${at.yPx.toFixed(1)}px)`;
  };
  return {
    count(kind: CountKind, at: Px | undefined, ms: number) {
      put(counts[kind], at, `${writeCount(ms)} ${countNames[kind]}`);
    },
    /** `isNew`: it took over a moment ago. */
    serve(end: 0 | 1, at: Px | undefined, text: string, isNew: boolean) {
      put(served[end]!, at, text);
      rings[end] = at;
      const above = endAbove(rings);
      for (const each of [0, 1]) served[each]!.dataset["row"] = each === above ? "above" : "below";
      Object.assign(served[end]!.dataset, {
        new: isNew,
        side: at !== undefined && at.xPx > rightPx() ? "left" : "right",
      });
    },
    clear() {
      for (const element of [counts.laser, counts.fibre, ...served]) element.remove();
    },
  };
}

/** A satellite that took over within this time counts as changed, s. */
export const NEW_S = 60;

/** "1234 since 12:03:20", or without a time where it serves longer than was looked back. */
export const writeServed = (id: string, sinceText: string | undefined, forS: number | undefined) =>
  sinceText === undefined
    ? id
    : forS !== undefined && forS < NEW_S
      ? `${id} took over ${format(Math.max(0, Math.floor(forS)), "S")} ago`
      : `${id} since ${sinceText}`;
