import { describe, expect, test } from "vitest";
import { readElements } from "../../../engine/formats/elements.ts";
import { parseEpoch, unitFault } from "../../../engine/formats/omm.ts";
import { makeRecord, propagateState } from "../../../engine/orbit/propagate.ts";

const message = {
  OBJECT_NAME: "ISS (ZARYA)",
  OBJECT_ID: "1998-067A",
  EPOCH: "2024-01-01T12:00:00.123456",
  MEAN_MOTION: 15.49560532,
  ECCENTRICITY: 0.0006317,
  INCLINATION: 51.64,
  RA_OF_ASC_NODE: 208.9163,
  ARG_OF_PERICENTER: 69.9862,
  MEAN_ANOMALY: 25.2906,
  EPHEMERIS_TYPE: 0,
  NORAD_CAT_ID: 25544,
  BSTAR: 0.0003,
};
type Message = Record<string, unknown>;
const heads = { CENTER_NAME: "EARTH", REF_FRAME: "TEME", TIME_SYSTEM: "UTC", MEAN_ELEMENT_THEORY: "SGP4" };

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const writers: Record<string, (messages: readonly Message[]) => string> = {
  "omm-json": (messages) => JSON.stringify(messages, null, 1),
  "omm-csv": (messages) =>
    [Object.keys(messages[0]!), ...messages.map(Object.values)]
      .map((cells) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(","))
      .join("\r\n"),
  "omm-kvn": (messages) =>
    messages
      .map((each) =>
        Object.entries({ CCSDS_OMM_VERS: "2.0", ...heads, ...each })
          .map(([key, value]) => `${key.padEnd(20)} = ${value}${key === "INCLINATION" ? " [deg]" : ""}`)
          .join("\n"),
      )
      .join("\nCOMMENT the next\n"),
  "omm-xml": (messages) => {
    const tags = (fields: Message, names: readonly string[]) =>
      names
        .filter((name) => Object.hasOwn(fields, name))
        .map(
          (name) =>
            `<${name}${name === "MEAN_MOTION" ? ' units="rev/day"' : ""}>${escapeXml(String(fields[name]))}</${name}>`,
        )
        .join("");
    return `<?xml version="1.0"?>\n<ndm>\n${messages
      .map((each) => {
        const fields = { ...heads, ...each };
        const meta = ["OBJECT_NAME", "OBJECT_ID", ...Object.keys(heads)];
        const tle = ["EPHEMERIS_TYPE", "NORAD_CAT_ID", "BSTAR"];
        const mean = Object.keys(fields).filter((name) => !meta.includes(name) && !tle.includes(name));
        return `<omm id="CCSDS_OMM_VERS" version="2.0"><header/><body><segment><metadata>${tags(fields, meta)}</metadata><data><meanElements>${tags(fields, mean)}</meanElements><tleParameters>${tags(fields, tle)}</tleParameters></data></segment></body></omm>`;
      })
      .join("\n")}\n</ndm>\n`;
  },
};

describe.each(Object.entries(writers))("%s", (format, write) => {
  const read = (...messages: Message[]) => readElements(write(messages));

  test("gives the same record as every other notation", () => {
    const file = read(message, { ...message, NORAD_CAT_ID: "00799501234", OBJECT_NAME: 'A "B", & <C>' });
    expect(file.format).toBe(format);
    expect(file.refused).toEqual([]);
    expect(file.records[0]).toMatchObject({
      index: 0,
      id: "25544",
      name: "ISS (ZARYA)",
      objectId: "1998-067A",
      warnings: [],
      elements: {
        epoch: { day: 8766, secondS: 43200.123456 },
        inclinationDeg: 51.64,
        raanDeg: 208.9163,
        eccentricityRatio: 0.0006317,
        argumentOfPerigeeDeg: 69.9862,
        meanAnomalyDeg: 25.2906,
        meanMotionRevPerDay: 15.49560532,
        bstarPerRadius: 0.0003,
      },
    });
    expect(file.records[1]).toMatchObject({ index: 1, id: "799501234", name: 'A "B", & <C>' });
  });

  test("a byte-order mark is no part of it", () =>
    expect(readElements(`\ufeff${write([message])}`).records.length).toBe(1));

  test.each([
    ["NORAD_CAT_ID", "12a"],
    ["EPOCH", "2024-02-30T00:00:00"],
    ["EPOCH", "tomorrow"],
    ["MEAN_MOTION", "NaN"],
    ["MEAN_MOTION", "1e999"],
    ["MEAN_MOTION", "0x10"],
    ["ECCENTRICITY", "1"],
    ["ECCENTRICITY", "-0.1"],
    ["INCLINATION", "180.1"],
    ["RA_OF_ASC_NODE", "Infinity"],
    ["BSTAR", "1e308"],
    ["BSTAR", "=1+1"],
    ["EPHEMERIS_TYPE", "4"],
    ["CENTER_NAME", "MARS"],
    ["REF_FRAME", "GCRF"],
    ["TIME_SYSTEM", "TAI"],
    ["MEAN_ELEMENT_THEORY", "DSST"],
  ])("refuses %s = %s, and only that record", (field, value) => {
    const messages = [message, { ...message, [field]: value }, message].map((each) => ({ ...heads, ...each }));
    const { records, refused } = read(...messages);
    expect(records.map(({ index }) => index)).toEqual([0, 2]);
    expect(refused.map(({ index }) => index)).toEqual([1]);
    expect(refused[0]!.line).toBeGreaterThan(1);
    expect(refused[0]!.reason.length).toBeGreaterThan(10);
  });

  test.each(["NORAD_CAT_ID", "EPOCH", "MEAN_MOTION", "ECCENTRICITY", "INCLINATION", "MEAN_ANOMALY", "BSTAR"])(
    "refuses a record without %s by name",
    (field) => {
      const { [field as "EPOCH"]: _, ...rest } = message;
      expect(read(rest)).toMatchObject({ records: [], refused: [{ index: 0, reason: `${field} is missing` }] });
    },
  );

  test("numbers of any catalogue keep all their digits", () =>
    expect(read({ ...message, NORAD_CAT_ID: "123456789012345678901" }).records[0]!.id).toBe("123456789012345678901"));
});

test("a long JSON number keeps its digits too", () => {
  const text = JSON.stringify([message]).replace("25544", "123456789012345678901");
  expect(readElements(text).records[0]!.id).toBe("123456789012345678901");
});

test("a TLE and its OMM fly the same orbit", () => {
  const [line1, line2] = [
    "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990",
    "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119",
  ];
  const omm = writers["omm-xml"]!([{ ...message, EPOCH: "2024-01-01T12:00:00" }]);
  const [a, b] = [`${line1}\n${line2}`, omm].map((text) =>
    propagateState(makeRecord(readElements(text).records[0]!.elements), 1440),
  );
  expect(a).toEqual(b);
});

describe("epochs", () => {
  test.each([
    ["2024-01-01T12:00:00", 43200],
    ["2024-001T12:00:00.5Z", 43200.5],
    ["2024-01-01T00:00:00.000000001", 1e-9],
  ])("%s", (text, secondS) => expect(parseEpoch(text)).toEqual({ day: 8766, secondS }));

  test("day 366 is of leap years alone", () => {
    expect(parseEpoch("2024-366T00:00:00")).toEqual({ day: 8766 + 365, secondS: 0 });
    expect(parseEpoch("2023-366T00:00:00")).toBeUndefined();
  });

  test.each([
    "2024-01-01",
    "2024-01-01T24:00:00",
    "2024-000T00:00:00",
    "2024-01-01T00:00:00.0000000001",
    "1901-01-01T00:00:00",
  ])("%s is none", (text) => expect(parseEpoch(text)).toBeUndefined());
});

test("another unit than the standard's is refused by name", () => {
  expect(unitFault("INCLINATION", "deg")).toBeUndefined();
  expect(unitFault("MEAN_MOTION", "REV/DAY")).toBeUndefined();
  expect(unitFault("INCLINATION", "rad")).toContain("INCLINATION");
  const kvn = writers["omm-kvn"]!([message]).replace("[deg]", "[rad]");
  expect(readElements(kvn).refused[0]!.reason).toContain("rad");
});

test("a name in JSON that is no text is none, and the record stays", () => {
  const entries = [{ a: 1 }, true, ["x"]].map((OBJECT_NAME) => ({ ...message, OBJECT_NAME }));
  const { records, refused } = readElements(JSON.stringify(entries));
  expect(refused).toEqual([]);
  expect(records.map(({ name }) => name).join("")).not.toMatch(/object|boolean/);
});
