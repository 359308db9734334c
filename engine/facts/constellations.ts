/** Constellations as filed: shells with their sources, and what the filings leave open. */
import type { SourceId } from "./sources.ts";

export type FiledShell = {
  readonly altitudeKm: number;
  readonly inclinationDeg: number;
  readonly planeCount: number;
  readonly satellitesPerPlaneCount: number;
  /** Nodes over half a turn in place of a whole one. */
  readonly isStar?: true;
};

export type FiledConstellation = {
  readonly title: string;
  readonly sources: readonly SourceId[];
  readonly shells: readonly FiledShell[];
  /** What was assumed, beyond the phasing. */
  readonly notes: readonly string[];
};

const shell = (
  altitudeKm: number,
  inclinationDeg: number,
  planeCount: number,
  satellitesPerPlaneCount: number,
): FiledShell => ({ altitudeKm, inclinationDeg, planeCount, satellitesPerPlaneCount });
const star = (...given: Parameters<typeof shell>): FiledShell => ({ ...shell(...given), isStar: true });

const EVEN_NODES = "The nodes of each shell are assumed evenly spread over a whole turn.";
const STAR_NODES = "Near-polar planes are assumed evenly spread over half a turn.";

export const constellations = {
  "starlink-gen1": {
    title: "Starlink Gen1 as filed in 2020",
    sources: ["shell-table", "starlink-filings"],
    shells: [
      shell(550, 53, 72, 22),
      shell(540, 53.2, 72, 22),
      shell(570, 70, 36, 20),
      shell(560, 97.6, 6, 58),
      shell(560, 97.6, 4, 43),
    ],
    notes: [EVEN_NODES, "The 7,518 V-band satellites below 346 km of another filing are left out."],
  },
  "starlink-gen2": {
    title: "Starlink Gen2 as filed in 2020",
    sources: ["shell-table", "starlink-filings"],
    shells: [
      shell(328, 30, 7178, 1),
      shell(334, 40, 7178, 1),
      shell(345, 53, 7178, 1),
      shell(360, 96.9, 40, 50),
      shell(373, 75, 1998, 1),
      shell(499, 53, 4000, 1),
      shell(604, 148, 12, 12),
      shell(614, 115.7, 18, 18),
    ],
    notes: [EVEN_NODES, "The configuration of 2020; later amendments moved the shells."],
  },
  kuiper: {
    title: "Kuiper as filed",
    sources: ["shell-table"],
    shells: [shell(630, 51.9, 34, 34), shell(610, 42, 36, 36), shell(590, 33, 28, 28)],
    notes: [EVEN_NODES],
  },
  oneweb: {
    title: "OneWeb, first phase",
    sources: ["shell-table", "oneweb-inclination"],
    shells: [star(1200, 87.9, 36, 55)],
    notes: [STAR_NODES],
  },
  "oneweb-phase-2": {
    title: "OneWeb, second phase as revised",
    sources: ["shell-table", "oneweb-inclination"],
    shells: [star(1200, 87.9, 36, 49), shell(1200, 40, 32, 72), shell(1200, 55, 32, 72)],
    notes: [
      `${STAR_NODES} ${EVEN_NODES.replace("each shell", "the two inclined shells")}`,
      "All three shells are filed at 1,200 km; how their heights differ is not said.",
    ],
  },
  iridium: {
    title: "Iridium",
    sources: ["iridium-planes"],
    shells: [star(780, 86.4, 6, 11)],
    notes: [`${STAR_NODES} Flown planes are 31.6° apart with a seam of 22° (general knowledge).`],
  },
  telesat: {
    title: "Telesat's polar shell as filed in 2020",
    sources: ["telesat-polar"],
    shells: [star(1015, 98.98, 27, 13)],
    notes: [STAR_NODES, "The 1,320 satellites of the inclined shell at 1,325 km are left out."],
  },
  guowang: {
    title: "Guowang as filed, GW-A59",
    sources: ["shell-table"],
    shells: [
      shell(590, 85, 8, 60),
      shell(600, 50, 40, 50),
      shell(508, 55, 60, 60),
      shell(1145, 30, 27, 64),
      shell(1145, 40, 27, 64),
      shell(1145, 50, 27, 64),
      shell(1145, 60, 27, 64),
    ],
    notes: [EVEN_NODES, "Four shells are filed at 1,145 km; how their heights differ is not said."],
  },
} as const satisfies Record<string, FiledConstellation>;

/** SpaceX's filing of a million: what it gives, and the split that is ours. */
export const filedMillion = {
  source: "million-filing" as SourceId,
  lowestKm: 500,
  highestKm: 2000,
  inclinationDeg: 30,
  /** Ours: shells of 23.4 km, where at most 50 are filed. */
  shellCount: 64,
  planeCount: 125,
  satellitesPerPlaneCount: 125,
  /** Ours: the reference mission's band. */
  ltanH: 18,
  ltanSpreadH: 1,
};

/** Project Sunrise: what the filing gives, and the split that is ours. */
export const projectSunrise = {
  source: "sunrise-filing" as SourceId,
  lowestKm: 500,
  highestKm: 1800,
  satelliteCount: 51_600,
  /** Ours, within the 300 to 1,000 and the 5 to 10 km that are filed: 172 × 300 = 51,600. */
  satellitesPerPlaneCount: 300,
  planeStepKm: 7.6,
  /** Ours: the filing names no local time. */
  ltanH: 18,
};
