import type { Plan } from "../plan/plan.ts";
import type { Figure } from "./figure.ts";
import { latencyFigure, latencyMapFigure } from "./latencyFigures.ts";
import { loadFigures } from "./loadFigures.ts";
import type { NetworkResults } from "./networkResults.ts";
import { routeFigures } from "./routeFigures.ts";

/** The figures that ask a flight: round trips, ways, map and load. `study`: of `studyNetwork`. */
export const networkFigures = ({ plan, study }: { plan: Plan; study: NetworkResults }): readonly Figure[] => [
  latencyFigure(study),
  latencyMapFigure(study),
  ...routeFigures(study),
  ...loadFigures(study, plan),
];
