import { expect, test } from "vitest";
import {
  choices,
  glossary,
  linkSuggestions,
  parseMission,
  planMission,
  referenceMission,
  sources,
  wordOf,
  writeReport,
} from "#engine";
import { wizardSteps } from "../../../../app/state/view.ts";
import { feedsOf, methodFeeds, outcome, rungs } from "../../../../app/wizard/ladder.ts";
import { findingSteps, placesOf, stepOf, stepPlans } from "../../../../app/wizard/steps.ts";
import { findingIds } from "../../../../engine/plan/findings.ts";

const mission = parseMission(referenceMission).mission!;
const report = writeReport({ mission, plan: planMission(mission).plan! });
const rows = report.sections.flatMap((section) => section.rows);

test("every input of the report stands in exactly one step", () => {
  const places = stepPlans.flatMap(({ inputs, assumed }) => [...inputs, ...assumed]);
  expect(new Set(places.map(({ path }) => path)).size).toBe(places.length);
  for (const { path, name } of rows.filter((row) => row.path !== undefined)) expect(stepOf(path!), name).toBeDefined();
});

test("every field of a step is an input of the glossary, or a choice of the report", () => {
  const chosen = ["rack", "model", "vehicle", "coolant", ...Object.keys(choices)];
  for (const { name } of stepPlans.flatMap(({ inputs, assumed }) => [...inputs, ...assumed]))
    if (!chosen.includes(name)) expect(glossary[name as keyof typeof glossary], name).toHaveProperty("min");
});

test("the steps are the wizard's, in its order", () => {
  expect(stepPlans.map(({ id }) => id)).toEqual([...wizardSteps]);
});

test("every number of the ladder is a row of the report", () => {
  const names = new Set(rows.map(({ name }) => name));
  for (const name of [...rungs.flatMap(({ main, more }) => [main, ...more]), ...outcome])
    expect(names.has(name), name).toBe(true);
});

test("what feeds the battery reaches from the load to the orbit", () => {
  const feeds = feedsOf(["batteryEnergyWh"]);
  for (const name of ["sustainedPowerW", "ltanH", "altitudeKm", "dischargeFraction"])
    expect(feeds.has(name), name).toBe(true);
  expect(feeds.has("radiatorFluxWPerM2")).toBe(false);
});

test("the price of a token is fed by every section of the mission", () => {
  const feeds = feedsOf(["priceUsdPerMTokens"]);
  for (const name of ["ltanH", "rackUsd", "peakPowerW", "radiatorArealMassKgPerM2", "model", "lifeYears"])
    expect(feeds.has(name), name).toBe(true);
});

test("what lights a number really moves it", () => {
  const planned = (change: (document: Record<string, unknown>) => void) => {
    const document = structuredClone(referenceMission) as Record<string, unknown>;
    change(document);
    const moved = parseMission(document).mission!;
    return writeReport({ mission: moved, plan: planMission(moved).plan! }).sections.flatMap((section) => section.rows);
  };
  const moves = (after: typeof rows, name: string) =>
    rows.find((row) => row.name === name)?.value !== after.find((row) => row.name === name)?.value;
  const cases: readonly (readonly [input: string, change: (document: Record<string, never>) => void])[] = [
    ["altitudeKm", (document) => Object.assign(document["shells"]![0]!, { altitudeKm: 700 })],
    ["ltanH", (document) => Object.assign(document["shells"]![0]!, { ltanH: 17 })],
    ["peakPowerW", (document) => Object.assign(document["satellite"]!, { peakPowerW: 160000 })],
    ["wingspanM", (document) => Object.assign(document["satellite"]!, { wingspanM: 80 })],
  ];
  for (const [input, change] of cases) {
    const after = planned(change as (document: Record<string, unknown>) => void);
    for (const name of [...rungs.flatMap(({ main, more }) => [main, ...more]), ...outcome])
      if (moves(after, name)) expect(feedsOf([name]).has(input), `${input} moves ${name}`).toBe(true);
  }
});

test("every number of the ladder's chain that a method explains says what feeds it", () => {
  const names = feedsOf([...rungs.flatMap(({ main, more }) => [main, ...more]), ...outcome]);
  const methods = [...names].filter((name) => "method" in (wordOf(name) ?? {}));
  expect(methods.length).toBeGreaterThan(8);
  expect(methods.filter((name) => methodFeeds[name] === undefined)).toEqual([]);
});

test("a custom rack is entered figure by figure, and power from cells by its cells", () => {
  const load = stepPlans.find(({ id }) => id === "load")!;
  const custom = placesOf(load, { fromCells: false, isCustom: true });
  const { inputs } = custom;
  expect(inputs.filter(({ path }) => path.startsWith("satellite.customRack.")).length).toBe(9);
  expect(inputs.map(({ path }) => path)).not.toContain("satellite.chipCount");
  for (const { path } of inputs) expect(stepOf(path)?.id).toBe("load");
  const power = stepPlans.find(({ id }) => id === "power")!;
  const cells = placesOf(power, { fromCells: true, isCustom: false });
  expect(cells.inputs.map(({ name }) => name)).toContain("cellEfficiencyFraction");
  expect(cells.inputs.map(({ name }) => name)).not.toContain("solarFluxWPerM2");
  expect(cells.inputs.length + cells.assumed.length).toBe(power.inputs.length + power.assumed.length - 1);
});

test("every finding that a step mends is one of the engine's", () => {
  expect(Object.keys(findingSteps).filter((id) => !findingIds.includes(id))).toEqual([]);
});

test("the network has a step of its own: its fields, its findings, the fields of sites and demands", () => {
  for (const path of [
    "links.topology",
    "links.seamLimitDeg",
    "assumptions.laserPowerW",
    "assumptions.siteClearFraction",
    "sites[3].capacityBps",
    "sites[0].clearFraction",
    "demands[12].rateBps",
  ])
    expect(stepOf(path)?.id, path).toBe("network");
  for (const id of ["laser-rate", "hop-delay", "gateway-capacity", "cloud-correlation"])
    expect(findingSteps[id], id).toBe("network");
  expect(
    findingIds.filter((id) => /^(laser|network|gateway|cloud|hop)-/.test(id) && findingSteps[id] !== "network"),
  ).toEqual([]);
});

test("limits that are off have a suggestion within their range, with a source", () => {
  for (const [name, { value, source }] of Object.entries(linkSuggestions)) {
    const word = wordOf(name)!;
    if (!("min" in word)) throw new Error(`${name} is no input`);
    expect(word.optional).toBe(true);
    expect(value).toBeGreaterThanOrEqual(word.min);
    expect(value).toBeLessThanOrEqual(word.max);
    expect(sources[source].title.length).toBeGreaterThan(10);
  }
});
