import fc from "fast-check";
import { expect, test } from "vitest";
import { format, readQuantity, type UnitSuffix } from "#engine";

const readOf = (text: string, unit?: UnitSuffix) => {
  const read = readQuantity(text, unit);
  return "value" in read ? read.value : read.reason;
};

test.each<[string, UnitSuffix | undefined, number]>([
  ["150000", "W", 150000],
  ["150,000", "W", 150000],
  ["150 000", "W", 150000],
  ["150\u2009000.5", "W", 150000.5],
  ["1e5", "W", 100000],
  ["1.5E5", "W", 150000],
  ["-5", "W", -5],
  ["\u22125", "W", -5],
  ["180 kW", "W", 180000],
  ["180kW", "W", 180000],
  ["150k", "W", 150000],
  ["1.2 MW", "W", 1200000],
  ["45 °C", "K", 318.15],
  ["95 %", "Fraction", 0.95],
  ["4.16 t", "Kg", 4160],
  ["21.7 min", "S", 1302],
  ["1 Tbit/s", "Bps", 1e12],
  [".5", "Fraction", 0.5],
  ["7.", undefined, 7],
])("%j in %s is %d", (text, unit, value) => {
  expect(readOf(text, unit)).toBeCloseTo(value, 9);
});

test.each<[string, UnitSuffix | undefined, RegExp]>([
  ["", "W", /not nothing/],
  ["abc", "W", /a number such as/],
  ["1,5", "W", /a point before decimals/],
  ["1,50,000", "W", /a point before decimals/],
  ["12 kg", "W", /a number in W/],
  ["12 w", "W", /a number in W/],
  ["1e400", "W", /beyond all bounds/],
  ["12abc", undefined, /without a unit/],
  ["--5", "W", /a number such as/],
  ["1.2.3", "W", /a number in W/],
  ["e5", "W", /a number such as/],
  ["0x10", "W", /a number in W/],
  ["1 50", "W", /a number in W/],
  ["Infinity", "W", /a number such as/],
])("%j in %s is refused", (text, unit, reason) => {
  expect(readOf(text, unit)).toMatch(reason);
});

test("plain digits of any number are that number", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
      expect(readOf(String(value), "W")).toBe(Number(value.toPrecision(15)));
    }),
  );
});

test("what is written for a person is read again to its digits", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: 1, max: 1e14 }),
      fc.constantFrom<UnitSuffix>("W", "Wh", "Km", "M2", "Years"),
      (value, unit) => {
        const read = readOf(format(value, unit, 6), unit);
        expect(Math.abs((read as number) / value - 1)).toBeLessThan(1e-5);
      },
    ),
  );
});

test("no text throws or gives what is no number", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readQuantity(text, "W");
      expect("value" in read ? Number.isFinite(read.value) : read.reason.length > 5).toBe(true);
    }),
  );
});
