import type { UnitName } from "./units.ts";
import type { Word } from "./word.ts";

/** Results with a clock: shadows, contacts, lines of sight, coverage. */
export const eventWords = {
  spanS: { label: "Span", help: "Time looked through.", method: "days × 86,400" },
  startS: {
    label: "Begins",
    help: "Seconds after the start of the span; 0 where the window cuts it.",
    method: "root of the margin, to 1e-5 s",
  },
  endS: {
    label: "Ends",
    help: "Seconds after the start of the span; the span where the window cuts it.",
    method: "root of the margin, to 1e-5 s",
  },
  maxElevationDeg: {
    label: "Highest elevation",
    help: "Of a contact, above the plane square to the ellipsoid's normal; no refraction.",
    method: "WGS 84 site, TEME turned by GMST 1982, golden section to 1e-3 s",
  },
  azimuthDeg: {
    label: "Azimuth",
    help: "Of a satellite from a place, from north through east.",
    method: "WGS 84 site, TEME turned by GMST 1982",
  },
  elevationDeg: {
    label: "Elevation",
    help: "Of a satellite over a place, above the plane square to the ellipsoid's normal; no refraction.",
    method: "WGS 84 site, TEME turned by GMST 1982",
  },
  sunAltitudeDeg: {
    label: "Sun's altitude",
    help: "Of the Sun's centre over a place; no refraction. Sunset is at −0.833°, civil twilight ends at −6°.",
    method: "largest terms of VSOP87 and nutation, under 0.001°",
  },
  aboveCount: {
    label: "Overhead",
    help: "Satellites at least so high over a place at one moment.",
    method: "each satellite's elevation",
  },
  sunlitCount: {
    label: "Sunlit overhead",
    help: "Of those overhead, the ones that see the whole Sun. How bright they are is not modelled.",
    method: "two cones past a sphere of 6378.137 km",
  },
  seenFraction: {
    label: "Surface in view",
    help: "Share of the Earth's surface that sees at least one satellite.",
    method: "cells of a latitude–longitude grid, each by its area and its middle",
  },
  meanInViewCount: {
    label: "Satellites in view, mean",
    help: "Over the Earth's surface.",
    method: "cells of a latitude–longitude grid, each by its area and its middle",
  },
  leastInViewCount: {
    label: "Satellites in view, fewest",
    help: "Of any cell of the grid.",
    method: "least over the grid's cells",
  },
  mostInViewCount: {
    label: "Satellites in view, most",
    help: "Of any cell of the grid.",
    method: "greatest over the grid's cells",
  },
  gridStepDeg: {
    label: "Side of a cell",
    help: "Of the latitude–longitude grid, in both.",
    method: "as asked, an even part of 180°",
  },
  cellSeenFraction: {
    label: "Time in view",
    help: "Share of the moments at which a cell sees at least one satellite.",
    method: "moments with a satellite in view ÷ all moments",
  },
  cellMeanInViewCount: {
    label: "Satellites in view of a cell, mean",
    help: "Over the moments.",
    method: "sum over the moments ÷ their number",
  },
} as const satisfies Partial<Record<UnitName, Word>>;
