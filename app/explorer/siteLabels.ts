import { format, type Mission } from "#engine";

/** What stands beside a site on the globe: its name and, once it is known, how many satellites see it now. */
export const siteLabels = (sites: NonNullable<Mission["sites"]>, counts: ReadonlyMap<string, number>) =>
  sites.map(({ name, latitudeDeg, longitudeDeg }) => {
    const count = counts.get(name);
    const text = count === undefined ? name : `${name}  ${format(count, "Count")} in view`;
    return { name, text, latitudeDeg, longitudeDeg, kind: "site" };
  });
