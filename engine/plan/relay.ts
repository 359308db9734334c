import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { lightTimeMs, longestLinkKm } from "../network/latency.ts";
import { circularOrbit } from "../orbit/circular.ts";
import { shellInclinationDeg } from "../orbit/walker.ts";

/** The relay's shells: counts, and for designed ones the orbit and its links. One flown from records is known by its counts alone. */
export function describeRelay(mission: Mission) {
  const { links } = resolveMission(mission);
  return (mission.relay?.shells ?? []).map((shell) => {
    const { name, altitudeKm, planeCount, satellitesPerPlaneCount } = shell;
    const inclinationDeg = shellInclinationDeg(shell);
    const counts = { name, planeCount, satellitesPerPlaneCount, satelliteCount: planeCount * satellitesPerPlaneCount };
    if (shell.elementsFile !== undefined || altitudeKm === undefined || inclinationDeg === undefined) return counts;
    const radiusKm = EARTH_RADIUS_WGS84_KM + altitudeKm;
    const zenithOneWayMs = lightTimeMs(altitudeKm);
    return {
      ...counts,
      altitudeKm,
      inclinationDeg,
      ...circularOrbit({ radiusKm, inclinationDeg, earthRadiusKm: EARTH_RADIUS_WGS84_KM }),
      zenithOneWayMs,
      zenithRoundTripMs: 2 * zenithOneWayMs,
      longestLinkKm: Math.min(
        longestLinkKm({ altitudeKm, grazingAltitudeKm: links.grazingAltitudeKm }),
        links.rangeKm ?? Number.POSITIVE_INFINITY,
      ),
      ...(satellitesPerPlaneCount > 1
        ? { inPlaneNeighbourKm: 2 * radiusKm * Math.sin(Math.PI / satellitesPerPlaneCount) }
        : {}),
    };
  });
}
