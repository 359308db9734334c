import { Value } from "../parts/Value.tsx";
import { useView } from "../state/use.ts";
import { outcome, rungs } from "./ladder.ts";
import { useRows } from "./rows.ts";

const MOST_SHOWN = 3;
/** Of the steps whose own answers stand on no rung of the ladder, or on one too far from the question. */
const stepAnswers: Readonly<Record<string, readonly string[]>> = {
  orbit: ["worstPlaneEclipseS", "deliveredPowerW", "priceUsdPerMTokens"],
  network: ["linkRateBps", "linkRangeKm", "meshLinkKm"],
};

/** On a small screen the ladder lies below the fields: the step's own answers stay in sight along the bottom. */
export function AnswerStrip() {
  const step = useView((state) => state.step);
  const { now, before } = useRows();
  const own = rungs.filter((rung) => rung.step === step).flatMap(({ main, more }) => [main, ...more]);
  const names = stepAnswers[step] ?? (own.length > 0 ? own : outcome.slice(-2));
  return (
    <dl className="answer-strip">
      {names.slice(0, MOST_SHOWN).map((name) => {
        const row = now.ofName(name);
        return row === undefined ? null : (
          <div key={name}>
            <dt>{row.label}</dt>
            <dd>
              <Value row={row} size="m" before={before.ofName(name)?.value} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
