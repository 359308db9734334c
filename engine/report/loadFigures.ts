import { format } from "../glossary/format.ts";
import type { Plan } from "../plan/plan.ts";
import type { BarsFigure, TableFigure } from "./figure.ts";
import type { NetworkResults } from "./networkResults.ts";

/** As many of the hottest links as are read. */
const HOTTEST_COUNT = 10;
const bps = (value: number) => format(value, "Bps");
const percent = (fraction: number) => format(fraction, "Fraction", 4);
type LinkLoad = Extract<NetworkResults["load"], { fault: undefined }>["hottest"][number];
const writeEnds = ({ a, b, aId, bId }: LinkLoad) => `${aId ?? a} → ${bId ?? b}`;

/** What the network carries at the epoch and after failures, its hottest links and its gateways. */
export function loadFigures({ load, at }: NetworkResults, plan: Plan): (BarsFigure | TableFigure)[] {
  const head = {
    id: "network-load",
    section: "network",
    kind: "bars",
    title: "What the network carries, and after failures",
    sources: [],
    label: "Carried of what is offered",
    unit: "Fraction",
  } as const;
  const columns = [
    { label: "Lost", unit: undefined },
    { label: "Drawn", unit: undefined },
    { label: "Carried", unit: "Fraction", digits: 4 },
  ] as const;
  if (load.fault !== undefined)
    return [
      {
        ...head,
        summary: `Not worked out: ${load.fault}`,
        caption: "A mission within that limit has them here, and dawnline network prints them.",
        bars: [],
        table: { columns, rows: [] },
      },
    ];
  const verdict = plan.findings.find(({ id }) => id === "network-headroom" || id === "gateway-capacity")?.text;
  // Without gateways nothing of the default traffic arrives anywhere: bars of 0 % would look like failures.
  const isUnanswered = load.gateways.length === 0 && load.demandsAreDefault;
  const asked = load.demandsAreDefault ? "the fleet's text to any gateway" : "all demands";
  const cut = load.cut.map(({ kind, capacityBps }) => `${kind} ${bps(capacityBps)}`).join(", ");
  const carried = isUnanswered
    ? "The mission names no sites, so nothing comes down to a gateway. Sites are named under sites in the mission."
    : `Of ${asked}, ${bps(load.offeredBps)}, under clear skies ${bps(load.carriedBps)} arrive, ${percent(load.carriedFraction)}.`;
  const most =
    load.gateways.length === 0
      ? ""
      : `At most ${bps(load.mostBps)} of the fleet would fit to the gateways, whatever the routing${cut === "" ? "" : `; full then: ${cut}`}.`;
  const clouds =
    load.clouds === undefined
      ? ""
      : `With clouds ${percent(load.clouds.expectedCarriedFraction)} is expected if skies are independent, which is optimistic, ${percent(load.clouds.sharedSkyCarriedFraction)} under one sky over all.`;
  const rows = [
    ["nothing", "–", load.carriedFraction],
    ...load.failures.map((each) => [each.case, each.lost, each.carriedFraction]),
  ];
  const figures: (BarsFigure | TableFigure)[] = [
    {
      ...head,
      ...(isUnanswered ? { title: "What the network carries" } : {}),
      summary: [carried, clouds, most, verdict].filter(Boolean).join(" "),
      caption: isUnanswered
        ? ""
        : `At ${at}, by shortest paths that have room; failures drawn by seed ${load.seed}, beams and hand-overs stay where they were, only paths change. The same as dawnline network.`,
      bars: isUnanswered
        ? []
        : rows.map(([lost, , value]) => ({
            label: lost === "nothing" ? "nothing lost" : String(lost),
            value: Number(value),
          })),
      table: { columns, rows: isUnanswered ? [] : rows },
    },
  ];
  if (load.hottest.length > 0)
    figures.push({
      id: "hottest-links",
      section: "network",
      kind: "table",
      title: "The fullest links",
      summary: `${writeEnds(load.hottest[0]!)} is the fullest, ${percent(load.hottest[0]!.loadBps / load.hottest[0]!.capacityBps)} of its capacity. Satellites by id.`,
      caption: "",
      sources: [],
      table: {
        columns: [
          { label: "Link", unit: undefined },
          { label: "Kind", unit: undefined },
          { label: "Load", unit: "Bps" },
          { label: "Capacity", unit: "Bps" },
          { label: "Full", unit: "Fraction", digits: 4 },
        ],
        rows: load.hottest
          .slice(0, HOTTEST_COUNT)
          .map((link) => [writeEnds(link), link.kind, link.loadBps, link.capacityBps, link.loadBps / link.capacityBps]),
      },
    });
  if (load.gateways.length > 0)
    figures.push({
      id: "gateways",
      section: "network",
      kind: "table",
      title: "Gateways",
      summary: `${load.gateways.filter(({ downBps, upBps }) => downBps + upBps > 0).length} of ${load.gateways.length} are used.`,
      caption: "Clear: share of the time that a laser station's sky is. Down and up: to and from the fibre.",
      sources: [],
      table: {
        columns: [
          { label: "Gateway", unit: undefined },
          { label: "Kind", unit: undefined },
          { label: "Clear", unit: "Fraction" },
          { label: "Beams", unit: "Count", digits: 15 },
          { label: "Down", unit: "Bps" },
          { label: "Up", unit: "Bps" },
          { label: "Capacity", unit: "Bps" },
        ],
        rows: load.gateways.map(({ name, kind, clearFraction, beamCount, downBps, upBps, capacityBps }) => [
          name,
          kind,
          kind === "laser" ? clearFraction : "–",
          beamCount,
          downBps,
          upBps,
          capacityBps,
        ]),
      },
    });
  return figures;
}
