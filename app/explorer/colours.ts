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
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16) / 255);
    return [name, new Color().setRGB(red!, green!, blue!)] as const;
  });
  return Object.fromEntries(entries) as unknown as SceneColours;
}
