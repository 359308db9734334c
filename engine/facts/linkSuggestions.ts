import type { Assumption } from "./assumptions.ts";

/** What breaks links is off until a mission gives it; what it may begin with, and why. */
export const linkSuggestions = {
  seamLimitDeg: {
    value: 90,
    source: "iridium-crosslinks",
    note: "Iridium holds links between planes that turn the same way alone; a +Grid leaves a star's seam open without it.",
  },
  slewLimitDegPerS: {
    value: 1,
    source: "engineering-estimate",
    note: "About what gimbals follow; neighbours in a plane turn 0.06°/s, a satellite that crosses 100 km away 4°/s.",
  },
  sunExclusionDeg: {
    value: 5,
    source: "engineering-estimate",
    note: "About what a baffle keeps out; terminals differ from 2° to 15°.",
  },
} as const satisfies Readonly<Record<string, Assumption>>;
