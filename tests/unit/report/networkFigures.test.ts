import { describe, expect, test } from "vitest";
import {
  exampleMissions,
  type Figure,
  type FigureId,
  flyMission,
  latencyEdgesMs,
  type Mission,
  networkFigures,
  networkMissing,
  overrideMission,
  parseMission,
  planFigures,
  planMission,
  reportFigures,
  toHtml,
  toJson,
  toMarkdown,
  writeReport,
} from "#engine";
import { studyStepS } from "../../../engine/flight/networkStudy.ts";
import { quantilesOf } from "../../../engine/network/distribution.ts";
import { studied } from "./studied.ts";

function design(change: object = {}) {
  const document = { ...(exampleMissions.find(({ id }) => id === "starlink-550")!.document as object), ...change };
  const { mission, issues } = parseMission(document);
  expect(issues).toEqual([]);
  const plan = planMission(mission!).plan!;
  const study = studied(mission!, plan);
  return { mission: mission!, plan, study, figures: networkFigures({ plan, study }) };
}
const find = <Kind extends Figure["kind"]>(figures: readonly Figure[], id: FigureId, kind: Kind) => {
  const figure = figures.find((each) => each.id === id)!;
  expect(figure.kind).toBe(kind);
  return figure as Extract<Figure, { kind: Kind }>;
};
const shell = {
  name: "W",
  altitudeKm: 550,
  inclinationDeg: 53,
  planeCount: 12,
  satellitesPerPlaneCount: 12,
  raanSpreadDeg: 360,
};
const { mission, plan, study, figures } = design({ shells: [shell] });

describe("the distribution", () => {
  const strips = find(figures, "latency", "strips");

  test("is the window's samples by nearest rank, place by place", () => {
    expect(strips.strips.map(({ label }) => label)).toEqual(mission.places!.map(({ name }) => name));
    const flight = flyMission(mission);
    if ("issues" in flight) throw new Error("no flight");
    const [place] = mission.places!;
    const samples = Array.from(
      { length: 289 },
      (_, step) => flight.roundTrips({ tS: step * 300, places: [place!] }).roundTripMs[0]!,
    );
    const reached = samples.filter((each) => !Number.isNaN(each)).sort((a, b) => a - b);
    // Nearest rank by its definition: the least sample that so many percent do not exceed.
    const rank = (percent: number) =>
      reached.find((each) => reached.filter((other) => other <= each).length >= (percent / 100) * reached.length);
    expect(strips.strips[0]!.quantiles[0]).toBe(reached[0]);
    for (const percent of [1, 50, 99, 100]) expect(strips.strips[0]!.quantiles[percent]).toBe(rank(percent));
    expect(study.latencies[0]!.reachableFraction).toBe(reached.length / 289);
  });

  test("quantiles never fall, and there are none without samples", () => {
    const quantiles = quantilesOf(Float64Array.of(7, Number.NaN, 3, 5));
    expect([quantiles.length, quantiles[0], quantiles[50], quantiles[100]]).toEqual([101, 3, 5, 7]);
    expect(quantilesOf(Float64Array.of(Number.NaN))).toEqual([]);
  });

  test("a larger fleet is looked at in wider steps, and the words say which", () => {
    expect(
      [1584, 8334, 100_000, 1e6].map((servingCount) =>
        studyStepS({ servingCount, relaySatelliteCount: 0, topology: "grid" }),
      ),
    ).toEqual([300, 300, 900, 3600]);
    expect(studyStepS({ servingCount: 12_742, relaySatelliteCount: 4408, topology: "grid" })).toBe(3600);
    expect(studyStepS({ servingCount: 8334, relaySatelliteCount: 0, topology: "nearest" })).toBe(3600);
    expect(strips.caption).toContain("24 h from 2027-03-01T00:00:00Z in steps of 5 min, 289 samples");
    expect(strips.caption).toContain("dawnline latency --step-s 300");
  });
});

describe("the map", () => {
  const map = find(figures, "latency-map", "map");

  test("has each cell in the step of its round trip, rows from the south", () => {
    const { roundTripMs, longitudeCount } = study.map;
    expect(map.rows).toHaveLength(90);
    map.rows.forEach((row, latitude) => {
      expect(row).toHaveLength(180);
      [...row].forEach((sign, longitude) => {
        const ms = roundTripMs[latitude * longitudeCount + longitude]!;
        const [from, to] = [latencyEdgesMs[Number(sign) - 1] ?? 0, latencyEdgesMs[Number(sign)] ?? Infinity];
        if (sign === ".") expect(ms).toBeNaN();
        else expect(ms >= from && ms < to).toBe(true);
      });
    });
    // 53° of inclination: nothing reaches the poles.
    expect(map.rows[0]).toBe(".".repeat(180));
    expect(map.rows[89]).toBe(".".repeat(180));
  });

  test("its shares are of area and come to the whole Earth", () => {
    const shares = map.steps.map(({ areaFraction }) => areaFraction);
    // Sums of 16,200 shares in double precision.
    expect(Math.abs(shares.reduce((sum, each) => sum + each, map.emptyFraction) - 1)).toBeLessThan(1e-9);
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(study.map.reachableFraction, 9);
  });
});

describe("the link budget", () => {
  const budget = find(planFigures({ mission, plan }), "link-budget", "table");
  const number = (text: string) => Number(text.replace("−", "-").replaceAll(/[^\d.e-]/g, ""));
  const cell = (term: string, column: number) =>
    number(String(budget.table.rows.find(([name]) => name === term)![column]));

  test("adds up from the power sent to the power received, and its photons to the rate", () => {
    for (let column = 1; column < budget.table.columns.length; column++) {
      const received = ["Power sent", "Loss in the optics", "Loss by pointing", "Loss by spreading"].reduce(
        (sum, term) => sum + cell(term, column),
        0,
      );
      // Four terms of three digits, each rounded by up to 0.05 dB.
      expect(Math.abs(received - cell("Power received", column))).toBeLessThan(0.2);
      // h c ÷ λ at 1,550 nm is 1.2816e-19 J; three digits of dBm are within 0.05 dB, 1.2 %.
      const photons = 10 ** (cell("Power received", column) / 10 - 3) / 1.2816e-19 / 1e9;
      expect(Math.abs(photons / cell("Photons a nanosecond", column) - 1)).toBeLessThan(0.02);
    }
  });

  test("the curve passes through its points and falls", () => {
    const { panels, x } = find(planFigures({ mission, plan }), "link-rate", "series");
    const { values } = panels[0]!.series[0]!;
    for (let i = 1; i < values.length; i++) expect(values[i]!).toBeLessThanOrEqual(values[i - 1]!);
    const range = panels[0]!.points!.find(({ label }) => label.startsWith("one "))!;
    expect(range.at[0]).toBe(plan.links.linkRangeKm);
    // The range is the rate solved for the distance: rounding alone.
    expect(Math.abs(range.at[1] / plan.links.announcedLinkRateBps - 1)).toBeLessThan(1e-9);
    expect((x.values as readonly number[]).at(-1)!).toBeGreaterThan(plan.links.sharedRangeKm!);
  });

  test("says which limits of motion the mission leaves out, and nothing where it gives both", () => {
    const captionOf = (...overrides: string[]) => {
      const limited = parseMission(overrideMission(mission, overrides).document).mission!;
      return find(planFigures({ mission: limited, plan: planMission(limited).plan! }), "link-rate", "series").caption;
    };
    expect(captionOf()).toContain("Limits of slew rate and Sun angle are not given, so no link is broken by them.");
    expect(captionOf("links.slewLimitDegPerS=1")).toContain(
      "A limit of Sun angle is not given, so no link is broken by it.",
    );
    expect(captionOf("links.slewLimitDegPerS=1", "links.sunExclusionDeg=5")).not.toContain("not given");
  });

  test("satellites without terminals have none", () => {
    const { document } = overrideMission(mission, ["links.topology=none", "assumptions.laserTerminalCount=0"]);
    const bare = parseMission(document).mission!;
    const ids = planFigures({ mission: bare, plan: planMission(bare).plan! }).map(({ id }) => id);
    expect(ids).not.toContain("link-rate");
  });
});

test("a mission without places or sites says so and shows the map alone", () => {
  const bare = design({ shells: [shell], places: undefined });
  expect(bare.figures.map(({ id }) => id)).toEqual(["latency", "latency-map", "network-load"]);
  expect(find(bare.figures, "latency", "strips").summary).toContain("names no places");
  const load = find(bare.figures, "network-load", "bars");
  expect(load.bars).toEqual([]);
  expect(load.summary).toContain("names no sites");
  expect(load.summary).toContain("For text the network is not the constraint");
});

test("more places than are studied, or joined, are counted", () => {
  const places = Array.from({ length: 30 }, (_, at) => ({ name: `P${at}`, latitudeDeg: at, longitudeDeg: at * 3 }));
  const many = design({ shells: [{ ...shell, planeCount: 2 }], places });
  expect(many.study.latencies).toHaveLength(24);
  expect(many.study.routes).toHaveLength(36);
  expect(find(many.figures, "latency", "strips").caption).toContain("The first 24 of the mission's 30 places.");
  expect(find(many.figures, "routes", "table").summary).toContain("the first 9 of 30 places");
});

test("a fleet too large for loads says so", () => {
  const large: Mission = parseMission({
    ...mission,
    shells: [{ ...shell, planeCount: 500, satellitesPerPlaneCount: 500 }],
    places: undefined,
  }).mission!;
  const planned = planMission(large).plan!;
  const load = find(networkFigures({ plan: planned, study: studied(large, planned) }), "network-load", "bars");
  expect(load.summary).toMatch(/^Not worked out: 250000 satellites/);
  expect(load.caption).toContain("A mission within that limit has them here");
});

test.each([
  [{ cause: "stopped" }, "The study of the network was stopped before its end, so ", "let the study end"],
  [{ cause: "refused", reason: "<b>too many</b>" }, "The study of the network was refused: ", "Mend that"],
] as const)("without a study each chapter of the network says so, and how to get it: %o", (absence, why, how) => {
  const all = reportFigures({ mission, plan, network: networkMissing(absence) });
  const report = writeReport({ mission, plan, figures: all });
  const [html, markdown, json] = [toHtml(report), toMarkdown(report), JSON.parse(toJson(report))];
  expect(html).not.toContain("<b>too many");
  for (const [id, part] of [
    ["latency", "round trips, their map"],
    ["network", "what failures leave"],
  ] as const) {
    const chapter = html.split(`<section id="${id}">`)[1]!.split("</section>")[0]!;
    const title = report.sections.find((section) => section.id === id)!.title;
    const lines = markdown.split(`\n## ${title}\n`)[1]!.split("\n## ")[0]!;
    const figure = json.figures.find((each: Figure) => each.id === `${id}-missing`);
    for (const text of [chapter, lines, `${figure.summary} ${figure.caption}`])
      for (const words of [why, part, how]) expect(text).toContain(words);
  }
});

test("a place's name is text everywhere, and numbers stay finite in the file", () => {
  const name = "</svg><script>alert(1)</script>";
  const hostile = design({
    shells: [{ ...shell, planeCount: 4 }],
    places: [{ name, latitudeDeg: 10, longitudeDeg: 20 }],
  });
  const all = reportFigures({ ...hostile, network: hostile.figures });
  const report = writeReport({ ...hostile, figures: all });
  expect(toHtml(report)).not.toContain("<script");
  expect(JSON.parse(toJson(report)).figures).toEqual(all);
});
