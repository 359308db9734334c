import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { Color, NormalBlending } from "three";
import { loadColours, loadStep, loadWidthsPx } from "./loadScale.ts";
import { networkStore } from "./networkStore.ts";
import { order } from "./order.ts";
import { cameraTemeKm } from "./projection.ts";
import { createRibbon } from "./ribbon.ts";
import { sky } from "./sky.ts";

const MOST_SEGMENT_COUNT = 400;
const a: [number, number, number] = [0, 0, 0];
const b: [number, number, number] = [0, 0, 0];
const eye: [number, number, number] = [0, 0, 0];
/** In the display's own values: the canvas neither converts nor tone-maps. */
const colourOf = (hex: string) => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return new Color().setRGB(red!, green!, blue!);
};

/** Lasers round the selected satellite, coloured by what they carry of what they could. */
export function LoadedLinks() {
  const camera = useThree(({ camera }) => camera);
  const size = useThree(({ size }) => size);
  const ribbons = useMemo(
    () =>
      loadColours.map((hex, step) =>
        createRibbon({
          segmentCount: MOST_SEGMENT_COUNT,
          colour: colourOf(hex),
          widthPx: loadWidthsPx[step]!,
          base: 1,
          blending: NormalBlending,
        }),
      ),
    [],
  );
  useEffect(
    () => () => {
      for (const ribbon of ribbons) ribbon.dispose();
    },
    [ribbons],
  );
  useFrame(() => {
    const { traffic } = networkStore.getState();
    const nearby = traffic?.issue === undefined ? traffic?.nearby : undefined;
    for (const ribbon of ribbons) {
      ribbon.uniforms.uSizePx.value.set(size.width, size.height);
      ribbon.begin(cameraTemeKm(camera, eye));
    }
    const isStill = sky.shown()?.bandShare === 0;
    for (let link = 0; isStill && nearby !== undefined && link < nearby.loadsBps.length; link++) {
      const [first, second] = [nearby.pairs[link * 2]!, nearby.pairs[link * 2 + 1]!];
      if (sky.positionInto(first, a) === undefined || sky.positionInto(second, b) === undefined) continue;
      ribbons[loadStep(nearby.loadsBps[link]!, nearby.capacitiesBps[link]!)]!.write(a, b);
    }
    for (const ribbon of ribbons) ribbon.finish();
  }, order.scene);
  return (
    <>
      {ribbons.map((ribbon, step) => (
        <primitive key={loadColours[step]} object={ribbon.object} />
      ))}
    </>
  );
}
