/**
 * The satellites of a mission without a mesh between them, and the three ways to move them. Indices as in a Flight.
 */
import { type Instant, parseInstant } from "../geometry/instant.ts";
import type { Mission } from "../mission/mission.ts";
import { type AnalyticShell, analyticRunInto, makeAnalyticShell } from "../orbit/analytic.ts";
import { type Bulk, makeBulk } from "../orbit/bulk.ts";
import type { MeanElements } from "../orbit/elements.ts";
import type { OrbitRecord } from "../orbit/propagate.ts";
import { assembleRoster, type FlyingShell, type Roster, shellOf } from "./fleet.ts";
import { listElements } from "./listed.ts";

/**
 * `sgp4`: satellite.js's function, one state at a time, the reference. `bulk`: the compiled kernel, within 1e-6 km of it.
 * `analytic`: the closed form of designed shells; satellites from an elements file, which may have drag, take `sgp4`.
 */
export const propagationMethods = ["sgp4", "bulk", "analytic"] as const;
export type PropagationMethod = (typeof propagationMethods)[number];

/** Moves one satellite over rising minutes after its epoch. */
export type Mover = Bulk["runInto"];

/** What both a roster and a Flight know of each satellite. */
export type RosterDoors = {
  readonly idOf: (index: number) => string;
  /** The name of a catalogue's object; empty where there is none. */
  readonly nameOf: (index: number) => string;
  readonly whereOf: (index: number) => { shellName: string; shellIndex: number; plane: number; slot: number };
  /** Mean elements of a satellite, as SGP4 takes them. */
  readonly elementsOf: (index: number) => MeanElements;
  readonly epochOf: (index: number) => Instant;
  /** Epochs of the satellites from element files, of all or of those asked for; a designed one has the epoch of its mission. */
  readonly listedEpochs: (indices?: Iterable<number>) => Iterable<Instant>;
  /** Good until the next call. */
  readonly recordOf: (index: number) => OrbitRecord;
  /** The closed form of a shell by its place among the shells; undefined for one that SGP4 must move. */
  readonly analyticOf: (shellIndex: number) => AnalyticShell | undefined;
  /** For satellites `first` to `end` − 1, by their indices in the mission; good until the next one is asked for. */
  readonly moverOf: (of: { method: PropagationMethod; first: number; end: number }) => Mover;
};

export function openRoster({ shells }: Roster): RosterDoors {
  const recordOf = (index: number) => {
    const shell = shellOf(shells, index);
    return shell.squadron.recordOf(index - shell.firstIndex);
  };
  const analyticShells = new Map<FlyingShell, AnalyticShell | undefined>();
  const analyticOf = (shell: FlyingShell) => {
    if (!analyticShells.has(shell))
      analyticShells.set(shell, shell.design === undefined ? undefined : makeAnalyticShell(shell.design));
    return analyticShells.get(shell);
  };
  let spare: Bulk | undefined;
  return {
    idOf(index) {
      const shell = shellOf(shells, index);
      return shell.ids?.[index - shell.firstIndex] ?? String(index + 1);
    },
    nameOf(index) {
      const shell = shellOf(shells, index);
      return shell.names?.[index - shell.firstIndex] ?? "";
    },
    whereOf(index) {
      const shell = shellOf(shells, index);
      const within = index - shell.firstIndex;
      return {
        shellName: shell.name,
        shellIndex: shells.indexOf(shell),
        plane: Math.floor(within / shell.slotCount),
        slot: within % shell.slotCount,
      };
    },
    elementsOf(index) {
      const shell = shellOf(shells, index);
      return shell.squadron.elementsOf(index - shell.firstIndex);
    },
    epochOf: (index) => recordOf(index).epoch,
    *listedEpochs(indices) {
      const epochIn = ({ squadron, firstIndex }: FlyingShell, index: number) =>
        squadron.elementsOf(index - firstIndex).epoch;
      const listed = shells.filter(({ ids }) => ids !== undefined);
      if (listed.length === 0) return;
      if (indices !== undefined)
        for (const index of indices) {
          const shell = shellOf(shells, index);
          if (shell.ids !== undefined) yield epochIn(shell, index);
        }
      else
        for (const shell of listed)
          for (let within = 0; within < shell.squadron.satelliteCount; within++)
            yield epochIn(shell, shell.firstIndex + within);
    },
    recordOf,
    analyticOf: (shellIndex) => analyticOf(shells[shellIndex]!),
    moverOf({ method, first, end }) {
      const bulk = makeBulk({
        satelliteCount: end - first,
        recordOf: (within) => recordOf(first + within),
        isKernelUsed: method === "bulk",
        spare,
      });
      spare = bulk;
      const move: Mover = (run) => bulk.runInto({ ...run, index: run.index - first });
      if (method !== "analytic") return move;
      return (run) => {
        const shell = shellOf(shells, run.index);
        const analytic = analyticOf(shell);
        return analytic === undefined
          ? move(run)
          : analyticRunInto({ ...run, shell: analytic, index: run.index - shell.firstIndex });
      };
    },
  };
}

/** The satellites of a mission; for its lasers and the ground see `flyMission`. */
export function rosterMission(
  mission: Mission,
  { elementsTexts = {} }: { elementsTexts?: Readonly<Record<string, string>> } = {},
) {
  const epoch = parseInstant(mission.epoch);
  if (epoch === undefined) throw new Error(`mission epoch: got ${mission.epoch}, expected a UTC instant`);
  const roster = assembleRoster({ mission, epoch, listedOf: (path) => listElements(elementsTexts, path) });
  return "issues" in roster ? roster : { epoch, totalCount: roster.totalCount, ...openRoster(roster) };
}
