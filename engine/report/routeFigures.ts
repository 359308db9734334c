import { format } from "../glossary/format.ts";
import type { TableFigure } from "./figure.ts";
import type { NetworkResults } from "./networkResults.ts";

const MS_DIGITS = 4;
const KM_DIGITS = 4;
const lengths = [
  { label: "Lasers", unit: "Count", digits: 15 },
  { label: "Length", unit: "Km", digits: KM_DIGITS },
  { label: "One way", unit: "Ms", digits: MS_DIGITS },
  { label: "Round trip", unit: "Ms", digits: MS_DIGITS },
] as const;
/** Longest way over ground that light in fibre crosses, there and back, in a round trip's time. */
const breakEven = { label: "Fibre is level to", unit: "Km", digits: KM_DIGITS } as const;

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Why ways are missing, each reason with how often. */
function missing(routes: readonly { readonly reachable: boolean; readonly reason?: string }[]): string {
  const counts = new Map<string, number>();
  for (const { reachable, reason = "" } of routes) if (!reachable) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${reason.replace(/\.$/, "")}: ${count}.`).join(" ");
}

/** From each place to the nearest satellite that computes, and between places, at the epoch; none without places. */
export function routeFigures({
  computeRoutes,
  routes,
  at,
  hopDelayMs,
  joinedCount,
  placeCount,
}: NetworkResults): TableFigure[] {
  if (computeRoutes.length === 0) return [];
  const delay =
    hopDelayMs === 0 ? "Light's time alone" : `${format(hopDelayMs, "Ms")} in each satellite that passes data on`;
  const open = computeRoutes.filter(({ reachable }) => reachable);
  const joined = routes.filter(({ reachable }) => reachable);
  const faster = joined.filter((route) => route.reachable && route.roundTripMs < route.fibreMs);
  const compute: TableFigure = {
    id: "compute-routes",
    section: "latency",
    kind: "table",
    title: "Ways to the nearest satellite that computes",
    summary:
      `At ${at} ${open.length} of ${counted(computeRoutes.length, "place has", "places have")} one. ${missing(computeRoutes)}`.trim(),
    caption: `${delay}. Fibre is level to: the farthest computer on the ground, over a great circle at index 1.468, that answers in the same time.`,
    sources: [],
    table: {
      columns: [{ label: "From", unit: undefined }, { label: "Satellite, id", unit: undefined }, ...lengths, breakEven],
      rows: computeRoutes.flatMap((route) =>
        route.reachable
          ? [
              [
                route.from,
                route.lastId,
                route.hopCount,
                route.pathKm,
                route.oneWayMs,
                route.roundTripMs,
                route.fibreReachKm,
              ],
            ]
          : [],
      ),
    },
  };
  if (routes.length === 0) return [compute];
  const few = joinedCount < placeCount ? `, the first ${joinedCount} of ${placeCount} places` : "";
  const rival =
    joined.length === 0
      ? ""
      : faster.length === 0
        ? " None is faster than fibre over the great circle."
        : ` ${faster.length} of them ${faster.length === 1 ? "is" : "are"} faster than fibre over the great circle.`;
  return [
    compute,
    {
      id: "routes",
      section: "latency",
      kind: "table",
      title: "Ways between places",
      summary:
        `At ${at} ${joined.length} of ${counted(routes.length, "pair", "pairs")} are joined${few}.${rival} ${missing(routes)}`.trim(),
      caption: `${delay}. Fibre: the round trip over the great circle; no cable is shorter. Fibre is level to: the great circle that it crosses, there and back, in the laser mesh's time.`,
      sources: [],
      table: {
        columns: [
          { label: "From", unit: undefined },
          { label: "To", unit: undefined },
          ...lengths,
          { label: "Fibre", unit: "Ms", digits: MS_DIGITS },
          breakEven,
        ],
        rows: routes.flatMap((route) =>
          route.reachable
            ? [
                [
                  route.from,
                  route.to,
                  route.hopCount,
                  route.pathKm,
                  route.oneWayMs,
                  route.roundTripMs,
                  route.fibreMs,
                  route.fibreReachKm,
                ],
              ]
            : [],
        ),
      },
    },
  ];
}
