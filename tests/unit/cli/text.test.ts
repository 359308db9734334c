import { describe, expect, test } from "vitest";
import { csvCell, printable, printableLines, toJsonText, widthOf } from "../../../app/cli/printable.ts";
import { makePaint, pad, rowLines, wrap } from "../../../app/cli/table.ts";

describe("printable text", () => {
  test("what moves a terminal's cursor or turns text round is escaped", () => {
    expect(printable("\u001b[31mred\u0007")).toBe("\\u{1b}[31mred\\u{7}");
    expect(printable("a\nb\rc")).toBe("a\\u{a}b\\u{d}c");
    expect(printable("\u202eevil\u200b")).toBe("\\u{202e}evil\\u{200b}");
    expect(printable("São Paulo 東京 🚀")).toBe("São Paulo 東京 🚀");
    expect(printableLines("one\ntwo\u001b")).toBe("one\ntwo\\u{1b}");
  });

  test("width counts what a terminal shows", () => {
    expect(widthOf("abc")).toBe(3);
    expect(widthOf("東京")).toBe(4);
    expect(widthOf("e\u0301")).toBe(1);
  });

  test("JSON keeps its value and holds nothing that a terminal obeys", () => {
    const value = { name: "\u202eevil\u0085\u001b", number: 0.1 + 0.2 };
    const text = toJsonText(value);
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(text)).toEqual(value);
  });

  test("a number that is none is our defect, never null", () => {
    expect(() => toJsonText({ deep: [Number.NaN] })).toThrow("NaN");
    expect(() => toJsonText(Number.POSITIVE_INFINITY)).toThrow("Infinity");
  });

  test("no cell of CSV is a formula or breaks its line", () => {
    expect(csvCell("=1+1")).toBe(`"'=1+1"`);
    expect(csvCell("@SUM(A1)")).toBe(`"'@SUM(A1)"`);
    expect(csvCell("-1+1")).toBe(`"'-1+1"`);
    expect(csvCell("\t=1+1")).not.toMatch(/^"?[=\t]/);
    expect(csvCell('a,"b"')).toBe('"a,""b"""');
    expect(csvCell("ISS (ZARYA)")).toBe("ISS (ZARYA)");
  });
});

describe("tables", () => {
  test("text is broken at spaces, and inside a word only where it must be", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("abcdefghij k", 4)).toEqual(["abcd", "efgh", "ij k"]);
    expect(wrap("", 5)).toEqual([""]);
  });

  test("columns line up, wide signs included", () => {
    expect(pad("東京", { width: 6 })).toBe("東京  ");
    expect(pad("12", { width: 4, isRight: true })).toBe("  12");
    const columns = [
      { title: "a", width: 4 },
      { title: "b", width: 5, isRight: true },
    ];
    expect(rowLines(["x", "1 2 3 4"], columns)).toEqual(["x     1 2 3", "          4"]);
  });

  test("colours appear on request alone", () => {
    expect(makePaint(false).red("x")).toBe("x");
    expect(makePaint(true).red("x")).toBe("\u001b[31mx\u001b[39m");
  });
});
