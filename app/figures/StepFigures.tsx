import type { FigureId } from "#engine";
import { Term } from "../parts/Term.tsx";
import { useView } from "../state/use.ts";
import type { WizardStep } from "../state/view.ts";
import { FigureView, FigureWaiting } from "./FigureView.tsx";
import { useFigures } from "./useFigures.ts";

/** What a step decides, drawn; the others show what all of them come to. */
const figuresOfStep: Readonly<Partial<Record<WizardStep, readonly FigureId[]>>> = {
  power: ["cycle"],
  heat: ["allowed-power", "cycle"],
  orbit: ["year"],
  network: ["link-rate"],
  mass: ["mass"],
};
const figuresOfOthers: readonly FigureId[] = ["mass", "year"];

/** The figures that belong to the wizard's step. */
export function StepFigures() {
  const step = useView((state) => state.step);
  const { ofId, isWaitingFor } = useFigures();
  return (figuresOfStep[step] ?? figuresOfOthers).map((id) => {
    const shown = ofId(id);
    if (shown !== undefined)
      return <FigureView key={id} {...shown} aside={id === "year" ? <Term id="beta">beta</Term> : null} />;
    return isWaitingFor(id) ? (
      <FigureWaiting key={id} />
    ) : (
      <p key={id} className="quiet">
        This mission has no such figure.
      </p>
    );
  });
}
