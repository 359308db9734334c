import { describe, expect, test } from "vitest";
import { readElements } from "../../../engine/formats/elements.ts";
import { decodeCatalogueNumber, parseTle, tleChecksum } from "../../../engine/formats/tle.ts";

const line1 = "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990";
const line2 = "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119";

describe("one record", () => {
  test("gives its elements, id and designator", () => {
    expect(parseTle({ name: " ISS (ZARYA) ", line1, line2 })).toEqual({
      id: "25544",
      name: "ISS (ZARYA)",
      objectId: "98067A",
      elements: {
        epoch: { day: 8766, secondS: 43200 },
        inclinationDeg: 51.64,
        raanDeg: 208.9163,
        eccentricityRatio: 0.0006317,
        argumentOfPerigeeDeg: 69.9862,
        meanAnomalyDeg: 25.2906,
        meanMotionRevPerDay: 15.49560532,
        bstarPerRadius: 0.0003,
      },
      filing: {
        classification: "U",
        elementSetIndex: 999,
        revolutionCount: 43211,
        meanMotionDot: 0.00016717,
        meanMotionDdot: 0,
      },
      warnings: [],
    });
  });

  test("negative drag and exponents of either sign", () => {
    const sum = (line: string) => line.slice(0, 68) + tleChecksum(line);
    const parse = (bstar: string) => {
      const parsed = parseTle({ name: "", line1: sum(`${line1.slice(0, 53)}${bstar}${line1.slice(61)}`), line2 });
      return "faults" in parsed ? parsed.faults[0]!.reason : parsed.elements.bstarPerRadius;
    };
    expect(parse("-39202-4")).toBe(-0.39202e-4);
    expect(parse(" 12345+0")).toBe(0.12345);
    expect(parse(" 00000+0")).toBe(0);
    expect(parse(" 12345 3")).toContain("B*");
  });
});

describe("Alpha-5", () => {
  test.each([
    ["00005", "5"],
    ["    5", "5"],
    ["69999", "69999"],
    ["A0000", "100000"],
    ["H9999", "179999"],
    ["J0000", "180000"],
    ["N9999", "229999"],
    ["P0000", "230000"],
    ["Z9999", "339999"],
  ])("%s is %s", (text, id) => expect(decodeCatalogueNumber(text)).toBe(id));

  test.each(["I0000", "O0000", "a0000", "1A000", "A000", "AA000", "     ", "5    "])("%s is nothing", (text) =>
    expect(decodeCatalogueNumber(text)).toBeUndefined(),
  );
});

describe("a file", () => {
  test("may hold names, bare or behind a 0, comments, blank lines and carriage returns", () => {
    const text = `\ufeff# a comment\r\n\r\nISS (ZARYA)\r\n${line1}\r\n${line2}  \r\n0 STATION\r\n${line1}\r\n${line2}\r\n${line1}\r\n${line2}`;
    const { format, records, refused } = readElements(text);
    expect(format).toBe("tle");
    expect(refused).toEqual([]);
    expect(records.map(({ index, line, name }) => [index, line, name])).toEqual([
      [0, 4, "ISS (ZARYA)"],
      [1, 7, "STATION"],
      [2, 9, ""],
    ]);
  });

  test("a name may look like a line 1, a JSON list or a tag", () => {
    for (const name of ["1 KUNS-PF", "[TEST]", "<SAT>", "{X}", "1", "=1+1"]) {
      const { records, refused } = readElements(`${name}\n${line1}\n${line2}\n`);
      expect(refused).toEqual([]);
      expect(records[0]!.name).toBe(name);
    }
  });

  test("a refused record keeps its index, the others keep theirs", () => {
    const bad = `${line2.slice(0, 68)}0`;
    const text = [line1, line2, line1, bad, "LOST", line2, line1, line2, line1].join("\n");
    const { records, refused } = readElements(text);
    expect(records.map(({ index, line }) => [index, line])).toEqual([
      [0, 1],
      [3, 7],
    ]);
    expect(refused.map(({ index, line }) => [index, line])).toEqual([
      [1, 4],
      [2, 5],
      [4, 9],
    ]);
    expect(refused[0]!.reason).toContain("checksum");
  });

  test("what cannot be seen does not stay in a name", () => {
    const { records } = readElements(`A\u202eB\u0007C\n${line1}\n${line2}`);
    expect(records[0]!.name).toBe("ABC");
  });
});
