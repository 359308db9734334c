import { spawnSync } from "node:child_process";
import { type MeanElements, secondsBetween } from "#engine";
import type { Contender } from "./measure.ts";

/**
 * Times python-sgp4's array of satellites by Python's own clock, in a run of its own: to start a process between the others would
 * cost their next writes a page fault each. Ends with 1 where it is not compiled.
 */
const script = `
import json, sys, time
import numpy
from sgp4.api import Satrec, SatrecArray, WGS72, accelerated
if not accelerated:
    sys.exit(1)
given = json.load(sys.stdin)
satellites = []
for elements in given["elements"]:
    satellite = Satrec()
    satellite.sgp4init(WGS72, "i", 1, *elements)
    satellites.append(satellite)
array = SatrecArray(satellites)
minutes = numpy.arange(given["stepCount"], dtype=float)
days = numpy.full(len(minutes), given["day"])
start = time.perf_counter()
array.sgp4(days, minutes / 1440)
best = time.perf_counter() - start
for _ in range(given["roundCount"]):
    start = time.perf_counter()
    array.sgp4(days, minutes / 1440)
    best = min(best, time.perf_counter() - start)
print(best)
`;

const RAD_PER_DEG = Math.PI / 180;
const ROUND_COUNT = 15;
/** SGP4's days count from 1949-12-31, ours from 2000-01-01; Julian days end at noon. */
const SGP4_DAY_OF_2000 = 18_263;
const JULIAN_DAY_OF_2000 = 2451544.5;

/** python-sgp4's compiled `SatrecArray`, where `python3` (or `PYTHON`) has it with numpy; minutes are whole, from the epoch on. */
export function pythonContender(elements: readonly MeanElements[], minutes: Float64Array): Contender | undefined {
  const input = JSON.stringify({
    day: JULIAN_DAY_OF_2000 + elements[0]!.epoch.day,
    stepCount: minutes.length,
    roundCount: ROUND_COUNT,
    elements: elements.map((each) => [
      SGP4_DAY_OF_2000 + secondsBetween({ day: 0, secondS: 0 }, each.epoch) / 86400,
      each.bstarPerRadius,
      0,
      0,
      each.eccentricityRatio,
      each.argumentOfPerigeeDeg * RAD_PER_DEG,
      each.inclinationDeg * RAD_PER_DEG,
      each.meanAnomalyDeg * RAD_PER_DEG,
      (each.meanMotionRevPerDay * 2 * Math.PI) / 1440,
      each.raanDeg * RAD_PER_DEG,
    ]),
  });
  const { status, stdout } = spawnSync(process.env["PYTHON"] ?? "python3", ["-c", script], { input, encoding: "utf8" });
  if (status !== 0) return undefined;
  const bestS = Number(stdout);
  return { name: "python-sgp4 SatrecArray (C++)", run: () => bestS };
}
