/** Ends of traffic that are no single place: every satellite of the fleet, each with its share; and any site, whichever is nearest. */
export const FLEET_END = "fleet";
export const GATEWAYS_END = "gateways";

type Ended = {
  readonly sites?:
    | readonly {
        readonly name: string;
        readonly kind?: string | undefined;
        readonly clearFraction?: number | undefined;
      }[]
    | undefined;
  readonly places?: readonly { readonly name: string }[] | undefined;
  readonly demands?: readonly { readonly from: string; readonly to: string }[] | undefined;
};

/** What the sites and demands of a document say that cannot be, each with its path. */
export function trafficFaults({ sites = [], places = [], demands = [] }: Ended) {
  const faults: { path: (string | number)[]; allowed: string }[] = [];
  sites.forEach(({ kind, clearFraction }, index) => {
    if (clearFraction !== undefined && kind !== "laser")
      faults.push({ path: ["sites", index, "clearFraction"], allowed: 'nothing, unless kind is "laser"' });
  });
  const names = new Set([FLEET_END, GATEWAYS_END, ...[...sites, ...places].map(({ name }) => name)]);
  if (demands.length > 0)
    for (const [list, ends] of [
      ["sites", sites],
      ["places", places],
    ] as const)
      ends.forEach(({ name }, index) => {
        if (name === FLEET_END || name === GATEWAYS_END)
          faults.push({
            path: [list, index, "name"],
            allowed: `another name than "${FLEET_END}" and "${GATEWAYS_END}", where there are demands`,
          });
      });
  demands.forEach(({ from, to }, index) => {
    for (const [key, name] of [
      ["from", from],
      ["to", to],
    ] as const)
      if (!names.has(name))
        faults.push({
          path: ["demands", index, key],
          allowed: `the name of a place or site, "${FLEET_END}" or "${GATEWAYS_END}"`,
        });
    if (from === to) faults.push({ path: ["demands", index, "to"], allowed: "another end than from" });
  });
  return faults;
}
