import { type Rack, racks } from "../facts/racks.ts";
import type { SourceId } from "../facts/sources.ts";
import type { Mission } from "./mission.ts";

type Origin = { readonly given: "mission" } | { readonly source: SourceId; readonly note: string };

const rateNames = ["fp4Flops", "fp8Flops", "bf16Flops", "hbmBytes", "hbmBytesPerS", "scaleUpBytesPerS"] as const;
const powerNames = ["rackSustainedPowerW", "rackPeakPowerW"] as const;

/**
 * The payload of a mission: a rack of the catalogue or the mission's own, as many chips of it as the mission asks for.
 * Rates, memory, power and mass are taken as proportional to chips; a part of a rack keeps all of its switches in truth.
 */
export function resolvePayload({
  satellite,
  because,
}: {
  satellite: Mission["satellite"] & object;
  because: Record<string, Origin>;
}) {
  const id = satellite.rack ?? "gb300-nvl72";
  const sold: Rack = racks[id];
  const own = satellite.customRack ?? {};
  const whole: Rack = { ...sold, ...(JSON.parse(JSON.stringify(own)) as object) };
  const chipCount = satellite.chipCount ?? whole.chipCount;
  const share = chipCount / whole.chipCount;
  const said = (name: string, source: SourceId): Origin =>
    Object.hasOwn(own, name) ? { given: "mission" } : { source, note: `${sold.label}: ${sold.note}` };
  const rates: Partial<Record<(typeof rateNames)[number], number>> = {};
  for (const name of rateNames) {
    const value = whole[name];
    if (value === undefined) continue;
    rates[name] = value * share;
    because[name] = said(name, sold.source);
  }
  for (const name of powerNames) because[name] = said(name, sold.powerSource);
  because["chipCount"] = satellite.chipCount === undefined ? said("chipCount", sold.source) : { given: "mission" };
  return {
    label: sold.label,
    note: sold.note,
    massSource: sold.massSource,
    wholeChipCount: whole.chipCount,
    rackMassKg: whole.rackMassKg * share,
    rackCoolantLimitK: whole.rackCoolantLimitK,
    payload: {
      chipCount,
      ...rates,
      hbmBytes: whole.hbmBytes * share,
      hbmBytesPerS: whole.hbmBytesPerS * share,
      rackSustainedPowerW: whole.rackSustainedPowerW * share,
      rackPeakPowerW: whole.rackPeakPowerW * share,
    },
    /** Rate at the smallest precision that the chips have, for weights of four bits. */
    servedFlops: (whole.fp4Flops ?? whole.fp8Flops ?? whole.bf16Flops ?? 0) * share,
  };
}
