import type { Mission } from "../mission/mission.ts";
import { splitPath } from "../mission/override.ts";
import { resolveMission } from "../mission/resolve.ts";
import type { Plan } from "../plan/plan.ts";

/** A number of the plan by its name: the satellite's first, then the first shell's, the fleet's and so on. */
export function readOutput(plan: Plan, name: string): number | undefined {
  const sections: object[] = [plan.satellite, plan.shells[0]!, plan.fleet, plan.serving, plan.campaign, plan.economics];
  return readFirst(sections, name);
}

/** Today's value of an input: the document's, or the default that it takes where it is left out. */
export function readInput({ document, mission, path }: { document: unknown; mission: Mission; path: string }) {
  const keys = splitPath(path) ?? [];
  const given = keys.reduce<unknown>(
    (at, key) => (at as Record<string | number, unknown> | undefined)?.[key],
    document,
  );
  if (typeof given === "number") return given;
  const { satellite, rack, assumptions, links, workload } = resolveMission(mission);
  return readFirst([satellite, rack.payload, assumptions, links, workload], String(keys.at(-1) ?? ""));
}

function readFirst(sections: readonly object[], name: string): number | undefined {
  for (const section of sections) {
    const value = Object.hasOwn(section, name) ? (section as Record<string, unknown>)[name] : undefined;
    if (typeof value === "number") return value;
  }
  return undefined;
}
