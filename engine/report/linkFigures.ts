import { format, formatNumber } from "../glossary/format.ts";
import { wordOf } from "../glossary/glossary.ts";
import type { Mission } from "../mission/mission.ts";
import { describeUnlimited } from "../mission/motionLimits.ts";
import { resolveMission } from "../mission/resolve.ts";
import { type BudgetedLink, linkCurve } from "../plan/linkCurve.ts";
import type { Plan } from "../plan/plan.ts";
import { type SeriesFigure, sourcesOf, type TableFigure } from "./figure.ts";

const TABLE_STEP = 10;
/** Room above the rate that channels allow, where labels stand. */
const HEADROOM_RATIO = 1.25;
const NANOSECOND_S = 1e-9;
const label = (name: string) => wordOf(name)!.label;

/** What a laser carries over distance, and its budget at the fleet's own lengths; none where satellites have no terminals. */
export function linkFigures({ mission, plan }: { mission: Mission; plan: Plan }): (SeriesFigure | TableFigure)[] {
  const { links } = plan;
  if (links.terminalCount === 0) return [];
  const { because, links: limits } = resolveMission(mission);
  const curve = linkCurve({ mission, plan });
  const { announcedLinkRateBps, terminalCount } = links;
  const announced = format(announcedLinkRateBps, "Bps");
  const hasRange = curve.links.some(({ id }) => id === "longest");
  const words: Readonly<Record<BudgetedLink["id"], string>> = {
    shortest: hasRange ? "Shortest of the mesh" : "Links of the mesh",
    longest: "Longest of the mesh",
    range: `One laser at ${announced}`,
    shared: `${terminalCount} lasers at ${announced} together`,
  };
  const marks: Readonly<Record<BudgetedLink["id"], string>> = {
    shortest: hasRange ? "shortest" : "mesh",
    longest: "longest",
    range: "one",
    shared: `${terminalCount} together`,
  };
  const sources = sourcesOf({
    because,
    names: [
      "laserPowerW",
      "laserApertureM",
      "laserLossRatio",
      "laserPointingRad",
      "photonsPerBitCount",
      "channelCount",
    ],
  });
  const db = (value: number) => format(value, "Db");
  const terms: readonly (readonly [string, (link: BudgetedLink) => string])[] = [
    ["Length", ({ lengthKm }) => format(lengthKm, "Km", 4)],
    [label("sentPowerDbm"), () => format(links.sentPowerDbm, "Dbm")],
    [label("opticsLossDb"), () => db(-links.opticsLossDb)],
    [label("pointingLossDb"), () => db(-links.pointingLossDb)],
    [label("spaceLossDb"), ({ spaceLossDb }) => db(-spaceLossDb)],
    [label("receivedPowerDbm"), ({ receivedPowerDbm }) => format(receivedPowerDbm, "Dbm")],
    [
      "Photons a nanosecond",
      ({ photonRateBps }) =>
        formatNumber(Number((photonRateBps * links.photonsPerBitCount * NANOSECOND_S).toPrecision(3))),
    ],
    [label("photonRateBps"), ({ photonRateBps }) => format(photonRateBps, "Bps")],
    [label("channelsRateBps"), () => format(links.channelsRateBps, "Bps")],
    [label("linkRateBps"), ({ linkRateBps }) => format(linkRateBps, "Bps")],
  ];
  const longest = curve.links.filter(({ id }) => id === "shortest" || id === "longest").at(-1);
  const mesh =
    longest === undefined
      ? "The mesh has no link of its own."
      : `Over the longest link of the mesh, ${format(longest.lengthKm, "Km")}, one laser carries ${format(longest.linkRateBps, "Bps")}.`;
  const reach =
    links.linkRangeKm === undefined
      ? `No distance is short enough for the announced ${announced}.`
      : `It carries the announced ${announced} to ${format(links.linkRangeKm, "Km")}.`;
  return [
    {
      id: "link-rate",
      section: "link-budget",
      kind: "series",
      title: "What a laser carries over distance",
      summary: `${mesh} ${reach}`,
      caption:
        `${format(links.laserPowerW, "W")} through ${format(links.laserApertureM * 100, undefined)} cm at both ends. Near by the ${format(links.channelCount, "Count")} channels limit the rate, farther out the photons, as one over the square of the distance. Lengths of the mesh on circles, over its first orbit. ${describeUnlimited(limits)}`.trim(),
      sources,
      x: { label: "Length of the link", unit: "Km", values: curve.lengthsKm, levels: [], bands: [] },
      panels: [
        {
          label: label("linkRateBps"),
          unit: "Bps",
          hasZero: true,
          leastSpan: [0, HEADROOM_RATIO * curve.rateBps[0]!],
          series: [{ name: "linkRateBps", label: label("linkRateBps"), role: "rate", values: curve.rateBps }],
          levels: [{ label: `announced ${announced}`, value: announcedLinkRateBps }],
          points: curve.links.map(({ id, lengthKm, linkRateBps }) => ({
            label: `${marks[id]} ${format(lengthKm, "Km")}`,
            role: id === "range" || id === "shared" ? ("aside" as const) : ("rate" as const),
            at: [lengthKm, linkRateBps] as const,
            isLeft: false,
            isAbove: true as const,
          })),
        },
      ],
      table: {
        columns: [
          { label: "Length", unit: "Km" },
          { label: label("linkRateBps"), unit: "Bps" },
        ],
        rows: curve.lengthsKm.flatMap((lengthKm, i) => (i % TABLE_STEP === 0 ? [[lengthKm, curve.rateBps[i]!]] : [])),
      },
    },
    {
      id: "link-budget",
      section: "link-budget",
      kind: "table",
      title: "From the power sent to the rate",
      summary: `${format(links.sentPowerDbm, "Dbm")} sent, less what optics, pointing and spreading take, is what the detector receives; every ${format(links.photonsPerBitCount, "Count")} of its photons make a bit.`,
      caption: "",
      sources: [],
      table: {
        columns: [
          { label: "", unit: undefined },
          ...curve.links.map(({ id }) => ({ label: words[id], unit: undefined, isRight: true }) as const),
        ],
        rows: terms.map(([term, textOf]) => [term, ...curve.links.map(textOf)]),
      },
    },
  ];
}
