import type { Mission } from "../mission/mission.ts";
import type { Plan } from "../plan/plan.ts";
import { cycleFigure } from "./cycleFigure.ts";
import { type Figure, figureIds } from "./figure.ts";
import { heatFigure } from "./heatFigure.ts";
import { linkFigures } from "./linkFigures.ts";
import { massFigure } from "./massFigure.ts";
import { satelliteFigure } from "./satelliteFigure.ts";
import { yearFigure } from "./yearFigure.ts";

const inOrder = (figures: readonly Figure[]) =>
  [...figures].sort((a, b) => figureIds.indexOf(a.id) - figureIds.indexOf(b.id));

/** The figures that cost less than the plan: all but the time-stepped orbit and the network's. */
export const planFigures = (design: { mission: Mission; plan: Plan }): readonly Figure[] =>
  inOrder([
    massFigure(design),
    yearFigure(design),
    heatFigure(design),
    satelliteFigure(design),
    ...linkFigures(design),
  ]);

/**
 * Every figure of the report, in its order. `elementsTexts` as for the plan; `network`: those of `networkFigures`, which ask a flight,
 * left out for a report without them.
 */
export function reportFigures({
  network = [],
  ...design
}: {
  mission: Mission;
  plan: Plan;
  elementsTexts?: Readonly<Record<string, string>>;
  network?: readonly Figure[] | undefined;
}): readonly Figure[] {
  const cycle = cycleFigure(design);
  return inOrder([...planFigures(design), ...(cycle === undefined ? [] : [cycle]), ...network]);
}
