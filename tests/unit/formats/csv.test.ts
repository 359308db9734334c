import { expect, test } from "vitest";
import { readCsvRows } from "../../../engine/formats/csv.ts";

const rows = (text: string) => [...readCsvRows(text)].map(({ line, cells }) => [line, ...cells]);

test("quoted cells keep commas, quotes and line breaks", () =>
  expect(rows('a,b\r\n"x, y","say ""no"""\n"two\nlines",z\n\n,\nlast,one')).toEqual([
    [1, "a", "b"],
    [2, "x, y", 'say "no"'],
    [3, "two\nlines", "z"],
    [6, "", ""],
    [7, "last", "one"],
  ]));

test("a quote inside a bare cell is a character like another", () =>
  expect(rows('5" disk,b')).toEqual([[1, '5" disk', "b"]]));

test("a quote that never ends takes its own line, says so, and not the rows below", () => {
  const text = 'x,"1\n2"\r\na,"b\r\nc,""\n';
  expect(rows(text)).toEqual([
    [1, "x", "1\n2"],
    [3, "a", '"b'],
    [4, "c", ""],
  ]);
  expect([...readCsvRows(text)].map(({ isUnclosed }) => isUnclosed)).toEqual([false, true, false]);
  expect(rows('a,"b')).toEqual([[1, "a", '"b']]);
});
