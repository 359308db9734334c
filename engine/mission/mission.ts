import { z } from "zod";
import type { AssumptionName } from "../facts/assumptions.ts";
import { claimNames } from "../facts/claims.ts";
import { coolants } from "../facts/coolants.ts";
import { models } from "../facts/models.ts";
import { racks } from "../facts/racks.ts";
import { vehicles } from "../facts/vehicles.ts";
import { parseInstant } from "../geometry/instant.ts";
import { assumptionWords } from "../glossary/assumptionWords.ts";
import { widestPhasing } from "../orbit/spacing.ts";
import { choice, field, keysOf, text } from "./fields.ts";
import { satelliteCountOf } from "./shellCount.ts";
import { trafficFaults } from "./traffic.ts";

/** The version of the document that this engine reads and writes. */
export const MISSION_FORMAT = "dawnline-mission/1";
/** Satellites of all shells and relay shells together. */
export const MAX_SATELLITE_COUNT = 2_000_000;
export const MAX_SHELL_COUNT = 200;
/** Of places, and of sites. */
export const MAX_PLACE_COUNT = 2000;
export const MAX_DEMAND_COUNT = 2000;
const MAX_NOTE_COUNT = 20;
const MAX_NOTE_CHARACTERS = 500;
/** Planes up to which "widest" is sought: a quarter of a second at the most. */
export const MOST_WIDEST_PLANES = 1000;
/** Beyond this radius of the lattice the linear motion round a cluster's centre is more than some 15 m off. */
const MAX_CLUSTER_RADIUS_M = 10_000;

const elementsFile = z
  .string()
  .min(1)
  .max(200)
  .refine((path) => /^[A-Za-z0-9_][A-Za-z0-9_. -]*(\/[A-Za-z0-9_][A-Za-z0-9_. -]*)*$/.test(path), {
    params: { allowed: "a relative path of letters, digits, dots, dashes and slashes that stays below the document" },
  })
  .meta({
    title: "Elements file",
    description: "TLE or OMM records in order of plane and slot, relative to the document.",
  });

const cluster = z
  .strictObject({ satelliteCount: field("clusterSatelliteCount"), spacingM: field("spacingM") })
  // A hexagonal lattice of n points has a radius of about √(n √3 ⁄ 2π) spacings.
  .refine(
    ({ satelliteCount, spacingM }) =>
      spacingM * Math.sqrt((satelliteCount * Math.sqrt(3)) / (2 * Math.PI)) <= MAX_CLUSTER_RADIUS_M,
    { params: { allowed: `a lattice of at most ${MAX_CLUSTER_RADIUS_M} m radius` } },
  )
  .meta({
    title: "Cluster",
    description:
      "A close formation in each slot, in place of one satellite: a hexagonal lattice in (radial, along-track ÷ 2) round the slot. The satellites of a cluster follow each other in the order of the fleet, the centre first; the counts of planes and slots count clusters.",
  });

const shell = z
  .strictObject({
    name: text("Shell name"),
    altitudeKm: field("altitudeKm").optional(),
    inclinationDeg: z.union([field("inclinationDeg"), z.literal("sun-synchronous")]).optional(),
    planeCount: field("planeCount"),
    satellitesPerPlaneCount: field("satellitesPerPlaneCount"),
    phasingCount: z.union([field("phasingCount"), z.literal("widest")]).optional(),
    ltanH: field("ltanH").optional(),
    ltanSpreadH: field("ltanSpreadH").optional(),
    raanSpreadDeg: field("raanSpreadDeg").optional(),
    raanDeg: field("raanDeg").optional(),
    elementsFile: elementsFile.optional(),
    cluster: cluster.optional(),
  })
  .superRefine((value, context) => {
    const miss = (path: string, allowed: string) =>
      context.addIssue({ code: "custom", path: [path], params: { allowed } });
    if (value.elementsFile === undefined) {
      if (value.altitudeKm === undefined) miss("altitudeKm", "a height, or elementsFile in its place");
      if (value.inclinationDeg === undefined)
        miss("inclinationDeg", 'an angle or "sun-synchronous", or elementsFile in its place');
      if (value.ltanH === undefined && value.raanSpreadDeg === undefined)
        miss("ltanH", "ltanH for a local-time band, or raanSpreadDeg for a Walker shell");
    }
    if (value.ltanH !== undefined && value.raanSpreadDeg !== undefined)
      miss("raanSpreadDeg", "left out where ltanH is given");
    if (value.raanDeg !== undefined && value.raanSpreadDeg === undefined)
      miss("raanDeg", "left out where raanSpreadDeg is not given");
    if (value.ltanSpreadH !== undefined && value.ltanH === undefined)
      miss("ltanSpreadH", "left out where ltanH is not given");
    if (value.elementsFile !== undefined && value.cluster !== undefined)
      miss("cluster", "left out where elementsFile is given");
    const slotCount = value.planeCount * value.satellitesPerPlaneCount;
    if (value.phasingCount === "widest" && (value.elementsFile !== undefined || value.planeCount > MOST_WIDEST_PLANES))
      miss("phasingCount", `a number; "widest" is sought for designed shells of at most ${MOST_WIDEST_PLANES} planes`);
    if (typeof value.phasingCount === "number" && value.phasingCount >= slotCount)
      miss(
        "phasingCount",
        `less than the shell's ${slotCount} ${value.cluster === undefined ? "satellites" : "clusters"}`,
      );
  })
  // The word becomes its number here, once: everything else reads a number.
  .transform((value) => {
    const { phasingCount, ...rest } = value;
    const number = phasingCount === "widest" ? (widestPhasing(rest)?.phasingCount ?? 0) : phasingCount;
    return (number === phasingCount ? value : { ...value, phasingCount: number }) as typeof rest & {
      phasingCount?: number;
    };
  });

const place = z.strictObject({
  name: text("Place name"),
  latitudeDeg: field("latitudeDeg"),
  longitudeDeg: field("longitudeDeg"),
});

/** A gateway: beams of the radio, or a telescope for lasers that clouds shut. */
const site = place.extend({
  heightKm: field("heightKm"),
  kind: choice("kind").optional(),
  capacityBps: field("capacityBps").optional(),
  clearFraction: field("clearFraction").optional(),
});
const demand = z.strictObject({
  from: text("From").meta({ description: 'A place or site by name, "fleet" or "gateways".' }),
  to: text("To").meta({ description: 'A place or site by name, "fleet" or "gateways".' }),
  rateBps: field("rateBps"),
});

const assumptionFields = Object.fromEntries(
  (Object.keys(assumptionWords) as AssumptionName[]).map((name) => [name, field(name).optional()]),
) as Record<AssumptionName, z.ZodOptional<z.ZodNumber>>;
const economicsNames = [
  "launchUsdPerKg",
  "rackUsd",
  "satelliteUsdPerW",
  "discountFraction",
  "operationsFraction",
] as const;
const economicsFields = Object.fromEntries(economicsNames.map((name) => [name, field(name).optional()])) as Record<
  (typeof economicsNames)[number],
  z.ZodOptional<z.ZodNumber>
>;

/** Assumptions that `links` takes as well. */
export const linkAssumptionNames = ["photonsPerBitCount", "channelCount", "channelRateBps", "hopDelayMs"] as const;
const linkNames = [
  "grazingAltitudeKm",
  "minElevationDeg",
  "rangeKm",
  "groundRangeKm",
  "terminalCount",
  "leastLinkRateBps",
  "slewLimitDegPerS",
  "seamLimitDeg",
  "sunExclusionDeg",
  ...linkAssumptionNames,
] as const;
const linkFields = Object.fromEntries(linkNames.map((name) => [name, field(name).optional()])) as Record<
  (typeof linkNames)[number],
  z.ZodOptional<z.ZodNumber>
>;

const customRackNames = [
  "chipCount",
  "fp4Flops",
  "fp8Flops",
  "bf16Flops",
  "hbmBytes",
  "hbmBytesPerS",
  "scaleUpBytesPerS",
  "rackSustainedPowerW",
  "rackPeakPowerW",
] as const;
const customRackFields = Object.fromEntries(customRackNames.map((name) => [name, field(name).optional()])) as Record<
  (typeof customRackNames)[number],
  z.ZodOptional<z.ZodNumber>
>;

/** A number of a spec sheet, by its glossary name, and how far it may be off. */
const claim = z.strictObject({
  name: z.enum(claimNames).meta({ title: "Claimed quantity" }),
  value: z
    .number()
    .min(1e-12)
    .max(1e24)
    .meta({ title: "Claimed value", description: "In the unit that ends the name." }),
  toleranceFraction: field("toleranceFraction").optional(),
});
const MAX_CLAIM_COUNT = 30;

/** Dose in five years on the mission's own orbit behind each thickness of aluminium. */
const doseTable = z
  .array(z.strictObject({ shieldingM: field("shieldingM"), doseGy: z.number().min(1e-6).max(1e9) }))
  .min(1)
  .max(200)
  .refine((rows) => new Set(rows.map(({ shieldingM }) => shieldingM)).size === rows.length, {
    params: { allowed: "each shieldingM once" },
  })
  .meta({ title: "Dose table", description: "Five years on the mission's own orbit, silicon, by shielding." });

/** The whole document. Every limit, label and unit of a number is its glossary line's. */
export const missionSchema = z
  .strictObject({
    format: z.literal(MISSION_FORMAT).meta({ title: "Format" }),
    name: text("Mission name"),
    epoch: z
      .string()
      .max(40)
      .refine((value) => parseInstant(value) !== undefined, {
        params: { allowed: "a UTC instant such as 2027-01-01T00:00:00Z, years 1957 to 2100" },
      })
      .meta({ title: "Epoch", description: "UTC instant at which designed elements hold and tS is 0." }),
    notes: z
      .array(text("Note", MAX_NOTE_CHARACTERS))
      .max(MAX_NOTE_COUNT)
      .optional()
      .meta({ title: "Notes", description: "What was assumed where no source says it; the plan repeats each." }),
    satellite: z
      .strictObject({
        rack: z.enum(keysOf(racks)).optional().meta({ title: "Compute rack" }),
        chipCount: field("chipCount").optional(),
        customRack: z.strictObject(customRackFields).optional(),
        peakPowerW: field("peakPowerW").optional(),
        sustainedPowerW: field("sustainedPowerW").optional(),
        solarFluxWPerM2: field("solarFluxWPerM2").optional(),
        radiatorFluxWPerM2: field("radiatorFluxWPerM2").optional(),
        wingspanM: field("wingspanM").optional(),
        announcedSolarAreaM2: field("announcedSolarAreaM2").optional(),
        announcedBatteryEnergyWh: field("announcedBatteryEnergyWh").optional(),
        solarFluxFrom: choice("solarFluxFrom").optional(),
        eclipseMode: choice("eclipseMode").optional(),
        coolant: z.enum(keysOf(coolants)).optional().meta({ title: "Coolant" }),
        doseTable: doseTable.optional(),
        claims: z.array(claim).max(MAX_CLAIM_COUNT).optional().meta({ title: "Announced claims" }),
      })
      .optional(),
    shells: z.array(shell).min(1).max(MAX_SHELL_COUNT),
    relay: z.strictObject({ shells: z.array(shell).max(MAX_SHELL_COUNT).optional() }).optional(),
    sites: z.array(site).max(MAX_PLACE_COUNT).optional(),
    places: z.array(place).max(MAX_PLACE_COUNT).optional(),
    demands: z.array(demand).max(MAX_DEMAND_COUNT).optional(),
    links: z.strictObject({ topology: choice("topology").optional(), ...linkFields }).optional(),
    workload: z
      .strictObject({ model: z.enum(keysOf(models)).optional(), contextTokens: field("contextTokens").optional() })
      .optional(),
    campaign: z.strictObject({ vehicle: z.enum(keysOf(vehicles)).optional() }).optional(),
    economics: z.strictObject(economicsFields).optional(),
    assumptions: z.strictObject(assumptionFields).optional(),
  })
  .superRefine((value, context) => {
    if (value.satellite?.customRack !== undefined && value.satellite.rack !== "custom")
      context.addIssue({
        code: "custom",
        path: ["satellite", "customRack"],
        params: { allowed: 'nothing, unless rack is "custom"' },
      });
    const refuseTwice = (section: string, given: object | undefined, names: readonly AssumptionName[]) => {
      for (const name of names)
        if (
          (given as Record<string, unknown> | undefined)?.[name] !== undefined &&
          value.assumptions?.[name] !== undefined
        )
          context.addIssue({
            code: "custom",
            path: ["assumptions", name],
            params: { allowed: `nothing, since ${section} gives it` },
          });
    };
    refuseTwice("economics", value.economics, economicsNames);
    refuseTwice("links", value.links, linkAssumptionNames);
    for (const { path, allowed } of trafficFaults(value))
      context.addIssue({ code: "custom", path, params: { allowed } });
    const counted = [...value.shells, ...(value.relay?.shells ?? [])];
    const satelliteCount = counted.reduce((sum, each) => sum + satelliteCountOf(each), 0);
    if (satelliteCount > MAX_SATELLITE_COUNT)
      context.addIssue({
        code: "custom",
        path: ["shells"],
        params: { allowed: `at most ${MAX_SATELLITE_COUNT} satellites in all`, given: satelliteCount },
      });
  })
  .meta({ title: "Dawnline mission" });

export type Mission = z.infer<typeof missionSchema>;
export type Shell = Mission["shells"][number];
export type Place = z.infer<typeof place>;
export type Site = z.infer<typeof site>;
