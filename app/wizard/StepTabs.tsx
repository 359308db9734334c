import { Icon } from "../parts/Icon.tsx";
import { usePlan, useView } from "../state/use.ts";
import { viewStore } from "../state/view.ts";
import { findingSteps, stepPlans } from "./steps.ts";

/** The steps; arrow keys go along them. A step whose answers do not close carries a sign. */
export function StepTabs() {
  const step = useView((state) => state.step);
  const findings = usePlan(({ answer }) => answer?.plan.findings);
  const stopped = new Set(
    (findings ?? []).filter(({ severity }) => severity === "error").map((finding) => findingSteps[finding.id]),
  );
  const move = (event: React.KeyboardEvent<HTMLElement>) => {
    const at = stepPlans.findIndex(({ id }) => id === step);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stepPlans.length - 1 }[event.key];
    const next = to === undefined ? undefined : stepPlans[to];
    if (next === undefined) return;
    event.preventDefault();
    viewStore.getState().showStep(next.id);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div className="step-tabs" role="tablist" aria-label="Steps" onKeyDown={move}>
      {stepPlans.map(({ id, title }) => {
        const bad = stopped.has(id);
        return (
          <button
            type="button"
            key={id}
            id={`tab-${id}`}
            className="step-tab"
            role="tab"
            aria-selected={id === step}
            aria-controls="step"
            tabIndex={id === step ? 0 : -1}
            onClick={() => viewStore.getState().showStep(id)}
          >
            {title}
            {bad ? (
              <span className="step-sign">
                <Icon name="bad" size={11} />
                <span className="unseen">does not close</span>
              </span>
            ) : null}
          </button>
        );
      })}
    </div>
  );
}
