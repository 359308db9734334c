/** What is taken from a network, drawn by a seed: the same seed takes the same, whatever the other cases are. */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { mersenne } from "pure-rand/generator/mersenne";
import type { GroundEnd } from "./gateways.ts";
import type { TrafficGraph } from "./trafficGraph.ts";

export type FailureCase = {
  /** Glossed in the mission's words: `a plane of the fleet`. */
  readonly case: string;
  /** What the draw took, for a person. */
  readonly lost: string;
  readonly isLost: (link: number) => boolean;
};

/** Satellites of one shell, plane after plane. */
export type FailingShell = {
  readonly name: string;
  /** Of a catalogue nothing can fail: it carries nothing. */
  readonly layer: "fleet" | "relay" | "catalogue";
  readonly firstIndex: number;
  readonly planeCount: number;
  readonly slotCount: number;
};
export type FailingSite = {
  readonly name: string;
  readonly kind: GroundEnd["kind"];
  readonly clearFraction: number;
  /** The node where its beams meet. */
  readonly antennas: number;
};

/** A draw of its own for each case: Knuth's odd multiplier keeps their seeds apart. */
const drawFor = (seed: number, ordinal: number) => mersenne((seed + Math.imul(ordinal, 0x9e3779b1)) | 0);

/** The cases that this network can have: a plane of either layer, a gateway, some lasers, the skies as drawn, all skies shut. */
export function drawFailures({
  graph: { mesh, lengthsKm, kinds },
  shells,
  sites,
  lostLaserFraction,
  seed,
}: {
  graph: TrafficGraph;
  shells: readonly FailingShell[];
  sites: readonly FailingSite[];
  lostLaserFraction: number;
  /** A 32-bit integer. */
  seed: number;
}): FailureCase[] {
  const cases: FailureCase[] = [];
  const touches = (link: number, isGone: (node: number) => boolean) =>
    isGone(mesh.pairs[link * 2]!) || isGone(mesh.pairs[link * 2 + 1]!);

  for (const [ordinal, layer] of (["fleet", "relay"] as const).entries()) {
    const planes = shells
      .filter((shell) => shell.layer === layer)
      .flatMap((shell) => Array.from({ length: shell.planeCount }, (_, plane) => ({ shell, plane })));
    if (planes.length === 0) continue;
    const { shell, plane } = planes[uniformInt(drawFor(seed, ordinal), 0, planes.length - 1)]!;
    const first = shell.firstIndex + plane * shell.slotCount;
    cases.push({
      case: `a plane of the ${layer}`,
      lost: `${shell.name}, plane ${plane + 1}`,
      isLost: (link) => touches(link, (node) => node >= first && node < first + shell.slotCount),
    });
  }

  if (sites.length > 0) {
    const site = sites[uniformInt(drawFor(seed, 2), 0, sites.length - 1)]!;
    cases.push({
      case: "a gateway",
      lost: site.name,
      isLost: (link) => touches(link, (node) => node === site.antennas),
    });
  }

  const standing = kinds.flatMap((kind, link) =>
    (kind === "laser" || kind === "relay laser" || kind === "hand-over") && lengthsKm[link]! < Infinity ? [link] : [],
  );
  const lostCount = Math.ceil(lostLaserFraction * standing.length - 1e-9);
  if (lostCount > 0) {
    const draw = drawFor(seed, 3);
    for (let at = 0; at < lostCount; at++) {
      const other = uniformInt(draw, at, standing.length - 1);
      [standing[at], standing[other]] = [standing[other]!, standing[at]!];
    }
    const gone = new Set(standing.slice(0, lostCount));
    cases.push({
      case: `${Number((lostLaserFraction * 100).toPrecision(3))} % of the lasers`,
      lost: `${lostCount} of ${standing.length} standing lasers`,
      isLost: (link) => gone.has(link),
    });
  }

  const stations = sites.filter(({ kind }) => kind === "laser");
  if (stations.length === 0) return cases;
  const draw = drawFor(seed, 4);
  const cloudy = stations.filter(({ clearFraction }) => uniformFloat64(draw) >= clearFraction);
  for (const [name, shut] of [
    ["clouds as drawn", cloudy],
    ["clouds over every laser station", stations],
  ] as const) {
    const nodes = new Set(shut.map(({ antennas }) => antennas));
    cases.push({
      case: name,
      lost: shut.length === 0 ? "none" : shut.map((each) => each.name).join(", "),
      isLost: (link) => touches(link, (node) => nodes.has(node)),
    });
  }
  return cases;
}
