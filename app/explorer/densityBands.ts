/** A flight's designed shells as a few surfaces, each with the density of those that lie close together. */
import { EARTH_RADIUS_WGS72_KM, type Layer, nodeSpreadOf, shellDensityPerSr } from "#engine";
import type { FlightShell } from "../worker/messages.ts";

export type Band = {
  readonly layer: Layer;
  readonly satelliteCount: number;
  /** Of the layer's satellites. */
  readonly share: number;
  /** Of the layer's density over the equator, where all its bands meet: at that the layer has one and the same strength in every fleet. */
  readonly strengthRatio: number;
  readonly radiusKm: number;
  readonly sinInclination: number;
  readonly cosInclination: number;
  /** Stands for the band's nodes: that of its most numerous shell. */
  readonly shell: NonNullable<FlightShell["designed"]>;
};

/** Surfaces that are drawn at most: each covers the picture twice. */
const MOST_BAND_COUNT = 24;
/** What may differ within a surface at first; grows until there are few enough. */
const NEAR_DEG = 1.5;
const NEAR_KM = 200;
const WIDEN_RATIO = 1.5;

const DEG = 180 / Math.PI;
const awayDeg = (a: number, b: number) => {
  const turns = (a - b) / (2 * Math.PI);
  return Math.abs(turns - Math.round(turns)) * 360;
};

type Member = Omit<Band, "share" | "strengthRatio">;

function isNear(a: Member, b: Member, slack: number): boolean {
  const first = nodeSpreadOf(a.shell, 0);
  const second = nodeSpreadOf(b.shell, 0);
  const nearDeg = NEAR_DEG * slack;
  const inclinationOf = ({ sinInclination, cosInclination }: Member) =>
    Math.atan2(sinInclination, cosInclination) * DEG;
  const isFull = Math.min(first.spanRad, second.spanRad) > 2 * Math.PI - 1e-6;
  return (
    a.layer === b.layer &&
    Math.abs(a.radiusKm - b.radiusKm) <= NEAR_KM * slack &&
    Math.abs(inclinationOf(a) - inclinationOf(b)) <= nearDeg &&
    (isFull ||
      (awayDeg(first.centreRad, second.centreRad) <= nearDeg &&
        Math.abs(first.spanRad - second.spanRad) * DEG <= nearDeg))
  );
}

function gather(members: readonly Member[], slack: number): readonly Member[] {
  const bands: Member[] = [];
  for (const member of members) {
    const at = bands.findIndex((band) => isNear(band, member, slack));
    const band = bands[at];
    if (band === undefined) {
      bands.push(member);
      continue;
    }
    const satelliteCount = band.satelliteCount + member.satelliteCount;
    const radiusKm = (band.radiusKm * band.satelliteCount + member.radiusKm * member.satelliteCount) / satelliteCount;
    bands[at] = { ...band, satelliteCount, radiusKm };
  }
  return bands;
}

/** Density over the equator within a band's nodes, in that of an even sphere. */
function equatorDensityRatio({ shell, sinInclination, cosInclination }: Member): number {
  const nodes = nodeSpreadOf(shell, 0);
  const belt = { fromSine: -1e-3, toSine: 1e-3, rightAscensionRad: nodes.centreRad };
  return 4 * Math.PI * shellDensityPerSr({ ...belt, sinInclination, cosInclination, nodes });
}

/** The bands of a flight, the most numerous first. Listed satellites have no shell, and none. */
export function bandsOf(shells: readonly FlightShell[]): readonly Band[] {
  const members = shells
    .flatMap(({ layer, designed }): Member[] => {
      if (designed === undefined) return [];
      const { semiMajorAxisRatio, sinInclination, cosInclination } = designed.constants;
      const radiusKm = semiMajorAxisRatio * EARTH_RADIUS_WGS72_KM;
      const { satelliteCount } = designed;
      return [{ layer, satelliteCount, radiusKm, sinInclination, cosInclination, shell: designed }];
    })
    .sort((a, b) => b.satelliteCount - a.satelliteCount);
  let slack = 1;
  let bands = gather(members, slack);
  while (bands.length > MOST_BAND_COUNT) {
    slack *= WIDEN_RATIO;
    bands = gather(members, slack);
  }
  const countOf = (layer: Layer) =>
    members.reduce((sum, member) => sum + (member.layer === layer ? member.satelliteCount : 0), 0);
  const shared = bands.map((band) => ({ ...band, share: band.satelliteCount / countOf(band.layer) }));
  const equatorOf = (layer: Layer) =>
    shared.reduce((sum, band) => sum + (band.layer === layer ? band.share * equatorDensityRatio(band) : 0), 0);
  return shared.map((band) => ({ ...band, strengthRatio: band.share / equatorOf(band.layer) }));
}
