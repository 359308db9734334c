import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { AdditiveBlending, BufferAttribute, BufferGeometry, type LineSegments, ShaderMaterial } from "three";
import { engineClient } from "../worker/client.ts";
import type { PlaneRings } from "../worker/messages.ts";
import type { SceneColours } from "./colours.ts";
import { order } from "./order.ts";
import { createPoll } from "./poll.ts";
import { shadowGlsl, shadowUniforms } from "./shadowShader.ts";
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
uniform vec3 uDawn;
uniform vec3 uDusk;
uniform vec3 uBeam;
varying vec3 vColour;
void main() {
  vColour = mix(uDusk, mix(uDawn, uBeam, relay), litShare(position));
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

function makeGeometry({ pointsTemeKm, pointCount, layers }: PlaneRings): BufferGeometry {
  const vertexCount = layers.length * pointCount;
  const relay = new Float32Array(vertexCount);
  const index = new Uint32Array(vertexCount * 2);
  for (let ring = 0; ring < layers.length; ring++) {
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
          if (rings === undefined || lines.current === null) return;
          lines.current.geometry.dispose();
          lines.current.geometry = makeGeometry(rings);
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
    material.uniforms["uStrength"]!.value = strength.current * (1 - shown.bandShare);
    if (shown.bandShare === 1) return;
    const isFresh = drawn.current.flightNumber === flightNumber && Math.abs(drawn.current.tS - shown.tS) < STALE_S;
    if (!isFresh) poll.tick(performance.now());
  }, order.scene);

  return <lineSegments ref={lines} material={material} visible={false} frustumCulled={false} renderOrder={5} />;
}
