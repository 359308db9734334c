import { designFindings } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { Value } from "../parts/Value.tsx";
import { usePlan, useView } from "../state/use.ts";
import { viewStore } from "../state/view.ts";
import { Findings } from "./Findings.tsx";
import { outcome, type Rung, rungs } from "./ladder.ts";
import { lights, useLitAny } from "./lit.ts";
import { type RowBook, useRows } from "./rows.ts";

function Line({ name, now, before }: { name: string; now: RowBook; before: RowBook }) {
  const row = now.ofName(name);
  if (row === undefined) return null;
  return (
    <div className="rung-line" {...lights([name])}>
      <dt>{row.label}</dt>
      <dd>
        <Value row={row} size="s" before={before.ofName(name)?.value} />
      </dd>
    </div>
  );
}

function RungView({ rung, now, before }: { rung: Rung; now: RowBook; before: RowBook }) {
  const lit = useLitAny([rung.main, ...rung.more]);
  const row = now.ofName(rung.main);
  return (
    <li className="rung" data-rung={rung.id} data-lit={lit}>
      <button
        type="button"
        className="rung-title"
        {...lights([rung.main])}
        onClick={() => viewStore.getState().showStep(rung.step)}
      >
        <b>{rung.title}</b> {row === undefined || row.label === rung.title ? "" : row.label}
      </button>
      {row === undefined ? (
        <p className="rung-empty" aria-hidden="true" />
      ) : (
        <p className="rung-main" {...lights([rung.main])}>
          <Value row={row} size="l" before={before.ofName(rung.main)?.value} />
        </p>
      )}
      <dl className="rung-more">
        {rung.more.map((name) => (
          <Line key={name} name={name} now={now} before={before} />
        ))}
      </dl>
    </li>
  );
}

/** The answers as a ladder: load → array → battery → heat → mass → verdict. Pointing at a rung lights what feeds it. */
export function Ladder() {
  const { now, before } = useRows();
  const step = useView((state) => state.step);
  const plan = usePlan(({ answer }) => answer?.plan);
  const errorCount = designFindings(plan?.findings ?? []).filter(({ severity }) => severity === "error").length;
  return (
    <section className="ladder" aria-label="Answers">
      <ol>
        {rungs.map((rung) => (
          <RungView key={rung.id} rung={rung} now={now} before={before} />
        ))}
        <li className="rung" data-rung="verdict">
          <h3 className="rung-title">
            <b>Verdict</b>
          </h3>
          {plan === undefined ? (
            <p className="quiet" role="status">
              Working it out
            </p>
          ) : (
            <p className="verdict" data-verdict={errorCount === 0 ? "good" : "bad"}>
              <Icon name={errorCount === 0 ? "good" : "bad"} size={20} />{" "}
              {errorCount === 0 ? "Closes" : "Does not close"}
            </p>
          )}
          <dl className="rung-more">
            {outcome.map((name) => (
              <Line key={name} name={name} now={now} before={before} />
            ))}
          </dl>
        </li>
      </ol>
      {step === "closure" ? null : <Findings />}
    </section>
  );
}
