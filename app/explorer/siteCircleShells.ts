import { EARTH_RADIUS_WGS72_KM, format } from "#engine";
import type { OpenFlight } from "./fleetStore.ts";

/** Shells whose satellites all fly at one height: what a site sees of them has a circle. */
export function circleShells(flight: OpenFlight | undefined) {
  return (flight?.shells ?? []).flatMap(({ name, designed }, shellIndex) => {
    if (designed === undefined) return [];
    const altitudeKm = (designed.constants.semiMajorAxisRatio - 1) * EARTH_RADIUS_WGS72_KM;
    return [{ shellIndex, altitudeKm, label: `${name}, ${format(altitudeKm, "Km", 5)}` }];
  });
}
