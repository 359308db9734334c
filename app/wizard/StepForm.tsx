import { Fragment, useEffect, useRef } from "react";
import { Icon } from "../parts/Icon.tsx";
import { useMission, useView } from "../state/use.ts";
import { viewStore, wizardSteps } from "../state/view.ts";
import { ClaimsPanel } from "./ClaimsPanel.tsx";
import { Findings, FindingsAbout } from "./Findings.tsx";
import { InputField } from "./InputField.tsx";
import { PresetForm } from "./PresetForm.tsx";
import { useRows } from "./rows.ts";
import { ShellForm } from "./ShellForm.tsx";
import { SolvePanel } from "./SolvePanel.tsx";
import { isSuggested, Suggestion } from "./Suggestion.tsx";
import { type InputPlace, placesOf, stepPlans } from "./steps.ts";
import { TrafficForm } from "./TrafficForm.tsx";

/** After a jump the field is scrolled to and takes the focus; a fold on the way opens. */
function useJump(root: React.RefObject<HTMLElement | null>) {
  const jump = useView((state) => state.jump);
  useEffect(() => {
    if (jump === undefined) return;
    const field = root.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(jump.name)}"]`);
    if (field == null) return;
    const fold = field.closest("details");
    if (fold !== null) fold.open = true;
    field.scrollIntoView({ block: "center" });
    field.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
  }, [jump, root]);
}

/** The fields of one step; what is assumed unless said otherwise stays folded. */
export function StepForm() {
  const step = useView((state) => state.step);
  const { now: rows } = useRows();
  const root = useRef<HTMLElement>(null);
  useJump(root);
  const fromCells = useMission(({ document }) => document.satellite?.solarFluxFrom === "cells");
  const isCustom = useMission(({ document }) => document.satellite?.rack === "custom");
  const claimCount = useMission(({ document }) => document.satellite?.claims?.length ?? 0);
  const at = stepPlans.findIndex(({ id }) => id === step);
  const plan = stepPlans[at]!;
  const { inputs, assumed } = placesOf(plan, { fromCells, isCustom });
  const fieldsOf = (places: readonly InputPlace[]) =>
    places.map(({ name, path }) => (
      <Fragment key={path}>
        <InputField name={name} path={path} rows={rows} />
        {isSuggested(name) ? <Suggestion name={name} path={path} /> : null}
      </Fragment>
    ));
  const go = (offset: number) => {
    const next = wizardSteps[at + offset];
    if (next !== undefined) viewStore.getState().showStep(next);
    root.current?.scrollTo({ top: 0 });
  };
  return (
    <section className="form" ref={root} id="step" role="tabpanel" aria-labelledby={`tab-${step}`} key={step}>
      <p className="form-question">{plan.question}</p>
      {step === "closure" && claimCount > 0 ? <ClaimsPanel /> : null}
      {step === "closure" ? <Findings /> : <FindingsAbout step={step} />}
      {step === "preset" ? <PresetForm /> : null}
      {step === "orbit" ? <ShellForm rows={rows} /> : fieldsOf(inputs)}
      {step === "network" ? <TrafficForm rows={rows} /> : null}
      {plan.assumed.length === 0 ? null : (
        <details className="fold">
          <summary>
            <Icon name="fold" size={16} /> {step === "orbit" ? "Drag and dose" : "Assumptions"}{" "}
            <span className="quiet">{assumed.length}</span>
          </summary>
          {fieldsOf(assumed)}
        </details>
      )}
      {step === "closure" ? (
        <>
          <SolvePanel />
          {claimCount > 0 ? null : <ClaimsPanel />}
        </>
      ) : null}
      <div className="form-foot">
        <button type="button" className="button" disabled={at === 0} onClick={() => go(-1)}>
          Back
        </button>
        {at < stepPlans.length - 1 ? (
          <button type="button" className="button" onClick={() => go(1)}>
            Next: {stepPlans[at + 1]!.title}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => viewStore.getState().show("report")}>
            To the report
          </button>
        )}
      </div>
    </section>
  );
}
