/**
 * All satellites of a mission in one row: the fleet's shells, then the relay's, each by plane and slot, then those of a catalogue.
 */
import type { Instant } from "../geometry/instant.ts";
import type { Mission, Shell } from "../mission/mission.ts";
import { type MissionIssue, makeIssue } from "../mission/parse.ts";
import { type Mesh, makeMesh } from "../network/grid.ts";
import type { MeanElements } from "../orbit/elements.ts";
import { designedSquadron, listedSquadron, type Squadron } from "../orbit/squadron.ts";
import { type DesignedShell, designElements } from "../orbit/walker.ts";
import type { Catalogue } from "./catalogue.ts";
import { type MeshDesign, pairShell } from "./shellMesh.ts";

/** Satellites from element files that one flight may hold: each has a record of its own, about 2 kB. */
export const MAX_LISTED_COUNT = 200_000;

/** Satellites that a mesh of nearest neighbours may have: half a minute for each instant. */
export const MAX_NEAREST_COUNT = 100_000;

/** Records of an element file, in its order, or why there are none. */
export type ListedElements =
  | { readonly records: readonly { readonly id: string; readonly elements: MeanElements }[] }
  | { readonly reason: string };

/** Fleet and relay are the mission's; a catalogue's objects only fly beside them. */
export type Layer = "fleet" | "relay" | "catalogue";

export type FlyingShell = {
  readonly name: string;
  readonly layer: Layer;
  readonly firstIndex: number;
  readonly planeCount: number;
  /** Satellites of a plane, one after the other; the members of a cluster count each. */
  readonly slotCount: number;
  readonly squadron: Squadron;
  /** Left out for a shell from an element file, and for clusters, whose satellites are not on one circle. */
  readonly design?: DesignedShell;
  /** Ids of an element file; designed satellites are numbered. */
  readonly ids?: readonly string[];
  /** Names of a catalogue's objects, as written; empty where none is. */
  readonly names?: readonly string[];
};

/** The satellites in their order: first those of the fleet, then those of the relay, then a catalogue's. */
export type Roster = {
  readonly shells: readonly FlyingShell[];
  readonly fleetCount: number;
  /** Fleet and relay: the satellites that have lasers and serve. */
  readonly servingCount: number;
  readonly totalCount: number;
};

export type Fleet = Roster & { readonly mesh: Mesh };

type Assembly = {
  readonly mission: Mission;
  readonly epoch: Instant;
  readonly listedOf: (elementsFile: string) => ListedElements;
  readonly catalogue?: Catalogue | undefined;
};

/** The +Grid with as many terminals as it asks. */
const plainGrid: MeshDesign = { topology: "grid", terminalCount: Number.POSITIVE_INFINITY };

/** The satellites and the lasers between them that hold whatever the time. */
export function assembleFleet({
  design = plainGrid,
  ...assembly
}: Assembly & { design?: MeshDesign }): Fleet | { issues: readonly MissionIssue[] } {
  const roster = assembleRoster(assembly);
  if ("issues" in roster) return roster;
  const { servingCount: satelliteCount } = roster;
  if (design.topology === "nearest" && satelliteCount > MAX_NEAREST_COUNT)
    return {
      issues: [
        makeIssue(
          "links.topology",
          `"nearest" with ${satelliteCount} satellites`,
          `at most ${MAX_NEAREST_COUNT} satellites for nearest neighbours, or another topology`,
        ),
      ],
    };
  const { mission, epoch } = assembly;
  const shells = [...mission.shells, ...(mission.relay?.shells ?? [])];
  const pairs = shells.map((shell, index) =>
    pairShell({ shell, epoch, design, firstIndex: roster.shells[index]!.firstIndex }),
  );
  return { ...roster, mesh: makeMesh({ satelliteCount, pairs: joinPairs(pairs) }) };
}

/** The satellites alone: a million are there in milliseconds. */
export function assembleRoster({
  mission,
  epoch,
  listedOf,
  catalogue,
}: Assembly): Roster | { issues: readonly MissionIssue[] } {
  const issues: MissionIssue[] = [];
  const shells: FlyingShell[] = [];
  let firstIndex = 0;
  let listedCount = 0;

  const addShell = (shell: Shell, layer: "fleet" | "relay", path: string) => {
    const { name, planeCount, elementsFile, cluster } = shell;
    const memberCount = cluster?.satelliteCount ?? 1;
    const slotCount = shell.satellitesPerPlaneCount * memberCount;
    const satelliteCount = planeCount * slotCount;
    const place = { name, layer, firstIndex, planeCount, slotCount };
    if (elementsFile === undefined) {
      const design = designElements(shell, epoch);
      const squadron = designedSquadron(design);
      shells.push({ ...place, ...(cluster === undefined ? { design } : {}), squadron });
    } else {
      listedCount += satelliteCount;
      const listed = listedCount > MAX_LISTED_COUNT ? undefined : listedOf(elementsFile);
      if (listed === undefined)
        issues.push(
          makeIssue(path, `${listedCount} satellites`, `at most ${MAX_LISTED_COUNT} satellites from element files`),
        );
      else if ("reason" in listed) issues.push(makeIssue(path, listed.reason, "a file of TLE or OMM records"));
      else if (listed.records.length !== satelliteCount)
        issues.push(
          makeIssue(
            path,
            `${listed.records.length} records`,
            `${satelliteCount} records (${planeCount} planes of ${slotCount})`,
          ),
        );
      else
        shells.push({
          ...place,
          ids: listed.records.map(({ id }) => id),
          squadron: listedSquadron(listed.records.map(({ elements }) => elements)),
        });
    }
    firstIndex += satelliteCount;
  };

  mission.shells.forEach((shell, index) => {
    addShell(shell, "fleet", `shells[${index}].elementsFile`);
  });
  const fleetCount = firstIndex;
  mission.relay?.shells?.forEach((shell, index) => {
    addShell(shell, "relay", `relay.shells[${index}].elementsFile`);
  });
  const servingCount = firstIndex;
  const catalogueCount = catalogue?.squadron.satelliteCount ?? 0;
  if (listedCount + catalogueCount > MAX_LISTED_COUNT && listedCount <= MAX_LISTED_COUNT)
    issues.push(
      makeIssue(
        "catalogue",
        `${catalogueCount} records beside ${listedCount} of the mission's element files`,
        `at most ${MAX_LISTED_COUNT} of both together`,
      ),
    );
  if (catalogue !== undefined && catalogueCount > 0) shells.push(catalogueShell(catalogue, servingCount));
  return issues.length > 0
    ? { issues }
    : { shells, fleetCount, servingCount, totalCount: servingCount + catalogueCount };
}

/** A catalogue has no planes: its objects stand in one row, in the order of their file. */
const catalogueShell = ({ name, squadron, records }: Catalogue, firstIndex: number): FlyingShell => ({
  name,
  layer: "catalogue",
  firstIndex,
  planeCount: 1,
  slotCount: squadron.satelliteCount,
  ids: records.map(({ id }) => id),
  names: records.map(({ name: own }) => own),
  squadron,
});

function joinPairs(parts: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}

/** The shell that holds satellite `index`. */
export function shellOf(shells: readonly FlyingShell[], index: number): FlyingShell {
  const shell = shells.findLast(({ firstIndex }) => firstIndex <= index);
  if (shell === undefined || !Number.isInteger(index) || index >= shell.firstIndex + shell.squadron.satelliteCount)
    throw new Error(`no satellite with index ${index}`);
  return shell;
}
