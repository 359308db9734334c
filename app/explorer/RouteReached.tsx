import { addSeconds, fibreReachKm, format, formatParts, greatCircleKm, type Instant } from "#engine";
import { selectionStore } from "../state/selection.ts";
import type { PlaceQuestion, RouteAnswer } from "../worker/messages.ts";
import type { ServedEnd } from "../worker/networkMessages.ts";
import { fibreMs } from "./fibre.ts";
import { writeInstant } from "./instants.ts";
import { LIGHT_SLOWED_RATIO } from "./Route.tsx";
import { NEW_S } from "./routeMarks.ts";
import { type RouteGoal, useRoute } from "./routeStore.ts";

function Milliseconds({
  label,
  ms,
  share,
  kind,
}: {
  label: string;
  ms: number;
  share: number;
  kind: "laser" | "fibre";
}) {
  const { number, unit } = formatParts(ms, "Ms");
  return (
    <div className="race" data-kind={kind}>
      <span className="race-label">{label}</span>
      <span className="race-value">
        {number}
        <small>{unit}</small>
      </span>
      <span className="race-bar" style={{ inlineSize: `${Math.max(2, share * 100)}%` }} />
    </div>
  );
}

function Served({
  label,
  end,
  lookedBackS,
  epoch,
  tS,
}: {
  label: string;
  end: ServedEnd;
  lookedBackS: number;
  epoch: Instant;
  tS: number;
}) {
  const { sinceTS } = end;
  const isNew = sinceTS !== undefined && tS - sinceTS < NEW_S;
  return (
    <div data-new={isNew}>
      <dt>{label}</dt>
      <dd>
        <button type="button" className="link" onClick={() => selectionStore.getState().select(end.index)}>
          Satellite {end.id}
        </button>
      </dd>
      <dd className="quiet">
        {sinceTS === undefined
          ? `for more than ${format(lookedBackS / 60, "Count")} min`
          : `since ${writeInstant(addSeconds(epoch, sinceTS)).slice(11)} UTC${end.beforeId === undefined ? "" : `, before it ${end.beforeId}`}`}
      </dd>
    </div>
  );
}

/** Who serves the ends of the shown route, and since when. */
function Handovers({
  answer,
  from,
  to,
  epoch,
  tS,
}: {
  answer: RouteAnswer;
  from: PlaceQuestion;
  to: PlaceQuestion | undefined;
  epoch: Instant;
  tS: number;
}) {
  const handovers = useRoute((state) => state.handovers);
  if (handovers === undefined) return null;
  const { from: first, to: last, lookedBackS } = handovers;
  const isNow = (end: ServedEnd | undefined, index: number | undefined): end is ServedEnd => end?.index === index;
  const shown = { lookedBackS, epoch, tS };
  return (
    <dl className="facts facts-wide served">
      {isNow(first, answer.satellites[0]) && <Served label={`Over ${from.name}`} end={first} {...shown} />}
      {isNow(last, answer.satellites.at(-1)) && (
        <Served label={to === undefined ? "Computes" : `Over ${to.name}`} end={last} {...shown} />
      )}
    </dl>
  );
}

/** How long light takes on the way that was found, beside fibre. `to`: where the fibre leads. */
export function Reached({
  answer,
  goal,
  from,
  to,
  epoch,
  tS,
}: {
  answer: RouteAnswer;
  goal: RouteGoal;
  from: PlaceQuestion;
  to: PlaceQuestion | undefined;
  epoch: Instant;
  tS: number;
}) {
  const oneWayMs = answer.oneWayMs ?? 0;
  const groundKm = to === undefined ? undefined : greatCircleKm({ from, to });
  const glassMs = groundKm === undefined ? undefined : fibreMs(groundKm);
  const longestMs = Math.max(oneWayMs, glassMs ?? 0);
  const sooner = (glassMs ?? 0) - oneWayMs;
  const isCompute = goal === "compute";
  return (
    <>
      <Milliseconds
        label={isCompute ? "To the computing satellite, one way" : "Through the fleet, one way"}
        ms={oneWayMs}
        share={oneWayMs / longestMs}
        kind="laser"
      />
      {glassMs !== undefined && (
        <Milliseconds
          label={isCompute ? `Fibre to ${to?.name}, great circle` : "Fibre on the great circle"}
          ms={glassMs}
          share={glassMs / longestMs}
          kind="fibre"
        />
      )}
      {glassMs !== undefined && (
        <p>
          {format(Math.abs(sooner), "Ms")}{" "}
          {sooner >= 0 ? "sooner than any fibre could be" : "later than the shortest fibre"}.
        </p>
      )}
      {isCompute && (
        <p>
          Within {format(fibreReachKm({ roundTripMs: oneWayMs * 2 }), "Km", 3)} of {from.name} a computer on the ground
          could answer sooner by fibre.
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>Round trip</dt>
          <dd>{format(oneWayMs * 2, "Ms")}</dd>
        </div>
        <div>
          <dt>Lasers</dt>
          <dd>{format(answer.hopCount ?? 0, "Count")}</dd>
        </div>
        <div>
          <dt>Path</dt>
          <dd>{format(answer.pathKm ?? 0, "Km", 4)}</dd>
        </div>
        {groundKm !== undefined && (
          <div>
            <dt>Over ground</dt>
            <dd>{format(groundKm, "Km", 4)}</dd>
          </div>
        )}
      </dl>
      <Handovers answer={answer} from={from} to={isCompute ? undefined : to} epoch={epoch} tS={tS} />
      <p className="quiet">The pulse runs {LIGHT_SLOWED_RATIO} times slower than light. Glass: index 1.468.</p>
    </>
  );
}
