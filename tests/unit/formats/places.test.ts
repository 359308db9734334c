import { describe, expect, test } from "vitest";
import { readElements } from "../../../engine/formats/elements.ts";
import { tleChecksum } from "../../../engine/formats/tle.ts";

/** Each refusal says where its fault stands, as an editor counts: line and column from 1. */
const line1 = "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990";
const line2 = "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119";
const put = (line: string, column: number, text: string) => {
  const changed = line.slice(0, column - 1) + text + line.slice(column - 1 + text.length);
  return changed.slice(0, 68) + tleChecksum(changed);
};
const placesOf = (text: string) => readElements(text).refused.map(({ line, column }) => [line, column]);

describe("two lines", () => {
  test.each([
    ["a checksum", line1.replace(/0$/, "5"), line2, 2, 69],
    ["the other checksum", line1, line2.replace(/9$/, "5"), 3, 69],
    ["a short line", line1.slice(0, 50), line2, 2, 51],
    ["a short second line", line1, line2.slice(0, 20), 3, 21],
    ["a long line", `${line1}x`, line2, 2, 70],
    ["a sign that is no ASCII", line1.replace("98067A", "98０67A"), line2, 2, 12],
    ["Alpha-5 without I", put(line1, 3, "I0000"), put(line2, 3, "I0000"), 2, 3],
    ["two numbers", line1, put(line2, 3, "25545"), 3, 3],
    ["a shifted column", put(line1, 33, "1"), line2, 2, 21],
    ["a day", put(line1, 21, "400"), line2, 2, 21],
    ["B*", put(line1, 54, " 3000x-3"), line2, 2, 54],
    ["an inclination", line1, put(line2, 9, "190.0000"), 3, 9],
    ["a node", line1, put(line2, 18, "2 8.9163"), 3, 18],
    ["an eccentricity", line1, put(line2, 27, "-006317"), 3, 27],
    ["a mean motion", line1, put(line2, 53, "00.00000000"), 3, 53],
    ["another theory", put(line1, 63, "4"), line2, 2, 63],
  ])("%s", (_, first, second, line, column) => {
    expect(placesOf(`ISS\n${first}\n${second}\n`)).toEqual([[line, column]]);
    expect(placesOf(`\ufeffISS\r\n${first}  \r\n${second}\r\n`)).toEqual([[line, column]]);
  });

  test("blanks before a line are no part of it, but of its columns", () => {
    const { records, refused } = readElements(
      `  ISS\n  ${line1}\n ${line2}  \n\n   ${line1}\n   ${line2.replace(/9$/, "5")}\n`,
    );
    expect(records.map(({ name, line }) => [name, line])).toEqual([["ISS", 2]]);
    expect(refused.map(({ line, column }) => [line, column])).toEqual([[6, 72]]);
  });
});

const good = {
  OBJECT_NAME: "A [b]",
  EPOCH: "2024-01-01T12:00:00",
  MEAN_MOTION: "15.5",
  ECCENTRICITY: "0.001",
  INCLINATION: "51.6",
  RA_OF_ASC_NODE: "1",
  ARG_OF_PERICENTER: "2",
  MEAN_ANOMALY: "3",
  NORAD_CAT_ID: "25544",
  BSTAR: "0.0003",
};
const bad = { ...good, INCLINATION: "181" };

test("JSON: the value, on the lines of its own entry", () => {
  const text = JSON.stringify([good, bad, good], null, 1);
  const [place, ...others] = placesOf(text);
  expect(others).toEqual([]);
  const line = text.split("\n")[place![0]! - 1]!;
  expect(line.slice(place![1]! - 1)).toBe('"181",');
  expect(place![0]).toBe(19);
  const { MEAN_MOTION: _, ...without } = good;
  expect(placesOf(`[${JSON.stringify(good)},\n  ${JSON.stringify(without)}]`)).toEqual([[2, 3]]);
  expect(placesOf('[{"EPOCH": 1},\n {"EPOCH" 2}]')).toEqual([
    [1, 2],
    [2, 11],
  ]);
});

test("KVN: the value behind its key", () => {
  const kvnOf = (message: Record<string, string>) =>
    Object.entries({ CCSDS_OMM_VERS: "2.0", ...message })
      .map(([key, value]) => `${key} = ${value}`)
      .join("\n");
  expect(placesOf(`${kvnOf(good)}\n${kvnOf(bad)}`)).toEqual([[11 + 6, "INCLINATION = ".length + 1]]);
  expect(placesOf(`${kvnOf(good)}\n${kvnOf(good)}\n  what?`)).toEqual([[23, 3]]);
  expect(readElements(kvnOf(good)).records[0]!.name).toBe("A [b]");
});

test("CSV: the cell, behind quotes that hold commas and lines", () => {
  const rows = [Object.keys(good), ['"x,\n""y"""', ...Object.values(good).slice(1)], Object.values(bad)];
  expect(placesOf(rows.map((cells) => cells.join(",")).join("\r\n"))).toEqual([
    [4, "A [b],2024-01-01T12:00:00,15.5,0.001,".length + 1],
  ]);
  const broken = [Object.keys(good), ['"x,\n""y"""', ...Object.values(bad).slice(1)]];
  expect(placesOf(broken.map((cells) => cells.join(",")).join("\n"))).toEqual([
    [3, '""y""",2024-01-01T12:00:00,15.5,0.001,'.length + 1],
  ]);
});

test("CSV: a column named twice is told once, at its second name", () => {
  const text = [
    [...Object.keys(good), "epoch"],
    [...Object.values(good), "2025-01-01T00:00:00"],
  ];
  const { records, refused } = readElements(text.map((cells) => cells.join(",")).join("\n"));
  expect(records).toEqual([]);
  const column = Object.keys(good).join(",").length + 2;
  expect(refused).toMatchObject([{ line: 1, column, reason: 'two columns are named "EPOCH"' }]);
});

test("CSV: a quote that nothing closes costs its own row alone, though a later row is quoted", () => {
  const values = Object.values(good).slice(1).join(",");
  const rows = [Object.keys(good).join(","), `"open,${values}`, `b,${values}`, `"C, c",${values}`, `d,${values}`];
  for (const end of ["\n", "\r\n"]) {
    const { records, refused } = readElements(rows.join(end));
    expect(records.map(({ name }) => name)).toEqual(["b", "C, c", "d"]);
    expect(refused).toMatchObject([{ line: 2, column: 1, reason: "a quote that is not closed" }]);
  }
});

test("JSON: an entry that is no object has its own place", () => {
  const text = `[${JSON.stringify(good)},\n null,\n  "a, [b]",\n 1 , true,\n[1],\n ${JSON.stringify(good)}]`;
  expect(readElements(text).records.length).toBe(2);
  expect(placesOf(text)).toEqual([
    [2, 2],
    [3, 3],
    [4, 2],
    [4, 6],
    [5, 1],
  ]);
});

test("XML: the text behind its tag", () => {
  const xmlOf = (message: Record<string, string>) =>
    `  <omm>\n${Object.entries(message)
      .map(([tag, value]) => `    <${tag} units="deg">${value}</${tag}>`)
      .join("\n")}\n  </omm>`.replaceAll(/(<(?!INC)\w+) units="deg"/g, "$1");
  expect(placesOf(`<ndm>\n${xmlOf(good)}\n${xmlOf(bad)}\n</ndm>`)).toEqual([
    [1 + 12 + 6, '    <INCLINATION units="deg">'.length + 1],
  ]);
  expect(placesOf("<ndm>\n <omm><EPOCH>x</EPOCH></omm>\n</ndm>")).toEqual([[2, 2]]);
});
