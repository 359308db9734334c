import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { format } from "../../../engine/glossary/format.ts";
import { type UnitSuffix, unitSymbols } from "../../../engine/glossary/units.ts";

/** Code points for which the app's own text font is fetched: its style sheet's `unicode-range`s, first and last. */
function shippedRanges(): readonly (readonly [number, number])[] {
  const main = readFileSync(new URL("../../../app/main.tsx", import.meta.url), "utf8");
  const sheet = /@fontsource-variable\/inter\/[\w.]+\.css/.exec(main)![0];
  const css = readFileSync(createRequire(import.meta.url).resolve(sheet), "utf8");
  return [...css.matchAll(/unicode-range:\s*([^;]+);/g)].flatMap(([, list]) =>
    list!.split(",").map((range) => {
      const [first, last = first] = range.trim().replace("U+", "").split("-") as [string, string?];
      return [Number.parseInt(first, 16), Number.parseInt(last!, 16)] as const;
    }),
  );
}

const sizes = [1, 1.2, 12.34, 123.4, 1234, 9.999e5];
const powers = Array.from({ length: 61 }, (_, row) => 10 ** (row - 30));

test("every sign that a written number may hold is in the shipped font", () => {
  const ranges = shippedRanges();
  expect(ranges.length).toBeGreaterThan(20);
  const units = [undefined, ...(Object.keys(unitSymbols) as UnitSuffix[])];
  const written = units.flatMap((unit) =>
    [0, ...powers.flatMap((power) => sizes.flatMap((size) => [size * power, -size * power]))].map((value) =>
      format(value, unit),
    ),
  );
  const signs = new Set(written.join(""));
  const missing = [...signs].filter((sign) => {
    const point = sign.codePointAt(0)!;
    return !ranges.some(([first, last]) => point >= first && point <= last);
  });
  expect(missing).toEqual([]);
  // A minus and a thin space are among them; a superscript minus, U+207B, would have none.
  expect(signs.has("\u2212") && signs.has("\u2009")).toBe(true);
  expect(ranges.some(([first, last]) => 0x207b >= first && 0x207b <= last)).toBe(false);
});
