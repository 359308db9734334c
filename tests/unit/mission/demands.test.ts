import { describe, expect, test } from "vitest";
import { overrideMission, parseMission, referenceMission } from "#engine";

const issuesOf = (...overrides: string[]) =>
  parseMission(overrideMission(referenceMission, overrides).document).issues.map(({ path, allowed }) => [
    path,
    allowed,
  ]);
const site = '{"name":"A","latitudeDeg":1,"longitudeDeg":2,"heightKm":0';

describe("sites", () => {
  test("take kind, capacity and clear sky", () => {
    expect(issuesOf(`sites=[${site},"capacityBps":1e11},${site},"kind":"laser","clearFraction":0.5}]`)).toEqual([]);
  });

  test("refuse what cannot be, with its path and limits", () => {
    expect(issuesOf(`sites=[${site},"clearFraction":0.5}]`)).toEqual([
      ["sites[0].clearFraction", 'nothing, unless kind is "laser"'],
    ]);
    expect(issuesOf(`sites=[${site},"kind":"laser","clearFraction":1.5}]`)).toEqual([
      ["sites[0].clearFraction", "0 to 1"],
    ]);
    expect(issuesOf(`sites=[${site},"capacityBps":0}]`)).toEqual([
      ["sites[0].capacityBps", "1 to 1000000000000000000 bit/s"],
    ]);
    expect(issuesOf(`sites=[${site},"kind":"fibre"}]`)[0]![0]).toBe("sites[0].kind");
  });
});

describe("demands", () => {
  const demands = (...list: object[]) => `demands=${JSON.stringify(list)}`;
  const demand = (from: string, to: string, rateBps: number = 1e9) => ({ from, to, rateBps });

  test("run between places, sites, fleet and gateways", () =>
    expect(
      issuesOf(
        `sites=[${site}}]`,
        demands(
          demand("New York", "fleet"),
          demand("fleet", "gateways"),
          demand("A", "London"),
          demand("gateways", "A"),
        ),
      ),
    ).toEqual([]));

  test.each([
    ["an unknown end", demand("Atlantis", "fleet"), "demands[0].from"],
    ["a name of the prototype", demand("constructor", "fleet"), "demands[0].from"],
    ["one end twice", demand("fleet", "fleet"), "demands[0].to"],
    ["a rate below its limit", demand("New York", "fleet", 0), "demands[0].rateBps"],
    ["a field that is none", { ...demand("New York", "fleet"), color: 1 }, "demands[0].color"],
  ])("refuse %s", (_, given, path) => expect(issuesOf(demands(given)).map(([each]) => each)).toEqual([path]));

  test("refuse a place with a name that means more", () =>
    expect(issuesOf('places[0].name="fleet"', demands(demand("fleet", "gateways"))).map(([path]) => path)).toEqual([
      "places[0].name",
    ]));

  test("refuse more than 2,000", () =>
    expect(issuesOf(demands(...Array.from({ length: 2001 }, () => demand("fleet", "London"))))).toEqual([
      ["demands", "at most 2000 entries"],
    ]));
});
