import { describe, expect, test } from "vitest";
import {
  exampleMissions,
  flyMission,
  glossary,
  type InputWord,
  orbitYear,
  parseMission,
  planMission,
  resolveMission,
  sources,
  unitOf,
  wordOf,
} from "#engine";
import { read, sourcesOf } from "./files.ts";

const MOST_LINES = 300;
/** A browser test reads as one story; it may be longer. */
const MOST_TEST_LINES = 400;
/** Files whose names would say nothing. */
const emptyNames = /(^|\/)(utils?|helpers?|common|types|misc|shared)\.(ts|tsx)$/i;
const ours = [...sourcesOf("engine"), ...sourcesOf("app"), ...sourcesOf("tests")];

describe("files", () => {
  test("no file is longer than 300 lines, no test than 400", () => {
    const mostOf = (path: string) => (path.startsWith("tests/") ? MOST_TEST_LINES : MOST_LINES);
    expect(ours.filter((path) => read(path).trimEnd().split("\n").length > mostOf(path))).toEqual([]);
  });

  test("no file is named for nothing", () => {
    expect(ours.filter((path) => emptyNames.test(path))).toEqual([]);
    expect("engine/utils.ts").toMatch(emptyNames);
  });

  test("the engine has no clock, no dice, no class, no enum and no any", () => {
    const code = (path: string) => read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    const forbidden =
      /\bnew Date\b|\bDate\.(now|parse|UTC)\b|\bMath\.random\b|\bperformance\.now\b|^\s*(export )?(abstract )?class \w|^\s*(export )?(const )?enum \w|\bas any\b|: any\b|@ts-ignore/m;
    expect(sourcesOf("engine").filter((path) => forbidden.test(code(path)))).toEqual([]);
    expect("const t = Date.now();").toMatch(forbidden);
  });
});

test("every source stands behind some number", () => {
  const facts = sourcesOf("engine")
    .filter((path) => path !== "engine/facts/sources.ts")
    .map(read)
    .join("\n");
  expect(Object.keys(sources).filter((id) => !facts.includes(`"${id}"`))).toEqual([]);
});

describe("glossary", () => {
  test("every name ends in its unit, and limits make sense", () => {
    for (const [name, word] of Object.entries(glossary)) {
      expect(unitOf(name), name).toBeDefined();
      expect(word.label.length, name).toBeGreaterThan(2);
      if ("min" in word) expect((word as InputWord).min, name).toBeLessThan((word as InputWord).max);
    }
  });

  test("every number of a plan has a word", () => {
    const missing = new Set<string>();
    const walk = (value: unknown, name: string) => {
      if (typeof value === "number" && wordOf(name) === undefined) missing.add(name);
      // A claim's value has the unit of the name that it claims.
      else if (typeof value === "object" && value !== null && name !== "closure")
        for (const [key, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? name : key);
    };
    for (const { document } of exampleMissions) walk(planMission(parseMission(document).mission!).plan, "plan");
    expect([...missing]).toEqual([]);
  });

  test("every number of an orbit's year has a word, but the year itself", () => {
    const year = orbitYear({
      altitudeKm: 600,
      inclinationDeg: "sun-synchronous",
      ltanH: 18,
      year: 2027,
      ballisticMassKgPerM2: 100,
    });
    expect(Object.keys(year).filter((name) => name !== "year" && wordOf(name) === undefined)).toEqual([]);
  });

  test("every number of a flight ends in its unit, but ordinals", () => {
    const flight = flyMission(parseMission(exampleMissions[1]!.document).mission!);
    if ("issues" in flight) throw new Error(flight.issues[0]?.message);
    const places = {
      from: { latitudeDeg: 40.7128, longitudeDeg: -74.006 },
      to: { latitudeDeg: 51.5074, longitudeDeg: -0.1278 },
    };
    const answers = [
      flight.at(0),
      flight.stateOf(0, 0),
      flight.linksOf(0, 0),
      flight.route({ tS: 0, ...places }),
      flight.visibleFrom({ tS: 0, place: places.from }),
    ];
    const ordinals = new Set(["index", "a", "b", "satellites", "lights", "light", "plane", "slot"]);
    const bare = new Set<string>();
    const walk = (value: unknown, name: string) => {
      const isNumbers = typeof value === "number" || ArrayBuffer.isView(value);
      if (isNumbers && unitOf(name) === undefined && !name.endsWith("Unit") && !ordinals.has(name)) bare.add(name);
      else if (!isNumbers && typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? name : key);
    };
    walk(answers, "flight");
    expect([...bare]).toEqual([]);
  });

  /** Formulas are for readers; here each is computed with the plan's own numbers, so that it cannot lie. */
  test.each(exampleMissions)("every formula gives the plan's own number: $title", ({ document }) => {
    const mission = parseMission(document).mission!;
    const plan = planMission(mission).plan!;
    const scope: Record<string, unknown> = {
      ...resolveMission(mission).assumptions,
      ...plan.shells[0],
      ...plan.links,
      ...plan.economics,
      ...plan.campaign,
      ...plan.network,
      ...plan.serving,
      ...plan.fleet,
      ...plan.satellite,
    };
    let evaluated = 0;
    for (const [name, word] of Object.entries(glossary)) {
      if (!("formula" in word) || typeof scope[name] !== "number") continue;
      const names = [...new Set(word.formula.match(/(?<![\w.])[A-Za-z_]\w*/g))];
      const values = names.map((each) => scope[each] ?? (Math as unknown as Record<string, unknown>)[each]);
      expect(values.includes(undefined), `${name}: ${word.formula} uses ${names[values.indexOf(undefined)]}`).toBe(
        false,
      );
      const got = new Function(...names, `return ${word.formula}`)(...values) as number;
      expect(Math.abs(got - (scope[name] as number)), `${name} = ${word.formula}`).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(got)),
      );
      evaluated++;
    }
    expect(evaluated).toBeGreaterThan(75);
  });
});
