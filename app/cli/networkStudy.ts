import {
  type Figure,
  flyMission,
  type Mission,
  networkFigures,
  type Plan,
  type StudyProgress,
  studyNetwork,
} from "#engine";
import { type Io, makeBreath } from "./io.ts";
import { startProgress } from "./progress.ts";
import { badInput } from "./stop.ts";

/** The network's figures of a mission, worked out step by step: progress on standard error, and an interrupt ends it. */
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
  if ("issues" in flight) throw badInput(flight.issues);
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
