/** A page's worker that holds and moves blocks of satellites: see states.ts. */
import { serveQuestions } from "./pool.ts";
import { makeStatesServer, transferOfStates } from "./states.ts";

const serve = serveQuestions({
  answerTo: makeStatesServer(),
  transferOf: transferOfStates,
  reply: (message, transfer) => self.postMessage(message, { transfer }),
});
self.addEventListener("message", ({ data }) => serve(data));
