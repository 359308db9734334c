import { designFindings } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { usePlan } from "../state/use.ts";
import { viewStore } from "../state/view.ts";

/** Closes or not, in a word and a sign; opens the step that says why. */
export function VerdictChip() {
  const findings = usePlan(({ answer }) => answer?.plan.findings);
  const refused = usePlan(({ issues }) => issues.length > 0);
  if (findings === undefined && !refused)
    return (
      <span className="chip" role="status">
        Working it out
      </span>
    );
  const errorCount = designFindings(findings ?? []).filter(({ severity }) => severity === "error").length;
  const closes = !refused && errorCount === 0;
  return (
    <button
      type="button"
      className="chip"
      data-verdict={closes ? "good" : "bad"}
      onClick={() => viewStore.getState().showStep("closure")}
      title={
        refused
          ? "The newest mission has no plan"
          : `${errorCount} of ${findings?.length ?? 0} findings stop it from closing`
      }
    >
      <Icon name={closes ? "good" : "bad"} size={14} />
      <span>{refused ? "No plan" : closes ? "Closes" : "Does not close"}</span>
    </button>
  );
}
