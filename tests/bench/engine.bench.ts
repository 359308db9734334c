import { json2satrec, propagate, sgp4 } from "satellite.js";
import { bench, describe } from "vitest";
import {
  cycleMission,
  exampleMissions,
  type Flight,
  flyMission,
  parseMission,
  planMission,
  referenceMission,
} from "#engine";

const mission = parseMission(referenceMission).mission!;
const flight = flyMission(mission) as Flight;
const starlink = flyMission(parseMission(exampleMissions[1]!.document).mission!) as Flight;
const positions = new Float64Array(flight.totalCount * 3);
const velocities = new Float64Array(flight.totalCount * 3);
const epochMs = Date.UTC(2027, 0, 1);

const records = Array.from({ length: flight.totalCount }, (_, index) =>
  json2satrec({
    OBJECT_NAME: String(index),
    OBJECT_ID: "2027-001A",
    EPOCH: "2027-01-01T00:00:00.000000",
    MEAN_MOTION: 14.9,
    ECCENTRICITY: 1e-7,
    INCLINATION: 97.79,
    RA_OF_ASC_NODE: (index % 18) * 0.88,
    ARG_OF_PERICENTER: 0,
    MEAN_ANOMALY: (index * 0.777) % 360,
    EPHEMERIS_TYPE: 0,
    CLASSIFICATION_TYPE: "U",
    NORAD_CAT_ID: "1",
    ELEMENT_SET_NO: 999,
    REV_AT_EPOCH: 1,
    BSTAR: 0,
    MEAN_MOTION_DOT: 0,
    MEAN_MOTION_DDOT: 0,
  }),
);
let tS = 0;

describe(`states of ${flight.totalCount} satellites at one instant`, () => {
  bench("satellite.js propagate(record, Date)", () => {
    tS += 60;
    const date = new Date(epochMs + tS * 1000);
    for (const record of records) propagate(record, date);
  });
  bench("satellite.js sgp4(record, minutes)", () => {
    tS += 60;
    for (const record of records) sgp4(record, tS / 60);
  });
  bench("flight.statesInto, guarded", () => {
    tS += 60;
    flight.statesInto({ tS, positions, velocities });
  });
});

describe("the chain", () => {
  bench("planMission, AI1 reference", () => {
    planMission(mission);
  });
  bench("cycleMission, AI1 reference, one orbit at 10 s", () => {
    cycleMission(mission, { stepS: 10 });
  });
  bench("flight.route, Starlink shell of 1,584, states included", () => {
    tS += 60;
    starlink.route({
      tS,
      from: { latitudeDeg: 40.7128, longitudeDeg: -74.006 },
      to: { latitudeDeg: 51.5074, longitudeDeg: -0.1278 },
    });
  });
  bench("flight.route, AI1 fleet of 8,334, states included", () => {
    tS += 60;
    flight.route({
      tS,
      from: { latitudeDeg: 40.7128, longitudeDeg: -74.006 },
      to: { latitudeDeg: 51.5074, longitudeDeg: -0.1278 },
    });
  });
});
