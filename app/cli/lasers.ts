import { describeUnlimited, type Flight, formatNumber } from "#engine";

/** The sentence that says how many lasers of a mission's mesh stand at one moment, and why the others do not. */
export function describeLasers(flight: Flight, tS: number): string {
  const { linkCount, upCount, downs } = flight.countLinks(tS);
  if (linkCount === 0) return "The mesh has no lasers.";
  const reasons = downs.map(({ reason, count }) => `${formatNumber(count)} ${reason}`).join(", ");
  const downCount = linkCount - upCount;
  const unlimited = downCount === 0 ? "" : ` ${describeUnlimited(flight.linkLimits)}`;
  return `Lasers of the mesh: ${formatNumber(upCount)} of ${formatNumber(linkCount)} up${downCount === 0 ? "" : `, ${formatNumber(downCount)} down (${reasons})`}.${unlimited}`.trimEnd();
}
