import "./wizard.css";
import "./choice.css";
import "./ladder.css";
import { StepFigures } from "../figures/StepFigures.tsx";
import { AnswerStrip } from "./AnswerStrip.tsx";
import { Comparison } from "./Comparison.tsx";
import { Ladder } from "./Ladder.tsx";
import { useRows } from "./rows.ts";
import { SatelliteView } from "./SatelliteView.tsx";
import { StepForm } from "./StepForm.tsx";
import { StepTabs } from "./StepTabs.tsx";

/** Steps at the left, the satellite and its year in the middle, the answers as a ladder at the right. */
export function Wizard() {
  const { now } = useRows();
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
          <StepFigures />
        </div>
      </div>
      <Ladder />
      <AnswerStrip />
    </div>
  );
}
