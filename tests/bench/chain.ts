import { propagate, sgp4 } from "satellite.js";
import {
  cycleMission,
  exampleMissions,
  type Flight,
  flyMission,
  makeRecord,
  parseMission,
  planMission,
  referenceMission,
} from "#engine";
import { compare, type Row } from "./measure.ts";

const mission = parseMission(referenceMission).mission!;
const flight = flyMission(mission) as Flight;
const starlink = flyMission(parseMission(exampleMissions[1]!.document).mission!) as Flight;
const places = {
  from: { latitudeDeg: 40.7128, longitudeDeg: -74.006 },
  to: { latitudeDeg: 51.5074, longitudeDeg: -0.1278 },
};
let tS = 0;

/** The reference fleet at one instant, through the Flight. */
export function benchFlight(): Promise<Row[]> {
  const positions = new Float64Array(flight.totalCount * 3);
  const velocities = new Float64Array(flight.totalCount * 3);
  const records = Array.from({ length: flight.totalCount }, (_, index) => makeRecord(flight.elementsOf(index)).satrec);
  const epochMs = Date.parse(mission.epoch);
  return compare({
    benchmark: `states of ${flight.totalCount} satellites at one instant`,
    itemCount: flight.totalCount,
    contenders: [
      {
        name: "satellite.js sgp4()",
        run: () => {
          tS += 60;
          for (const record of records) sgp4(record, tS / 60);
        },
      },
      {
        name: "satellite.js propagate(record, Date)",
        run: () => {
          tS += 60;
          const date = new Date(epochMs + tS * 1000);
          for (const record of records) propagate(record, date);
        },
      },
      {
        name: "flight.statesInto, closed form",
        run: () => {
          tS += 60;
          flight.statesInto({ tS, positions, velocities });
        },
      },
    ],
    roundCount: 30,
  });
}

/** What has no rival here: time alone. */
export async function benchChain(): Promise<Row[]> {
  const alone = (benchmark: string, contender: string, run: () => void) =>
    compare({ benchmark, itemCount: 1, contenders: [{ name: contender, run }], roundCount: 60 });
  const route = (of: Flight) => () => {
    tS += 60;
    of.route({ tS, ...places });
  };
  return [
    ...(await alone("the whole plan, AI1 reference", "planMission", () => void planMission(mission))),
    ...(await alone("one orbit in 10 s steps", "cycleMission", () => void cycleMission(mission, { stepS: 10 }))),
    ...(await alone("route, Starlink shell of 1,584, states included", "flight.route", route(starlink))),
    ...(await alone("route, AI1 fleet of 8,334, states included", "flight.route", route(flight))),
  ];
}
