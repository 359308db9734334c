import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { addSeconds, format, formatParts, greatCircleKm, type Instant } from "#engine";
import { missionStore } from "../state/mission.ts";
import { useMission } from "../state/use.ts";
import type { ContactAnswer, PlaceQuestion, RouteAnswer } from "../worker/messages.ts";
import { fibreMs } from "./fibre.ts";
import { fleetStore } from "./fleetStore.ts";
import { writeShort, writeSpan } from "./instants.ts";
import { PlaceField } from "./PlaceField.tsx";
import { placeChoices } from "./places.ts";
import { LIGHT_SLOWED_RATIO } from "./Route.tsx";
import { routeStore, useRoute } from "./routeStore.ts";
import { OUTLOOK_S, OUTLOOK_STEP_S, type Outlook, useOutlook } from "./useOutlook.ts";
import { useRouteAnswer } from "./useRouteAnswer.ts";
import { useShownTS } from "./useShownTS.ts";
import "./route.css";

const READ_MS = 500;
/** The example whose mesh joins places all over its latitudes. */
const OPEN_EXAMPLE_ID = "starlink-550";

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

function Reached({ answer, groundKm }: { answer: RouteAnswer; groundKm: number }) {
  const oneWayMs = answer.oneWayMs ?? 0;
  const glassMs = fibreMs(groundKm);
  const longestMs = Math.max(oneWayMs, glassMs);
  const sooner = glassMs - oneWayMs;
  return (
    <>
      <Milliseconds label="Through the fleet, one way" ms={oneWayMs} share={oneWayMs / longestMs} kind="laser" />
      <Milliseconds label="Fibre on the great circle" ms={glassMs} share={glassMs / longestMs} kind="fibre" />
      <p>
        {format(Math.abs(sooner), "Ms")}{" "}
        {sooner >= 0 ? "sooner than any fibre could be" : "later than the shortest fibre"}.
      </p>
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
        <div>
          <dt>Over ground</dt>
          <dd>{format(groundKm, "Km", 4)}</dd>
        </div>
      </dl>
      <p className="quiet">The pulse runs {LIGHT_SLOWED_RATIO} times slower than light. Glass: index 1.468.</p>
    </>
  );
}

const sentenceOf = (answer: RouteAnswer, from: PlaceQuestion, to: PlaceQuestion) =>
  answer.cause === "noSatelliteFrom"
    ? `No satellite stands high enough over ${from.name} now.`
    : answer.cause === "noSatelliteTo"
      ? `No satellite stands high enough over ${to.name} now.`
      : `Satellites stand over both, but no lasers join them.`;

function NextReached({
  place,
  contact,
  epoch,
  tS,
  isWorking,
}: {
  place: PlaceQuestion;
  contact: ContactAnswer | undefined;
  epoch: Instant;
  tS: number;
  isWorking: boolean;
}) {
  const startS = contact?.startS;
  return (
    <div>
      <dt>{place.name}</dt>
      <dd>
        {contact === undefined ? (
          <span className="quiet">{isWorking ? "looking" : "not looked up"}</span>
        ) : startS === undefined ? (
          `not within ${writeSpan(contact.searchedS)}`
        ) : startS - tS < 30 ? (
          "in reach now"
        ) : (
          <>
            in {writeSpan(startS - tS)} <span className="quiet">{writeShort(addSeconds(epoch, startS))}</span>
          </>
        )}
      </dd>
    </div>
  );
}

function Opening({ outlook, epoch, tS }: { outlook: Outlook; epoch: Instant; tS: number }) {
  const { opening } = outlook;
  if (opening === undefined) return null;
  return (
    <p>
      {opening.startS === undefined
        ? `No route opens in the next ${writeSpan(OUTLOOK_S)}: this fleet does not join the two at once (tried every ${OUTLOOK_STEP_S / 60} min).`
        : `A route opens in ${writeSpan(opening.startS - tS)}, at ${writeShort(addSeconds(epoch, opening.startS))} UTC.`}
    </p>
  );
}

/** Two places and the light between them. */
export function RoutePanel() {
  const places = useMission(({ document }) => document.places);
  const isExample = useMission(({ document }) => document.name === "Starlink shell 550");
  const from = useRoute((state) => state.from);
  const to = useRoute((state) => state.to);
  const answer = useRouteAnswer();
  const flight = useStore(fleetStore, (state) => state.flight);
  const tS = useShownTS(READ_MS) ?? 0;
  const [asked, setAsked] = useState(0);
  const missionPlaces = places ?? [];
  const choices = useMemo(() => placeChoices(places ?? []), [places]);
  const isClosed = answer !== undefined && !answer.reachable;
  const { outlook, cancel } = useOutlook({
    from,
    to,
    isWanted: isClosed,
    flightNumber: flight?.number ?? 0,
    askedNumber: asked,
  });
  const { choose } = routeStore.getState();
  const isStale = outlook !== undefined && (tS < outlook.fromTS || tS > outlook.fromTS + OUTLOOK_S / 4);
  const [first, second] = missionPlaces;

  return (
    <div className="route">
      <div className="route-ends">
        <PlaceField
          label="From"
          place={from}
          missionPlaces={missionPlaces}
          choices={choices}
          onChoose={(place) => choose({ from: place })}
        />
        <PlaceField
          label="To"
          place={to}
          missionPlaces={missionPlaces}
          choices={choices}
          onChoose={(place) => choose({ to: place })}
        />
      </div>
      {(from === undefined || to === undefined) && (
        <div className="empty">
          <p>
            Choose two places. Light climbs to the fleet, follows its lasers and comes down again; you see how long it
            takes, beside the shortest fibre.
          </p>
          {first !== undefined && second !== undefined && (
            <button type="button" className="button" onClick={() => choose({ from: first, to: second })}>
              {first.name} to {second.name}
            </button>
          )}
        </div>
      )}
      {from !== undefined && to !== undefined && (
        <div className="route-answer" aria-live="polite">
          {answer === undefined && <p className="quiet">Looking for the shortest path.</p>}
          {answer?.reachable && <Reached answer={answer} groundKm={greatCircleKm({ from, to })} />}
          {isClosed && flight !== undefined && (
            <>
              <p className="route-closed">{sentenceOf(answer, from, to)}</p>
              {outlook !== undefined && (
                <>
                  <h3>
                    Next in reach <span className="quiet">UTC</span>
                  </h3>
                  <dl className="facts facts-wide">
                    <NextReached
                      place={from}
                      contact={outlook.contacts[0]}
                      epoch={flight.epoch}
                      tS={tS}
                      isWorking={outlook.isWorking}
                    />
                    <NextReached
                      place={to}
                      contact={outlook.contacts[1]}
                      epoch={flight.epoch}
                      tS={tS}
                      isWorking={outlook.isWorking}
                    />
                  </dl>
                  {outlook.isWorking && (
                    <div className="progress">
                      <progress value={outlook.doneFraction} max={1} aria-label="Looking one day ahead" />
                      <button type="button" className="link" onClick={cancel}>
                        Stop
                      </button>
                    </div>
                  )}
                  <Opening outlook={outlook} epoch={flight.epoch} tS={tS} />
                  {(isStale || (!outlook.isWorking && outlook.opening === undefined)) && (
                    <button type="button" className="link" onClick={() => setAsked(asked + 1)}>
                      Look ahead from here
                    </button>
                  )}
                </>
              )}
              {!isExample && (
                <button
                  type="button"
                  className="button"
                  onClick={() => missionStore.getState().loadExample(OPEN_EXAMPLE_ID)}
                >
                  Open the Starlink shell, where this route opens
                </button>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}
