import { type AssumptionName, assumptions } from "../facts/assumptions.ts";
import { type CoolantId, coolants } from "../facts/coolants.ts";
import { type ModelId, models } from "../facts/models.ts";
import type { RackId } from "../facts/racks.ts";
import type { SourceId } from "../facts/sources.ts";
import { type VehicleId, vehicles } from "../facts/vehicles.ts";
import { linkAssumptionNames, type Mission } from "./mission.ts";
import { resolvePayload } from "./payload.ts";

/** Why a value is what it is: given in the document, or a default with its source. */
export type Because = { readonly given: "mission" } | { readonly source: SourceId; readonly note: string };

const referenceNote = "Not in the document: the reference mission's value.";

/** AI1 as announced: what a document that leaves a field out gets. */
export const referenceSatellite = {
  rack: "gb300-nvl72" as RackId,
  peakPowerW: 150000,
  sustainedPowerW: 120000,
  solarFluxWPerM2: 250,
  radiatorFluxWPerM2: 1400,
  wingspanM: 70,
};
/** Ways of sizing where a document names none. */
export const referenceWays = {
  solarFluxFrom: "announced" as "announced" | "cells",
  eclipseMode: "ride-through" as "ride-through" | "throttle" | "sleep",
  coolant: "glycol" as CoolantId,
  topology: "grid" as "grid" | "short-grid" | "ring" | "nearest" | "none",
};
const referenceLinks = { grazingAltitudeKm: 80, minElevationDeg: 25 };
const referenceWorkload = { model: "deepseek-r1" as ModelId, contextTokens: 8192 };
const referenceVehicle: VehicleId = "starship-v3";

/**
 * What of AI1's announcement a design is compared with. The specific power: the mission's own, else the sheet's claim, else AI1's where
 * there is no sheet and the payload is AI1's, one whole rack of its kind; `values` and `because` hold what was found. The filed million
 * is of satellites with such a payload.
 */
function readAnnouncement({
  mission,
  claims,
  isReferencePayload,
  values,
  because,
}: {
  mission: Mission;
  claims: readonly { name: string; value: number }[];
  isReferencePayload: boolean;
  values: Record<AssumptionName, number>;
  because: Record<string, Because>;
}) {
  const isGiven = mission.assumptions?.announcedSpecificPowerWPerKg !== undefined;
  const claim = claims.find(({ name }) => name === "specificPowerWPerKg");
  if (!isGiven && claim !== undefined) {
    values.announcedSpecificPowerWPerKg = claim.value;
    because["announcedSpecificPowerWPerKg"] = { given: "mission" };
  }
  return {
    isReferencePayload,
    hasSpecificPower: isGiven || claim !== undefined || (claims.length === 0 && isReferencePayload),
  };
}

/** Values of every input, none left out but the optional ones, and for each name why. */
export function resolveMission(mission: Mission) {
  const because: Record<string, Because> = {};
  const fill = <Values extends object>(given: object | undefined, defaults: Values, source: SourceId): Values => {
    const values = { ...defaults } as Record<string, unknown>;
    for (const name of Object.keys(defaults)) because[name] = { source, note: referenceNote };
    for (const [name, value] of Object.entries(given ?? {})) {
      if (value === undefined) continue;
      values[name] = value;
      because[name] = { given: "mission" };
    }
    return values as Values;
  };

  const {
    customRack: _,
    chipCount: __,
    doseTable,
    claims = [],
    solarFluxFrom,
    eclipseMode,
    coolant: coolantGiven,
    ...given
  } = mission.satellite ?? {};
  const { topology, ...linksGiven } = mission.links ?? {};
  const ways = fill(
    { solarFluxFrom, eclipseMode, coolant: coolantGiven, topology },
    referenceWays,
    "engineering-estimate",
  );
  const satellite = fill(given, referenceSatellite, "ai1-announcement") as typeof referenceSatellite & {
    announcedSolarAreaM2?: number;
    announcedBatteryEnergyWh?: number;
  };
  const { linksOnly, linkAssumptionsGiven } = partLinks(linksGiven);
  const limits = fill(linksOnly, referenceLinks, "dawnline-reference") as typeof referenceLinks & typeof linksOnly;
  const workload = fill(mission.workload, referenceWorkload, "dawnline-reference");
  const { vehicle } = fill(mission.campaign, { vehicle: referenceVehicle }, "dawnline-reference");

  const rack = resolvePayload({ satellite: { ...mission.satellite, rack: satellite.rack }, because });
  const model = models[workload.model];
  const defaults = Object.fromEntries(Object.entries(assumptions).map(([name, { value }]) => [name, value]));
  const claimedLinkRateBps = claims.find(({ name }) => name === "linkRateBps")?.value;
  const values = fill(
    {
      ...(claimedLinkRateBps === undefined ? {} : { announcedLinkRateBps: claimedLinkRateBps }),
      ...(limits.terminalCount === undefined ? {} : { laserTerminalCount: limits.terminalCount }),
      ...mission.assumptions,
      ...mission.economics,
      ...linkAssumptionsGiven,
    },
    {
      ...defaults,
      rackMassKg: rack.rackMassKg,
      payloadMassKg: vehicles[vehicle].payloadMassKg,
      payloadVolumeM3: vehicles[vehicle].payloadVolumeM3,
    } as Record<AssumptionName, number>,
    "engineering-estimate",
  );
  for (const [name, { source, note }] of Object.entries(assumptions)) {
    if (!("given" in because[name]!)) because[name] = { source, note };
  }
  if (!("given" in because["rackMassKg"]!))
    because["rackMassKg"] = { source: rack.massSource, note: `${rack.label}, as sold on Earth.` };
  for (const name of ["payloadMassKg", "payloadVolumeM3"])
    if (!("given" in because[name]!))
      because[name] = {
        source: vehicles[vehicle].source,
        note: `${vehicles[vehicle].label}: ${vehicles[vehicle].note}`,
      };
  because["deltaVMPerS"] ??= {
    source: "engineering-estimate",
    note: "The velocity that the mission asks, closed with the mass.",
  };
  if (limits.terminalCount === undefined) because["terminalCount"] = because["laserTerminalCount"]!;
  if (ways.solarFluxFrom === "cells")
    because["solarFluxWPerM2"] = { source: "engineering-estimate", note: "From the cells, not as announced." };
  const coolant = coolants[ways.coolant];
  const isReferencePayload =
    satellite.rack === referenceSatellite.rack && rack.payload.chipCount === rack.wholeChipCount;
  const announcement = readAnnouncement({ mission, claims, isReferencePayload, values, because });
  const links = {
    ...limits,
    topology: ways.topology,
    terminalCount: limits.terminalCount ?? values.laserTerminalCount,
    hopDelayMs: values.hopDelayMs,
  };
  return {
    ways,
    coolant,
    doseTable,
    claims,
    satellite,
    links,
    /** What `linkRateBps` of engine/network/optics.ts takes beside a length. */
    optics: opticsOf(values),
    workload,
    vehicle,
    rack,
    model,
    assumptions: values,
    announcement,
    because,
  };
}

/** Fields of the mission's `links`, apart from those that are assumptions. */
function partLinks(given: Omit<NonNullable<Mission["links"]>, "topology">) {
  const { photonsPerBitCount: _, channelCount: __, channelRateBps: ___, hopDelayMs: ____, ...linksOnly } = given;
  const names = linkAssumptionNames.filter((name) => given[name] !== undefined);
  return { linksOnly, linkAssumptionsGiven: Object.fromEntries(names.map((name) => [name, given[name]])) };
}

const opticsOf = ({
  laserPowerW,
  laserApertureM,
  laserWavelengthM,
  laserLossRatio,
  laserPointingRad,
  photonsPerBitCount,
  channelCount,
  channelRateBps,
}: Record<AssumptionName, number>) => ({
  laserPowerW,
  laserApertureM,
  laserWavelengthM,
  laserLossRatio,
  laserPointingRad,
  photonsPerBitCount,
  channelCount,
  channelRateBps,
});

export type ResolvedMission = ReturnType<typeof resolveMission>;
