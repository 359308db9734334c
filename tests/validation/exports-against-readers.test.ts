/** What we write, read by programs that we did not write: satellite.js, python-sgp4, Cesium, Python's XML; and the real catalogue there and back. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { json2satrec, sgp4, twoline2satrec } from "satellite.js";
import { afterAll, describe, expect, test } from "vitest";
import { writeCzml } from "../../engine/formats/czmlWriter.ts";
import type { ElementSet, Ephemeris } from "../../engine/formats/elementSet.ts";
import { readElements } from "../../engine/formats/elements.ts";
import { elementsWriters } from "../../engine/formats/exports.ts";
import { noFiling } from "../../engine/formats/record.ts";
import { addSeconds, parseInstant } from "../../engine/geometry/instant.ts";
import { norm, subtract, vectorAt } from "../../engine/geometry/vectors.ts";
import { siderealAngleRad, temeToEcef } from "../../engine/orbit/frames.ts";
import { makeRecord, propagateRun, propagateState } from "../../engine/orbit/propagate.ts";
import { designElements, elementsOf } from "../../engine/orbit/walker.ts";
import { hasReference, readReferenceText } from "./reference.ts";

const created = parseInstant("2027-01-02T00:00:00Z")!;
const epoch = parseInstant("2027-03-01T12:34:56.789012Z")!;
const write = (format: keyof typeof elementsWriters, sets: Iterable<ElementSet>) =>
  [...elementsWriters[format].write(sets, { created })].join("");

const shell = designElements(
  {
    altitudeKm: 550,
    inclinationDeg: 53,
    planeCount: 3,
    satellitesPerPlaneCount: 4,
    phasingCount: 1,
    raanSpreadDeg: 360,
  },
  epoch,
);
const sets: ElementSet[] = Array.from({ length: 12 }, (_, index) => ({
  // Five digits, Alpha-5 and its end.
  id: ["1", "69999", "100000", "339999"][index % 4]!,
  name: `Shell <${index}> & "co", 1`,
  objectId: "",
  filing: noFiling,
  elements: { ...elementsOf(shell, Math.floor(index / 4), index % 4), bstarPerRadius: index * 1e-5 },
}));
const DAYS = [0, 0.5, 3, 30];

/** Rounding of elements that are equal. */
const SAME_ELEMENTS_TOLERANCE_KM = 1e-6;

describe("satellite.js", () => {
  const stateOf = (record: ReturnType<typeof twoline2satrec>, minutes: number) => {
    const answer = sgp4(record, minutes);
    if (answer === null) throw new Error(`error ${record.error}`);
    return [answer.position.x, answer.position.y, answer.position.z] as const;
  };
  const ours = (set: ElementSet, minutes: number) => {
    const state = propagateState(makeRecord(set.elements), minutes);
    if ("reason" in state) throw new Error(state.reason);
    return state.positionTemeKm;
  };

  test("json2satrec flies our OMM JSON as we fly the elements", () => {
    const messages = JSON.parse(write("omm-json", sets)) as Parameters<typeof json2satrec>[0][];
    messages.forEach((message, row) => {
      for (const days of DAYS) {
        const off = subtract(stateOf(json2satrec(message), days * 1440), ours(sets[row]!, days * 1440));
        expect(norm(off)).toBeLessThan(SAME_ELEMENTS_TOLERANCE_KM);
      }
    });
  });

  test("twoline2satrec flies our TLE as we fly it read back", () => {
    const text = write("tle", sets);
    const lines = text.split("\n").filter((line) => /^[12] /.test(line));
    readElements(text).records.forEach((record, row) => {
      const theirs = twoline2satrec(lines[row * 2]!, lines[row * 2 + 1]!);
      for (const days of DAYS)
        expect(
          norm(subtract(stateOf(theirs, days * 1440), ours({ ...record, filing: noFiling }, days * 1440))),
        ).toBeLessThan(SAME_ELEMENTS_TOLERANCE_KM);
    });
  });
});

const folder = mkdtempSync(join(tmpdir(), "dawnline-exports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** What a Python script prints, or undefined where there is no Python or it lacks a module. */
function askPython(script: string, files: Readonly<Record<string, string>>): string | undefined {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { status, stdout, stderr } = spawnSync("python3", ["-c", script], { cwd: folder, encoding: "utf8" });
  if (status === 0) return stdout;
  if (status === null || /ModuleNotFoundError|not found/.test(stderr)) return undefined;
  throw new Error(stderr);
}
const hasPython = askPython("import xml.etree.ElementTree", {}) !== undefined;
const hasPythonSgp4 = askPython("import sgp4.omm", {}) !== undefined;

describe("XML", () => {
  const text = write("omm-xml", sets);
  test("is well formed to a validator", () => expect(XMLValidator.validate(text)).toBe(true));

  test.skipIf(!hasPython)("is well formed to expat, names and all (needs python3)", () => {
    const names = askPython(
      "import xml.etree.ElementTree as E, json; print(json.dumps([e.text for e in E.parse('a.xml').getroot().iter('OBJECT_NAME')]))",
      { "a.xml": text },
    );
    expect(JSON.parse(names!)).toEqual(sets.map(({ name }) => name));
  });
});

test.skipIf(!hasPythonSgp4)(
  "python-sgp4 reads our CSV, XML and TLE and flies the same orbits (needs its module)",
  () => {
    const script = `
import json
from sgp4 import omm
from sgp4.api import Satrec, WGS72
out = {}
def fly(s): return [s.sgp4_tsince(d * 1440.0)[1] for d in ${JSON.stringify(DAYS)}]
for name, parse in (('a.csv', omm.parse_csv), ('a.xml', omm.parse_xml)):
    out[name] = []
    with open(name, newline='', encoding='utf-8') as f:
        for fields in parse(f):
            s = Satrec(); omm.initialize(s, fields); out[name].append([str(s.satnum), fly(s)])
lines = [l.rstrip() for l in open('a.tle', encoding='utf-8') if l[:2] in ('1 ', '2 ')]
out['a.tle'] = []
for a, b in zip(lines[::2], lines[1::2]):
    s = Satrec.twoline2rv(a, b, WGS72); out['a.tle'].append([str(s.satnum), fly(s)])
print(json.dumps(out))`;
    const files = { "a.csv": write("omm-csv", sets), "a.xml": write("omm-xml", sets), "a.tle": write("tle", sets) };
    const answers = JSON.parse(askPython(script, files)!) as Record<keyof typeof files, [string, number[][]][]>;
    const readBack = readElements(files["a.tle"]).records;
    for (const [name, rows] of Object.entries(answers)) {
      expect(rows.map(([id]) => id)).toEqual(sets.map(({ id }) => id));
      rows.forEach(([, states], row) => {
        const { elements } = name === "a.tle" ? readBack[row]! : sets[row]!;
        states.forEach((position, at) => {
          const state = propagateState(makeRecord(elements), DAYS[at]! * 1440);
          if ("reason" in state) throw new Error(state.reason);
          expect(norm(subtract(vectorAt(position, 0), state.positionTemeKm))).toBeLessThan(SAME_ELEMENTS_TOLERANCE_KM);
        });
      });
    }
  },
);

/** What Cesium asks for by `instanceof`, which only a browser has. */
const browserNames = [
  "Image",
  "HTMLImageElement",
  "HTMLCanvasElement",
  "HTMLVideoElement",
  "ImageBitmap",
  "OffscreenCanvas",
];
type Cartesian = { x: number; y: number; z: number };
type Cesium = {
  CzmlDataSource: {
    load: (document: unknown) => Promise<{
      name: string;
      clock: { startTime: unknown; stopTime: unknown };
      entities: {
        values: { id: string; name: string }[];
        getById: (id: string) => {
          position: { getValueInReferenceFrame: (time: unknown, frame: unknown) => Cartesian | undefined };
        };
      };
    }>;
  };
  JulianDate: { fromIso8601: (text: string) => unknown; secondsDifference: (a: unknown, b: unknown) => number };
  ReferenceFrame: { FIXED: unknown };
};

/** Interpolated between steps of a minute, in a low orbit: Lagrange of degree 5. */
const INTERPOLATION_TOLERANCE_M = 5;
/** Decimals that are written. */
const STEP_TOLERANCE_M = 0.001;

test("Cesium's CzmlDataSource puts our satellites where SGP4 does, on the steps and between them", async () => {
  for (const name of browserNames) (globalThis as Record<string, unknown>)[name] ??= function Absent() {};
  const { CzmlDataSource, JulianDate, ReferenceFrame } = (await import("cesium" as string)) as Cesium;
  const tS = Float64Array.from({ length: 121 }, (_, step) => step * 60);
  const minutes = tS.map((time) => time / 60);
  const ephemerides = sets.slice(0, 4).map(
    (set, index): Ephemeris => ({
      index,
      set,
      from: epoch,
      tS,
      states: propagateRun(makeRecord(set.elements), minutes).states,
    }),
  );
  const text = [...writeCzml(ephemerides, { name: 'A <b> & "c"', from: epoch, spanS: 7200 })].join("");
  const source = await CzmlDataSource.load(JSON.parse(text));
  expect(source.name).toBe('A <b> & "c"');
  expect(source.entities.values.map(({ name }) => name)).toEqual(sets.slice(0, 4).map(({ name }) => name));
  expect(JulianDate.secondsDifference(source.clock.stopTime, source.clock.startTime)).toBeCloseTo(7200, 6);
  const start = "2027-03-01T12:34:56.789012Z";
  for (const [index, { elements }] of sets.slice(0, 4).entries())
    for (const [time, toleranceM] of [
      [0, STEP_TOLERANCE_M],
      [3600, STEP_TOLERANCE_M],
      [7200, STEP_TOLERANCE_M],
      [29.5, INTERPOLATION_TOLERANCE_M],
      [1234.5, INTERPOLATION_TOLERANCE_M],
      [7177, INTERPOLATION_TOLERANCE_M],
    ] as const) {
      const date = JulianDate.fromIso8601(start);
      Object.assign(date as object, { secondsOfDay: (date as { secondsOfDay: number }).secondsOfDay + time });
      const got = source.entities
        .getById(`satellite-${index}`)
        .position.getValueInReferenceFrame(date, ReferenceFrame.FIXED)!;
      const state = propagateState(makeRecord(elements), time / 60);
      if ("reason" in state) throw new Error(state.reason);
      const wanted = temeToEcef(state.positionTemeKm, siderealAngleRad(addSeconds(epoch, time)));
      const offM = 1000 * norm(subtract([got.x / 1000, got.y / 1000, got.z / 1000], wanted));
      expect(offM, `satellite ${index} at ${time} s`).toBeLessThan(toleranceM);
    }
});

describe.skipIf(!hasReference)("the real catalogue (needs the reference files beside the project)", () => {
  const text = hasReference ? readReferenceText("catalogue/tle-2022-08.txt") : "";
  const { records } = readElements(text);

  test("comes back as TLE with every digit, nearly all of it to the letter", () => {
    const written = write("tle", records);
    const back = readElements(written);
    expect(back.refused).toEqual([]);
    const bare = (all: typeof records) =>
      all.map(({ id, objectId, elements, filing }) => ({ id, objectId, elements, filing }));
    expect(bare(back.records)).toEqual(bare(records));
    const given = new Set(text.split(/\r?\n/));
    const lines = written.split("\n").filter((line) => /^[12] /.test(line));
    // Others fill numbers with zeros or blanks, and write signs, in their own way.
    expect(lines.filter((line) => given.has(line)).length / lines.length).toBeGreaterThan(0.9);
  });

  test("is the same after OMM CSV", () => {
    const back = readElements(write("omm-csv", records));
    expect(back.refused).toEqual([]);
    back.records.forEach(({ id, elements, filing }, row) => {
      const { epoch: readEpoch, ...numbers } = elements;
      const { epoch: givenEpoch, ...givenNumbers } = records[row]!.elements;
      expect({ id, ...numbers, ...filing }).toEqual({ id: records[row]!.id, ...givenNumbers, ...records[row]!.filing });
      expect(Math.abs(readEpoch.secondS - givenEpoch.secondS)).toBeLessThan(3e-11);
    });
  });
});
