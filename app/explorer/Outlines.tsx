import { useFrame, useThree } from "@react-three/fiber";
import * as Comlink from "comlink";
import { useEffect, useRef, useState } from "react";
import { BufferAttribute, BufferGeometry, type LineSegments } from "three";
import worldUrl from "world-atlas/countries-50m.json?url";
import { useLayers } from "./layers.ts";
import { order } from "./order.ts";
import type { OutlineDoor } from "./outline.worker.ts";
import type { OutlineSegments } from "./outlineLines.ts";

/** Nearer than this the finer lines are drawn, scene units from the Earth's centre. */
const NEAR_UNITS = 16;

type Lines = { readonly near: BufferGeometry; readonly far: BufferGeometry };
type Outlines = { readonly coastlines: Lines; readonly borders: Lines };
type Read = { readonly near: OutlineSegments; readonly far: OutlineSegments };

let reading: Promise<Read> | undefined;

/** The map's lines, worked out once and kept: a new canvas has them at once. */
async function readSegments(): Promise<Read> {
  const worker = new Worker(new URL("./outline.worker.ts", import.meta.url), { type: "module", name: "outlines" });
  try {
    const failure = new Promise<never>((_, reject) =>
      worker.addEventListener("error", (event) => reject(new Error(event.message))),
    );
    const address = new URL(worldUrl, location.href).href;
    return await Promise.race([Comlink.wrap<OutlineDoor>(worker).read(address), failure]);
  } finally {
    worker.terminate();
  }
}

async function load(): Promise<Outlines> {
  reading ??= readSegments();
  const { near, far } = await reading;
  const make = (points: Float32Array) => new BufferGeometry().setAttribute("position", new BufferAttribute(points, 3));
  return {
    coastlines: { near: make(near.coastlines), far: make(far.coastlines) },
    borders: { near: make(near.borders), far: make(far.borders) },
  };
}

function Hairlines({ lines: { near, far }, opacity }: { lines: Lines; opacity: number }) {
  const object = useRef<LineSegments>(null);
  useFrame(({ camera }) => {
    if (object.current !== null) object.current.geometry = camera.position.length() < NEAR_UNITS ? near : far;
  }, order.scene);
  return (
    <lineSegments ref={object} geometry={far} renderOrder={1}>
      <lineBasicMaterial color="#ffffff" transparent opacity={opacity} depthWrite={false} />
    </lineSegments>
  );
}

/** Coasts and borders as hairlines on the turning Earth; read once, when first wanted. */
export function Outlines() {
  const coastlines = useLayers((layers) => layers.coastlines);
  const borders = useLayers((layers) => layers.borders);
  const invalidate = useThree(({ invalidate }) => invalidate);
  const [outlines, setOutlines] = useState<Outlines>();
  const isWanted = coastlines || borders;
  useEffect(() => {
    if (!isWanted || outlines !== undefined) return;
    let isHere = true;
    load().then(
      (made) => isHere && setOutlines(made),
      () => {
        reading = undefined;
        console.warn("outlines: the map could not be read");
      },
    );
    return () => {
      isHere = false;
    };
  }, [isWanted, outlines]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes or goes is drawn even while time stands still
  useEffect(() => invalidate(), [invalidate, outlines, coastlines, borders]);
  if (outlines === undefined) return null;
  return (
    <>
      {coastlines && <Hairlines lines={outlines.coastlines} opacity={0.16} />}
      {borders && <Hairlines lines={outlines.borders} opacity={0.13} />}
    </>
  );
}
