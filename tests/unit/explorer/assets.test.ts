import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { fibreMs } from "../../../app/explorer/fibre.ts";
import { outlineSegments } from "../../../app/explorer/outlineLines.ts";
import { findPlace, placeChoices } from "../../../app/explorer/places.ts";
import { starPoints } from "../../../app/explorer/starPoints.ts";
import cities from "../../../assets/places/places.json";
import catalogue from "../../../assets/stars/stars.json";

const path = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
const world: unknown = JSON.parse(readFileSync(path, "utf8"));

function measure(points: Float32Array) {
  let longestKm = 0;
  let lowestKm = Number.POSITIVE_INFINITY;
  let highestKm = 0;
  for (let at = 0; at < points.length; at += 6) {
    const [x, y, z, u, v, w] = points.subarray(at, at + 6) as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    longestKm = Math.max(longestKm, Math.hypot(x - u, y - v, z - w));
    lowestKm = Math.min(lowestKm, Math.hypot(x, y, z));
    highestKm = Math.max(highestKm, Math.hypot(x, y, z));
  }
  return { segmentCount: points.length / 6, longestKm, lowestKm, highestKm };
}

test("coasts and borders lie just over the sphere, without cuts across the sea", () => {
  const { coastlines, borders } = outlineSegments({ world, leastKm: 0 });
  const coast = measure(coastlines);
  expect(coast.lowestKm).toBeGreaterThan(6381);
  expect(coast.highestKm).toBeLessThan(6383);
  expect(coast.longestKm).toBeLessThan(500);
  expect(measure(borders).segmentCount).toBeGreaterThan(5000);
});

test("from afar a quarter of the points draws the same coasts", () => {
  const near = measure(outlineSegments({ world, leastKm: 0 }).coastlines);
  const far = measure(outlineSegments({ world, leastKm: 50 }).coastlines);
  expect(far.segmentCount).toBeLessThan(near.segmentCount / 4);
  expect(far.segmentCount).toBeGreaterThan(4000);
  expect(far.longestKm).toBeLessThan(600);
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
