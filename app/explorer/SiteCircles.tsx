import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { AdditiveBlending, BufferAttribute, BufferGeometry, type Group } from "three";
import { EARTH_RADIUS_WGS84_KM, footprintOf, type Mission } from "#engine";
import type { SceneColours } from "./colours.ts";
import type { OpenFlight } from "./fleetStore.ts";
import { useGround } from "./groundStore.ts";
import { order } from "./order.ts";
import { circleShells } from "./siteCircleShells.ts";
import { sky } from "./sky.ts";

const POINT_COUNT = 120;
/** Over the ground, so that the lines do not drown in it, km. */
const HEIGHT_KM = 12;

/** Each site's line on which a satellite of the chosen shell stands at the least elevation, below that satellite. */
export function SiteCircles({
  sites,
  flight,
  colours,
}: {
  sites: NonNullable<Mission["sites"]>;
  flight: OpenFlight;
  colours: SceneColours;
}) {
  const turning = useRef<Group>(null);
  const invalidate = useThree(({ invalidate }) => invalidate);
  const chosen = useGround((state) => state.shellIndex);
  const { minElevationDeg } = flight;
  const shells = circleShells(flight);
  const altitudeKm = (shells.find(({ shellIndex }) => shellIndex === chosen) ?? shells[0])?.altitudeKm;
  const geometry = useMemo(() => {
    const made = new BufferGeometry();
    if (altitudeKm === undefined) return made;
    const points = new Float32Array(sites.length * POINT_COUNT * 3);
    const index = new Uint32Array(sites.length * POINT_COUNT * 2);
    sites.forEach((site, circle) => {
      const units = footprintOf({ site, altitudeKm, minElevationDeg, pointCount: POINT_COUNT });
      for (let at = 0; at < units.length; at++)
        points[circle * units.length + at] = units[at]! * (EARTH_RADIUS_WGS84_KM + HEIGHT_KM);
      for (let row = 0; row < POINT_COUNT; row++) {
        const from = circle * POINT_COUNT;
        index.set([from + row, from + ((row + 1) % POINT_COUNT)], (from + row) * 2);
      }
    });
    return made.setAttribute("position", new BufferAttribute(points, 3)).setIndex(new BufferAttribute(index, 1));
  }, [sites, altitudeKm, minElevationDeg]);
  useEffect(() => {
    invalidate();
    return () => geometry.dispose();
  }, [geometry, invalidate]);
  useFrame(() => {
    const shown = sky.shown();
    if (turning.current !== null && shown !== undefined) turning.current.rotation.z = shown.gmstRad;
  }, order.scene);
  return (
    <group ref={turning}>
      <lineSegments geometry={geometry} renderOrder={4} frustumCulled={false}>
        <lineBasicMaterial
          color={colours.good}
          transparent
          opacity={0.8}
          depthWrite={false}
          blending={AdditiveBlending}
        />
      </lineSegments>
    </group>
  );
}
