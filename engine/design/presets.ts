/** Missions to begin with by name: constellations as filed, built from their figures, and the missions of assets/missions. */
import { constellations, filedMillion, projectSunrise } from "../facts/constellations.ts";
import { filedGateways, opticalStations } from "../facts/gateways.ts";
import { type SourceId, sources } from "../facts/sources.ts";
import { exampleMissions } from "../mission/examples.ts";
import { parseMission } from "../mission/parse.ts";
import { satelliteCountOf } from "../mission/shellCount.ts";
import {
  type Arrange,
  dawnAndDuskMission,
  filedMillionMission,
  filedMission,
  projectSunriseMission,
  relayedMission,
} from "./filings.ts";

type Preset = {
  readonly name: string;
  readonly sourceIds: readonly SourceId[];
  readonly build: (arrange?: Arrange) => unknown;
};

const siteSources = [...new Set([...filedGateways, ...opticalStations].map(({ source }) => source))];

const presets: readonly Preset[] = [
  ...Object.entries(constellations).map(([name, filed]) => ({
    name,
    sourceIds: filed.sources,
    build: (arrange?: Arrange) => filedMission(filed, arrange),
  })),
  { name: "project-sunrise", sourceIds: [projectSunrise.source], build: projectSunriseMission },
  { name: "filed-million", sourceIds: [filedMillion.source], build: filedMillionMission },
  { name: "dawn-and-dusk", sourceIds: ["dawnline-reference"], build: dawnAndDuskMission },
  {
    name: "ai1-over-starlink",
    sourceIds: ["dawnline-reference", ...constellations["starlink-gen1"].sources, ...siteSources],
    build: relayedMission,
  },
  ...exampleMissions.map(({ id, sources: sourceIds, document }) => ({ name: id, sourceIds, build: () => document })),
];

export const presetNames: readonly string[] = presets.map(({ name }) => name);

/** The mission document of a preset, or undefined for a name that is none. */
export const presetDocument = (name: string): unknown => presets.find((each) => each.name === name)?.build();

/** Phasing changes neither counts nor heights, and takes a second to find. */
const asFiled: Arrange = (shells) => [...shells];

export const describePresets = () =>
  presets.map(({ name, sourceIds, build }) => {
    const { mission } = parseMission(build(asFiled));
    if (mission === undefined) throw new Error(`preset ${name}: got a document with issues, expected a mission`);
    const altitudesKm = mission.shells.map(({ altitudeKm }) => altitudeKm).filter((each) => each !== undefined);
    return {
      name,
      title: mission.name,
      satelliteCount: mission.shells.reduce((sum, shell) => sum + satelliteCountOf(shell), 0),
      shellCount: mission.shells.length,
      lowestAltitudeKm: Math.min(...altitudesKm),
      highestAltitudeKm: Math.max(...altitudesKm),
      notes: mission.notes ?? [],
      sources: sourceIds.map((id) => `${sources[id].title} (${sources[id].kind})`),
    };
  });

export type PresetDescription = ReturnType<typeof describePresets>[number];
