import {
  type Figure,
  flyMission,
  type Mission,
  networkFigures,
  networkMissing,
  type Plan,
  type StudyProgress,
  studyNetwork,
} from "#engine";
import { type Io, makeBreath, say } from "./io.ts";
import { printable } from "./printable.ts";
import { startProgress } from "./progress.ts";

/**
 * The network's figures of a mission, worked out step by step: progress on standard error, and an interrupt ends it. Where a plan
 * stands but nothing flies, such as nearest neighbours of too many satellites, they say so.
 */
export async function studyFigures({
  io,
  mission,
  plan,
  elementsTexts,
}: {
  io: Io;
  mission: Mission;
  plan: Plan;
  elementsTexts: Readonly<Record<string, string>>;
}): Promise<readonly Figure[]> {
  const flight = flyMission(mission, { elementsTexts });
  if ("issues" in flight) {
    const reason = flight.issues.map(({ message }) => message).join("; ");
    say(io, `The report is without its network: ${printable(reason)}`);
    return networkMissing({ cause: "refused", reason });
  }
  const breathe = makeBreath(io);
  const work = studyNetwork({ flight, mission, satelliteOutputBps: plan.network.satelliteOutputBps });
  let shown: { what: StudyProgress["what"]; progress: ReturnType<typeof startProgress> } | undefined;
  try {
    for (;;) {
      await breathe();
      const step = work.next();
      if (step.done) return networkFigures({ plan, study: step.value });
      const { what, doneCount, totalCount } = step.value;
      if (shown?.what !== what) {
        shown?.progress.clear();
        shown = { what, progress: startProgress({ io, what, totalCount }) };
      }
      shown.progress.show(doneCount);
    }
  } finally {
    shown?.progress.clear();
  }
}
