import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import {
  claimRows,
  exampleMissions,
  glossary,
  hasDrawing,
  overrideMission,
  parseMission,
  planMission,
  referenceMission,
  reportFigures,
  severityWords,
  sheetVerdict,
  sources,
  toHtml,
  toJson,
  toMarkdown,
  writeReport,
} from "#engine";
import { drawFigures } from "../../../app/cli/drawing.ts";

function reportOf(...overrides: string[]) {
  const { mission, issues } = parseMission(overrideMission(referenceMission, overrides).document);
  expect(issues).toEqual([]);
  const plan = planMission(mission!).plan!;
  return writeReport({ mission: mission!, plan, figures: reportFigures({ mission: mission!, plan }) });
}
const report = reportOf();
const rows = report.sections.flatMap((section) => section.rows);
const row = (name: string, from = rows) => from.find((each) => each.name === name)!;

describe("rows", () => {
  test("say where each value comes from", () => {
    expect(row("peakPowerW").because).toEqual({ given: "mission" });
    expect(row("solarAreaM2").because).toEqual({
      formula: "peakPowerW / solarFluxWPerM2",
      values: "150\u2009000 / 250",
    });
    expect(row("dischargeFraction").because).toMatchObject({ source: "engineering-estimate" });
    expect(row("eclipseDaysPerYear").because).toHaveProperty("method");
  });

  test("an overridden assumption is the mission's", () => {
    const changed = reportOf("assumptions.dischargeFraction=0.3", "economics.launchUsdPerKg=200");
    expect(
      row(
        "dischargeFraction",
        changed.sections.flatMap((section) => section.rows),
      ),
    ).toMatchObject({ value: 0.3, because: { given: "mission" } });
    expect(
      row(
        "launchUsdPerKg",
        changed.sections.flatMap((section) => section.rows),
      ),
    ).toMatchObject({ value: 200, because: { given: "mission" } });
  });

  test("an announced area and battery are told as announced, and the battery weighs what it is", () => {
    const { sections } = reportOf("satellite.announcedSolarAreaM2=800", "satellite.announcedBatteryEnergyWh=200000");
    const told = sections.flatMap((section) => section.rows);
    expect(row("solarAreaM2", told)).toMatchObject({ value: 800, because: { method: "as announced" } });
    expect(row("batteryMassKg", told).value).toBeCloseTo(200000 / 180, 6);
    expect(row("batteryMassKg", told).because).toHaveProperty("method");
  });

  test("a specific impulse is no duration", () => {
    expect(row("specificImpulseS").text).toBe("2\u2009500 s");
  });

  test("a shell flown from records says so, whatever the document gives beside them", () => {
    const tle = [
      "1 00001U 00001A   27060.00000000  .00000000  00000-0  00000-0 0  9997",
      "2 00001  53.0000   0.0000 0000001   0.0000   0.0000 15.05581646    14",
    ].join("\n");
    const shell = {
      name: "F",
      planeCount: 1,
      satellitesPerPlaneCount: 1,
      elementsFile: "a.tle",
      altitudeKm: 1500,
      inclinationDeg: 10,
    };
    const { mission } = parseMission({ ...(referenceMission as object), shells: [shell] });
    const { plan } = planMission(mission!, { elementsTexts: { "a.tle": tle } });
    const told = writeReport({ mission: mission!, plan: plan! }).sections.flatMap((section) => section.rows);
    expect(row("altitudeKm", told).value).toBeCloseTo(550, 4);
    expect(row("altitudeKm", told).because).toEqual({ method: "from the records of the elements file" });
  });

  test("a field that the document leaves out takes the reference's value and says so", () => {
    const { mission } = parseMission({
      ...(referenceMission as object),
      satellite: { peakPowerW: 100000, sustainedPowerW: 90000 },
    });
    const bare = writeReport({ mission: mission!, plan: planMission(mission!).plan! }).sections.flatMap(
      (section) => section.rows,
    );
    expect(row("wingspanM", bare)).toMatchObject({
      value: 70,
      because: { source: "ai1-announcement", note: "Not in the document: the reference mission's value." },
    });
  });

  test("cite every source that is listed, and list every source that is cited", () => {
    const cited = new Set(rows.flatMap(({ because }) => ("source" in because ? because.sourceNumber : [])));
    expect([...cited].sort((a, b) => a - b)).toEqual(report.sources.map((source) => source.number));
    for (const source of report.sources) expect(sources[source.id].title).toBe(source.title);
  });

  test("a shell's rows carry their place in the document", () => {
    expect(row("altitudeKm").path).toBe("shells[0].altitudeKm");
    expect(row("inclinationDeg").because).toHaveProperty("method");
    expect(row("phasingCount")).toMatchObject({ value: 0, path: "shells[0].phasingCount" });
    expect(row("raanSpreadDeg")).toBeUndefined();
  });

  test("a Walker shell tells its spread and phasing", () => {
    const shell = { name: "W", altitudeKm: 550, inclinationDeg: 53, planeCount: 6, satellitesPerPlaneCount: 10 };
    const told = reportOf(`shells=${JSON.stringify([{ ...shell, raanSpreadDeg: 180, phasingCount: 7 }])}`).sections;
    const of = (name: string) =>
      row(
        name,
        told.flatMap((section) => section.rows),
      );
    expect(of("phasingCount")).toMatchObject({ value: 7, because: { given: "mission" } });
    expect(of("raanSpreadDeg")).toMatchObject({ value: 180, path: "shells[0].raanSpreadDeg", text: "180°" });
  });

  test("choices carry their place in the document", () => {
    for (const name of ["solarFluxFrom", "eclipseMode", "coolant"]) expect(row(name).path).toBe(`satellite.${name}`);
    const changed = reportOf("satellite.solarFluxFrom=cells").sections.flatMap((section) => section.rows);
    expect(row("solarFluxFrom", changed).because).toEqual({ given: "mission" });
    expect(row("solarFluxFrom", changed).text).not.toBe(row("solarFluxFrom").text);
  });

  test("each relay shell has a section, with what its orbit gives", () => {
    const shells = [
      {
        name: "R",
        altitudeKm: 550,
        inclinationDeg: 53,
        planeCount: 72,
        satellitesPerPlaneCount: 22,
        raanSpreadDeg: 360,
      },
      {
        name: "S",
        altitudeKm: 560,
        inclinationDeg: "sun-synchronous",
        planeCount: 2,
        satellitesPerPlaneCount: 1,
        ltanH: 6,
      },
    ];
    const { sections } = reportOf(`relay=${JSON.stringify({ shells })}`);
    const [first, second] = ["relay-shell-0", "relay-shell-1"].map((id) => sections.find((each) => each.id === id)!);
    expect([first!.title, second!.title]).toEqual(["Relay shell: R", "Relay shell: S"]);
    expect(row("satelliteCount", [...first!.rows]).value).toBe(1584);
    expect(row("altitudeKm", [...first!.rows])).toMatchObject({ value: 550, path: "relay.shells[0].altitudeKm" });
    // 2π √(6,928.137³ ÷ 398,600.4418), worked out by hand to a tenth of a second.
    expect(row("periodS", [...first!.rows]).value).toBeCloseTo(5739.0, 1);
    expect(row("ltanH", [...second!.rows]).value).toBe(6);
    expect(row("inclinationDeg", [...second!.rows]).value).toBeCloseTo(97.6, 0);
  });
});

test("every name of a formula has a row of its own", () => {
  const told = new Set<string>();
  for (const { document } of exampleMissions) {
    const mission = parseMission(document).mission!;
    for (const { rows } of writeReport({ mission, plan: planMission(mission).plan! }).sections)
      for (const { name } of rows) told.add(name);
  }
  const missing = Object.entries(glossary).flatMap(([name, word]) =>
    "formula" in word && told.has(name)
      ? [...word.formula.matchAll(/(?<![\w.])[A-Za-z_]\w*/g)]
          .map(([each]) => each)
          .filter((each) => !Object.hasOwn(Math, each) && !told.has(each))
      : [],
  );
  expect(missing).toEqual([]);
  expect(told.has("volumeSatellitesPerLaunchCount")).toBe(true);
});

describe("written reports", () => {
  test("a sheet's report is headed by the sheet's verdict, apart from the design's", () => {
    const of = (id: string) => {
      const mission = parseMission(exampleMissions.find((each) => each.id === id)!.document).mission!;
      return writeReport({ mission, plan: planMission(mission).plan! });
    };
    const page = parseHTML(toHtml(of("ai1-sheet"))).document;
    const heads = [...page.querySelectorAll("h2")].map(({ textContent }) => textContent);
    expect(heads.slice(0, 2)).toEqual(["The announced sheet", "The design"]);
    expect(page.querySelector("#claims .verdict")?.textContent).toMatch(
      /does not hold together: 2 of 10.*3 hold, 5 have nothing/,
    );
    expect(page.querySelector("#findings")?.textContent).not.toContain("The announced figures do not close");
    expect(toMarkdown(of("ai1-sheet"))).toMatch(
      /## The announced sheet\n\n\*\*The sheet does not hold[\s\S]*## The design/,
    );
    expect(sheetVerdict(of("iss-radiators").closure)).toMatchObject({ sign: "good" });
    expect(sheetVerdict(report.closure)).toBeUndefined();
    const closed = of("starlink-v3").closure;
    expect(sheetVerdict({ ...closed, closes: true, isChecked: false })?.sign).toBe("open");
  });

  test("HTML says each severity in words and needs no sign that a font may lack", () => {
    const { document } = parseHTML(toHtml(report));
    const words = [...document.querySelectorAll("#findings li b")].map(({ textContent }) => textContent);
    expect([...new Set(words)]).toEqual(Object.values(severityWords));
    expect(toHtml(report)).not.toMatch(/[\u2700-\u27bf]/);
  });

  test("Markdown and HTML hold every row's value", () => {
    const markdown = toMarkdown(report).replaceAll("\\", "");
    const html = toHtml(report);
    for (const each of rows) {
      expect(markdown).toContain(each.text);
      expect(html).toContain(each.text.replaceAll("&", "&amp;"));
    }
    expect(JSON.parse(toJson(report)).mission).toEqual(referenceMission);
  });

  test("names of others stay text", () => {
    const name = '<script>alert(1)</script>"><svg onload=alert(1)> [x](javascript:alert(1)) | `a` {{7*7}}';
    const hostile = reportOf(`name=${JSON.stringify(name)}`, `shells[0].name=${JSON.stringify(name)}`);
    const html = toHtml(hostile, drawFigures(hostile.figures));
    expect(html).toContain("Two orbits of");
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<svg onload");
    expect(html).toContain("default-src 'none'");
    const markdown = toMarkdown(hostile);
    expect(markdown.split("```json")[0]).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(javascript/);
    expect(markdown.split("\n").filter((line) => line.startsWith("## Shell")).length).toBe(1);
  });

  test("HTML fetches nothing and runs nothing", () => {
    const html = toHtml(report);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|src=|@import|url\(/);
  });

  test("HTML holds each figure once in its section, wide and narrow, with its numbers", () => {
    const { document } = parseHTML(toHtml(report, drawFigures(report.figures)));
    expect(document.querySelectorAll("figure").length).toBe(report.figures.length);
    for (const each of report.figures) {
      const { id, section, title, summary, table } = each;
      const drawn = hasDrawing(each);
      const figure = document.querySelector(`section#${section} > figure#figure-${id}`)!;
      expect(figure.querySelector("h3")!.textContent).toBe(title);
      for (const width of drawn ? ["wide", "narrow"] : []) {
        const image = figure.querySelector(`.${width}[role=img]`)!;
        expect(image.getAttribute("aria-label")).toBe(`${title}. ${summary}`);
        expect(image.querySelectorAll("svg text").length).toBeGreaterThan(3);
      }
      // A figure of numbers alone stands open; below a drawing they are folded.
      expect(figure.querySelectorAll(`${drawn ? "details" : ":scope >"} .numbers tbody tr`).length).toBe(
        table.rows.length,
      );
    }
  });

  test("HTML of a sheet holds the claims as a table, verdict and opponents in words", () => {
    const mission = parseMission(exampleMissions.find(({ id }) => id === "ai1-sheet")!.document).mission!;
    const sheet = writeReport({ mission, plan: planMission(mission).plan! });
    const { document } = parseHTML(toHtml(sheet));
    const cells = [...document.querySelectorAll("#claims tbody tr")].map((each) =>
      [...each.querySelectorAll("td")].map(({ textContent }) => textContent),
    );
    expect(cells).toContainEqual(["Sustained load", "120 kW", "holds", "allow at most 150 kW", "120 kW"]);
    expect(cells).toEqual(claimRows(sheet.closure).map((each) => [...each]));
    expect(cells).toContainEqual(["Peak load", "150 kW", "contradicts: Array power", "allow at most 120 kW", "150 kW"]);
    expect(parseHTML(toHtml(report)).document.querySelector("#claims")).toBeNull();
  });
});
