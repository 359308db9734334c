import { SegmentedControl, Select } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { type Finding, formatNamed, type Goal, unitOf, wordOf } from "#engine";
import { QuantityInput } from "../parts/QuantityInput.tsx";
import { lockStore } from "../state/locks.ts";
import { missionStore } from "../state/mission.ts";
import { useMission, usePlan } from "../state/use.ts";
import { engineClient } from "../worker/client.ts";
import type { SolveAnswer } from "../worker/messages.ts";
import { outcome, rungs } from "./ladder.ts";
import { useRows } from "./rows.ts";
import { stepPlans } from "./steps.ts";

const outputNames = [...new Set([...rungs.flatMap(({ main, more }) => [main, ...more]), ...outcome])].filter((name) => {
  const word = wordOf(name);
  return word !== undefined && !("min" in word);
});
const labelOf = (name: string) => wordOf(name)?.label ?? name;
const inputPlaces = stepPlans.flatMap(({ title, inputs, assumed }) =>
  [...inputs, ...assumed]
    .map(({ name, path }) => ({ name, path: path.replace("[#]", "[0]"), step: title }))
    .filter(({ name }) => {
      const word = wordOf(name);
      return word !== undefined && "min" in word;
    }),
);
const nameOf = (path: string) => path.split(".").at(-1)!;
/** The start of a finding's sentence. */
const MOST_FINDING_CHARACTERS = 64;
const brief = ({ text }: Finding) =>
  text.length > MOST_FINDING_CHARACTERS ? `${text.slice(0, MOST_FINDING_CHARACTERS - 1).trimEnd()}…` : text;

const DEFAULT_INPUT = "satellite.sustainedPowerW";
/** The input that most would turn to make a finding go away. */
const bestInputs: Readonly<Record<string, string>> = {
  "peak-margin": "satellite.announcedSolarAreaM2",
  "season-power": "satellite.sustainedPowerW",
  "coolant-limit": "satellite.radiatorFluxWPerM2",
  "memory-limit": "satellite.radiatorFluxWPerM2",
  "eclipse-battery": "satellite.announcedBatteryEnergyWh",
  "battery-fade": "assumptions.dischargeFraction",
  "specific-power": "assumptions.arrayArealMassKgPerM2",
  "disposal-rule": "shells[0].altitudeKm",
  "dose-limit": "assumptions.shieldingM",
  "shell-separation": "shells[0].phasingCount",
  "radiator-shape": "assumptions.deployedHeightM",
  "rack-power": "satellite.chipCount",
};

type Asked = { readonly path: string; readonly goal: Goal };
type Told = { readonly asked: Asked; readonly answer: SolveAnswer };

/** What must be true: the value of one input at which a finding closes or an output is reached. */
export function SolvePanel() {
  const locked = useStore(lockStore, ({ paths }) => paths);
  const document = useMission((state) => state.document);
  const findings = usePlan(({ answer }) => answer?.plan.findings)?.filter(({ severity }) => severity !== "info") ?? [];
  const { now } = useRows();
  const [chosenPath, setPath] = useState<string>();
  const [kind, setKind] = useState<"finding" | "output">("finding");
  const [finding, setFinding] = useState<string>();
  const [output, setOutput] = useState("massKg");
  const [value, setValue] = useState<number>();
  const [told, setTold] = useState<Told>();
  const [failure, setFailure] = useState("");
  const [isWorking, setIsWorking] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  // An answer belongs to the mission that was asked about.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the mission voids it
  useEffect(() => {
    setTold(undefined);
    running.current?.abort();
  }, [document]);

  const free = inputPlaces.filter(
    (place) =>
      !locked.includes(place.path) && (!place.path.startsWith("shells") || now.ofPath(place.path) !== undefined),
  );
  const groups = [...new Set(free.map(({ step }) => step))].map((group) => ({
    group,
    items: free
      .filter(({ step }) => step === group)
      .map((place) => ({ value: place.path, label: labelOf(place.name) })),
  }));
  const chosenFinding = findings.some(({ id }) => id === finding) ? finding : findings[0]?.id;
  const suggested = kind === "finding" ? bestInputs[chosenFinding ?? ""] : undefined;
  const wanted = chosenPath ?? suggested ?? DEFAULT_INPUT;
  const path = free.some((place) => place.path === wanted) ? wanted : (free[0]?.path ?? wanted);
  const isFinding = kind === "finding" && findings.length > 0;
  const unit = unitOf(output);

  const find = async () => {
    const goal: Goal | undefined = isFinding
      ? chosenFinding === undefined
        ? undefined
        : { finding: chosenFinding }
      : value !== undefined
        ? { output, value }
        : undefined;
    setTold(undefined);
    if (goal === undefined) {
      setFailure("Give the value to reach, a number.");
      return;
    }
    setFailure("");
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setIsWorking(true);
    try {
      const answer = await engineClient.solve({ document, input: path, goal }, { signal: mine.signal });
      setTold({ asked: { path, goal }, answer });
    } catch (reason) {
      if (!mine.signal.aborted) setFailure(reason instanceof Error ? reason.message : String(reason));
    } finally {
      if (running.current === mine) {
        running.current = undefined;
        setIsWorking(false);
      }
    }
  };

  return (
    <section className="solve" aria-label="What must be true">
      <h3>What must be true?</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <SegmentedControl
          fullWidth
          aria-label="Goal"
          value={isFinding ? "finding" : "output"}
          data={[
            { value: "finding", label: "A finding goes away", disabled: findings.length === 0 },
            { value: "output", label: "A figure is reached" },
          ]}
          onChange={(next) => setKind(next as typeof kind)}
        />
        {isFinding ? (
          <Select
            aria-label="Finding"
            data={findings.map((each) => ({ value: each.id, label: brief(each) }))}
            value={chosenFinding ?? null}
            onChange={(next) => setFinding(next ?? undefined)}
            allowDeselect={false}
          />
        ) : (
          <div className="solve-goal">
            <Select
              aria-label="Figure"
              data={outputNames.map((each) => ({ value: each, label: labelOf(each) }))}
              value={output}
              onChange={(next) => next !== null && setOutput(next)}
              allowDeselect={false}
              searchable
            />
            <QuantityInput
              aria-label="Value to reach"
              placeholder={String(now.ofName(output)?.text ?? "value")}
              value={value}
              unit={unit}
              onValue={setValue}
              onRefused={() => setValue(undefined)}
              onEmpty={() => setValue(undefined)}
            />
          </div>
        )}
        <div className="solve-goal">
          <Select
            aria-label="Input to change"
            data={groups}
            value={path}
            onChange={(next) => next !== null && setPath(next)}
            allowDeselect={false}
            searchable
          />
          {isWorking ? (
            <button type="button" className="button" onClick={() => running.current?.abort()}>
              Stop
            </button>
          ) : (
            <button type="submit" className="button">
              Find
            </button>
          )}
        </div>
      </form>
      <div role="status">
        {isWorking ? <p className="quiet">Trying 200 values between the input's limits</p> : null}
        {failure === "" ? null : <p className="field-issue">{failure}</p>}
        {told === undefined ? null : <Outcome told={told} />}
      </div>
    </section>
  );
}

function Outcome({ told: { asked, answer } }: { told: Told }) {
  const name = nameOf(asked.path);
  const use = (value: number) => {
    missionStore.getState().set(asked.path, value, `${labelOf(name)} from the goal`);
    missionStore.getState().endBurst();
  };
  if (answer.solution === undefined)
    return <p className="field-issue">{answer.issues.map(({ message }) => message).join(" ")}</p>;
  const { reachable, roots, closes, closestValue, closestInputValue, closestName, limitValue } = answer.solution;
  const choices = reachable && roots.length > 0 ? roots : closestInputValue === undefined ? [] : [closestInputValue];
  const input = labelOf(name);
  return (
    <div className="solve-outcome" data-reachable={reachable}>
      <p>{sentence()}</p>
      {choices.map((value, row) => (
        <p key={value} className="solve-root">
          <b>
            {formatNamed(name, value)}
            {reachable && closes?.[row] !== undefined ? (closes[row] === "above" ? " and more" : " and less") : ""}
          </b>
          <button type="button" className="button" onClick={() => use(value)}>
            Use it
          </button>
        </p>
      ))}
    </div>
  );

  function sentence(): string {
    if (reachable && roots.length === 0)
      return `It holds at every ${input.toLowerCase()} within its limits; this is nearest to today's:`;
    if (reachable)
      return asked.goal.finding === undefined ? `${input} that reaches it:` : `${input} from which it goes away:`;
    const measured = asked.goal.output ?? closestName;
    if (closestValue === undefined || measured === undefined)
      return `No ${input.toLowerCase()} within its limits does it.`;
    const limit = limitValue === undefined ? "" : ` of the ${formatNamed(measured, limitValue)} needed`;
    return `No ${input.toLowerCase()} within its limits does it; the closest gives ${labelOf(measured).toLowerCase()} ${formatNamed(measured, closestValue)}${limit}:`;
  }
}
