import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Contender } from "./measure.ts";

/**
 * Times scipy's Dijkstra and, for all pairs of a small mesh, the call that Hypatia makes for each of its steps, by Python's own
 * clock in a run of its own. Prints for each the best time and the sum of the distances from node 0.
 */
const script = `
import json, sys, time
import numpy
folder, count, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
pairs = numpy.fromfile(folder + "/pairs", dtype=numpy.uint32).reshape(-1, 2)
lengths = numpy.fromfile(folder + "/lengths", dtype=numpy.float64)
def best(run, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)
answers = {}
try:
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra
    both = (numpy.r_[pairs[:, 0], pairs[:, 1]], numpy.r_[pairs[:, 1], pairs[:, 0]])
    matrix = csr_matrix((numpy.r_[lengths, lengths], both), shape=(count, count))
    total = float(dijkstra(matrix, indices=0).sum())
    answers["scipy"] = {"bestS": best(lambda: dijkstra(matrix, indices=0), rounds), "sumKm": total}
except ImportError:
    pass
if count < 5000:
    try:
        import networkx
        graph = networkx.Graph()
        graph.add_nodes_from(range(count))
        graph.add_weighted_edges_from(zip(pairs[:, 0].tolist(), pairs[:, 1].tolist(), lengths.tolist()))
        start = time.perf_counter()
        distances = networkx.floyd_warshall_numpy(graph)
        answers["networkx"] = {"bestS": time.perf_counter() - start, "sumKm": float(numpy.asarray(distances)[0].sum())}
    except ImportError:
        pass
print(json.dumps(answers))
`;
/** Sums of the same distances in another order. */
const SUM_TOLERANCE = 1e-9;

/** What `python3` (or `PYTHON`) has at hand; throws where its distances are not ours. */
export function pathContenders({
  satelliteCount,
  pairs,
  lengthsKm,
  ownSumKm,
  roundCount,
}: {
  satelliteCount: number;
  pairs: Uint32Array;
  lengthsKm: Float64Array;
  ownSumKm: number;
  roundCount: number;
}): { oneToAll: Contender[]; allPairs: Contender[] } {
  const folder = mkdtempSync(join(tmpdir(), "dawnline-bench-"));
  try {
    writeFileSync(join(folder, "pairs"), pairs);
    writeFileSync(join(folder, "lengths"), lengthsKm);
    const argv = ["-c", script, folder, String(satelliteCount), String(roundCount)];
    const { status, stdout } = spawnSync(process.env["PYTHON"] ?? "python3", argv, { encoding: "utf8" });
    if (status !== 0) return { oneToAll: [], allPairs: [] };
    const answers = JSON.parse(stdout) as Partial<Record<"scipy" | "networkx", { bestS: number; sumKm: number }>>;
    const contender = (name: string, answer: { bestS: number; sumKm: number } | undefined): Contender[] => {
      if (answer === undefined) return [];
      if (!(Math.abs(answer.sumKm / ownSumKm - 1) < SUM_TOLERANCE))
        throw new Error(`${name}: got ${answer.sumKm} km in all, expected ${ownSumKm}`);
      return [{ name, run: () => answer.bestS }];
    };
    return {
      oneToAll: contender("scipy csgraph.dijkstra", answers.scipy),
      allPairs: contender("networkx floyd_warshall_numpy", answers.networkx),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
