import Graph from "graphology";
import { dijkstra } from "graphology-shortest-path";
import { exampleMissions, type Flight, flyMission, parseMission, referenceMission } from "#engine";
import { gridPairs, makeMesh } from "../../engine/network/grid.ts";
import { makePathWork, shortestPaths } from "../../engine/network/shortestPaths.ts";
import { type Contender, compare, type Row } from "./measure.ts";
import { pathContenders } from "./routingPython.ts";

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

const oneToAll = ({ mesh, lengthsKm, work }: Shell, node: number, distancesOnly = true) =>
  shortestPaths({ graph: mesh, lengthsKm, sources: [{ node, startKm: 0 }], distancesOnly, work });

/** One to all from other nodes each time, beside scipy where it is at hand; ten thousand beside graphology too. */
export async function benchPaths(): Promise<Row[]> {
  const rows: Row[] = [];
  const sizes = [
    { shell: makeShell(72, 22), roundCount: 400 },
    { shell: makeShell(100, 100), roundCount: 200 },
    { shell: makeShell(250, 400), roundCount: 30 },
    { shell: makeShell(1000, 1000), roundCount: 10 },
  ];
  for (const { shell, roundCount } of sizes) {
    const { satelliteCount } = shell;
    let node = 0;
    const next = (distancesOnly: boolean) => () => {
      node = (node + 7919) % satelliteCount;
      oneToAll(shell, node, distancesOnly);
    };
    const ownSumKm = () => oneToAll(shell, 0).distancesKm.reduce((sum, km) => sum + km, 0);
    const python = pathContenders({ ...shell, ownSumKm: ownSumKm(), roundCount });
    const ours: Contender[] = [
      { name: "ours, distances", run: next(true) },
      { name: "ours, distances and tree", run: next(false) },
    ];
    const oneToAllOf = `shortest paths, one to all of ${satelliteCount}`;
    rows.push(
      ...(await compare({
        benchmark: oneToAllOf,
        itemCount: 1,
        contenders: [...python.oneToAll, ...ours],
        roundCount,
      })),
    );
    if (satelliteCount === 10_000)
      rows.push(
        ...(await compare({
          benchmark: `${oneToAllOf}, in JavaScript`,
          itemCount: 1,
          contenders: [graphologyContender(shell), ...ours],
          roundCount: 20,
        })),
      );
    if (satelliteCount === 1584)
      rows.push(
        ...(await compare({
          benchmark: "shortest paths, all pairs of 1584",
          itemCount: 1,
          contenders: [
            ...python.allPairs,
            {
              name: "ours, distances",
              run: () => {
                for (let from = 0; from < satelliteCount; from++) oneToAll(shell, from);
              },
            },
          ],
          roundCount: 7,
        })),
      );
  }
  return rows;
}

function graphologyContender({ satelliteCount, pairs, lengthsKm }: Shell): Contender {
  const graph = new Graph({ type: "undirected" });
  for (let node = 0; node < satelliteCount; node++) graph.addNode(node);
  lengthsKm.forEach((weight, link) => {
    graph.addEdge(pairs[link * 2], pairs[link * 2 + 1], { weight });
  });
  let node = 0;
  return {
    name: "graphology dijkstra.singleSource",
    run: () => {
      node = (node + 7919) % satelliteCount;
      dijkstra.singleSource(graph, String(node), "weight");
    },
  };
}

/** The map that follows the clock in the hand: no rival, time alone. */
export async function benchMaps(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const document of [exampleMissions[1]!.document, referenceMission]) {
    const flight = flyMission(parseMission(document).mission!) as Flight;
    let tS = 0;
    const run = () => {
      tS += 60;
      flight.latencyMap({ tS });
    };
    const benchmark = `latency map of the Earth in 2° cells, ${flight.totalCount} satellites, states included`;
    rows.push(
      ...(await compare({ benchmark, itemCount: 1, contenders: [{ name: "flight.latencyMap", run }], roundCount: 30 })),
    );
  }
  return rows;
}
