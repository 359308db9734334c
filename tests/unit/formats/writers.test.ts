import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ElementSet } from "../../../engine/formats/elementSet.ts";
import { readElements } from "../../../engine/formats/elements.ts";
import { elementsWriters } from "../../../engine/formats/exports.ts";
import { noFiling } from "../../../engine/formats/record.ts";
import { decodeCatalogueNumber } from "../../../engine/formats/tle.ts";
import { encodeCatalogueNumber, MAX_TLE_ID, tleFault, tleLines } from "../../../engine/formats/tleWriter.ts";
import { parseInstant, secondsBetween } from "../../../engine/geometry/instant.ts";

const created = parseInstant("2027-01-02T03:04:05Z")!;
const write = (format: keyof typeof elementsWriters, sets: readonly ElementSet[]) =>
  [...elementsWriters[format].write(sets, { created })].join("");
const iss: ElementSet = {
  id: "25544",
  name: "ISS (ZARYA)",
  objectId: "1998-067A",
  filing: {
    classification: "U",
    elementSetIndex: 999,
    revolutionCount: 43211,
    meanMotionDot: 1.6717e-4,
    meanMotionDdot: 0,
  },
  elements: {
    epoch: { day: 8766, secondS: 43200.123456 },
    inclinationDeg: 51.64,
    raanDeg: 208.9163,
    eccentricityRatio: 0.0006317,
    argumentOfPerigeeDeg: 69.9862,
    meanAnomalyDeg: 25.2906,
    meanMotionRevPerDay: 15.49560532,
    bstarPerRadius: 0.0003,
  },
};

const angle = fc.double({ min: 0, max: 359.9, noNaN: true });
const sets = fc.record({
  id: fc.bigInt({ min: 1n, max: 10n ** 20n }).map(String),
  name: fc.string({ unit: "grapheme", maxLength: 40 }).map((name) => name.replace(/[\p{C}\p{Z}]/gu, "").slice(0, 40)),
  objectId: fc.constantFrom("", "1998-067A", "2026-123ABC"),
  filing: fc.constantFrom(noFiling, iss.filing, { ...iss.filing, meanMotionDot: -1e-8, meanMotionDdot: 1.2345e-7 }),
  elements: fc.record({
    epoch: fc.record({
      day: fc.integer({ min: -10000, max: 20000 }),
      secondS: fc.integer({ min: 0, max: 86_399_999_999 }).map((micro) => micro / 1e6),
    }),
    inclinationDeg: fc.double({ min: 0, max: 180, noNaN: true }),
    raanDeg: angle,
    eccentricityRatio: fc.double({ min: 0, max: 0.05, noNaN: true }),
    argumentOfPerigeeDeg: angle,
    meanAnomalyDeg: angle,
    meanMotionRevPerDay: fc.double({ min: 0.9, max: 14, noNaN: true }),
    // Minus zero is written as zero.
    bstarPerRadius: fc.double({ min: -0.01, max: 0.01, noNaN: true }).map((value) => value + 0),
  }),
});

/** A microsecond read back through a sum of hours, minutes and seconds is off by one rounding of 86,400 s. */
const EPOCH_TOLERANCE_S = 3e-11;

describe.each(["omm-json", "omm-xml", "omm-kvn", "omm-csv"] as const)("%s", (format) => {
  test("comes back through our own reader with every digit", () => {
    fc.assert(
      fc.property(fc.array(sets, { minLength: 1, maxLength: 4 }), (given) => {
        const { format: seen, records, refused } = readElements(write(format, given));
        expect(refused).toEqual([]);
        expect(seen).toBe(format);
        expect(records.length).toBe(given.length);
        records.forEach(({ elements: { epoch, ...elements }, id, name, objectId, filing }, row) => {
          const { epoch: givenEpoch, ...givenElements } = given[row]!.elements;
          expect(elements).toEqual(givenElements);
          expect(Math.abs(secondsBetween(givenEpoch, epoch))).toBeLessThan(EPOCH_TOLERANCE_S);
          expect({ id, name, objectId, filing }).toEqual({
            id: given[row]!.id,
            name: given[row]!.name,
            objectId: given[row]!.objectId,
            filing: given[row]!.filing,
          });
        });
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  test("keeps nanoseconds of an epoch, carries a rounded second, and has no records of none", () => {
    const at = (secondS: number) => ({ ...iss, elements: { ...iss.elements, epoch: { day: 8766, secondS } } });
    const read = (secondS: number) => readElements(write(format, [at(secondS)])).records[0]!.elements.epoch;
    expect(read(1.000000123)).toEqual({ day: 8766, secondS: 1.000000123 });
    expect(read(59.9999999999)).toEqual({ day: 8766, secondS: 60 });
    expect(read(86399.9999999999)).toEqual({ day: 8767, secondS: 0 });
    expect(readElements(write(format, [])).records).toEqual([]);
  });

  test.each(['"', "a,b", "<b>&amp;</b>", "]]>", "x = y", "[deg]", "COMMENT", "=1+1", "é漢🛰", "{}", "\\"])(
    "a satellite may be called %s",
    (name) => {
      const { records } = readElements(write(format, [{ ...iss, name }]));
      expect(records.map((record) => record.name)).toEqual([name]);
    },
  );
});

describe("TLE", () => {
  test("a record's own lines come back", () => {
    const lines = [
      "1 25544U 98067A   24001.50000143  .00016717  00000-0  30000-3 0  999",
      "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.4956053243211",
    ];
    expect(tleLines(iss).map((line) => line.slice(0, 68))).toEqual(lines);
  });

  test("what is written is read, and written again it is the same to the letter", () => {
    const numbered = fc
      .tuple(sets, fc.integer({ min: 1, max: MAX_TLE_ID }))
      .map(([set, id]) => ({ ...set, id: String(id) }));
    fc.assert(
      fc.property(numbered, (set) => {
        fc.pre(tleFault(set) === undefined);
        const text = write("tle", [set]);
        const { records, refused } = readElements(text);
        expect(refused).toEqual([]);
        const { elements, id } = records[0]!;
        expect(id).toBe(set.id);
        // Half of the last decimal: of a day, a degree, a revolution, and of 1e-7.
        expect(Math.abs(secondsBetween(set.elements.epoch, elements.epoch))).toBeLessThan(0.5e-8 * 86400 + 1e-6);
        for (const angleName of ["inclinationDeg", "raanDeg", "argumentOfPerigeeDeg", "meanAnomalyDeg"] as const)
          expect(Math.abs(elements[angleName] - set.elements[angleName])).toBeLessThan(0.50001e-4);
        expect(Math.abs(elements.eccentricityRatio - set.elements.eccentricityRatio)).toBeLessThan(0.50001e-7);
        expect(Math.abs(elements.meanMotionRevPerDay - set.elements.meanMotionRevPerDay)).toBeLessThan(0.50001e-8);
        expect(Math.abs(elements.bstarPerRadius - set.elements.bstarPerRadius)).toBeLessThan(
          0.5e-4 * Math.abs(set.elements.bstarPerRadius) + 1e-14,
        );
        expect(write("tle", records)).toBe(text);
      }),
      { numRuns: 500, seed: 12 },
    );
  });

  test("Alpha-5 goes there and back over its whole range", () => {
    for (let id = 1; id <= MAX_TLE_ID; id += 997)
      expect(decodeCatalogueNumber(encodeCatalogueNumber(String(id)))).toBe(String(id));
    expect(
      [5, 99999, 100000, 179999, 180000, 229999, 230000, 339999].map((id) => encodeCatalogueNumber(String(id))),
    ).toEqual(["00005", "99999", "A0000", "H9999", "J0000", "N9999", "P0000", "Z9999"]);
  });

  test("what has no room is refused by name, with the way out", () => {
    const faultOf = (change: Partial<ElementSet["elements"]>, id = "1") =>
      tleFault({ id, elements: { ...iss.elements, ...change } });
    expect(faultOf({}, "339999")).toBeUndefined();
    expect(faultOf({}, "340000")).toMatch(/Alpha-5 ends at 339999; OMM/);
    expect(faultOf({ epoch: parseInstant("2056-12-31T12:00:00Z")! })).toBeUndefined();
    expect(faultOf({ epoch: parseInstant("2056-12-31T23:59:59.9999Z")! })).toContain("2057");
    expect(faultOf({ meanMotionRevPerDay: 100 })).toContain("two digits");
  });

  test("angles that round to a turn are 0, days that round up are the next", () => {
    const [first, second] = tleLines({
      ...iss,
      elements: { ...iss.elements, raanDeg: 359.99996, epoch: parseInstant("2023-12-31T23:59:59.9999Z")! },
    });
    expect(first.slice(18, 32)).toBe("24001.00000000");
    expect(second.slice(17, 25)).toBe("  0.0000");
  });

  test("a name that looks like a line stands behind a 0", () => {
    for (const name of ["1 KUNS-PF", "2", "0 ZERO", "# 7", "1", "", "ISS"]) {
      const { records, refused } = readElements(write("tle", [{ ...iss, name }, iss]));
      expect(refused).toEqual([]);
      expect(records.map((record) => record.name)).toEqual([name, iss.name]);
    }
  });
});

test("the table for spreadsheets has all digits and no formulas", () => {
  const [head, row] = write("csv", [{ ...iss, name: "=HYPERLINK(1)" }])
    .trim()
    .split("\n");
  expect(head!.split(",").slice(0, 6)).toEqual(["index", "id", "name", "objectId", "epoch", "semiMajorAxisKm"]);
  const cells = row!.split(",");
  expect(cells[2]).toBe('"\'=HYPERLINK(1)"');
  expect(cells[4]).toBe("2024-01-01T12:00:00.123456Z");
  // Kepler's third law at 15.4956 revolutions a day, J2 moves it by kilometres.
  expect(Math.abs(Number(cells[5]) - 6796)).toBeLessThan(10);
  expect(cells.slice(6).map(Number)).toEqual([51.64, 208.9163, 0.0006317, 69.9862, 25.2906, 15.49560532, 0.0003]);
});
