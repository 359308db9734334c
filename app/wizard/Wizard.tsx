import "./wizard.css";
import "./choice.css";
import "./ladder.css";
import { StepFigures } from "../figures/StepFigures.tsx";
import { useView } from "../state/use.ts";
import { AnswerStrip } from "./AnswerStrip.tsx";
import { Comparison } from "./Comparison.tsx";
import { Ladder } from "./Ladder.tsx";
import { LinkRates } from "./LinkRates.tsx";
import { useRows } from "./rows.ts";
import { SatelliteView } from "./SatelliteView.tsx";
import { StepForm } from "./StepForm.tsx";
import { StepTabs } from "./StepTabs.tsx";

/** Steps at the left, the satellite and its year in the middle, the answers as a ladder at the right. */
export function Wizard() {
  const { now } = useRows();
  const step = useView((state) => state.step);
  return (
    <div className="wizard">
      <div className="wizard-steps">
        <StepTabs />
        <StepForm />
      </div>
      <div className="wizard-middle">
        <SatelliteView rows={now} />
        <Comparison />
        <div className="plots">
          {step === "network" ? <LinkRates /> : null}
          <StepFigures />
        </div>
      </div>
      <Ladder />
      <AnswerStrip />
    </div>
  );
}
