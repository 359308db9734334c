import { useState } from "react";
import { formatInstant } from "#engine";
import { engineClient } from "../worker/client.ts";
import { writeApart } from "./apart.ts";
import { inspection } from "./inspection.ts";
import { sky } from "./sky.ts";
import { stage } from "./stage.ts";

type Check = {
  readonly instantText: string;
  readonly drawnTemeKm: readonly number[];
  readonly sgp4TemeKm: readonly number[];
  readonly differenceM: number;
};

/** Where it is drawn, by the graphics card's own arithmetic where there is a card, and where SGP4 has it. Rejects with the reason why not. */
async function checkAgainstSgp4(index: number): Promise<Check> {
  if (stage.current() !== undefined) {
    const { drawnTemeKm, sgp4TemeKm, differenceM, instant } = await inspection.satellite(index);
    if (drawnTemeKm === null) throw new Error("it is not drawn at this moment");
    if (sgp4TemeKm === null || differenceM === null) throw new Error("SGP4 has no state for it at this moment");
    return { instantText: instant, drawnTemeKm, sgp4TemeKm, differenceM };
  }
  const shown = sky.shown();
  const drawnTemeKm = sky.positionInto(index, [0, 0, 0]);
  if (shown === undefined || drawnTemeKm === undefined) throw new Error("it is not shown at this moment");
  const { tS, instant } = shown;
  const state = await engineClient.stateOf({ index, tS });
  const sgp4TemeKm = state?.positionTemeKm;
  if (sgp4TemeKm === undefined) throw new Error(state?.reason ?? "there is no such satellite any more");
  const differenceM = 1000 * Math.hypot(...drawnTemeKm.map((each, axis) => each - sgp4TemeKm[axis]!));
  return { instantText: formatInstant(instant), drawnTemeKm, sgp4TemeKm, differenceM };
}

const vector = (valuesKm: readonly number[]) =>
  valuesKm.map((each) => each.toFixed(4).replace("-", "\u2212")).join("  ");

/** A button that holds what is drawn against SGP4, and what came of it. */
export function Sgp4Check({ index }: { index: number }) {
  const [check, setCheck] = useState<Check>();
  const [issue, setIssue] = useState("");
  const run = () =>
    checkAgainstSgp4(index).then(
      (done) => {
        setCheck(done);
        setIssue("");
      },
      (reason: unknown) => {
        setCheck(undefined);
        setIssue(`Not checked: ${reason instanceof Error ? reason.message : String(reason)}.`);
      },
    );
  return (
    <div className="check">
      <button type="button" className="button" onClick={() => void run()}>
        Check against SGP4
      </button>
      <div role="status">
        {issue !== "" && <p>{issue}</p>}
        {check !== undefined && (
          <dl className="check-result">
            <dt>Apart</dt>
            <dd>
              {writeApart(check.differenceM)} at {check.instantText.slice(0, 19).replace("T", " ")}
            </dd>
            <dt>Drawn, TEME km</dt>
            <dd className="mono">{vector(check.drawnTemeKm)}</dd>
            <dt>SGP4, TEME km</dt>
            <dd className="mono">{vector(check.sgp4TemeKm)}</dd>
          </dl>
        )}
      </div>
    </div>
  );
}
