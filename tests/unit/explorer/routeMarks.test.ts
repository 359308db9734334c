import { expect, test } from "vitest";
import { endAbove } from "../../../app/explorer/routeMarks.ts";

test("of two rings whose words would lie over one another the higher has its words above", () => {
  expect(endAbove([undefined, { xPx: 0, yPx: 0 }])).toBeUndefined();
  expect(
    endAbove([
      { xPx: 0, yPx: 0 },
      { xPx: 60, yPx: 4 },
    ]),
  ).toBe(0);
  expect(
    endAbove([
      { xPx: 0, yPx: 4 },
      { xPx: 60, yPx: 0 },
    ]),
  ).toBe(1);
  expect(
    endAbove([
      { xPx: 0, yPx: 0 },
      { xPx: 60, yPx: 40 },
    ]),
  ).toBeUndefined();
  expect(
    endAbove([
      { xPx: 0, yPx: 0 },
      { xPx: 300, yPx: 0 },
    ]),
  ).toBeUndefined();
});
