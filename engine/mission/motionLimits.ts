/** The limits that break a link by how its ends move or by where the Sun stands: off until a mission gives them. */
const motionLimits = [
  ["slewLimitDegPerS", "slew rate"],
  ["sunExclusionDeg", "Sun angle"],
] as const;

/** Which of them a mission leaves out, so that no link is broken by them; empty where it gives both. */
export function describeUnlimited(links: {
  readonly slewLimitDegPerS?: number | undefined;
  readonly sunExclusionDeg?: number | undefined;
}): string {
  const missing = motionLimits.filter(([name]) => links[name] === undefined).map(([, words]) => words);
  if (missing.length === 0) return "";
  return missing.length === 1
    ? `A limit of ${missing[0]} is not given, so no link is broken by it.`
    : `Limits of ${missing.join(" and ")} are not given, so no link is broken by them.`;
}
