import { EARTH_RADIUS_WGS72_KM, format, type Mission } from "#engine";
import type { OpenFlight } from "./fleetStore.ts";

/** Shells whose satellites all fly at one height: what a site sees of them has a circle. */
export function circleShells(flight: OpenFlight | undefined) {
  return (flight?.shells ?? []).flatMap(({ name, designed }, shellIndex) => {
    if (designed === undefined) return [];
    const altitudeKm = (designed.constants.semiMajorAxisRatio - 1) * EARTH_RADIUS_WGS72_KM;
    return [{ shellIndex, altitudeKm, label: `${name}, ${format(altitudeKm, "Km", 5)}` }];
  });
}

/** Why no circle can be drawn; undefined where one can. */
export function noCirclesBecause({
  flight,
  sites,
}: {
  flight: OpenFlight | undefined;
  sites: Mission["sites"];
}): string | undefined {
  if (sites === undefined || sites.length === 0) return "No site circles: this mission names no sites.";
  if (flight === undefined || circleShells(flight).length > 0) return undefined;
  return "No site circles: they need a shell whose satellites all fly at one height, and element files have none.";
}
