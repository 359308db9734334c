import { models } from "../facts/models.ts";
import { vehicles } from "../facts/vehicles.ts";
import { type ChoiceName, choices } from "../glossary/choices.ts";
import type { Mission } from "../mission/mission.ts";
import { type Because as InputOrigin, resolveMission } from "../mission/resolve.ts";
import type { Finding } from "../plan/findings.ts";
import type { Plan } from "../plan/plan.ts";
import { describeRelay } from "../plan/relay.ts";
import type { Figure } from "./figure.ts";
import { makeRow, makeSourceList, originOf, type Row, type Scope } from "./rows.ts";
import { planSections } from "./sections.ts";
import { shellRows } from "./shellRows.ts";

export type Section = { readonly id: string; readonly title: string; readonly rows: readonly Row[] };

type Choice = { readonly label: string; readonly help: string; readonly options: Readonly<Record<string, string>> };

/**
 * The design report: every number of the plan as a row with unit and origin, the findings, and the sources that rows used.
 * Plain data; toMarkdown, toHtml and toJson write it.
 */
export function writeReport({
  mission,
  plan,
  figures = [],
}: {
  mission: Mission;
  plan: Plan;
  /** Of `reportFigures`; left out, a report of rows alone. */
  figures?: readonly Figure[];
}) {
  const { satellite, because, assumptions, announcement, rack, workload, vehicle, links, coolant, ways } =
    resolveMission(mission);
  const sourceList = makeSourceList();
  const scope: Scope = {
    ...assumptions,
    ...satellite,
    ...links,
    ...workload,
    ...plan.links,
    ...plan.economics,
    ...plan.campaign,
    ...plan.network,
    ...plan.serving,
    ...plan.fleet,
    ...plan.satellite,
  };
  const chosen = <Name extends ChoiceName>(
    name: Name,
    value: keyof (typeof choices)[Name]["options"],
    section = "satellite",
  ) => {
    const { label, help, options }: Choice = choices[name];
    return { label, help, text: options[value as string]!, path: `${section}.${name}`, origin: because[name]! };
  };
  const texts: Record<string, { label: string; help: string; text: string; path?: string; origin: InputOrigin }> = {
    rack: {
      label: "Compute rack",
      help: rack.note,
      text: rack.label,
      path: "satellite.rack",
      origin: because["rack"]!,
    },
    solarFluxFrom: chosen("solarFluxFrom", ways.solarFluxFrom),
    eclipseMode: chosen("eclipseMode", ways.eclipseMode),
    topology: chosen("topology", ways.topology, "links"),
    coolant: {
      label: "Coolant",
      help: coolant.note,
      text: coolant.label,
      path: "satellite.coolant",
      origin: because["coolant"]!,
    },
    model: {
      label: "Model",
      help: models[workload.model].note,
      text: models[workload.model].label,
      path: "workload.model",
      origin: because["model"]!,
    },
    vehicle: {
      label: "Vehicle",
      help: vehicles[vehicle].note,
      text: vehicles[vehicle].label,
      path: "campaign.vehicle",
      origin: because["vehicle"]!,
    },
  };
  const announced: Record<string, string> = {
    ...(satellite.announcedSolarAreaM2 === undefined ? {} : { solarAreaM2: "as announced" }),
    ...(satellite.announcedBatteryEnergyWh === undefined
      ? {}
      : { batteryMassKg: "announced battery ÷ specific energy of a battery" }),
  };
  const rowOf = (name: string, path: string | undefined): Row | undefined => {
    // AI1's figure stands beside AI1 alone.
    if (name === "announcedSpecificPowerWPerKg" && !announcement.hasSpecificPower) return undefined;
    const named = texts[name];
    if (named) {
      const { label, help, text, path: namedPath, origin } = named;
      return {
        name,
        ...(namedPath === undefined ? {} : { path: namedPath }),
        label,
        help,
        value: text,
        unit: undefined,
        text,
        because: originOf({ origin, sourceList }),
      };
    }
    const row = makeRow({ name, scope, origins: because, sourceList, path });
    return row && announced[name] ? { ...row, because: { method: announced[name] } } : row;
  };
  const sections: Section[] = planSections.map(({ id, title, names }) => ({
    id,
    title,
    rows: names.flatMap(([name, path]) => rowOf(name, path) ?? []),
  }));
  const shellSections: Section[] = plan.shells.map((values, index) => ({
    id: `shell-${index}`,
    title: `Shell: ${values.name}`,
    rows: shellRows({ shell: mission.shells[index]!, values, path: `shells[${index}]`, scope: links, sourceList }),
  }));
  const relaySections: Section[] = describeRelay(mission).map((values, index) => ({
    id: `relay-shell-${index}`,
    title: `Relay shell: ${values.name}`,
    rows: shellRows({
      shell: mission.relay!.shells![index]!,
      values,
      path: `relay.shells[${index}]`,
      scope: links,
      sourceList,
    }),
  }));
  const at = sections.findIndex(({ id }) => id === "links");
  sections.splice(at, 0, ...shellSections, ...relaySections);
  return {
    title: `${mission.name}: design report`,
    missionName: mission.name,
    epoch: mission.epoch,
    sections: sections.filter(({ rows }) => rows.length > 0),
    findings: plan.findings as readonly Finding[],
    sources: sourceList.list(),
    massParts: plan.satellite.massParts,
    closure: plan.satellite.closure,
    figures,
    mission,
  };
}

export type Report = ReturnType<typeof writeReport>;
