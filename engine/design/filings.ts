/** Mission documents of filed constellations. The satellite is left to the reference mission: filings describe orbits. */
import { constellations, type FiledConstellation, filedMillion, projectSunrise } from "../facts/constellations.ts";
import { filedGateways, opticalStations } from "../facts/gateways.ts";
import { referenceMission } from "../mission/examples.ts";
import { MISSION_FORMAT, type Mission, type Shell } from "../mission/mission.ts";
import { keepApart, stackShells } from "./band.ts";

/** How the shells of a filing are set against each other; left out, as far apart as they can be. */
export type Arrange = (shells: readonly Shell[], epoch: string) => Shell[];

const EPOCH = "2027-01-01T00:00:00Z";
const WIDEST =
  "The Walker phasing, and the first node of a shell that shares height and inclination with another, are not filed: those that keep satellites farthest apart are assumed.";
const SATELLITE = "The filing describes orbits; the satellite is the reference mission's AI1.";

/** A mission of shells with the notes that say what was assumed. */
const missionOf = (name: string, shells: readonly Shell[], notes: readonly string[]): Mission => ({
  format: MISSION_FORMAT,
  name,
  epoch: EPOCH,
  notes: [...notes, SATELLITE],
  shells: [...shells],
});

/** `550 km, 53°`, with a number where the shells before it have the same height and inclination. */
function nameShells(shells: FiledConstellation["shells"]): string[] {
  const names = shells.map(({ altitudeKm, inclinationDeg }) => `${altitudeKm} km, ${inclinationDeg}°`);
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((each) => each === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

export function filedMission({ title, shells, notes }: FiledConstellation, arrange: Arrange = keepApart): Mission {
  const names = nameShells(shells);
  const plain: Shell[] = shells.map(({ isStar, ...shell }, index) => ({
    name: names[index]!,
    ...shell,
    raanSpreadDeg: isStar ? 180 : 360,
  }));
  return missionOf(title, arrange(plain, EPOCH), [...notes, WIDEST]);
}

/** Exactly 1,000,000: shells of 30° and of sun-synchronous planes by turns, evenly from 500 to 2,000 km. */
export function filedMillionMission(arrange: Arrange = keepApart): Mission {
  const { lowestKm, highestKm, inclinationDeg, shellCount, planeCount, satellitesPerPlaneCount, ltanH, ltanSpreadH } =
    filedMillion;
  const stepKm = (highestKm - lowestKm) / shellCount;
  const counts = { planeCount, satellitesPerPlaneCount };
  const shells = stackShells({
    shellCount,
    lowestKm: lowestKm + stepKm / 2,
    stepKm,
    shellAt: (index) =>
      index % 2 === 0
        ? { name: `${index + 1}: 30°`, inclinationDeg, ...counts, raanSpreadDeg: 360 }
        : { name: `${index + 1}: sun-synchronous`, inclinationDeg: "sun-synchronous", ...counts, ltanH, ltanSpreadH },
  });
  return missionOf("The filed million", arrange(shells, EPOCH), [
    "Filed are up to 1,000,000 satellites at 500 to 2,000 km, 30° and sun-synchronous, in shells at most 50 km thick. The split is Dawnline's assumption: 64 shells 23.4375 km apart, 30° and sun-synchronous by turns, 125 planes of 125 each.",
    "The filing names no local time: sun-synchronous planes are assumed at 17:30 to 18:30.",
    WIDEST,
  ]);
}

/** Exactly 51,600 in 172 planes, each at a height of its own. */
export function projectSunriseMission(): Mission {
  const { lowestKm, satelliteCount, satellitesPerPlaneCount, planeStepKm, ltanH } = projectSunrise;
  const shells = stackShells({
    shellCount: satelliteCount / satellitesPerPlaneCount,
    lowestKm,
    stepKm: planeStepKm,
    shellAt: (index) => ({
      name: `Plane ${index + 1}`,
      inclinationDeg: "sun-synchronous",
      planeCount: 1,
      satellitesPerPlaneCount,
      ltanH,
    }),
  });
  return missionOf("Project Sunrise", shells, [
    "Filed are 51,600 satellites in sun-synchronous planes at 500 to 1,800 km, 300 to 1,000 a plane, planes 5 to 10 km apart. The split is Dawnline's assumption: 172 planes of 300, 7.6 km apart.",
    "The filing's local times are not known here: all planes are assumed at 18:00.",
  ]);
}

/**
 * The reference fleet in two halves, over the evening and over the morning side: their seasons of shadow are half a year apart, so
 * that one of them is in full sun at any time. 10 km between them, since their satellites meet head-on.
 */
export function dawnAndDuskMission(arrange: Arrange = keepApart): Mission {
  const half = {
    inclinationDeg: "sun-synchronous",
    planeCount: 9,
    satellitesPerPlaneCount: 463,
    ltanSpreadH: 1,
  } as const;
  const shells: Shell[] = [
    { name: "Evening 600", altitudeKm: 600, ...half, ltanH: 18 },
    { name: "Morning 610", altitudeKm: 610, ...half, ltanH: 6 },
  ];
  return {
    ...missionOf("Dawn and dusk", arrange(shells, EPOCH), []),
    notes: [
      "The reference fleet of 8,334 in two halves with nodes at 18:00 and at 06:00: one has its season of shadow in June, the other in December.",
    ],
  };
}

/** The reference fleet with Starlink Gen1 as filed for a relay, and sites that its traffic comes down to. */
export function relayedMission(arrange: Arrange = keepApart): Mission {
  const relay = filedMission(constellations["starlink-gen1"], arrange);
  return {
    ...(referenceMission as Mission),
    name: "AI1 over Starlink Gen1 as filed",
    notes: [
      ...relay.notes!.filter((note) => note !== SATELLITE),
      "Sites are six gateways that SpaceX filed in April 2019 and five optical ground stations that stand; that lasers of Starlink would point at those stations is an assumption.",
      "Each satellite of fleet and relay is assumed to have one laser for the hand-over, beside the four of its mesh.",
    ],
    relay: { shells: relay.shells },
    sites: [...filedGateways, ...opticalStations].map(({ source: _, ...site }) => site),
  };
}
