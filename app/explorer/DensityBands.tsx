import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import {
  CustomBlending,
  DoubleSide,
  type Group,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  SphereGeometry,
  Vector3,
} from "three";
import { nodeSpreadOf, secondsBetween } from "#engine";
import { bandFragment, bandVertex } from "./bandShader.ts";
import { FIELD_OF_VIEW_DEG } from "./cameraRig.ts";
import type { SceneColours } from "./colours.ts";
import { colourUniforms } from "./colourUniforms.ts";
import { type Band, bandsOf } from "./densityBands.ts";
import type { OpenFlight } from "./fleetStore.ts";
import { order } from "./order.ts";
import { cameraTemeKm } from "./projection.ts";
import { shadowUniforms } from "./shadowShader.ts";
import { sky } from "./sky.ts";

/** Over the equator 1 − exp(−0.3) = 26 % of what is behind is covered, seen from above. A design; how one place compares with another is not. */
const FLEET_STRENGTH = 0.3;
const RELAY_STRENGTH = 0.18;

const sphere = new SphereGeometry(1, 160, 80);
const scratchKm: [number, number, number] = [0, 0, 0];
const every = { uEyeKm: { value: new Vector3() }, uBandShare: { value: 0 }, uPixelRad: { value: 0.001 } };

const makeMaterial = (band: Band, colours: SceneColours) =>
  new ShaderMaterial({
    vertexShader: bandVertex,
    fragmentShader: bandFragment,
    uniforms: {
      ...shadowUniforms,
      ...every,
      uColourBy: colourUniforms.uColourBy,
      uNeutral: colourUniforms.uNeutral,
      uLight: { value: band.layer === "relay" ? colours.beam : colours.dawn },
      uDusk: { value: colours.dusk },
      uRadiusKm: { value: band.radiusKm },
      uSinInclination: { value: Math.max(0.01, band.sinInclination) },
      uCosInclination: { value: band.cosInclination },
      uNodeRad: { value: 0 },
      uHalfSpanRad: { value: Math.PI },
      uStrength: { value: band.strengthRatio * (band.layer === "relay" ? RELAY_STRENGTH : FLEET_STRENGTH) },
    },
    side: DoubleSide,
    transparent: true,
    depthWrite: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  });

/** The fleet as bands of its density, where a frame leaps too far for points. */
export function DensityBands({ flight, colours }: { flight: OpenFlight; colours: SceneColours }) {
  const group = useRef<Group>(null);
  const camera = useThree(({ camera }) => camera);
  const heightPx = useThree(({ size }) => size.height);
  const drawn = useMemo(
    () => bandsOf(flight.shells).map((band) => ({ band, material: makeMaterial(band, colours) })),
    [flight, colours],
  );
  useEffect(
    () => () => {
      for (const { material } of drawn) material.dispose();
    },
    [drawn],
  );

  useFrame(() => {
    const shown = sky.shown();
    if (group.current === null) return;
    const isHere = shown !== undefined && shown.flight.number === flight.number && shown.bandShare > 0;
    group.current.visible = isHere;
    if (!isHere) return;
    every.uBandShare.value = shown.bandShare;
    every.uPixelRad.value = (FIELD_OF_VIEW_DEG * Math.PI) / 180 / heightPx;
    every.uEyeKm.value.set(...cameraTemeKm(camera, scratchKm));
    for (const { band, material } of drawn) {
      const minutes = secondsBetween(band.shell.constants.epoch, shown.instant) / 60;
      const { centreRad, spanRad } = nodeSpreadOf(band.shell, minutes);
      material.uniforms["uNodeRad"]!.value = centreRad % (2 * Math.PI);
      material.uniforms["uHalfSpanRad"]!.value = spanRad / 2;
    }
  }, order.scene);

  return (
    <group ref={group} visible={false}>
      {drawn.map(({ band, material }, row) => (
        <mesh
          // biome-ignore lint/suspicious/noArrayIndexKey: bands of one flight never change their order
          key={row}
          geometry={sphere}
          material={material}
          scale={band.radiusKm}
          frustumCulled={false}
          renderOrder={8}
        />
      ))}
    </group>
  );
}
