"""What others need for the same shortest paths: python3 routing.py FOLDER, with what routing.bench.ts wrote there.

Prints one JSON object a line: contender, satellites, median milliseconds and the sum of distances from node 0.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np

folder = Path(sys.argv[1])


def timed(run, times):
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1e3)
    return sorted(taken)[len(taken) // 2]


def tell(contender, count, ms, total):
    print(json.dumps({"contender": contender, "satelliteCount": count, "ms": ms, "sumKm": total}), flush=True)


for count, times in ((1584, 100), (10_000, 40), (100_000, 5), (1_000_000, 2)):
    pairs = np.fromfile(folder / f"{count}.pairs", dtype=np.uint32).reshape(-1, 2)
    lengths = np.fromfile(folder / f"{count}.lengths", dtype=np.float64)
    try:
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import dijkstra
    except ImportError:
        pass
    else:
        matrix = csr_matrix(
            (np.r_[lengths, lengths], (np.r_[pairs[:, 0], pairs[:, 1]], np.r_[pairs[:, 1], pairs[:, 0]])),
            shape=(count, count),
        )
        total = float(dijkstra(matrix, indices=0).sum())
        tell("scipy dijkstra", count, timed(lambda: dijkstra(matrix, indices=0), times), total)
    if count != 1584:
        continue
    try:
        import networkx
    except ImportError:
        continue
    graph = networkx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(zip(pairs[:, 0].tolist(), pairs[:, 1].tolist(), lengths.tolist()))
    start = time.perf_counter()
    distances = networkx.floyd_warshall_numpy(graph)
    tell("networkx floyd_warshall_numpy", count, (time.perf_counter() - start) * 1e3, float(np.asarray(distances)[0].sum()))
