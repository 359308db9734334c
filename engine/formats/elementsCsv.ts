import { meanSemiMajorAxisKm } from "../orbit/elements.ts";
import { ccsdsTime } from "./ccsdsTime.ts";
import type { ElementSet } from "./elementSet.ts";

/** A cell that a spreadsheet takes for what it is: never a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",'\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Mean elements for a spreadsheet or a notebook: a row a satellite, columns named as everywhere here, all digits. */
export function* writeElementsCsv(sets: Iterable<ElementSet>): Generator<string> {
  yield "index,id,name,objectId,epoch,semiMajorAxisKm,inclinationDeg,raanDeg,eccentricityRatio,argumentOfPerigeeDeg,meanAnomalyDeg,meanMotionRevPerDay,bstarPerRadius\n";
  let index = 0;
  for (const { id, name, objectId, elements } of sets) {
    const numbers = [
      meanSemiMajorAxisKm(elements),
      elements.inclinationDeg,
      elements.raanDeg,
      elements.eccentricityRatio,
      elements.argumentOfPerigeeDeg,
      elements.meanAnomalyDeg,
      elements.meanMotionRevPerDay,
      elements.bstarPerRadius,
    ];
    yield `${index++},${id},${cell(name)},${cell(objectId)},${ccsdsTime(elements.epoch)}Z,${numbers.join(",")}\n`;
  }
}
