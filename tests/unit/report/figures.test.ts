import { describe, expect, test } from "vitest";
import {
  cycleMission,
  exampleMissions,
  type Figure,
  type FigureId,
  orbitYear,
  overrideMission,
  parseInstant,
  parseMission,
  planFigures,
  planMission,
  referenceMission,
  reportFigures,
  type SeriesFigure,
  tableTexts,
  toJson,
  toMarkdown,
  writeReport,
} from "#engine";

function design(...overrides: string[]) {
  const { mission, issues } = parseMission(overrideMission(referenceMission, overrides).document);
  expect(issues).toEqual([]);
  const plan = planMission(mission!).plan!;
  return { mission: mission!, plan, figures: reportFigures({ mission: mission!, plan }) };
}
const find = <Kind extends Figure["kind"]>(figures: readonly Figure[], id: FigureId, kind: Kind) => {
  const figure = figures.find((each) => each.id === id)!;
  expect(figure.kind).toBe(kind);
  return figure as Extract<Figure, { kind: Kind }>;
};
const valuesOf = (figure: SeriesFigure, name: string) =>
  figure.panels.flatMap(({ series }) => series).find((each) => each.name === name)!.values;
const walker =
  'shells=[{"name":"W","altitudeKm":550,"inclinationDeg":53,"planeCount":6,"satellitesPerPlaneCount":10,"raanSpreadDeg":360}]';
const { mission, plan, figures } = design();
const { satellite } = plan;

/** Value of a line at a place between its points: 61 points bend by less than a thousandth between two. */
function at(figure: SeriesFigure, name: string, x: number): number {
  const xs = figure.x.values as readonly number[];
  const ys = valuesOf(figure, name);
  const i = xs.findIndex((each) => each >= x);
  const share = (x - xs[i - 1]!) / (xs[i]! - xs[i - 1]!);
  return ys[i - 1]! + share * (ys[i]! - ys[i - 1]!);
}
const CURVE_TOLERANCE = 1e-3;

describe("mass", () => {
  test("is the plan's parts, heaviest first, and adds up to the launch mass", () => {
    const { bars, title } = find(figures, "mass", "bars");
    expect(bars.map(({ label, value }) => [label, value])).toEqual(
      [...satellite.massParts].sort((a, b) => b.massKg - a.massKg).map(({ part, massKg }) => [part, massKg]),
    );
    expect(bars.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(satellite.massKg, 9);
    expect(title).toContain("4.16 t");
  });
});

describe("year", () => {
  test("is the orbit's year, day by day", () => {
    const year = find(figures, "year", "series");
    const orbit = orbitYear({
      altitudeKm: 600,
      inclinationDeg: "sun-synchronous",
      ltanH: 18,
      year: 2027,
      ballisticMassKgPerM2: 100,
    });
    const [shadows, betas] = [valuesOf(year, "dailyEclipseS"), valuesOf(year, "dailyBetaDeg")];
    expect(year.x.values).toHaveLength(365);
    // Same formulas in another order: rounding alone.
    shadows.forEach((each, i) => {
      expect(Math.abs(each - orbit.dailyEclipseS[i]!)).toBeLessThan(1e-6);
      expect(Math.abs(betas[i]! - orbit.dailyBetaDeg[i]!)).toBeLessThan(1e-9);
    });
    expect(year.summary).toContain("95.5 days/year");
  });

  test("a drifting node starts from the epoch, as the plan's does", () => {
    const drifting = design("epoch=2028-09-01T00:00:00Z", "shells[0].inclinationDeg=70");
    const year = find(drifting.figures, "year", "series");
    expect(year.x.values).toHaveLength(366);
    const longestS = Math.max(...valuesOf(year, "dailyEclipseS"));
    // The plan fits a parabola through the daily samples, which adds less than a second.
    expect(Math.abs(longestS - drifting.plan.shells[0]!.longestEclipseS)).toBeLessThan(1);
    expect(year.summary).toContain(year.x.values[valuesOf(year, "dailyEclipseS").indexOf(longestS)]);
  });

  test("Walker planes have none, and it says why", () => {
    const year = find(design(walker).figures, "year", "series");
    expect(year.panels).toEqual([]);
    expect(year.summary).toContain("Walker planes stand at all local times at once");
  });
});

describe("cycle", () => {
  test("is two orbits of the day with the longest shadow, as cycleMission steps them", () => {
    const cycle = find(figures, "cycle", "series");
    const year = find(figures, "year", "series");
    const shadows = valuesOf(year, "dailyEclipseS");
    const day = year.x.values[shadows.indexOf(Math.max(...shadows))];
    expect(cycle.title).toContain(day);
    const { periodS } = plan.shells[0]!;
    const stepped = cycleMission(mission, {
      at: parseInstant(`${day}T00:00:00Z`),
      overS: 2 * periodS,
      stepS: periodS / 180,
    }).cycle!;
    expect(cycle.x.values).toEqual(stepped.series.tS);
    for (const name of [
      "arrayPowerW",
      "loadPowerW",
      "batteryEnergyWh",
      "radiatorTemperatureK",
      "chipTemperatureK",
    ] as const)
      expect(valuesOf(cycle, name), name).toEqual(stepped.series[name]);
    expect(cycle.x.bands.map(({ from, to }) => to - from)).toEqual([
      expect.closeTo(stepped.eclipseS, 6),
      expect.closeTo(stepped.eclipseS, 6),
    ]);
    // Shadow is where the array gives nothing.
    (cycle.x.values as readonly number[]).forEach((tS, i) => {
      const isDark = cycle.x.bands.some(({ from, to }) => tS > from + 1 && tS < to - 1);
      if (isDark) expect(valuesOf(cycle, "arrayPowerW")[i]).toBe(0);
    });
    expect(cycle.summary).toContain(stepped.findings[0]!.text);
  });

  test("says when it repeats, and when there is no shadow", () => {
    const repeating = find(design("satellite.sustainedPowerW=100000").figures, "cycle", "series");
    expect(repeating.summary).toMatch(/^100 kW repeat from orbit to orbit through 20\.7 min/);
    const lit = find(design("shells[0].altitudeKm=1500").figures, "cycle", "series");
    expect(lit.x.bands).toEqual([]);
    expect(lit.summary).toMatch(/^No shadow/);
  });

  test("a Walker shell's first plane has its own longest day", () => {
    const { figures: drawn, mission: flown } = design(walker);
    const cycle = find(drawn, "cycle", "series");
    const bandS = cycle.x.bands[0]!.to - cycle.x.bands[0]!.from;
    for (const day of ["2027-01-15", "2027-05-15", "2027-09-15"])
      expect(bandS).toBeGreaterThanOrEqual(
        cycleMission(flown, { at: parseInstant(`${day}T00:00:00Z`) }).cycle!.eclipseS - 1e-6,
      );
  });
});

describe("allowed power", () => {
  const heat = find(figures, "allowed-power", "series");
  const [panel] = heat.panels;

  test("the curve meets the limits where the plan says, and carries the points", () => {
    const [coolant] = heat.x.levels;
    expect(at(heat, "agedPowerW", coolant!.value) / satellite.coolantAllowedPowerW).toBeCloseTo(1, 3);
    const near = (value: number, wanted: number) => expect(Math.abs(value / wanted - 1)).toBeLessThan(CURVE_TOLERANCE);
    near(at(heat, "agedPowerW", satellite.designRadiatorTemperatureK), satellite.sustainedPowerW);
    near(at(heat, "barePowerW", satellite.radiatorTemperatureK), satellite.sustainedPowerW);
    near(at(heat, "barePowerW", satellite.peakRadiatorTemperatureK), satellite.peakPowerW);
    for (const {
      at: [x, y],
      role,
    } of panel!.points!)
      near(at(heat, role === "aside" ? "barePowerW" : "agedPowerW", x), y);
  });

  test("the memory's line crosses the curve at the power that the memory allows", () => {
    const { from, to } = panel!.segments![0]!;
    const lineK = (powerW: number) => from[0] + ((powerW - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
    const crossingK = lineK(satellite.memoryAllowedPowerW);
    expect(Math.abs(at(heat, "agedPowerW", crossingK) / satellite.memoryAllowedPowerW - 1)).toBeLessThan(
      CURVE_TOLERANCE,
    );
  });

  test("a chip without resistance makes the line upright; one load makes one point", () => {
    const upright = find(
      design("assumptions.chipResistanceKPerW=0", "satellite.peakPowerW=120000").figures,
      "allowed-power",
      "series",
    ).panels[0]!;
    expect(upright.segments![0]!.from[0]).toBeCloseTo(upright.segments![0]!.to[0], 9);
    expect(upright.points!.map(({ label }) => label)).toEqual([
      "sustained and peak 120 kW",
      "sustained and peak 120 kW",
    ]);
  });
});

describe("satellite", () => {
  const areaM2 = (drawn: readonly { x1M: number; x2M: number; y1M: number; y2M: number }[]) =>
    drawn.reduce((sum, { x1M, x2M, y1M, y2M }) => sum + (x2M - x1M) * (y2M - y1M), 0);

  test.each([[[]], [["satellite.wingspanM=4"]], [["assumptions.deployedHeightM=2"]]])(
    "wings and radiators have the plan's areas and lengths: %s",
    (overrides) => {
      const changed = design(...overrides);
      const [front, side] = find(changed.figures, "satellite", "drawing").views;
      const wings = front!.shapes.filter(({ part }) => part === "wing");
      const radiators = side!.shapes.filter(({ part }) => part === "radiator");
      expect(areaM2(wings)).toBeCloseTo(changed.plan.satellite.solarAreaM2, 6);
      expect(areaM2(radiators)).toBeCloseTo(changed.plan.satellite.radiatorAreaM2, 6);
      for (const { axis, from, to, value } of [...front!.dimensions, ...side!.dimensions])
        expect(to - from, axis).toBeCloseTo(value, 9);
      expect(front!.dimensions[0]!.value).toBe(changed.plan.satellite.wingspanM);
      expect(front!.terminals).toHaveLength(4);
    },
  );
});

describe("all figures", () => {
  test.each(exampleMissions)(
    "have finite numbers, a table, and sources that the report lists: $title",
    ({ document }) => {
      const example = parseMission(document).mission!;
      const planned = planMission(example).plan!;
      const all = reportFigures({ mission: example, plan: planned });
      expect(all.map(({ id }) => id)).toEqual([
        "cycle",
        "allowed-power",
        "mass",
        "satellite",
        "year",
        "link-rate",
        "link-budget",
      ]);
      const report = writeReport({ mission: example, plan: planned, figures: all });
      const sections = new Set(report.sections.map(({ id }) => id));
      const listed = new Set(report.sources.map(({ id }) => id));
      for (const figure of all) {
        expect(sections.has(figure.section), figure.section).toBe(true);
        for (const source of figure.sources) expect(listed.has(source), source).toBe(true);
        for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length);
      }
      // What is not finite would be null.
      expect(JSON.parse(toJson(report)).figures).toEqual(all);
      const markdown = toMarkdown(report);
      for (const { title } of all) expect(markdown.replaceAll("\\", "")).toContain(`### ${title}`);
      expect(markdown).not.toContain("![");
    },
  );

  test("those that come with the plan are those of the report but the time-stepped orbit", () => {
    expect(planFigures({ mission, plan })).toEqual(figures.filter(({ id }) => id !== "cycle"));
  });

  test("a table writes its units once, in its head", () => {
    expect(
      tableTexts({
        columns: [
          { label: "Part", unit: undefined },
          { label: "Power", unit: "W" },
          { label: "Time", unit: "S" },
          { label: "Panel", unit: "K" },
          { label: "Share", unit: "Fraction" },
        ],
        rows: [
          ["a", 120000, 600, 318.15, 0.5],
          ["b", 0, 30, 300, 0],
        ],
      }),
    ).toEqual({
      heads: ["Part", "Power, kW", "Time, min", "Panel, K", "Share, %"],
      rows: [
        ["a", "120", "10", "318.1", "50"],
        ["b", "0", "0.5", "300", "0"],
      ],
    });
  });
});
