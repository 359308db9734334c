import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { addSeconds, type Instant } from "#engine";
import { missionStore } from "../state/mission.ts";
import { useMission } from "../state/use.ts";
import type { ContactAnswer, PlaceQuestion, RouteAnswer } from "../worker/messages.ts";
import { fleetStore } from "./fleetStore.ts";
import { writeShort, writeSpan } from "./instants.ts";
import { PlaceField } from "./PlaceField.tsx";
import { placeChoices } from "./places.ts";
import { Reached } from "./RouteReached.tsx";
import { isRouteChosen, type Outlook, routeStore, useRoute } from "./routeStore.ts";
import { OUTLOOK_S, OUTLOOK_STEP_S, useOutlook } from "./useOutlook.ts";
import { useRouteAnswer } from "./useRouteAnswer.ts";
import { useShownTS } from "./useShownTS.ts";
import "./route.css";

const READ_MS = 500;
/** The example whose mesh joins places all over its latitudes. */
const OPEN_EXAMPLE_ID = "starlink-550";

const goals = [
  { goal: "place", label: "To a place" },
  { goal: "compute", label: "To the nearest computer" },
] as const;

const sentenceOf = (answer: RouteAnswer, from: PlaceQuestion, to: PlaceQuestion | undefined) =>
  ({
    noSatelliteFrom: `No satellite stands high enough over ${from.name} now.`,
    noSatelliteTo: `No satellite stands high enough over ${to?.name} now.`,
    meshDisconnected: "Satellites stand over both, but no lasers join them.",
    noComputeSatellite: "No satellite of the fleet is in full sunlight now.",
    computeDisconnected: `No lasers lead from the satellites over ${from.name} to one in full sunlight.`,
  })[answer.cause ?? "meshDisconnected"];

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

function Opening({
  outlook,
  epoch,
  tS,
  isCompute,
}: {
  outlook: Outlook;
  epoch: Instant;
  tS: number;
  isCompute: boolean;
}) {
  const { opening } = outlook;
  if (opening === undefined) return null;
  return (
    <p>
      {opening.startS === undefined
        ? `No route opens in the next ${writeSpan(OUTLOOK_S)}: this fleet ${isCompute ? "never has a satellite in full sunlight within its reach" : "does not join the two at once"} (tried every ${OUTLOOK_STEP_S / 60} min).`
        : `A route opens in ${writeSpan(opening.startS - tS)}, at ${writeShort(addSeconds(epoch, opening.startS))} UTC.`}
    </p>
  );
}

/** Two places, or one and the nearest satellite that computes, and the light between them. */
export function RoutePanel() {
  const places = useMission(({ document }) => document.places);
  const isExample = useMission(({ document }) => document.name === "Starlink shell 550");
  const goal = useRoute((state) => state.goal);
  const from = useRoute((state) => state.from);
  const to = useRoute((state) => state.to);
  const answer = useRouteAnswer();
  const flight = useStore(fleetStore, (state) => state.flight);
  const tS = useShownTS(READ_MS) ?? 0;
  const [asked, setAsked] = useState(0);
  const missionPlaces = places ?? [];
  const choices = useMemo(() => placeChoices(places ?? []), [places]);
  const isClosed = answer !== undefined && !answer.reachable;
  const isCompute = goal === "compute";
  const { outlook, cancel } = useOutlook({
    from,
    to: isCompute ? undefined : to,
    isWanted: isClosed,
    flightNumber: flight?.number ?? 0,
    askedNumber: asked,
  });
  const { choose } = routeStore.getState();
  const isStale = outlook !== undefined && (tS < outlook.fromTS || tS > outlook.fromTS + OUTLOOK_S / 4);
  const [first, second] = missionPlaces;

  return (
    <div className="route">
      <fieldset className="route-goals">
        <legend className="unseen">Where the route leads</legend>
        {goals.map(({ goal: each, label }) => (
          <button key={each} type="button" aria-pressed={goal === each} onClick={() => choose({ goal: each })}>
            {label}
          </button>
        ))}
      </fieldset>
      <div className="route-ends">
        <PlaceField
          label="From"
          place={from}
          missionPlaces={missionPlaces}
          choices={choices}
          onChoose={(place) => choose({ from: place })}
        />
        <PlaceField
          label={isCompute ? "Fibre" : "To"}
          place={to}
          missionPlaces={missionPlaces}
          choices={choices}
          onChoose={(place) => choose({ to: place })}
        />
      </div>
      {!isRouteChosen({ goal, from, to }) && (
        <div className="empty">
          <p>
            {isCompute
              ? "Choose a place. Light climbs to the fleet and follows its lasers to the nearest satellite in full sunlight; you see how long it takes, and which satellites take over as time runs."
              : "Choose two places. Light climbs to the fleet, follows its lasers and comes down again; you see how long it takes, beside the shortest fibre."}
          </p>
          {first !== undefined && second !== undefined && (
            <button type="button" className="button" onClick={() => choose({ from: first, to: second })}>
              {isCompute ? `From ${first.name}, beside fibre to ${second.name}` : `${first.name} to ${second.name}`}
            </button>
          )}
        </div>
      )}
      {from !== undefined && isRouteChosen({ goal, from, to }) && (
        <div className="route-answer" aria-live="polite">
          {answer === undefined && <p className="quiet">Looking for the shortest path.</p>}
          {answer?.reachable && flight !== undefined && (
            <Reached answer={answer} goal={goal} from={from} to={to} epoch={flight.epoch} tS={tS} />
          )}
          {isClosed && flight !== undefined && (
            <>
              <p className="route-closed">{sentenceOf(answer, from, to)}</p>
              {outlook !== undefined && (isCompute || to !== undefined) && (
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
                    {!isCompute && to !== undefined && (
                      <NextReached
                        place={to}
                        contact={outlook.contacts[1]}
                        epoch={flight.epoch}
                        tS={tS}
                        isWorking={outlook.isWorking}
                      />
                    )}
                  </dl>
                  {outlook.isWorking && (
                    <div className="progress">
                      <progress value={outlook.doneFraction} max={1} aria-label="Looking one day ahead" />
                      <button type="button" className="link" onClick={cancel}>
                        Stop
                      </button>
                    </div>
                  )}
                  <Opening outlook={outlook} epoch={flight.epoch} tS={tS} isCompute={isCompute} />
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
                  {isCompute
                    ? "Open the Starlink shell, which reaches all over"
                    : "Open the Starlink shell, where this route opens"}
                </button>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}
