import { CanvasTexture, Color, RepeatWrapping, SRGBColorSpace, type Texture } from "three";

type Face = { readonly color: Color; readonly map?: Texture };
export type Paint = {
  readonly cells: Face;
  readonly film: Face;
  readonly edge: Face;
  readonly panel: Face;
  readonly rim: Face;
  readonly body: Color;
  readonly terminal: Color;
  readonly lens: Color;
  readonly suit: Color;
  readonly visor: Color;
  readonly lit: Color;
  readonly unlit: Color;
  /** The cells' cover glass. */
  readonly sheen: Color;
  /** The panels' own light: what they give off is infrared, told by the theme's colour for shade. */
  readonly warm: Color;
};

const TEXTURE_PX = 256;

function texture(draw: (context: CanvasRenderingContext2D) => void, repeat: readonly [number, number]): Texture {
  const canvas = document.createElement("canvas");
  canvas.width = TEXTURE_PX;
  canvas.height = TEXTURE_PX;
  const context = canvas.getContext("2d");
  if (context !== null) draw(context);
  const made = new CanvasTexture(canvas);
  made.wrapS = RepeatWrapping;
  made.wrapT = RepeatWrapping;
  made.repeat.set(...repeat);
  made.anisotropy = 8;
  made.colorSpace = SRGBColorSpace;
  return made;
}

/** Cells between thin lines, two contact bars on each. */
const cellTexture = () =>
  texture(
    (context) => {
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, TEXTURE_PX, TEXTURE_PX);
      context.fillStyle = "#8fa6bf";
      const count = 4;
      const step = TEXTURE_PX / count;
      for (let at = 0; at < count; at++) {
        context.fillRect(at * step, 0, 5, TEXTURE_PX);
        context.fillRect(0, at * step, TEXTURE_PX, 5);
      }
      context.fillStyle = "#d5dee8";
      for (let at = 0; at < count; at++) {
        context.fillRect(at * step + step / 3, 0, 2, TEXTURE_PX);
        context.fillRect(at * step + (2 * step) / 3, 0, 2, TEXTURE_PX);
      }
    },
    [2, 4],
  );

/** Tubes across a radiator's leaf. */
const tubeTexture = () =>
  texture(
    (context) => {
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, TEXTURE_PX, TEXTURE_PX);
      context.fillStyle = "#c3c8d2";
      for (let at = 8; at < TEXTURE_PX; at += 32) context.fillRect(0, at, TEXTURE_PX, 6);
    },
    [1, 1],
  );

type Tokens = Readonly<Record<"beam" | "dawn" | "dusk", Color>>;

/** What the satellite is made of, in plain colours: cells in the colour of links and arrays, panels in that of heat and shade. */
export function materialColours({ beam, dawn, dusk }: Tokens, isDark: boolean) {
  const grey = (level: number) => new Color().setRGB(level, level * 1.01, level * 1.03, SRGBColorSpace);
  return {
    cells: new Color(isDark ? "#123a78" : "#1f5aa6").lerp(beam, 0.06),
    film: new Color("#a9814a").lerp(dawn, 0.3),
    edge: grey(isDark ? 0.4 : 0.5),
    panel: grey(isDark ? 0.62 : 0.86),
    rim: grey(isDark ? 0.5 : 0.62),
    body: new Color(isDark ? "#a8843c" : "#c9a250"),
    terminal: grey(0.28),
    lens: beam,
    suit: grey(isDark ? 0.96 : 0.42),
    visor: new Color("#3a2a10").lerp(dawn, 0.35),
    sheen: beam.clone().multiplyScalar(isDark ? 0.2 : 0.16),
    warm: dusk.clone().multiplyScalar(isDark ? 0.2 : 0.08),
  };
}

/** Colours and patterns of the theme in force. */
export function mixPaint(element: Element): Paint {
  const style = getComputedStyle(element);
  const token = (name: string) => new Color(style.getPropertyValue(name).trim());
  const [beam, dawn, dusk, ground] = [token("--beam"), token("--dawn"), token("--dusk"), token("--ground")];
  const { cells, film, edge, panel, rim, ...plain } = materialColours(
    { beam, dawn, dusk },
    ground.r + ground.g + ground.b < 1.5,
  );
  return {
    ...plain,
    cells: { color: cells, map: cellTexture() },
    film: { color: film },
    edge: { color: edge },
    panel: { color: panel, map: tubeTexture() },
    rim: { color: rim },
    lit: dawn.clone().multiplyScalar(0.3),
    unlit: new Color(0, 0, 0),
  };
}
