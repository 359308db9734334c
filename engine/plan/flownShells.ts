import { EARTH_RADIUS_WGS72_KM } from "../facts/constants.ts";
import { readElements } from "../formats/elements.ts";
import { type Instant, secondsBetween } from "../geometry/instant.ts";
import type { Mission, Shell } from "../mission/mission.ts";
import { type MissionIssue, makeIssue } from "../mission/parse.ts";
import { circularOrbit } from "../orbit/circular.ts";
import { type MeanElements, meanSemiMajorAxisKm } from "../orbit/elements.ts";
import type { FlownShell } from "./shells.ts";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A shell as its records have it: mean height and inclination, and each plane's node, drifted by J2 to the epoch. */
function describeShell({
  elements,
  shell,
  epoch,
}: {
  elements: readonly MeanElements[];
  shell: Shell;
  epoch: Instant;
}): FlownShell {
  const altitudeKm = mean(elements.map(meanSemiMajorAxisKm)) - EARTH_RADIUS_WGS72_KM;
  const inclinationDeg = mean(elements.map((each) => each.inclinationDeg));
  const radiusKm = EARTH_RADIUS_WGS72_KM + altitudeKm;
  const { raanRateDegPerDay } = circularOrbit({ radiusKm, inclinationDeg, earthRadiusKm: EARTH_RADIUS_WGS72_KM });
  const nodesDeg = Array.from({ length: shell.planeCount }, (_, plane) => {
    const first = elements[plane * shell.satellitesPerPlaneCount]!;
    return first.raanDeg + (raanRateDegPerDay * secondsBetween(first.epoch, epoch)) / 86400;
  });
  return { altitudeKm, inclinationDeg, nodesDeg };
}

/**
 * What the fleet's shells that name an `elementsFile` are like; undefined for designed shells.
 * A text that is missing, holds a refused record or another count than planes × slots is an issue.
 */
export function readFlownShells({
  mission,
  epoch,
  elementsTexts,
}: {
  mission: Mission;
  epoch: Instant;
  elementsTexts: Readonly<Record<string, string>>;
}): { shells: (FlownShell | undefined)[]; issues: MissionIssue[] } {
  const issues: MissionIssue[] = [];
  const shells = mission.shells.map((shell, index) => {
    const { elementsFile } = shell;
    if (elementsFile === undefined) return undefined;
    const path = `shells[${index}].elementsFile`;
    const refuse = (given: string, allowed: string) => {
      issues.push(makeIssue(path, given, allowed));
      return undefined;
    };
    if (!Object.hasOwn(elementsTexts, elementsFile))
      return refuse(`no text of ${elementsFile}`, "a file of TLE or OMM records");
    const { records, refused } = readElements(elementsTexts[elementsFile]!);
    if (refused.length > 0)
      return refuse(`line ${refused[0]!.line}: ${refused[0]!.reason}`, "a file of TLE or OMM records");
    const satelliteCount = shell.planeCount * shell.satellitesPerPlaneCount;
    if (records.length !== satelliteCount) return refuse(`${records.length} records`, `${satelliteCount} records`);
    const flown = describeShell({ elements: records.map(({ elements }) => elements), shell, epoch });
    return flown.altitudeKm > 100
      ? flown
      : refuse(`a mean height of ${Math.round(flown.altitudeKm)} km`, "an orbit above the air");
  });
  return { shells, issues };
}
