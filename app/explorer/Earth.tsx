import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { AdditiveBlending, BackSide, type Group, ShaderMaterial, SphereGeometry, type Texture, Vector3 } from "three";
import { EARTH_RADIUS_WGS84_KM } from "#engine";
import cityLightsUrl from "../../assets/textures/city-lights.webp";
import dayUrl from "../../assets/textures/earth-day.webp";
import smallDayUrl from "../../assets/textures/earth-day-small.webp";
import { airFragment, earthFragment, earthVertex } from "./earthShader.ts";
import { blackTexture, useTexture } from "./earthTextures.ts";
import { LatencyMap } from "./LatencyMap.tsx";
import { useLayers } from "./layers.ts";
import { Outlines } from "./Outlines.tsx";
import { order } from "./order.ts";
import { cameraTemeKm } from "./projection.ts";
import { sky } from "./sky.ts";

/** Top of the drawn air, Earth radii. */
const AIR_RATIO = 1.028;
/** How fast the first picture fades in, per second. */
const FADE_PER_S = 5;

const sphere = new SphereGeometry(1, 256, 128);
const uniforms = {
  uDay: { value: blackTexture as Texture },
  uCityLights: { value: blackTexture as Texture },
  uCityShare: { value: 1 },
  uReady: { value: 0 },
  uSunEcef: { value: new Vector3(1, 0, 0) },
  uEyeEcefKm: { value: new Vector3(1e5, 0, 0) },
  uRadiusKm: { value: EARTH_RADIUS_WGS84_KM },
  uShellRatio: { value: AIR_RATIO },
};
const scratchKm: [number, number, number] = [0, 0, 0];
const zAxis = new Vector3(0, 0, 1);

/** The turning Earth: land, lights, air. Its group is the Earth-fixed frame, km. */
export function Earth() {
  const group = useRef<Group>(null);
  const camera = useThree(({ camera }) => camera);
  const invalidate = useThree(({ invalidate }) => invalidate);
  const latencyOn = useLayers(({ latency }) => latency);
  const cityLightsOn = useLayers(({ cityLights }) => cityLights);
  const small = useTexture(smallDayUrl);
  const large = useTexture(dayUrl);
  const cityLights = useTexture(cityLightsUrl);
  const ground = useMemo(
    () => new ShaderMaterial({ vertexShader: earthVertex, fragmentShader: earthFragment, uniforms }),
    [],
  );
  const air = useMemo(
    () =>
      new ShaderMaterial({
        vertexShader: earthVertex,
        fragmentShader: airFragment,
        uniforms,
        side: BackSide,
        transparent: true,
        depthWrite: false,
        blending: AdditiveBlending,
      }),
    [],
  );
  useEffect(() => () => ground.dispose(), [ground]);
  useEffect(() => () => air.dispose(), [air]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that arrives is drawn even while time stands still
  useEffect(() => invalidate(), [invalidate, small, large, cityLights, cityLightsOn]);

  useFrame((_, deltaS) => {
    const shown = sky.shown();
    uniforms.uDay.value = large ?? small ?? blackTexture;
    uniforms.uCityLights.value = cityLights ?? blackTexture;
    uniforms.uCityShare.value = cityLightsOn ? 1 : 0;
    if (shown === undefined || group.current === null) return;
    if (uniforms.uReady.value < 1 && uniforms.uDay.value !== blackTexture) {
      uniforms.uReady.value = Math.min(1, uniforms.uReady.value + Math.min(deltaS, 0.1) * FADE_PER_S);
      invalidate();
    }
    group.current.rotation.z = shown.gmstRad;
    uniforms.uSunEcef.value.set(...shown.sunTemeUnit).applyAxisAngle(zAxis, -shown.gmstRad);
    uniforms.uEyeEcefKm.value.set(...cameraTemeKm(camera, scratchKm)).applyAxisAngle(zAxis, -shown.gmstRad);
  }, order.scene);

  return (
    <group ref={group}>
      <mesh geometry={sphere} material={ground} scale={EARTH_RADIUS_WGS84_KM} renderOrder={0} />
      <mesh geometry={sphere} material={air} scale={EARTH_RADIUS_WGS84_KM * AIR_RATIO} renderOrder={2} />
      {latencyOn && <LatencyMap />}
      <Outlines />
    </group>
  );
}
