import fc from "fast-check";
import { expect, test } from "vitest";
import { fileName } from "../../../../app/parts/download.ts";
import { hostileNames } from "../state/hostile.ts";

const SAFE = /^[a-z0-9][a-z0-9-]{0,90}\.html$/;

test("a title becomes a plain file name", () => {
  expect(fileName("AI1 reference report", "html")).toBe("ai1-reference-report.html");
  expect(fileName("Übergrößen-Plan №7", "json")).toBe("ubergro-en-plan-no7.json");
});

test("no title leaves the folder, names a device, hides its kind or is empty", () => {
  for (const name of hostileNames) {
    expect(fileName(name, "html"), name).toMatch(SAFE);
    expect(fileName(name, "html")).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./);
  }
});

test("every text gives a safe name", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => SAFE.test(fileName(name, "html"))));
});
