import { Select } from "@mantine/core";
import { useState } from "react";
import { type ClaimName, claimNames, claimWords, formatNamed, unitOf, wordOf } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { QuantityInput } from "../parts/QuantityInput.tsx";
import { missionStore } from "../state/mission.ts";
import { useMission, usePlan } from "../state/use.ts";

const labelOf = (name: string) => wordOf(name)?.label ?? name;
const signs = { holds: "good", contradicts: "bad", unchecked: "info" } as const;
const words = { holds: "holds", contradicts: "contradicts", unchecked: "nothing to check it against" } as const;
const PATH = "satellite.claims";

/** Name and value of a figure to add. */
function AddClaim({ taken }: { taken: readonly string[] }) {
  const [name, setName] = useState<ClaimName>();
  const [value, setValue] = useState<number>();
  const [issue, setIssue] = useState("");
  const free = claimNames.filter((each) => !taken.includes(each));
  const unit = name === undefined ? undefined : unitOf(name);
  const add = () => {
    if (name === undefined || value === undefined) {
      setIssue(name === undefined ? "Choose what was announced." : "Give its value, a number.");
      return;
    }
    const claims = missionStore.getState().document.satellite?.claims ?? [];
    const issues = missionStore.getState().set(PATH, [...claims, { name, value }], `Announced: ${labelOf(name)}`);
    missionStore.getState().endBurst();
    missionStore.getState().dropDraft(PATH);
    setIssue(issues.map(({ allowed, given }) => `Expected ${allowed}; got ${given}.`).join(" "));
    if (issues.length > 0) return;
    setName(undefined);
    setValue(undefined);
  };
  return (
    <form
      className="claim-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Select
        aria-label="Announced quantity"
        placeholder="Announced quantity"
        data={free.map((each) => ({ value: each, label: labelOf(each) }))}
        value={name ?? null}
        onChange={(next) => setName((next ?? undefined) as ClaimName | undefined)}
        searchable
      />
      <QuantityInput
        aria-label="Its value"
        placeholder="value"
        value={value}
        unit={unit}
        onValue={setValue}
        onRefused={() => setValue(undefined)}
        onEmpty={() => setValue(undefined)}
      />
      <button type="submit" className="button">
        Add
      </button>
      <p className="field-issue" role="alert">
        {issue}
      </p>
    </form>
  );
}

/** The announced figures against each other: what holds, what contradicts what, and what they imply. */
export function ClaimsPanel() {
  const given = useMission(({ document }) => document.satellite?.claims) ?? [];
  const closure = usePlan(({ answer }) => answer?.plan.satellite.closure);
  const remove = (name: string) => {
    const rest = given.filter((claim) => claim.name !== name);
    missionStore.getState().set(PATH, rest.length === 0 ? undefined : rest, `Not announced: ${labelOf(name)}`);
    missionStore.getState().endBurst();
  };
  return (
    <section className="claims" aria-label="Announced figures">
      <h3>Announced figures</h3>
      {closure === undefined || closure.claims.length === 0 ? (
        <p className="quiet">Enter what was announced: each figure is checked against what the others give.</p>
      ) : (
        <>
          {closure.isChecked ? (
            <p className="claims-verdict" data-verdict={closure.closes ? "good" : "bad"}>
              <Icon name={closure.closes ? "good" : "bad"} size={16} />{" "}
              {closure.closes ? "No figure contradicts the others" : "Figures contradict each other"}
            </p>
          ) : (
            <p className="claims-verdict quiet">Too few figures to check them against each other</p>
          )}
          <ul className="claim-list">
            {closure.claims.map((claim) => {
              const { name, verdict, against } = claim;
              const { label, claimed, others, design } = claimWords(claim);
              return (
                <li key={name} data-verdict={verdict} data-claim={name}>
                  <span className="claim-name">{label}</span>
                  <span className="claim-value">{claimed}</span>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={`Remove ${label}`}
                    onClick={() => remove(name)}
                  >
                    <Icon name="close" size={12} />
                  </button>
                  <span className="claim-verdict">
                    <Icon name={signs[verdict]} size={13} />
                    <span>
                      {words[verdict]}
                      {against.length === 0 ? "" : ` ${against.map(labelOf).join(", ")}`}
                      {others === undefined || verdict === "unchecked" ? "" : `: the others ${others}`}
                      {design === undefined ? "" : `; this design has ${design}`}
                    </span>
                  </span>
                </li>
              );
            })}
          </ul>
          {closure.implied.length === 0 ? null : (
            <details className="fold">
              <summary>
                <Icon name="fold" size={16} /> What they imply <span className="quiet">{closure.implied.length}</span>
              </summary>
              <ul className="claim-list">
                {closure.implied.map(({ name, value, from }) => (
                  <li key={name}>
                    <span className="claim-name">{labelOf(name)}</span>
                    <span className="claim-value">{formatNamed(name, value)}</span>
                    <span className="claim-verdict">from {from.map(labelOf).join(", ")}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      <AddClaim taken={given.map(({ name }) => name)} />
    </section>
  );
}
