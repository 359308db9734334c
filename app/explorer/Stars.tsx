import { useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { AdditiveBlending, BufferAttribute, BufferGeometry, ShaderMaterial } from "three";
import catalogue from "../../assets/stars/stars.json";
import { starPoints } from "./starPoints.ts";

const vertex = /* glsl */ `
attribute vec4 tint;
uniform float uPixelRatio;
varying vec4 vTint;
void main() {
  vTint = tint;
  gl_Position = projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position.x, position.z, -position.y, 1.0);
  gl_Position.z = gl_Position.w * 0.99999;
  gl_PointSize = tint.a * uPixelRatio;
}
`;
const fragment = /* glsl */ `
varying vec4 vTint;
void main() {
  float away = length(gl_PointCoord * 2.0 - 1.0);
  gl_FragColor = vec4(vTint.rgb * (1.0 - smoothstep(0.25, 1.0, away)), 1.0);
}
`;

/** The brightest stars where they really are, infinitely far. */
export function Stars() {
  const pixelRatio = useThree(({ viewport }) => viewport.dpr);
  const geometry = useMemo(() => {
    const { directions, tints } = starPoints(catalogue.stars as unknown as readonly [number, number, number, number][]);
    return new BufferGeometry()
      .setAttribute("position", new BufferAttribute(directions, 3))
      .setAttribute("tint", new BufferAttribute(tints, 4));
  }, []);
  const material = useMemo(
    () =>
      new ShaderMaterial({
        vertexShader: vertex,
        fragmentShader: fragment,
        uniforms: { uPixelRatio: { value: 1 } },
        transparent: true,
        depthWrite: false,
        blending: AdditiveBlending,
      }),
    [],
  );
  material.uniforms["uPixelRatio"]!.value = pixelRatio;
  useEffect(() => () => geometry.dispose(), [geometry]);
  useEffect(() => () => material.dispose(), [material]);
  return <points geometry={geometry} material={material} frustumCulled={false} renderOrder={-10} />;
}
