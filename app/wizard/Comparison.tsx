import { useMemo } from "react";
import { useStore } from "zustand";
import { designFindings, formatNamed, type Row, type UnitSuffix } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { Value } from "../parts/Value.tsx";
import { compareStore } from "../state/compare.ts";
import { missionStore } from "../state/mission.ts";
import { type Answer, planStore } from "../state/plan.ts";
import { usePlan } from "../state/use.ts";
import { outcome, rungs } from "./ladder.ts";
import { bookOf } from "./rows.ts";

const answerNames = [...new Set([...rungs.flatMap(({ main, more }) => [main, ...more]), ...outcome])];

type Pair = {
  readonly key: string;
  readonly label: string;
  readonly kept: Row | undefined;
  readonly now: Row | undefined;
};

/** Inputs that differ, then the answers. */
function pairsOf(kept: Answer, now: Answer) {
  const [books, paths] = [
    { kept: bookOf(kept.report), now: bookOf(now.report) },
    new Set<string>(
      [kept, now].flatMap(({ report }) =>
        report.sections.flatMap(({ rows }) => rows.flatMap(({ path }) => path ?? [])),
      ),
    ),
  ];
  const pair = (key: string, a: Row | undefined, b: Row | undefined): Pair[] =>
    a === undefined && b === undefined ? [] : [{ key, label: (b ?? a)!.label, kept: a, now: b }];
  const inputs = [...paths].flatMap((path) => {
    const [a, b] = [books.kept.ofPath(path), books.now.ofPath(path)];
    // What neither mission gives follows from the rest, whatever path it could be given at.
    const isGiven = [a, b].some((row) => row !== undefined && "given" in row.because);
    return a?.value === b?.value || !isGiven ? [] : pair(path, a, b);
  });
  const changed = new Set(inputs.map(({ kept: a, now: b }) => (b ?? a)!.name));
  const answers = answerNames
    .filter((name) => !changed.has(name))
    .flatMap((name) => pair(name, books.kept.ofName(name), books.now.ofName(name)));
  const differing = answers.filter(({ kept: a, now: b }) => a?.value !== b?.value);
  return { inputs, answers: differing, sameCount: answers.length - differing.length };
}

/** Units whose zero is a convention: 12:00 is no share of 18:00. */
const withoutRatio: readonly UnitSuffix[] = ["H", "K", "Deg", "Index"];

/** By how much the second differs: in its unit, and in per cent where that says something. */
function difference({ kept, now }: Pair): string {
  if (typeof kept?.value !== "number" || typeof now?.value !== "number")
    return kept?.value === now?.value ? "same" : "";
  const by = now.value - kept.value;
  if (by === 0) return "same";
  const percent =
    kept.value > 0 && now.value > 0 && !withoutRatio.includes(now.unit ?? "Index")
      ? ` (${by > 0 ? "+" : "−"}${Math.abs((100 * by) / kept.value).toPrecision(2)} %)`
      : "";
  // A difference of temperatures has no second scale: what stands in brackets goes.
  const size = formatNamed(now.name, Math.abs(by)).replace(/ \(.*\)$/, "");
  return `${by > 0 ? "+" : "−"}${size}${percent}`;
}

function Rows({ title, pairs }: { title: string; pairs: readonly Pair[] }) {
  if (pairs.length === 0) return null;
  return (
    <tbody>
      <tr className="comparison-group">
        <th colSpan={4} scope="rowgroup">
          {title}
        </th>
      </tr>
      {pairs.map((pair) => (
        <tr key={pair.key} data-compare={pair.key} data-same={pair.kept?.value === pair.now?.value}>
          <th scope="row">{pair.label}</th>
          <td>{pair.kept === undefined ? "–" : <Value row={pair.kept} size="s" />}</td>
          <td>{pair.now === undefined ? "–" : <Value row={pair.now} size="s" />}</td>
          <td className="quiet">{difference(pair)}</td>
        </tr>
      ))}
    </tbody>
  );
}

const verdictOf = ({ plan }: Answer) => {
  const count = designFindings(plan.findings).filter(({ severity }) => severity === "error").length;
  return { closes: count === 0, text: count === 0 ? "Closes" : `Does not close (${count})` };
};

/** Two designs side by side: keep one, change the other, see what it did. */
export function Comparison() {
  const kept = useStore(compareStore, (state) => state.kept);
  const now = usePlan(({ answer }) => answer);
  const pairs = useMemo(() => (kept && now ? pairsOf(kept, now) : undefined), [kept, now]);
  if (now === undefined) return null;
  if (kept === undefined || pairs === undefined)
    return (
      <div className="comparison-start">
        <button type="button" className="button" onClick={() => compareStore.getState().keep(now)}>
          <Icon name="pair" size={16} /> Keep this design to compare
        </button>
        <span className="quiet">It stays beside the next one, in the picture and in numbers.</span>
      </div>
    );
  const load = (label: string) => missionStore.getState().loadDocument(kept.mission, label);
  return (
    <section className="comparison" aria-label="Two designs">
      <div className="comparison-head">
        <h3>Two designs</h3>
        <button
          type="button"
          className="button"
          onClick={() => {
            const { answer } = planStore.getState();
            load("Swap the two designs");
            if (answer !== undefined) compareStore.getState().keep(answer);
          }}
        >
          Swap
        </button>
        <button type="button" className="button" onClick={() => load("Back to the kept design")}>
          Back to the kept one
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Stop comparing"
          onClick={() => compareStore.getState().drop()}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{kept.mission.name === now.mission.name ? "Kept" : `Kept: ${kept.mission.name}`}</th>
            <th scope="col">{kept.mission.name === now.mission.name ? "Now" : `Now: ${now.mission.name}`}</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Verdict</th>
            {[kept, now].map((answer, index) => {
              const { closes, text } = verdictOf(answer);
              return (
                <td
                  key={index === 0 ? "kept" : "now"}
                  className="comparison-verdict"
                  data-verdict={closes ? "good" : "bad"}
                >
                  {text}
                </td>
              );
            })}
            <td />
          </tr>
        </tbody>
        <Rows title={pairs.inputs.length === 0 ? "" : "What differs"} pairs={pairs.inputs} />
        <Rows title="What follows" pairs={pairs.answers} />
      </table>
      <p className="quiet">
        {pairs.inputs.length === 0
          ? "The two are the same so far: change a field."
          : `${pairs.sameCount} other answers are the same in both.`}
      </p>
    </section>
  );
}
