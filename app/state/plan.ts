import { createStore } from "zustand/vanilla";
import type { Mission, MissionIssue, Plan, Report } from "#engine";

export type Answer = { readonly mission: Mission; readonly plan: Plan; readonly report: Report };

export type PlanState = {
  /** The newest answer; it stays while the next is on its way, and when a mission cannot be planned. */
  readonly answer: Answer | undefined;
  /** The answer before the newest edit: what ▲▼ compares with. */
  readonly before: Answer | undefined;
  readonly editNumber: number;
  readonly working: boolean;
  /** Why the newest mission has no plan. */
  readonly issues: readonly MissionIssue[];
  begin(): void;
  /** `editNumber` tells one edit from the next: answers within a drag keep the figures from before it. */
  arrive(answer: Answer, editNumber: number): void;
  refuse(issues: readonly MissionIssue[]): void;
};

/** What the engine says about the mission; the app root keeps it up to date. */
export const planStore = createStore<PlanState>()((update, get) => ({
  answer: undefined,
  before: undefined,
  editNumber: 0,
  working: false,
  issues: [],
  begin: () => update({ working: true }),
  arrive: (answer, editNumber) => {
    const { answer: last, before, editNumber: lastNumber } = get();
    update({ answer, before: editNumber === lastNumber ? before : last, editNumber, working: false, issues: [] });
  },
  refuse: (issues) => update({ working: false, issues }),
}));
