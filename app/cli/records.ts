export { type Flight, flyMission } from "../../engine/flight/flight.ts";
export { readElements } from "../../engine/formats/elements.ts";
export { makeRecord, minutesSinceEpoch, propagateRun } from "../../engine/orbit/propagate.ts";
