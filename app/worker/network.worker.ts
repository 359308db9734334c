/** The network's own worker: a second or so of routing must delay neither plans nor keyframes. It flies the mission for itself. */
import * as Comlink from "comlink";
import {
  type Figure,
  flyMission,
  type MissionIssue,
  networkFigures,
  parseMission,
  planMission,
  studyNetwork,
} from "#engine";
import { readElementsTexts } from "./elements.ts";
import { readHandovers, readLatencyMap, readTraffic } from "./networkAnswers.ts";
import type {
  HandoverAnswer,
  HandoverQuestion,
  LatencyAnswer,
  MapQuestion,
  StudyTold,
  TrafficAnswer,
  TrafficQuestion,
} from "./networkMessages.ts";

/** Between two words on how far a study is. */
const TELL_EVERY_MS = 100;

const refuse = (issues: readonly MissionIssue[]): never => {
  throw new Error(issues[0]?.message ?? "the document is no mission");
};

async function fly(document: unknown) {
  const { mission, issues } = parseMission(document);
  if (mission === undefined) return refuse(issues);
  const elementsTexts = await readElementsTexts(mission);
  const flight = flyMission(mission, { elementsTexts });
  if ("issues" in flight) return refuse(flight.issues);
  const { plan, issues: found } = planMission(mission, { elementsTexts });
  if (plan === undefined) return refuse(found);
  return { mission, flight, plan, satelliteOutputBps: plan.network.satelliteOutputBps };
}

let latest: { text: string; flown: ReturnType<typeof fly> } | undefined;
/** The flight of the document that was asked about last. */
function flownOf(document: unknown) {
  const text = JSON.stringify(document);
  if (latest?.text !== text) latest = { text, flown: fly(document) };
  return latest.flown;
}

const door = {
  async latencyMap({ document, ...question }: MapQuestion): Promise<LatencyAnswer> {
    const { flight } = await flownOf(document);
    const map = readLatencyMap(flight, question);
    return Comlink.transfer(map, [map.roundTripMs.buffer]);
  },
  async traffic({ document, ...question }: TrafficQuestion): Promise<TrafficAnswer> {
    return readTraffic({ ...(await flownOf(document)), ...question });
  },
  async handovers({ document, ...question }: HandoverQuestion): Promise<HandoverAnswer> {
    const { flight } = await flownOf(document);
    return readHandovers({ flight, ...question });
  },
  /** The report's figures of the network. Long: whoever asks closes the worker to stop it. */
  async study({ document }: { document: unknown }, tell: (told: StudyTold) => void): Promise<readonly Figure[]> {
    const { plan, ...flown } = await flownOf(document);
    const work = studyNetwork(flown);
    let toldMs = 0;
    for (;;) {
      const step = work.next();
      if (step.done) return networkFigures({ plan, study: step.value });
      const nowMs = performance.now();
      if (nowMs < toldMs + TELL_EVERY_MS) continue;
      toldMs = nowMs;
      tell(step.value);
    }
  },
};
export type NetworkDoor = typeof door;

Comlink.expose(door);
