import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { linkRateBps } from "../network/optics.ts";
import { budgetAt, meshLengthsKm } from "./linkBudget.ts";
import type { Plan } from "./plan.ts";

const POINT_COUNT = 121;
/** Room beyond the farthest mark. */
const ROOM_RATIO = 1.08;
/** Drawn to here where no mark asks for more, km. */
const LEAST_SPAN_KM = 100;
/** Two marks nearer than this share of each other are one. */
const SAME_RATIO = 1e-6;

/** A length with the reason why it is looked at, and the budget of one laser over it. */
export type BudgetedLink = {
  readonly id: "shortest" | "longest" | "range" | "shared";
  readonly lengthKm: number;
} & Omit<ReturnType<typeof budgetAt>, "meshLinkKm" | "satelliteLinkRateBps">;

/**
 * Rate of one laser against its length, and its budget at the lengths that matter: the shortest and the longest link of the mesh (on
 * circles, in its first orbit), and as far as one laser, or all of a satellite together, carry the announced rate.
 */
export function linkCurve({ mission, plan }: { mission: Mission; plan: Plan }) {
  const { optics } = resolveMission(mission);
  const { topology, terminalCount, linkRangeKm, sharedRangeKm } = plan.links;
  const meshKm = topology === "none" ? [] : plan.shells.flatMap(meshLengthsKm);
  const asked: readonly (readonly [BudgetedLink["id"], number | undefined])[] = [
    ["shortest", meshKm.length === 0 ? undefined : Math.min(...meshKm)],
    ["longest", meshKm.length === 0 ? undefined : Math.max(...meshKm)],
    ["range", linkRangeKm],
    ["shared", sharedRangeKm],
  ];
  const links: BudgetedLink[] = [];
  for (const [id, lengthKm] of asked) {
    if (lengthKm === undefined || links.some((known) => Math.abs(known.lengthKm / lengthKm - 1) < SAME_RATIO)) continue;
    const { meshLinkKm: _, satelliteLinkRateBps: __, ...budget } = budgetAt({ optics, terminalCount, lengthKm });
    links.push({ id, lengthKm, ...budget });
  }
  const spanKm = Math.max(LEAST_SPAN_KM, ROOM_RATIO * Math.max(0, ...links.map(({ lengthKm }) => lengthKm)));
  const lengthsKm = Array.from(
    { length: POINT_COUNT },
    (_, point) => (spanKm * Math.max(point, 0.01)) / (POINT_COUNT - 1),
  );
  return { links, lengthsKm, rateBps: lengthsKm.map((lengthKm) => linkRateBps({ ...optics, lengthKm })) };
}
