import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { AdditiveBlending, BufferAttribute, BufferGeometry, type LineSegments, ShaderMaterial } from "three";
import { colourStore } from "../state/colour.ts";
import { engineClient } from "../worker/client.ts";
import type { FlightShell, PlaneRings } from "../worker/messages.ts";
import type { SceneColours } from "./colours.ts";
import { colourUniforms } from "./colourUniforms.ts";
import { order } from "./order.ts";
import { createPoll } from "./poll.ts";
import { shadowGlsl, shadowUniforms } from "./shadowShader.ts";
import { shellPosition } from "./shellScale.ts";
import { sky } from "./sky.ts";

const POINT_COUNT = 180;
/** More planes than this are drawn as an even choice of them. */
const MOST_RING_COUNT = 72;
/** A ring is drawn anew when it is older than this: planes turn by at most 0.1° in it. */
const STALE_S = 1200;
const LEAST_MS = 400;

const vertex = /* glsl */ `
${shadowGlsl}
attribute float relay;
attribute float position01;
uniform int uColourBy;
uniform bool uIsByShell;
uniform vec3 uNeutral;
uniform sampler2D uScale;
uniform vec3 uDawn;
uniform vec3 uDusk;
uniform vec3 uBeam;
varying vec3 vColour;
void main() {
  // By any other quantity the rings step back: their points have the colour.
  vColour = uColourBy == 0 ? mix(uDusk, mix(uDawn, uBeam, relay), litShare(position))
    : uIsByShell ? texture2D(uScale, vec2(position01, 0.5)).rgb : 0.6 * uNeutral;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;
const fragment = /* glsl */ `
uniform float uStrength;
varying vec3 vColour;
void main() {
  gl_FragColor = vec4(vColour * uStrength, 1.0);
}
`;

function makeGeometry(
  { pointsTemeKm, pointCount, layers, shellIndices }: PlaneRings,
  shells: readonly FlightShell[],
): BufferGeometry {
  const vertexCount = layers.length * pointCount;
  const positions01 = new Float32Array(vertexCount);
  const relay = new Float32Array(vertexCount);
  const index = new Uint32Array(vertexCount * 2);
  for (let ring = 0; ring < layers.length; ring++) {
    positions01.fill(shellPosition(shells, shells[shellIndices[ring]!]!), ring * pointCount, (ring + 1) * pointCount);
    for (let point = 0; point < pointCount; point++) {
      const row = ring * pointCount + point;
      relay[row] = layers[ring] === "relay" ? 1 : 0;
      index[row * 2] = row;
      index[row * 2 + 1] = ring * pointCount + ((point + 1) % pointCount);
    }
  }
  return new BufferGeometry()
    .setAttribute("position", new BufferAttribute(pointsTemeKm, 3))
    .setAttribute("relay", new BufferAttribute(relay, 1))
    .setAttribute("position01", new BufferAttribute(positions01, 1))
    .setIndex(new BufferAttribute(index, 1));
}

/** The planes of all shells as thin rings, violet where they dip into the shadow. */
export function Shells({ colours, flightNumber }: { colours: SceneColours; flightNumber: number }) {
  const lines = useRef<LineSegments>(null);
  const drawn = useRef({ tS: Number.NaN, flightNumber: 0 });
  const invalidate = useThree(({ invalidate }) => invalidate);
  const strength = useRef(0.1);
  const material = useMemo(
    () =>
      new ShaderMaterial({
        vertexShader: vertex,
        fragmentShader: fragment,
        uniforms: {
          ...shadowUniforms,
          uColourBy: colourUniforms.uColourBy,
          uNeutral: colourUniforms.uNeutral,
          uScale: colourUniforms.uScale,
          uIsByShell: { value: false },
          uDawn: { value: colours.dawn },
          uDusk: { value: colours.dusk },
          uBeam: { value: colours.beam },
          uStrength: { value: 0.1 },
        },
        transparent: true,
        depthWrite: false,
        blending: AdditiveBlending,
      }),
    [colours],
  );
  const poll = useMemo(
    () =>
      createPoll({
        leastMs: LEAST_MS,
        ask: () =>
          engineClient.planeRings({ tS: sky.shown()!.tS, pointCount: POINT_COUNT, mostCount: MOST_RING_COUNT }),
        take(rings) {
          const shown = sky.shown();
          if (rings === undefined || lines.current === null || shown?.flight.number !== flightNumber) return;
          lines.current.geometry.dispose();
          lines.current.geometry = makeGeometry(rings, shown.flight.shells);
          lines.current.visible = true;
          drawn.current = { tS: rings.tS, flightNumber };
          strength.current = 0.6 / Math.max(1, Math.sqrt(rings.layers.length));
          invalidate();
        },
      }),
    [flightNumber, invalidate],
  );
  useEffect(() => () => poll.stop(), [poll]);
  useEffect(() => () => material.dispose(), [material]);
  useEffect(() => {
    const object = lines.current;
    return () => object?.geometry.dispose();
  }, []);

  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined || shown.flight.number !== flightNumber) return;
    material.uniforms["uIsByShell"]!.value = colourStore.getState().mode === "shell";
    material.uniforms["uStrength"]!.value = strength.current * (1 - shown.bandShare);
    if (shown.bandShare === 1) return;
    const isFresh = drawn.current.flightNumber === flightNumber && Math.abs(drawn.current.tS - shown.tS) < STALE_S;
    if (!isFresh) poll.tick(performance.now());
  }, order.scene);

  return <lineSegments ref={lines} material={material} visible={false} frustumCulled={false} renderOrder={5} />;
}
