import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Graph from "graphology";
import { dijkstra } from "graphology-shortest-path";
import { bench, describe } from "vitest";
import { exampleMissions, type Flight, flyMission, parseMission, referenceMission } from "#engine";
import { gridPairs, makeMesh } from "../../engine/network/grid.ts";
import { makePathWork, shortestPaths } from "../../engine/network/shortestPaths.ts";

/** One shell of circles at 550 km and 53°, closed +Grid, no phasing. */
function makeShell(planeCount: number, slotCount: number) {
  const satelliteCount = planeCount * slotCount;
  const pairs = gridPairs({ planeCount, slotCount, isClosed: true, phasingCount: 0 });
  const mesh = makeMesh({ satelliteCount, pairs });
  const inclinationRad = (53 * Math.PI) / 180;
  const positionsKm = new Float64Array(satelliteCount * 3);
  for (let index = 0; index < satelliteCount; index++) {
    const nodeRad = (2 * Math.PI * Math.floor(index / slotCount)) / planeCount;
    const alongRad = (2 * Math.PI * (index % slotCount)) / slotCount;
    const [x, y] = [6928 * Math.cos(alongRad), 6928 * Math.sin(alongRad)];
    positionsKm[index * 3] = Math.cos(nodeRad) * x - Math.sin(nodeRad) * y * Math.cos(inclinationRad);
    positionsKm[index * 3 + 1] = Math.sin(nodeRad) * x + Math.cos(nodeRad) * y * Math.cos(inclinationRad);
    positionsKm[index * 3 + 2] = y * Math.sin(inclinationRad);
  }
  const lengthsKm = new Float64Array(pairs.length / 2);
  for (let link = 0; link < lengthsKm.length; link++) {
    const [a, b] = [pairs[link * 2]! * 3, pairs[link * 2 + 1]! * 3];
    lengthsKm[link] = Math.hypot(
      positionsKm[a]! - positionsKm[b]!,
      positionsKm[a + 1]! - positionsKm[b + 1]!,
      positionsKm[a + 2]! - positionsKm[b + 2]!,
    );
  }
  return { satelliteCount, pairs, mesh, lengthsKm, work: makePathWork(mesh) };
}
type Shell = ReturnType<typeof makeShell>;

const shells = [makeShell(72, 22), makeShell(100, 100), makeShell(250, 400), makeShell(1000, 1000)] as const;
const [starlinkSize, tenThousand, , million] = shells;

const oneToAll = ({ mesh, lengthsKm, work }: Shell, node: number, distancesOnly = true) =>
  shortestPaths({ graph: mesh, lengthsKm, sources: [{ node, startKm: 0 }], distancesOnly, work });
const allPairs = (shell: Shell) => {
  for (let node = 0; node < shell.satelliteCount; node++) oneToAll(shell, node);
};

const graph = new Graph({ type: "undirected" });
for (let node = 0; node < tenThousand.satelliteCount; node++) graph.addNode(node);
tenThousand.lengthsKm.forEach((weight, link) => {
  graph.addEdge(tenThousand.pairs[link * 2], tenThousand.pairs[link * 2 + 1], { weight });
});

function medianMs(run: (turn: number) => void, times: number): number {
  for (let turn = 0; turn < 3; turn++) run(turn);
  const taken = Array.from({ length: times }, (_, turn) => {
    const startMs = performance.now();
    run(turn);
    return performance.now() - startMs;
  });
  return taken.sort((a, b) => a - b)[times >> 1]!;
}

/** Ours before and after the others, so that a machine that gets busy meanwhile does not decide. */
function compare() {
  const folder = mkdtempSync(join(tmpdir(), "dawnline-bench-"));
  try {
    for (const { satelliteCount, pairs, lengthsKm } of shells) {
      writeFileSync(join(folder, `${satelliteCount}.pairs`), pairs);
      writeFileSync(join(folder, `${satelliteCount}.lengths`), lengthsKm);
    }
    const measureOurs = () => ({
      ...Object.fromEntries(
        shells.map((shell, size) => [
          shell.satelliteCount,
          medianMs((turn) => oneToAll(shell, (turn * 7919) % shell.satelliteCount), [400, 200, 20, 7][size]!),
        ]),
      ),
      allPairs: medianMs(() => allPairs(starlinkSize), 5),
      graphology: medianMs((turn) => dijkstra.singleSource(graph, String((turn * 7919) % 10_000), "weight"), 7),
    });
    const before = measureOurs();
    const python = spawnSync("python3", [new URL("routing.py", import.meta.url).pathname, folder], {
      encoding: "utf8",
    });
    const after = measureOurs();
    const ours = (name: string | number) => ((before as never)[name] + (after as never)[name]) / 2;
    const rows: Record<string, string | number>[] = [];
    const row = (what: string, contender: string, ms: number, oursMs: number) =>
      rows.push({
        what,
        contender,
        ms: ms.toPrecision(3),
        "ours, ms": oursMs.toPrecision(3),
        ratio: (ms / oursMs).toPrecision(3),
      });
    row("one to all, 10000", "graphology", ours("graphology"), ours(10_000));
    for (const line of python.stdout?.split("\n").filter(Boolean) ?? []) {
      const { contender, satelliteCount, ms, sumKm } = JSON.parse(line);
      const shell = shells.find((each) => each.satelliteCount === satelliteCount)!;
      const ownKm = oneToAll(shell, 0).distancesKm.reduce((sum, km) => sum + km, 0);
      if (!(Math.abs(sumKm / ownKm - 1) < 1e-9)) throw new Error(`${contender}: got ${sumKm} km, expected ${ownKm}`);
      if (contender.startsWith("networkx")) row("all pairs, 1584", contender, ms, ours("allPairs"));
      else row(`one to all, ${satelliteCount}`, contender, ms, ours(satelliteCount));
    }
    if (python.status !== 0) console.log("python3 with numpy, scipy and networkx is not at hand: fewer contenders");
    console.table(rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
compare();

let node = 0;
let tS = 0;
const next = ({ satelliteCount }: Shell) => {
  node = (node + 7919) % satelliteCount;
  return node;
};

describe("shortest paths, one to all of 10,000", () => {
  bench("distances", () => {
    oneToAll(tenThousand, next(tenThousand));
  });
  bench("distances and the tree", () => {
    oneToAll(tenThousand, next(tenThousand), false);
  });
});

describe("shortest paths, one to all of 1,000,000", () => {
  bench("distances", () => {
    oneToAll(million, next(million));
  });
  bench("distances and the tree", () => {
    oneToAll(million, next(million), false);
  });
});

const fleets = [exampleMissions[1]!.document, referenceMission].map(
  (document) => flyMission(parseMission(document).mission!) as Flight,
);
describe("latency map of the Earth, 2° cells, states included", () => {
  for (const flight of fleets)
    bench(`${flight.totalCount} satellites`, () => {
      tS += 60;
      flight.latencyMap({ tS });
    });
});
