import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import {
  AdditiveBlending,
  BufferAttribute,
  BufferGeometry,
  type Color,
  DoubleSide,
  type Group,
  type Mesh,
  ShaderMaterial,
} from "three";
import type { SceneColours } from "./colours.ts";
import { order } from "./order.ts";
import { passes } from "./passes.ts";
import { type Cone, shadowSurface } from "./shadowSurface.ts";
import { sky } from "./sky.ts";
import { turnToSun } from "./sunFrame.ts";

/** How strongly each cone is seen; the umbra is what darkens a satellite. */
const strengths = { umbra: 0.34, penumbra: 0.09 } as const;

const vertex = /* glsl */ `
varying vec3 vNormal;
varying vec3 vToEye;
varying float vBehindKm;
void main() {
  vec4 here = modelViewMatrix * vec4(position, 1.0);
  vNormal = mat3(modelViewMatrix) * normal;
  vToEye = -here.xyz;
  vBehindKm = position.z;
  gl_Position = projectionMatrix * here;
}
`;
/** Strongest where the surface is seen edge on, as thin mist is; it thins out with the distance from the Earth. */
const fragment = /* glsl */ `
uniform vec3 uColour;
uniform float uStrength;
varying vec3 vNormal;
varying vec3 vToEye;
varying float vBehindKm;
void main() {
  float facing = abs(dot(normalize(vNormal), normalize(vToEye)));
  float rim = 0.12 + 0.88 * pow(1.0 - facing, 2.5);
  float fade = 0.08 + 0.92 * exp(-max(vBehindKm, 0.0) / 38000.0);
  gl_FragColor = vec4(uColour * uStrength * rim * fade, 1.0);
}
`;

function ConeSurface({ cone, colour }: { cone: Cone; colour: Color }) {
  const mesh = useRef<Mesh>(null);
  const geometry = useMemo(() => {
    const { positions, normals, index } = shadowSurface(cone);
    return new BufferGeometry()
      .setAttribute("position", new BufferAttribute(positions, 3))
      .setAttribute("normal", new BufferAttribute(normals, 3))
      .setIndex(new BufferAttribute(index, 1));
  }, [cone]);
  const material = useMemo(
    () =>
      new ShaderMaterial({
        vertexShader: vertex,
        fragmentShader: fragment,
        uniforms: { uColour: { value: colour }, uStrength: { value: strengths[cone] } },
        side: DoubleSide,
        transparent: true,
        depthWrite: false,
        blending: AdditiveBlending,
      }),
    [cone, colour],
  );
  // A satellite that is followed flies through it.
  useEffect(() => {
    if (mesh.current !== null) passes.inBoth(mesh.current);
  }, []);
  useEffect(() => () => geometry.dispose(), [geometry]);
  useEffect(() => () => material.dispose(), [material]);
  return <mesh ref={mesh} geometry={geometry} material={material} frustumCulled={false} renderOrder={4} />;
}

/** The Earth's shadow to be seen: umbra and penumbra, by the cones that turn a satellite dark. */
export function ShadowCones({ colours }: { colours: SceneColours }) {
  const group = useRef<Group>(null);
  useFrame(() => {
    const shown = sky.shown();
    if (shown !== undefined && group.current !== null) turnToSun(shown.sunTemeUnit, group.current.matrix);
  }, order.scene);
  return (
    <group ref={group} matrixAutoUpdate={false}>
      <ConeSurface cone="umbra" colour={colours.dusk} />
      <ConeSurface cone="penumbra" colour={colours.dawn} />
    </group>
  );
}
