import { type Finding, severityWords } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { usePlan } from "../state/use.ts";
import type { WizardStep } from "../state/view.ts";
import { lights } from "./lit.ts";
import { findingSteps } from "./steps.ts";

const order = ["error", "warning", "info"] as const;
const signs = { error: "bad", warning: "warn", info: "info" } as const;

/** What does not close and what to look at, as plain sentences, the worst first. */
export function Findings() {
  const findings = usePlan(({ answer }) => answer?.plan.findings);
  if (findings === undefined) return null;
  return (
    <section className="findings" aria-label="Findings">
      <h3>Findings</h3>
      <FindingList
        findings={findings}
        empty="Nothing to object to: every margin is positive under the stated assumptions."
      />
    </section>
  );
}

/** The findings that a step's own fields can mend, notes left out. */
export function FindingsAbout({ step }: { step: WizardStep }) {
  const findings = usePlan(({ answer }) => answer?.plan.findings);
  const about = findings?.filter(({ id, severity }) => severity !== "info" && findingSteps[id] === step);
  if (about === undefined || about.length === 0) return null;
  return (
    <section className="findings findings-about" aria-label="Findings of this step">
      <FindingList findings={about} empty="" />
    </section>
  );
}

function FindingList({ findings, empty }: { findings: readonly Finding[]; empty: string }) {
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  if (sorted.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <ul>
      {sorted.map(({ id, severity, text, names }) => (
        <li key={id} className="finding" data-severity={severity} data-finding={id} {...lights(names)}>
          <p className="finding-head">
            <Icon name={signs[severity]} size={14} /> {severityWords[severity]}
          </p>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
