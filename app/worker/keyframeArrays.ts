import type { KeyframeArrays } from "./messages.ts";

/** Memory that a keyframe's numbers travel in. */
export const buffersOf = ({ positionsTemeKm, remaindersTemeKm, velocitiesTemeKmPerS }: KeyframeArrays) => [
  positionsTemeKm.buffer,
  remaindersTemeKm.buffer,
  velocitiesTemeKmPerS.buffer,
];
