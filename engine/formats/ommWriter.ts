/**
 * Orbit Mean-Elements Messages (CCSDS 502.0-B-2, version 2.0) in four notations, with all digits of every number. Elements are SGP4's: TEME, UTC.
 */
import type { Instant } from "../geometry/instant.ts";
import { ccsdsTime } from "./ccsdsTime.ts";
import type { ElementSet } from "./elementSet.ts";
import { fullObjectId } from "./objectId.ts";
import { NO_OBJECT_ID } from "./omm.ts";

const ORIGINATOR = "DAWNLINE";
const VERSION = "2.0";

type Field = readonly [name: string, value: string | number];

/** Numbers with all their digits; catalogue numbers too long for a double stay text. */
const fieldsOf = ({ id, name, objectId, elements, filing }: ElementSet) => ({
  metadata: [
    ["OBJECT_NAME", name],
    ["OBJECT_ID", fullObjectId(objectId) || NO_OBJECT_ID],
    ["CENTER_NAME", "EARTH"],
    ["REF_FRAME", "TEME"],
    ["TIME_SYSTEM", "UTC"],
    ["MEAN_ELEMENT_THEORY", "SGP4"],
  ] as readonly Field[],
  meanElements: [
    ["EPOCH", ccsdsTime(elements.epoch)],
    ["MEAN_MOTION", elements.meanMotionRevPerDay],
    ["ECCENTRICITY", elements.eccentricityRatio],
    ["INCLINATION", elements.inclinationDeg],
    ["RA_OF_ASC_NODE", elements.raanDeg],
    ["ARG_OF_PERICENTER", elements.argumentOfPerigeeDeg],
    ["MEAN_ANOMALY", elements.meanAnomalyDeg],
  ] as readonly Field[],
  tleParameters: [
    ["EPHEMERIS_TYPE", 0],
    ["CLASSIFICATION_TYPE", filing.classification],
    ["NORAD_CAT_ID", Number.isSafeInteger(Number(id)) ? Number(id) : id],
    ["ELEMENT_SET_NO", filing.elementSetIndex],
    ["REV_AT_EPOCH", filing.revolutionCount],
    ["BSTAR", elements.bstarPerRadius],
    ["MEAN_MOTION_DOT", filing.meanMotionDot],
    ["MEAN_MOTION_DDOT", filing.meanMotionDdot],
  ] as readonly Field[],
});

function* allFields(set: ElementSet): Generator<Field> {
  const { metadata, meanElements, tleParameters } = fieldsOf(set);
  yield* metadata;
  yield* meanElements;
  yield* tleParameters;
}

/** One object a line, in a list, as CelesTrak writes it. */
export function* writeOmmJson(sets: Iterable<ElementSet>): Generator<string> {
  let isFirst = true;
  for (const set of sets) {
    yield `${isFirst ? "[\n" : ",\n"}${JSON.stringify(Object.fromEntries(allFields(set)))}`;
    isFirst = false;
  }
  yield isFirst ? "[]\n" : "\n]\n";
}

/** CelesTrak's columns: what is the same for all, the frame and the theory, has none. */
const csvColumns = [
  "OBJECT_NAME",
  "OBJECT_ID",
  "EPOCH",
  "MEAN_MOTION",
  "ECCENTRICITY",
  "INCLINATION",
  "RA_OF_ASC_NODE",
  "ARG_OF_PERICENTER",
  "MEAN_ANOMALY",
  "EPHEMERIS_TYPE",
  "CLASSIFICATION_TYPE",
  "NORAD_CAT_ID",
  "ELEMENT_SET_NO",
  "REV_AT_EPOCH",
  "BSTAR",
  "MEAN_MOTION_DOT",
  "MEAN_MOTION_DDOT",
];
const csvText = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function* writeOmmCsv(sets: Iterable<ElementSet>): Generator<string> {
  yield `${csvColumns.join(",")}\r\n`;
  for (const { id, name, objectId, elements: e, filing } of sets) {
    const head = `${csvText(name)},${csvText(fullObjectId(objectId) || NO_OBJECT_ID)},${ccsdsTime(e.epoch)}`;
    const orbit = `${e.meanMotionRevPerDay},${e.eccentricityRatio},${e.inclinationDeg},${e.raanDeg},${e.argumentOfPerigeeDeg},${e.meanAnomalyDeg}`;
    const counts = `${filing.classification},${id},${filing.elementSetIndex},${filing.revolutionCount}`;
    yield `${head},${orbit},0,${counts},${e.bstarPerRadius},${filing.meanMotionDot},${filing.meanMotionDdot}\r\n`;
  }
}

/** `created` is when the message is made. */
export function* writeOmmKvn(sets: Iterable<ElementSet>, { created }: { created: Instant }): Generator<string> {
  const head = `CCSDS_OMM_VERS      = ${VERSION}\nCREATION_DATE       = ${ccsdsTime(created)}\nORIGINATOR          = ${ORIGINATOR}\n\n`;
  let isFirst = true;
  for (const set of sets) {
    const lines = [...allFields(set)].map(([name, value]) => `${name.padEnd(19)} = ${value}`);
    yield `${isFirst ? "" : "\n"}${head}${lines.join("\n")}\n`;
    isFirst = false;
  }
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Text of XML 1.0: the characters that it forbids altogether are left out. */
export const xmlText = (value: string | number) =>
  String(value)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => entities[sign]!);

const tags = (fields: readonly Field[]) =>
  fields.map(([name, value]) => `<${name}>${xmlText(value)}</${name}>`).join("");

/** Messages in one `ndm`, a line each. */
export function* writeOmmXml(sets: Iterable<ElementSet>, { created }: { created: Instant }): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<ndm>\n';
  const header = `<header><CREATION_DATE>${ccsdsTime(created)}</CREATION_DATE><ORIGINATOR>${ORIGINATOR}</ORIGINATOR></header>`;
  for (const set of sets) {
    const { metadata, meanElements, tleParameters } = fieldsOf(set);
    yield `<omm id="CCSDS_OMM_VERS" version="${VERSION}">${header}<body><segment><metadata>${tags(metadata)}</metadata><data><meanElements>${tags(meanElements)}</meanElements><tleParameters>${tags(tleParameters)}</tleParameters></data></segment></body></omm>\n`;
  }
  yield "</ndm>\n";
}
