import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { type Mesh, ShaderMaterial, SphereGeometry, Vector3 } from "three";
import { MOON_RADIUS_KM } from "#engine";
import { order } from "./order.ts";
import { cameraTemeKm } from "./projection.ts";
import { shadowGlsl, shadowUniforms } from "./shadowShader.ts";
import { sky } from "./sky.ts";

const sphere = new SphereGeometry(1, 64, 32);

const vertex = /* glsl */ `
uniform vec3 uMoonKm;
uniform float uRadiusKm;
varying vec3 vNormal;
varying vec3 vPositionKm;
void main() {
  vNormal = position;
  vPositionKm = uMoonKm + position * uRadiusKm;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;
/**
 * Light by the law of Lommel and Seeliger, which makes a full Moon evenly bright; the dark side has the Earth's own light.
 * In the umbra the air bends red light in: its tint is a design, its edge the cone's.
 */
const fragment = /* glsl */ `
${shadowGlsl}
uniform vec3 uEyeKm;
varying vec3 vNormal;
varying vec3 vPositionKm;
void main() {
  vec3 normal = normalize(vNormal);
  float toSun = max(dot(normal, uSun), 0.0);
  float toEye = max(dot(normal, normalize(uEyeKm - vPositionKm)), 0.02);
  float bright = 2.0 * toSun / (toSun + toEye);
  float lit = litShare(vPositionKm);
  vec3 light = mix(vec3(0.30, 0.09, 0.05), vec3(1.0), lit);
  vec3 colour = vec3(0.84, 0.83, 0.80) * bright * light + vec3(0.030, 0.036, 0.046);
  gl_FragColor = vec4(min(colour, vec3(0.98)), 1.0);
}
`;

/** The Moon where it is, in its true size, lit by the Sun. Its seas are not drawn. */
export function Moon() {
  const mesh = useRef<Mesh>(null);
  const material = useMemo(
    () =>
      new ShaderMaterial({
        vertexShader: vertex,
        fragmentShader: fragment,
        uniforms: {
          ...shadowUniforms,
          uMoonKm: { value: new Vector3() },
          uEyeKm: { value: new Vector3() },
          uRadiusKm: { value: MOON_RADIUS_KM },
        },
      }),
    [],
  );
  const eyeKm = useMemo<[number, number, number]>(() => [0, 0, 0], []);
  useEffect(() => () => material.dispose(), [material]);
  useFrame(({ camera }) => {
    const shown = sky.shown();
    if (mesh.current === null) return;
    mesh.current.visible = shown !== undefined;
    if (shown === undefined) return;
    mesh.current.position.set(...shown.moonTemeKm);
    material.uniforms["uMoonKm"]!.value.set(...shown.moonTemeKm);
    material.uniforms["uEyeKm"]!.value.set(...cameraTemeKm(camera, eyeKm));
  }, order.scene);
  return <mesh ref={mesh} geometry={sphere} material={material} scale={MOON_RADIUS_KM} visible={false} />;
}
