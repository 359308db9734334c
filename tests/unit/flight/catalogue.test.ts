import { describe, expect, test } from "vitest";
import {
  elementsWriters,
  flyMission,
  holdsElements,
  type Mission,
  makeRecord,
  minutesSinceEpoch,
  noFiling,
  parseInstant,
  parseMission,
  propagateState,
  readCatalogue,
  referenceMission,
  rosterMission,
} from "#engine";
import { describeCatalogue, MAX_TOLD_REFUSAL_COUNT, makeCatalogueShelf } from "../../../app/worker/catalogue.ts";
import { findSatellites } from "../../../app/worker/findSatellites.ts";
import { readKeyframe } from "../../../app/worker/flightAnswers.ts";
import { readTraffic } from "../../../app/worker/networkAnswers.ts";
import { MAX_LISTED_COUNT } from "../../../engine/flight/fleet.ts";
import { trafficAt } from "../../../engine/flight/traffic.ts";
import { hasReference, readReference } from "../../validation/reference.ts";

const document = parseMission(referenceMission).mission!;
/** Small, so that each flight is quick: 6 × 40 in the reference's band, and a relay of 4 × 10. */
const mission: Mission = {
  ...document,
  shells: [{ ...document.shells[0]!, planeCount: 6, satellitesPerPlaneCount: 40 }],
  relay: {
    shells: [{ name: "Relay", altitudeKm: 550, inclinationDeg: 53, planeCount: 4, satellitesPerPlaneCount: 10 }],
  },
};
const servingCount = 280;
const roster = rosterMission(mission);
if ("issues" in roster) throw new Error(roster.issues[0]!.message);
/** Satellites of the mission with other numbers and names, and with drag. */
const setOf = (row: number) => ({
  id: String(90_000 + row),
  name: `OBJECT ${row}`,
  objectId: "2026-001A",
  elements: { ...roster.elementsOf(row % 240), bstarPerRadius: 1e-4 },
  filing: noFiling,
});
const created = parseInstant("2027-01-01T00:00:00Z")!;
const textOf = (count: number, format: keyof typeof elementsWriters = "omm-csv") =>
  [
    ...elementsWriters[format].write(
      Array.from({ length: count }, (_, row) => setOf(row)),
      { created },
    ),
  ].join("");
const catalogue = readCatalogue({ name: "own.csv", text: textOf(25) });
function fly(more: Partial<Parameters<typeof flyMission>[1]> = {}) {
  const flight = flyMission(mission, more);
  if ("issues" in flight) throw new Error(flight.issues[0]!.message);
  return flight;
}
const alone = fly();
const mixed = fly({ catalogue });
const tS = 5400;
const london = { latitudeDeg: 51.5, longitudeDeg: -0.13 };
const newYork = { latitudeDeg: 40.7, longitudeDeg: -74 };

describe("a catalogue beside a mission", () => {
  test("comes after fleet and relay and is no part of them", () => {
    const { satelliteCount, relaySatelliteCount, catalogueCount, totalCount } = mixed;
    expect({ satelliteCount, relaySatelliteCount, catalogueCount, totalCount }).toEqual({
      satelliteCount: 240,
      relaySatelliteCount: 40,
      catalogueCount: 25,
      totalCount: servingCount + 25,
    });
    expect(mixed.shells.at(-1)).toMatchObject({ name: "own.csv", layer: "catalogue", firstIndex: servingCount });
    expect([mixed.idOf(servingCount + 3), mixed.nameOf(servingCount + 3), mixed.nameOf(3)]).toEqual([
      "90003",
      "OBJECT 3",
      "",
    ]);
  });

  test("moves by SGP4 with its own drag", () => {
    const record = makeRecord(catalogue.records[7]!.elements);
    const exact = propagateState(record, minutesSinceEpoch(record.epoch, mixed.epoch) + tS / 60);
    if ("reason" in exact) throw new Error(exact.reason);
    // The same function on the same record; minutes are summed in another order: 1e-12 of a day is 1e-6 km.
    mixed
      .at(tS)
      .positionsTemeKm.slice((servingCount + 7) * 3, (servingCount + 8) * 3)
      .forEach((each, axis) => {
        expect(Math.abs(each - exact.positionTemeKm[axis]!)).toBeLessThan(1e-6);
      });
  });

  test("has no laser, serves no place and changes no route, light or network", () => {
    expect(mixed.neighboursOf(servingCount + 3)).toEqual([]);
    expect(mixed.linksOf(servingCount + 3, tS)).toEqual([]);
    expect(mixed.mesh).toEqual(alone.mesh);
    expect(mixed.visibleFrom({ tS, place: london })).toEqual(alone.visibleFrom({ tS, place: london }));
    // The records fly where the fleet does, so they would be seen if they counted.
    expect(mixed.visibleFrom({ tS, place: london }).every(({ index }) => index < servingCount)).toBe(true);
    expect(mixed.route({ tS, from: london, to: newYork })).toEqual(alone.route({ tS, from: london, to: newYork }));
    expect(mixed.lightsAt(tS)).toEqual(alone.lightsAt(tS));
    expect(mixed.sunlight(tS)).toEqual(alone.sunlight(tS));
    const demands = [{ from: "London", to: "New York", rateBps: 1e9 }];
    const places = [
      { name: "London", ...london },
      { name: "New York", ...newYork },
    ];
    const asked = { mission: { ...mission, demands, places }, tS, satelliteOutputBps: 1e6 };
    const [with_, without] = [mixed, alone].map((flight) => trafficAt({ flight, ...asked }));
    expect(with_!.graph).toEqual(without!.graph);
    // An object that is selected has no load round it.
    const around = { index: servingCount, hopCount: 2 };
    expect(readTraffic({ flight: mixed, ...asked, around })).not.toHaveProperty("nearby");
    expect(readTraffic({ flight: mixed, ...asked, around: { ...around, index: 0 } })).toHaveProperty("nearby");
  });

  test("travels in keyframes behind all else, and its lost objects are counted apart", () => {
    // High drag, and years old at the mission's epoch: SGP4 has it decayed.
    const elements = { ...roster.elementsOf(0), epoch: parseInstant("2022-08-09T12:00:00Z")!, bstarPerRadius: 0.05 };
    const sets = [0, 1, 2].map(setOf).concat({ ...setOf(3), elements });
    const gone = readCatalogue({
      name: "gone",
      text: [...elementsWriters["omm-csv"].write(sets)].join(""),
    });
    expect(gone.refused).toEqual([]);
    const flight = fly({ catalogue: gone });
    const frame = readKeyframe({ flight, listedCount: 4, tS: 0 });
    expect(frame.positionsTemeKm).toHaveLength(12);
    expect([frame.decayedCount, frame.catalogueDecayedCount]).toEqual([1, 1]);
    expect([...frame.positionsTemeKm.slice(9)]).toEqual([0, 0, 0]);
    expect(Math.hypot(...frame.positionsTemeKm.slice(0, 3))).toBeGreaterThan(6900);
  });

  test("and files of the mission move through the kernel, each in its row, deep space and lost ones as SGP4 has them", () => {
    const path = "relay.csv";
    const shell = { name: "File", altitudeKm: 550, inclinationDeg: 53, planeCount: 1, satellitesPerPlaneCount: 25 };
    const sets = Array.from({ length: 40 }, (_, row) => setOf(row)).map((set, row) => ({
      ...set,
      elements: {
        ...set.elements,
        ...(row % 8 === 3 ? { meanMotionRevPerDay: 2.0056, eccentricityRatio: 0.7 } : {}),
        ...(row % 8 === 5 ? { epoch: parseInstant("2022-08-09T12:00:00Z")!, bstarPerRadius: 0.05 } : {}),
      },
    }));
    const mixture = readCatalogue({ name: "mixture", text: [...elementsWriters["omm-csv"].write(sets)].join("") });
    const flight = flyMission(
      { ...mission, relay: { shells: [{ ...shell, elementsFile: path }] } },
      { catalogue: mixture, elementsTexts: { [path]: textOf(25) } },
    );
    if ("issues" in flight) throw new Error(flight.issues[0]!.message);
    const { positionsTemeKm, velocitiesTemeKmPerS, decayedCount } = flight.at(tS);
    const rowOf = (array: Float64Array, index: number) => [...array.slice(index * 3, index * 3 + 3)];
    for (let index = 240; index < flight.totalCount; index++) {
      const exact = flight.stateOf(index, tS);
      if ("reason" in exact) {
        expect(rowOf(positionsTemeKm, index)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
        continue;
      }
      const off = (got: number[], expected: readonly number[]) =>
        Math.hypot(...got.map((each, axis) => each - expected[axis]!));
      expect(off(rowOf(positionsTemeKm, index), exact.positionTemeKm)).toBeLessThan(1e-6);
      expect(off(rowOf(velocitiesTemeKmPerS, index), exact.velocityTemeKmPerS)).toBeLessThan(1e-9);
    }
    expect([flight.totalCount, decayedCount]).toEqual([240 + 25 + 40, 5]);
    const listed = new Float64Array(65 * 3);
    expect(flight.statesInto({ tS, positions: listed, isListedOnly: true })).toBe(5);
    expect(listed).toEqual(positionsTemeKm.slice(240 * 3));
  });

  test("is refused in words past the limit of listed satellites, together with the mission's own files", () => {
    const path = "relay.csv";
    const shells = [
      {
        name: "Files",
        altitudeKm: 550,
        inclinationDeg: 53,
        planeCount: 1,
        satellitesPerPlaneCount: 2,
        elementsFile: path,
      },
    ];
    const many = { ...catalogue, squadron: { ...catalogue.squadron, satelliteCount: MAX_LISTED_COUNT - 1 } };
    const flown = flyMission(
      { ...mission, relay: { shells } },
      { catalogue: many, elementsTexts: { [path]: textOf(2) } },
    );
    expect("issues" in flown && flown.issues).toMatchObject([
      { path: "catalogue", given: `${MAX_LISTED_COUNT - 1} records beside 2 of the mission's element files` },
    ]);
  });
});

describe("what is said of a catalogue", () => {
  test("loaded and refused ones, with line, column and reason, and the span of epochs", () => {
    const lines = textOf(4, "tle").trimEnd().split("\n");
    // The second record's first line gets a wrong digit: its checksum tells.
    const at = lines.findIndex((line) => line.startsWith("1 90001"));
    lines[at] = `${lines[at]!.slice(0, 68)}${(Number(lines[at]![68]) + 1) % 10}`;
    const summary = describeCatalogue(readCatalogue({ name: "four", text: lines.join("\r\n") }));
    expect(summary).toMatchObject({ objectCount: 3, refusedCount: 1, format: "tle" });
    expect(summary.refused[0]).toMatchObject({ index: 1, line: at + 1 });
    expect(summary.refused[0]!.column).toBeGreaterThan(0);
    expect(summary.refused[0]!.reason).toMatch(/checksum/);
    expect(summary.epochs!.firstText.slice(0, 10)).toBe(mission.epoch.slice(0, 10));
  });

  test("of many refusals the first are told, and how many there are", () => {
    const text = "2 90001 nothing of use here, and again nothing at all to read in it\n".repeat(300);
    const { objectCount, refused, refusedCount, epochs } = describeCatalogue(readCatalogue({ name: "bad", text }));
    expect({ objectCount, told: refused.length, epochs }).toEqual({
      objectCount: 0,
      told: MAX_TOLD_REFUSAL_COUNT,
      epochs: undefined,
    });
    expect(refusedCount).toBe(300);
  });

  test("a worker reads each file once", async () => {
    const shelf = makeCatalogueShelf();
    const file = { key: 1, name: "own", blob: new Blob([textOf(2)]) };
    const [first, again, other] = [await shelf(file), await shelf(file), await shelf({ ...file, key: 2 })];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  const hostile = hasReference
    ? readReference<{ cases: { line1: string; line2: string; verdict: string }[] }>("vectors/hostile_tle.json").cases
    : [];
  test.skipIf(!hasReference)("all hostile records in one file: none is lost, none breaks a flight", () => {
    const read = readCatalogue({
      name: "hostile",
      text: hostile.map(({ line1, line2 }) => `${line1}\n${line2}\n`).join(""),
    });
    expect(read.records.length + read.refused.length).toBeGreaterThanOrEqual(hostile.length / 2);
    const flight = fly({ catalogue: read });
    const frame = readKeyframe({ flight, listedCount: flight.catalogueCount, tS });
    expect(frame.positionsTemeKm.every(Number.isFinite)).toBe(true);
  });
});

describe("search", () => {
  const find = (text: string) => findSatellites(mixed, text);
  test("by id, by whole name, by beginning and by part of a name", () => {
    expect(find("90003").matches).toMatchObject([{ index: servingCount + 3, name: "OBJECT 3", layer: "catalogue" }]);
    expect(
      find("object 2")
        .matches.map(({ name }) => name)
        .slice(0, 3),
    ).toEqual(["OBJECT 2", "OBJECT 20", "OBJECT 21"]);
    expect(find("ECT 24").matches).toMatchObject([{ id: "90024" }]);
    expect(find(" 0012 ").matches[0]).toMatchObject({ index: 11, layer: "fleet", name: "" });
    expect(find("OBJECT")).toMatchObject({ matchCount: 25 });
    expect(find("OBJECT").matches).toHaveLength(20);
    for (const nothing of ["", "  ", "-1", "1e2", "281", "toString"]) expect(find(nothing).matchCount).toBe(0);
  });

  test("of one number the mission's satellite comes first", () => {
    const named = readCatalogue({ name: "same", text: textOf(1).replace("90000", "7") });
    expect(findSatellites(fly({ catalogue: named }), "7").matches.map(({ layer }) => layer)).toEqual([
      "fleet",
      "catalogue",
    ]);
  });
});

describe("telling a catalogue from a mission", () => {
  test.each(Object.entries(elementsWriters))(
    "%s is seen as elements, with a BOM and spaces before it too",
    (_, { write }) => {
      const text = [...write([setOf(0)], { created })].join("");
      expect(holdsElements(text)).toBe(true);
      expect(holdsElements(`\ufeff\n${text}`)).toBe(true);
    },
  );

  test.each([
    ["the reference mission", JSON.stringify(referenceMission)],
    ["a broken mission", '{ "format": "dawnline/1", "name": '],
    ["prose", "1 day is enough\n2 nights are not\n"],
    ["a page", "<!doctype html><html><body>1 2</body></html>"],
    ["a list of words", '["a", "b"]'],
    ["nothing", ""],
    ["a setting", "COLOUR = red"],
  ])("%s is not", (_, text) => {
    expect(holdsElements(text)).toBe(false);
  });
});
