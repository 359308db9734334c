import { parseInstant, yearOf } from "../geometry/instant.ts";
import type { Mission } from "../mission/mission.ts";
import type { MissionIssue } from "../mission/parse.ts";
import { betaRad, type YearOfSun } from "../orbit/eclipse.ts";
import { loadLevels } from "../satellite/orbitCycle.ts";
import { type Cycler, makeCycler } from "./cycler.ts";
import { CYCLE_COLUMN_COUNT, CYCLE_ROW_COUNT, type CycleTable, cycleRow, tabulateCycle } from "./cycleTable.ts";
import { yearOfSun } from "./sunYear.ts";

/** Planes of a shell that are followed for the range of a year, and days between two looks. */
const RANGE_PLANE_COUNT = 12;
const RANGE_DAYS = 5;

export type CycleTables = {
  /** [shellCount], of the fleet; shells of one height share a table. */
  readonly tables: readonly CycleTable[];
  readonly levels: ReturnType<typeof loadLevels>;
  /** What the fleet's panels meet in the year of the epoch, K. */
  readonly leastTemperatureK: number;
  readonly mostTemperatureK: number;
  /** Shells of which some plane meets days on which its battery is not full again after an orbit. */
  readonly unbalancedShellCount: number;
};

/** The time-stepped orbits of all the fleet's shells at all angles of the Sun: `tell` hears the share that is done. */
export function tabulateCycles(
  mission: Mission,
  {
    elementsTexts = {},
    tell = () => {},
  }: { elementsTexts?: Readonly<Record<string, string>>; tell?: (doneFraction: number) => void } = {},
): { cycles: CycleTables; issues: readonly [] } | { cycles: undefined; issues: readonly MissionIssue[] } {
  const { cycler, issues } = makeCycler(mission, { elementsTexts });
  if (cycler === undefined) return { cycles: undefined, issues };
  const year = yearOfSun(yearOf(parseInstant(mission.epoch)!));
  const ofHeight = new Map<number, CycleTable>();
  let [leastTemperatureK, mostTemperatureK] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let unbalancedShellCount = 0;
  const tables = cycler.shells.map(({ altitudeKm }, shellIndex) => {
    const table = ofHeight.get(altitudeKm) ?? tabulateCycle(cycler, shellIndex);
    ofHeight.set(altitudeKm, table);
    const rows = rowsMet({ cycler, shellIndex, table, year });
    const { leastK, mostK } = temperaturesOf(table, rows);
    leastTemperatureK = Math.min(leastTemperatureK, leastK);
    mostTemperatureK = Math.max(mostTemperatureK, mostK);
    if (rows.some((row) => !table.periodics[row])) unbalancedShellCount++;
    tell((shellIndex + 1) / cycler.shells.length);
    return table;
  });
  const levels = loadLevels(cycler.designOf(0, Math.PI / 2));
  return { cycles: { tables, levels, leastTemperatureK, mostTemperatureK, unbalancedShellCount }, issues: [] };
}

/** Rows of a shell's table that its planes meet in a year. */
function rowsMet({
  cycler,
  shellIndex,
  table: { shadowlessRad },
  year: { days, sunUnits },
}: {
  cycler: Cycler;
  shellIndex: number;
  table: CycleTable;
  year: YearOfSun;
}): readonly number[] {
  const inclinationRad = (cycler.shells[shellIndex]!.inclinationDeg * Math.PI) / 180;
  const met = new Set<number>();
  for (const nodeDegAt of cycler.nodesOf(shellIndex, RANGE_PLANE_COUNT))
    for (let day = 0; day < days.length; day += RANGE_DAYS) {
      const nodeRad = (nodeDegAt(days[day]!) * Math.PI) / 180;
      const sunUnit = [sunUnits[day * 3]!, sunUnits[day * 3 + 1]!, sunUnits[day * 3 + 2]!] as const;
      const row = cycleRow(betaRad({ inclinationRad, nodeRad, sunUnit }), shadowlessRad);
      met.add(Math.floor(row)).add(Math.min(CYCLE_ROW_COUNT - 1, Math.ceil(row)));
    }
  return [...met];
}

function temperaturesOf({ cells }: CycleTable, rows: readonly number[]): { leastK: number; mostK: number } {
  let [leastK, mostK] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows)
    for (let column = 0; column < CYCLE_COLUMN_COUNT; column++)
      for (let arc = 0; arc < 3; arc++) {
        const temperatureK = cells[(row * CYCLE_COLUMN_COUNT + column) * 4 + arc]!;
        leastK = Math.min(leastK, temperatureK);
        mostK = Math.max(mostK, temperatureK);
      }
  return { leastK, mostK };
}
