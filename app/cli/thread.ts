/**
 * What a thread runs: blocks of states as text for the terminal, or as numbers. It is the command line's own bundle, started by
 * `startThread`; everywhere else this file does nothing.
 */
import { parentPort, workerData } from "node:worker_threads";
import { serveQuestions } from "../worker/pool.ts";
import { makeStatesServer, transferOfStates } from "../worker/states.ts";
import { makeWriter, type TextJob } from "./propagation.ts";

/** What a thread is started with; without a job it answers with states as numbers. */
export type ThreadData = { readonly isDawnlineThread: true; readonly job?: TextJob | undefined };

const isThreadData = (data: unknown): data is ThreadData =>
  typeof data === "object" && data !== null && "isDawnlineThread" in data;

const port = parentPort;
const data: unknown = workerData;
if (port !== null && isThreadData(data)) {
  const reply = (message: unknown, transfer: ArrayBuffer[]) => port.postMessage(message, transfer);
  port.on(
    "message",
    data.job === undefined
      ? serveQuestions({ answerTo: makeStatesServer(), transferOf: transferOfStates, reply })
      : serveQuestions({ answerTo: makeWriter(data.job), reply }),
  );
}
