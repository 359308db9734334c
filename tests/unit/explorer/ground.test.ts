import { describe, expect, test } from "vitest";
import { parseInstant } from "#engine";
import { compassPoint, domePoint, highestRows, pickRow } from "../../../app/explorer/dome.ts";
import { findNamed } from "../../../app/explorer/findNamed.ts";
import { shadowWords } from "../../../app/explorer/ShadowNext.tsx";
import { siteLabels } from "../../../app/explorer/siteLabels.ts";
import type { OverheadAnswer } from "../../../app/worker/groundMessages.ts";

const answerOf = (rows: readonly (readonly [azimuthDeg: number, elevationDeg: number])[]): OverheadAnswer => ({
  tS: 0,
  sunAltitudeDeg: -10,
  sunAzimuthDeg: 270,
  indices: Uint32Array.from(rows, (_, row) => row * 10),
  azimuthsDeg: Float32Array.from(rows, ([azimuth]) => azimuth),
  elevationsDeg: Float32Array.from(rows, ([, elevation]) => elevation),
  rangesKm: new Float32Array(rows.length),
  lights: new Uint8Array(rows.length),
});

describe("dome", () => {
  test("the zenith is the middle, north is up, east at the left as seen from below", () => {
    const at = (azimuthDeg: number, elevationDeg: number) => {
      const { x, y } = domePoint({ azimuthDeg, elevationDeg });
      return [Number(x.toFixed(9)) + 0, Number(y.toFixed(9)) + 0];
    };
    expect(at(123, 90)).toEqual([0, 0]);
    expect(at(0, 0)).toEqual([0, -1]);
    expect(at(90, 0)).toEqual([-1, 0]);
    expect(at(180, 45)).toEqual([0, 0.5]);
    expect(at(270, 30)).toEqual([2 / 3, 0].map((each) => Number(each.toFixed(9))));
  });

  test("a press takes the nearest mark within reach, or none", () => {
    const answer = answerOf([
      [0, 80],
      [0, 70],
      [90, 20],
    ]);
    expect(pickRow(answer, { x: 0, y: -0.12 }, 0.1)).toBe(0);
    expect(pickRow(answer, { x: 0, y: -0.2 }, 0.1)).toBe(1);
    expect(pickRow(answer, { x: 0.5, y: 0.5 }, 0.1)).toBeUndefined();
  });

  test("the highest come first, however many there are", () => {
    const elevations = Array.from({ length: 500 }, (_, row) => ((row * 7919) % 500) / 6);
    const rows = highestRows(answerOf(elevations.map((each) => [0, each])), 7);
    const sorted = Array.from(new Float32Array(elevations)).sort((a, b) => b - a);
    expect(rows.map((row) => Math.fround(elevations[row]!))).toEqual(sorted.slice(0, 7));
    expect(highestRows(answerOf([]), 5)).toEqual([]);
  });

  test("points of the compass", () => {
    expect([0, 22, 23, 90, 359, -45].map(compassPoint)).toEqual(["N", "N", "NE", "E", "N", "NW"]);
  });
});

describe("names", () => {
  const things = ["Greater London", "London", "Londonderry", "New London", "São Paulo", "Blondon"].map((name) => ({
    name,
  }));
  const names = (typed: string, most = 10) => findNamed(things, typed, most).map(({ name }) => name);

  test("whole names go before beginnings, those before words, those before parts", () => {
    expect(names("london")).toEqual(["London", "Londonderry", "Greater London", "New London", "Blondon"]);
    expect(names("LONDON ", 2)).toEqual(["London", "Londonderry"]);
  });

  test("accents and capitals do not count, and no text finds nothing", () => {
    expect(names("sao p")).toEqual(["São Paulo"]);
    expect(names("são P")).toEqual(["São Paulo"]);
    expect(names("  ")).toEqual([]);
  });

  test("what looks like a pattern or a tag is only text", () => {
    expect(names(".*")).toEqual([]);
    expect(names("<img onerror=x>")).toEqual([]);
  });
});

test("the next shadow in words", () => {
  const epoch = parseInstant("2027-01-01T00:00:00Z")!;
  const ahead = { tS: 0, searchedS: 86_400, isInShadow: false };
  const words = (more: object, tS = 0) => shadowWords({ ...ahead, ...more }, tS, epoch);
  expect(words({})).toBe("No shadow within 24 h.");
  expect(words({ entersTS: 600, leavesTS: 1800 })).toBe("Enters the shadow in 10 min, 1 Jan 00:10 UTC, for 20 min.");
  expect(words({ entersTS: 600, leavesTS: 1800 }, 700)).toBeUndefined();
  expect(words({ isInShadow: true, leavesTS: 1800 })).toBe("Leaves the shadow in 30 min, 1 Jan 00:30 UTC.");
  expect(words({ isInShadow: true })).toBe("In the shadow for more than 24 h.");
});

test("a site's label has its count once it is known", () => {
  const site = { name: "Torbay", latitudeDeg: 47.6, longitudeDeg: -52.7, heightKm: 0.1 };
  expect(siteLabels([site], new Map())[0]!.text).toBe("Torbay");
  expect(siteLabels([site], new Map([["Torbay", 12]]))[0]!.text).toBe("Torbay  12 in view");
});
