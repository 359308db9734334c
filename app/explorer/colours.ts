import { Color } from "three";

/** Space is dark in either theme, so the scene has tokens of its own: the dark ones, in explorer.css. */
const names = ["ground", "dawn", "dusk", "beam", "rose", "line", "good", "bad"] as const;
export type SceneColours = Readonly<Record<(typeof names)[number], Color>>;

/** The scene's colours, in the display's own values: the canvas neither converts nor tone-maps. */
export function readSceneColours(element: Element): SceneColours {
  const style = getComputedStyle(element);
  const entries = names.map((name) => {
    const text = style.getPropertyValue(`--space-${name}`).trim();
    if (text === "") throw new Error(`explorer.css: got no --space-${name}, expected a colour`);
    return [name, new Color().setRGB(...readHex(text))] as const;
  });
  return Object.fromEntries(entries) as unknown as SceneColours;
}

/** #rrggbb or #rgb, as a build may shorten it; 0 to 1 each. */
export function readHex(text: string): [number, number, number] {
  const digits = text.length === 4 ? [...text.slice(1)].map((digit) => digit + digit).join("") : text.slice(1);
  const parts = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255);
  if (digits.length !== 6 || parts.some(Number.isNaN)) throw new Error(`colour: got ${text}, expected #rrggbb`);
  return parts as [number, number, number];
}
