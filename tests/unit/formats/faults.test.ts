import { describe, expect, test } from "vitest";
import { readElements } from "../../../engine/formats/elements.ts";
import { faultsOf } from "../../../engine/formats/record.ts";
import { tleChecksum } from "../../../engine/formats/tle.ts";

/** A record with several faults is told all of them, each where it stands; the records round it load. */
const good = {
  OBJECT_NAME: "A",
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
const { MEAN_ANOMALY: _, ...without } = good;
const bad = { ...without, EPOCH: "yesterday", ECCENTRICITY: "1.5", INCLINATION: "181", RA_OF_ASC_NODE: "x" };
/** What is wrong with `bad`, by the text that its place begins with; what is missing has the record's own place. */
const wrong = [
  ["MEAN_ANOMALY is missing"],
  ['EPOCH "yesterday" is no UTC time', "yesterday"],
  ["eccentricity 1.5 is outside", "1.5"],
  ["inclination 181° is outside", "181"],
  ['RA_OF_ASC_NODE "x" is no number', "x"],
] as const;

/** Each fault with the text at its place. */
function faultsIn(text: string, index = 1) {
  const { records, refused } = readElements(text);
  expect(refused.map((each) => each.index)).toEqual([index]);
  expect(records.map(({ index: at }) => at)).toEqual([0, 2]);
  const lines = text.split(/\r\n|\n/);
  return faultsOf(refused[0]!).map(({ line, column, reason }) => [reason, lines[line - 1]!.slice(column - 1)] as const);
}
function expectWrong(text: string) {
  const faults = faultsIn(text);
  for (const [row, [reason, begins = ""]] of wrong.entries()) {
    expect(faults[row]![0]).toContain(reason);
    expect(faults[row]![1].replace(/^"/, "").startsWith(begins), `${faults[row]!.join(" at ")}`).toBe(true);
  }
  expect(faults.length).toBe(wrong.length);
}

test("OMM as JSON", () => expectWrong(JSON.stringify([good, bad, good], null, 2)));

test("OMM as XML", () => {
  const xmlOf = (message: object) =>
    `<omm>\n${Object.entries(message)
      .map(([tag, value]) => `  <${tag}>${value}</${tag}>`)
      .join("\n")}\n</omm>`;
  expectWrong(`<ndm>\n${[good, bad, good].map(xmlOf).join("\n")}\n</ndm>`);
});

test("OMM as KVN, a unit and a line that is none beside", () => {
  const kvnOf = (message: object) =>
    Object.entries({ CCSDS_OMM_VERS: "2.0", ...message })
      .map(([key, value]) => `${key} = ${value}`)
      .join("\n");
  expectWrong([good, bad, good].map(kvnOf).join("\n"));
  const text = `${kvnOf(good)}\n${kvnOf({ ...good, MEAN_MOTION: "15.5 [rad/s]", INCLINATION: "-1" })}\n what?\n${kvnOf(good)}`;
  expect(faultsIn(text)).toEqual([
    ['MEAN_MOTION is in "rad/s", expected rev/day', "15.5 [rad/s]"],
    ["inclination -1° is outside 0 to 180°", "-1"],
    ['"what?" is not KEY = VALUE', "what?"],
  ]);
});

test("OMM as CSV, where a missing value is an empty cell", () => {
  const names = Object.keys(good);
  const rowOf = (message: Record<string, string>) => names.map((name) => message[name] ?? "").join(",");
  expectWrong([names.join(","), rowOf(good), rowOf(bad), rowOf(good)].join("\r\n"));
});

describe("two lines", () => {
  const line1 = "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990";
  const line2 = "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119";
  const put = (line: string, column: number, text: string) =>
    line.slice(0, column - 1) + text + line.slice(column - 1 + text.length);
  const sum = (line: string) => line.slice(0, 68) + tleChecksum(line);
  const pair = [line1, sum(line2)];
  const textOf = (first: string, second: string) => [...pair, first, second, ...pair].join("\n");

  test("every field, in both lines", () => {
    const text = textOf(
      sum(put(put(line1, 21, "367.5"), 54, " 3x000-3")),
      put(put(sum(line2), 9, "181.0000"), 27, "-006317"),
    );
    expect(faultsIn(text).map(([reason, at]) => [reason, at.slice(0, 8)])).toEqual([
      ["day 367 is no day of 2024", "367.5000"],
      ['B*: " 3x000-3" is not a number in its columns', " 3x000-3"],
      ["inclination 181° is outside 0 to 180°", "181.0000"],
      ['eccentricity: "-006317" is not a number in its columns', "-006317 "],
      [expect.stringMatching(/^line 2: checksum is \d/), text.split("\n")[3]!.slice(68)],
    ]);
  });

  test("one line is short and the other has a fault of its own", () => {
    expect(faultsIn(textOf(line1.slice(0, 50), sum(put(line2, 18, "361.0000")))).map(([reason]) => reason)).toEqual([
      "line 1 has 50 characters, not 69",
      "right ascension of the node 361° is outside 0 to 360°",
    ]);
  });

  test("what one sign breaks is told once", () => {
    const text = textOf(sum(put(line1, 10, "98０67A")), sum(line2));
    expect(faultsIn(text).map(([reason]) => reason)).toEqual(["line 1 has characters that are not plain ASCII"]);
  });
});

describe("a broken record costs no other", () => {
  const json = JSON.stringify(good);
  const countsOf = (text: string) => {
    const { records, refused } = readElements(text);
    return [records.map(({ index }) => index), refused.map(({ index, line, column }) => [index, line, column])];
  };

  test("JSON: an entry that is none, and a list that is not closed", () => {
    const text = `[${json},\n {"EPOCH" 2},\n${json}]`;
    expect(countsOf(text)).toEqual([[0, 2], [[1, 2, 11]]]);
    expect(readElements(text).refused[0]!.reason).toMatch(/^no JSON: /);
    const [loaded, refused] = countsOf(`[${json},\n${json}\n,{"EPOCH":`);
    expect(loaded).toEqual([0, 1]);
    expect(refused!.length).toBe(1);
    expect(countsOf(`[${json} ${json}]`)[0]).toEqual([0, 1]);
    expect(countsOf(`[${json} ${json}]`)[1]!.length).toBe(1);
    expect(countsOf("[[[{]]")[0]).toEqual([]);
  });

  test("XML: a message that is not closed", () => {
    const xml = `<omm>${Object.entries(good)
      .map(([tag, value]) => `<${tag}>${value}</${tag}>`)
      .join("")}</omm>`;
    const text = `<ndm>${xml}\n ${xml.replace("</omm>", "")}\n${xml}</ndm>`;
    expect(countsOf(text)).toEqual([[0, 2], [[1, 2, 2]]]);
    expect(readElements(text).refused[0]!.reason).toBe("<omm> is not closed");
  });

  test("CSV: a quote that is not closed", () => {
    const row = Object.values(good).join(",");
    const text = [Object.keys(good).join(","), row, `"${row}`, row].join("\n");
    expect(countsOf(text)).toEqual([[0, 2], [[1, 3, 1]]]);
    expect(readElements(text).refused[0]!.reason).toBe("a quote that is not closed");
  });

  test("a record of a million faults tells the first and how many more", () => {
    const { refused } = readElements(`CCSDS_OMM_VERS = 2.0\n${"what?\n".repeat(100_000)}`);
    expect(refused.length).toBe(1);
    expect(faultsOf(refused[0]!).length).toBe(31);
    expect(faultsOf(refused[0]!).at(-1)!.reason).toMatch(/^and \d+ more faults$/);
  });
});
