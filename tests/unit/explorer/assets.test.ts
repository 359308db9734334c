import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { fibreMs } from "../../../app/explorer/fibre.ts";
import { outlineSegments } from "../../../app/explorer/outlineLines.ts";
import { findPlace, placeChoices } from "../../../app/explorer/places.ts";
import { starPoints } from "../../../app/explorer/starPoints.ts";
import cities from "../../../assets/places/places.json";
import catalogue from "../../../assets/stars/stars.json";

test("coasts and borders lie just over the sphere, in short segments without cuts across the sea", () => {
  const path = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const { coastlines, borders } = outlineSegments(JSON.parse(readFileSync(path, "utf8")));
  expect(borders.length / 6).toBeGreaterThan(5000);
  expect(coastlines.length).toBeGreaterThan(borders.length);
  let longestKm = 0;
  for (let at = 0; at < coastlines.length; at += 6) {
    const [a, b] = [coastlines.subarray(at, at + 3), coastlines.subarray(at + 3, at + 6)];
    expect(Math.hypot(...a)).toBeCloseTo(6382.1, 0);
    longestKm = Math.max(longestKm, Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!));
  }
  expect(longestKm).toBeLessThan(500);
});

test("Sirius is the brightest star, blue-white, where it stands in the sky", () => {
  const stars = catalogue.stars as unknown as [number, number, number, number][];
  const { directions, tints } = starPoints(stars);
  expect(directions).toHaveLength(1500 * 3);
  const [x, y, z] = directions;
  expect((Math.atan2(y!, x!) * 180) / Math.PI).toBeCloseTo(101.29, 1);
  expect((Math.asin(z!) * 180) / Math.PI).toBeCloseTo(-16.72, 1);
  expect(tints[2]).toBeGreaterThanOrEqual(tints[0]!);
  expect(tints[3]).toBe(Math.max(...tints.filter((_, at) => at % 4 === 3)));
});

test("the mission's places come first, and a city is listed once", () => {
  const own = [{ name: "London", latitudeDeg: 51.5074, longitudeDeg: -0.1278 }];
  const choices = placeChoices(own);
  expect(choices[0]).toBe(own[0]);
  expect(choices.filter(({ name }) => name === "London")).toHaveLength(1);
  expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
  expect(findPlace(choices, " são paulo ")?.latitudeDeg).toBeCloseTo(-23.55, 1);
  expect(findPlace(choices, "Atlantis")).toBeUndefined();
});

test("cities lie on the globe", () => {
  expect(cities.length).toBeGreaterThan(300);
  for (const { latitudeDeg, longitudeDeg, populationCount } of cities) {
    expect(Math.abs(latitudeDeg)).toBeLessThan(85);
    expect(Math.abs(longitudeDeg)).toBeLessThanOrEqual(180);
    expect(populationCount).toBeGreaterThan(0);
  }
});

test("glass to London takes 27.3 ms", () => {
  expect(fibreMs(5570)).toBeCloseTo(27.275, 2);
});
