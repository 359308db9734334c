import { describe, expect, test } from "vitest";
import { MAX_ELEMENTS_CHARACTERS, readElements } from "../../../engine/formats/elements.ts";

const line1 = "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990";
const line2 = "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119";

describe("texts that are no records", () => {
  test.each([
    ["nothing", ""],
    ["blanks", " \n\t\r\n"],
    ["words", "hello\nworld"],
    ["one bracket", "["],
    ["a deep list", "[".repeat(100_000)],
    ["a deep object", `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`],
    ["prototypes", '[{"__proto__":{"polluted":1}},{"constructor":{"prototype":{"polluted":1}}}]'],
    ["a bare number", '[1,null,true,[],"x"]'],
    ["half a tag", "<omm"],
    ["an unclosed message", "<omm><body>"],
    ["deep tags", `<omm>${"<a>".repeat(5000)}${"</a>".repeat(5000)}</omm>`],
    ["a document type", '<!DOCTYPE x [<!ENTITY a "b">]><omm>&a;</omm>'],
    ["a billion laughs", '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><omm><EPOCH>&b;</EPOCH></omm>'],
    ["tags of prototypes", "<omm><__proto__><EPOCH>x</EPOCH></__proto__><constructor>1</constructor></omm>"],
    ["keys without values", "CCSDS_OMM_VERS = 2.0\n=\n= =\n__proto__ = 1"],
    ["names of columns alone", "EPOCH,MEAN_MOTION\n,\n1,2,3"],
    ["a quote that never ends", 'EPOCH,MEAN_MOTION\n"1,2'],
    ["zeros", "\u0000\u0000"],
  ])("%s: nothing loads, something says why, nothing throws", (_, text) => {
    const { records, refused } = readElements(text);
    expect(records).toEqual([]);
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatch(/\w{3,}/);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("a text past the limit is refused by its length", () => {
    // A rope of two characters: long without the memory.
    const text = "x".repeat(MAX_ELEMENTS_CHARACTERS + 1);
    expect(readElements(text).refused[0]!.reason).toContain(String(MAX_ELEMENTS_CHARACTERS));
  });
});

test("a limit of records stops the reading and says so", () => {
  const text = `${line1}\n${line2}\n`.repeat(5);
  const { records, refused } = readElements(text, { limitCount: 3 });
  expect(records.length).toBe(3);
  expect(refused).toEqual([{ index: 3, line: 7, column: 1, reason: expect.stringContaining("more than 3 records") }]);
  expect(readElements(text, { limitCount: 5 }).refused).toEqual([]);
});
