import { createStore } from "zustand/vanilla";

/** The windows of the app, in the order of the rail. */
export const views = ["explore", "size", "report"] as const;
export type View = (typeof views)[number];
export const wizardSteps = ["preset", "load", "power", "heat", "orbit", "network", "mass", "closure"] as const;
export type WizardStep = (typeof wizardSteps)[number];

export const isView = (value: unknown): value is View => views.includes(value as View);
export const isWizardStep = (value: unknown): value is WizardStep => wizardSteps.includes(value as WizardStep);

/** What to point at after a jump: an input of the wizard or a row of the report, by its glossary name. */
export type Jump = { readonly name: string; readonly number: number };

export type ViewState = {
  readonly view: View;
  readonly step: WizardStep;
  readonly jump: Jump | undefined;
  show(view: View): void;
  showStep(step: WizardStep): void;
  jumpTo(target: { view: View; step?: WizardStep; name: string }): void;
};

/** Which window is in front. A hidden window stays mounted: watch `view` to stop drawing. */
export const viewStore = createStore<ViewState>()((update, get) => ({
  view: "explore",
  step: "preset",
  jump: undefined,
  show: (view) => update({ view, jump: undefined }),
  showStep: (step) => update({ view: "size", step, jump: undefined }),
  jumpTo: ({ view, step = get().step, name }) =>
    update({ view, step, jump: { name, number: (get().jump?.number ?? 0) + 1 } }),
}));
