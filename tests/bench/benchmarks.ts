import { benchChain, benchFlight } from "./chain.ts";
import type { Row } from "./measure.ts";
import { benchDay, benchEpoch, benchMillion, benchReady } from "./propagation.ts";
import { benchMaps, benchPaths } from "./routing.ts";

// For the process that `benchMillion` starts.
export { flyMillion } from "./propagation.ts";

/** Every benchmark after the other. `threadPath`: the built command line. */
export async function runBenchmarks({
  threadPath,
  say,
}: {
  threadPath: string;
  say: (rows: readonly Row[]) => void;
}): Promise<Row[]> {
  const all: Row[] = [];
  for (const bench of [
    () => benchDay(threadPath),
    benchEpoch,
    benchReady,
    benchMillion,
    benchFlight,
    benchChain,
    benchPaths,
    benchMaps,
  ]) {
    const rows = await bench();
    all.push(...rows);
    say(rows);
  }
  return all;
}
