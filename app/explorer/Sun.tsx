import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { AdditiveBlending, CanvasTexture, NoColorSpace, type Sprite } from "three";
import { order } from "./order.ts";
import { toScene } from "./scale.ts";
import { sky } from "./sky.ts";

const DISTANCE_UNITS = 900;
/** The disc is half a degree wide, as seen from the Earth; the glow round it is for the eye. */
const DISC_RAD = 0.0093;
const GLOW_PER_DISC_RATIO = 22;
const PICTURE_PX = 256;

function drawGlow(): CanvasTexture {
  const canvas = document.createElement("canvas");
  canvas.width = PICTURE_PX;
  canvas.height = PICTURE_PX;
  const context = canvas.getContext("2d");
  if (context !== null) {
    const middle = PICTURE_PX / 2;
    const disc = 1 / GLOW_PER_DISC_RATIO;
    const glow = context.createRadialGradient(middle, middle, 0, middle, middle, middle);
    glow.addColorStop(0, "rgb(255 252 244)");
    glow.addColorStop(disc, "rgb(255 248 230)");
    glow.addColorStop(disc * 1.5, "rgb(255 226 170 / 60%)");
    glow.addColorStop(disc * 4, "rgb(255 196 120 / 18%)");
    glow.addColorStop(0.5, "rgb(255 180 90 / 4%)");
    glow.addColorStop(1, "rgb(255 170 80 / 0%)");
    context.fillStyle = glow;
    context.fillRect(0, 0, PICTURE_PX, PICTURE_PX);
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = NoColorSpace;
  return texture;
}

/** The Sun in its true direction and size, with a glow; the Earth hides it. */
export function Sun() {
  const sprite = useRef<Sprite>(null);
  const map = useMemo(drawGlow, []);
  useEffect(() => () => map.dispose(), [map]);
  useFrame(({ camera }) => {
    const shown = sky.shown();
    if (sprite.current === null) return;
    sprite.current.visible = shown !== undefined;
    if (shown === undefined) return;
    // Drawn nearer than it is, so it stands where the camera sees it, not the Earth's centre.
    toScene(shown.sunTemeUnit, sprite.current.position)
      .multiplyScalar(shown.sunDistanceKm)
      .sub(camera.position)
      .setLength(DISTANCE_UNITS)
      .add(camera.position);
  }, order.scene);
  const widthUnits = DISTANCE_UNITS * DISC_RAD * GLOW_PER_DISC_RATIO;
  return (
    <sprite ref={sprite} scale={widthUnits} visible={false} renderOrder={-5}>
      <spriteMaterial map={map} blending={AdditiveBlending} depthWrite={false} transparent />
    </sprite>
  );
}
