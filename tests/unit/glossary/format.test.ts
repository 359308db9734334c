import { expect, test } from "vitest";
import { format } from "../../../engine/glossary/format.ts";
import { type UnitSuffix, unitOf } from "../../../engine/glossary/units.ts";

const cases: [number, UnitSuffix, string][] = [
  [120000, "W", "120 kW"],
  [1000080000, "W", "1.00 GW"],
  [999999, "W", "1.00 MW"],
  [-32412, "W", "\u221232.4 kW"],
  [348.536, "K", "348.5 K (75.4 °C)"],
  [4153.08, "Kg", "4.15 t"],
  [317.276, "Kg", "317 kg"],
  [1302.1, "S", "21.7 min"],
  [0.0090786, "S", "9.08 ms"],
  [0.95506, "Fraction", "95.5 %"],
  [97.78767, "Deg", "97.79°"],
  [8334, "Count", "8\u2009334"],
  [1000000, "Count", "1\u2009000\u2009000"],
  [56671200000, "Usd", "$\u200956.7 billion"],
  [0.3166489, "UsdPerMTokens", "0.317 $/M tokens"],
  [2.0013846, "Ms", "2.00 ms"],
  [0, "W", "0 W"],
  [1e-7, "Ratio", "1.00e\u22127"],
  [-1.234e17, "Ratio", "\u22121.23e17"],
  [1400, "WPerM2", "1\u2009400 W/m²"],
];

test.each(cases)("%f %s is written %s", (value, unit, text) => {
  expect(format(value, unit)).toBe(text);
});

test("the last word of a name is its unit", () => {
  expect(unitOf("solarFluxWPerM2")).toBe("WPerM2");
  expect(unitOf("periodS")).toBe("S");
  expect(unitOf("positionsTemeKm")).toBe("Km");
  expect(unitOf("priceUsdPerMTokens")).toBe("UsdPerMTokens");
  expect(unitOf("altitude")).toBeUndefined();
  expect(unitOf("Km")).toBeUndefined();
  expect(unitOf("satellites")).toBeUndefined();
});
