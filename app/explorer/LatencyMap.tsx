import { useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { DataTexture, NearestFilter, ShaderMaterial, SphereGeometry, type Texture } from "three";
import { useStore } from "zustand";
import { EARTH_RADIUS_WGS84_KM } from "#engine";
import { blackTexture } from "./earthTextures.ts";
import { paintLatency } from "./latencyScale.ts";
import { latencyFragment, latencyVertex } from "./latencyShader.ts";
import { networkStore } from "./networkStore.ts";

/** Over the ground by more than the two spheres' facets lie apart. */
const HEIGHT_KM = 4;
const sphere = new SphereGeometry(1, 256, 128);

/** Round trips as colours on the Earth, cell by cell; cells without a way are hatched. Stands in the Earth-fixed frame. */
export function LatencyMap() {
  const invalidate = useThree(({ invalidate }) => invalidate);
  const latency = useStore(networkStore, (state) => state.latency);
  const material = useMemo(
    () =>
      new ShaderMaterial({
        vertexShader: latencyVertex,
        fragmentShader: latencyFragment,
        uniforms: { uCells: { value: blackTexture as Texture } },
        transparent: true,
        depthWrite: false,
      }),
    [],
  );
  useEffect(() => () => material.dispose(), [material]);
  const [latitudeCount, longitudeCount] = [latency?.latitudeCount ?? 1, latency?.longitudeCount ?? 1];
  const texture = useMemo(() => {
    const made = new DataTexture(new Uint8Array(latitudeCount * longitudeCount * 4), longitudeCount, latitudeCount);
    made.magFilter = NearestFilter;
    made.minFilter = NearestFilter;
    return made;
  }, [latitudeCount, longitudeCount]);
  useEffect(() => () => texture.dispose(), [texture]);
  useEffect(() => {
    if (latency === undefined) return;
    paintLatency(latency, texture.image.data as Uint8Array);
    texture.needsUpdate = true;
    material.uniforms["uCells"]!.value = texture;
    invalidate();
  }, [latency, texture, material, invalidate]);
  useEffect(() => () => invalidate(), [invalidate]);
  if (latency === undefined) return null;
  return <mesh geometry={sphere} material={material} scale={EARTH_RADIUS_WGS84_KM + HEIGHT_KM} renderOrder={1} />;
}
