/** The door's part that tells of places under the fleet and of one satellite's surroundings. */
import * as Comlink from "comlink";
import type { Flight } from "#engine";
import {
  countVisible,
  readContacts,
  readNearest,
  readNight,
  readOrbit,
  readOverhead,
  readShadowAhead,
  transferOfOverhead,
} from "./groundAnswers.ts";
import type {
  ContactsAnswer,
  ContactsQuestion,
  NightAnswer,
  NightQuestion,
  OverheadQuestion,
} from "./groundMessages.ts";
import type { PlaceQuestion } from "./messages.ts";

/** Longest that steps of long work keep other questions waiting, milliseconds. */
const STEP_MS = 30;

type Moment = { readonly index: number; readonly tS: number };
type Numbered = { readonly number: number };
type TellProgress = (doneFraction: number) => void;

const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

/** `flightOf` gives the open flight; `takeCancelled` says, once, whether a question was cancelled. */
export function makeGroundDoor({
  flightOf,
  takeCancelled,
}: {
  flightOf: () => Flight | undefined;
  takeCancelled: (number: number) => boolean;
}) {
  /** Runs through long work, pausing for messages; undefined when it was cancelled or another flight opened. */
  async function inSteps<Step extends { readonly doneFraction: number }>(
    number: number,
    tellProgress: TellProgress,
    work: (flight: Flight) => Iterable<Step>,
  ): Promise<readonly Step[] | undefined> {
    const flight = flightOf();
    if (flight === undefined) return undefined;
    const steps: Step[] = [];
    let breathedMs = performance.now();
    for (const step of work(flight)) {
      steps.push(step);
      if (performance.now() - breathedMs < STEP_MS) continue;
      tellProgress(step.doneFraction);
      await breathe();
      if (takeCancelled(number) || flightOf() !== flight) return undefined;
      breathedMs = performance.now();
    }
    return steps;
  }
  const ask = <Answer>(read: (flight: Flight) => Answer): Answer | undefined => {
    const flight = flightOf();
    return flight && read(flight);
  };
  return {
    overhead: (question: OverheadQuestion) =>
      ask((flight) => {
        const answer = readOverhead(flight, question);
        return Comlink.transfer(answer, transferOfOverhead(answer));
      }),
    async overheadNight(
      { number, ...question }: NightQuestion & Numbered,
      tellProgress: TellProgress,
    ): Promise<NightAnswer | undefined> {
      const steps = await inSteps(number, tellProgress, (flight) => readNight(flight, question));
      return steps && { rows: steps.map(({ row }) => row) };
    },
    async contactsOf(
      { number, ...question }: ContactsQuestion & Numbered,
      tellProgress: TellProgress,
    ): Promise<ContactsAnswer | undefined> {
      const steps = await inSteps(number, tellProgress, (flight) => readContacts(flight, question));
      return steps && { contacts: steps.flatMap(({ contacts }) => contacts).sort((a, b) => a.startS - b.startS) };
    },
    visibleCounts: ({ places, tS }: { places: readonly PlaceQuestion[]; tS: number }) =>
      ask((flight) => countVisible(flight, places, tS)),
    /** Names where there are any, else ids. */
    namesOf: ({ indices }: { indices: readonly number[] }) =>
      ask((flight) => indices.map((index) => flight.nameOf(index) || flight.idOf(index))),
    orbitOf: (question: Moment) => ask((flight) => readOrbit(flight, question)),
    nearestTo: (question: Moment & { count: number }) => ask((flight) => readNearest(flight, question)),
    shadowAhead: (question: Moment) => ask((flight) => readShadowAhead(flight, question)),
  };
}
