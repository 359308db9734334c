import { flyMission, type Mission, type NetworkStudy, type Plan, studyNetwork } from "#engine";

/** The study of a mission's network, run to its end. */
export function studied(mission: Mission, plan: Plan): NetworkStudy {
  const flight = flyMission(mission);
  if ("issues" in flight) throw new Error(flight.issues[0]!.message);
  const work = studyNetwork({ flight, mission, satelliteOutputBps: plan.network.satelliteOutputBps });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
