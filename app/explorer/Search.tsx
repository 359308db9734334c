import { useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { format } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { selectionStore } from "../state/selection.ts";
import { useMission } from "../state/use.ts";
import { engineClient } from "../worker/client.ts";
import type { FlightShell, FoundSatellite, FoundSatellites, PlaceQuestion } from "../worker/messages.ts";
import { findNamed } from "./findNamed.ts";
import { fleetStore } from "./fleetStore.ts";
import { groundStore } from "./groundStore.ts";
import { lookAtPlace, lookAtSatellite } from "./lookAt.ts";
import { placeChoices } from "./places.ts";
import { routeStore } from "./routeStore.ts";
import "./search.css";

const PLACE_COUNT = 6;
const SHELL_COUNT = 4;

type Found = FoundSatellites & {
  readonly places: readonly PlaceQuestion[];
  readonly shells: readonly FlightShell[];
};
const none: Found = { matches: [], matchCount: 0, places: [], shells: [] };

function go({ index }: Pick<FoundSatellite, "index">) {
  selectionStore.getState().select(index);
  lookAtSatellite(index);
}

function Satellites({ matches, matchCount }: FoundSatellites) {
  return (
    <>
      <ul aria-label="Matches">
        {matches.map((match) => (
          <li key={match.index}>
            <button type="button" className="link" onClick={() => go(match)}>
              {match.name === "" ? match.id : match.name}
            </button>{" "}
            <span className="quiet">{match.name === "" ? match.shellName : match.id}</span>
          </li>
        ))}
      </ul>
      {matchCount > matches.length && (
        <p className="quiet">and {format(matchCount - matches.length, "Count")} more: type more of the name</p>
      )}
    </>
  );
}

function Places({ places }: { places: readonly PlaceQuestion[] }) {
  return (
    <ul aria-label="Places">
      {places.map((place) => (
        <li key={`${place.name} ${place.latitudeDeg} ${place.longitudeDeg}`} className="search-place">
          <button type="button" className="link" onClick={() => lookAtPlace(place)}>
            {place.name}
          </button>
          <button
            type="button"
            className="link"
            aria-label={`Ground view from ${place.name}`}
            onClick={() => groundStore.getState().open(place)}
          >
            sky
          </button>
          <button
            type="button"
            className="link"
            aria-label={`Route from ${place.name}`}
            onClick={() => routeStore.getState().choose({ from: place })}
          >
            route
          </button>
        </li>
      ))}
    </ul>
  );
}

function Shells({ shells }: { shells: readonly FlightShell[] }) {
  return (
    <ul aria-label="Shells">
      {shells.map(({ name, firstIndex, planeCount, slotCount }) => (
        <li key={firstIndex}>
          <button
            type="button"
            className="link"
            title="Select its first satellite"
            onClick={() => go({ index: firstIndex })}
          >
            {name}
          </button>{" "}
          <span className="quiet">
            shell, {format(planeCount, "Count")} × {format(slotCount, "Count")}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Several that fit, or a place and what can be done there: each one press away. */
function Matches({ found }: { found: Found }) {
  const { matches, matchCount, places, shells } = found;
  const areSatellitesTold = matchCount > 1 || (matchCount === 1 && places.length + shells.length > 0);
  if (!areSatellitesTold && places.length + shells.length === 0) return null;
  return (
    <div className="search-matches">
      {areSatellitesTold && <Satellites matches={matches} matchCount={matchCount} />}
      {places.length > 0 && <Places places={places} />}
      {shells.length > 0 && <Shells shells={shells} />}
    </div>
  );
}

/** Finds a satellite by its id or name, a place or a shell by its name. The best match is gone to at once. */
export function Search() {
  const [issue, setIssue] = useState("");
  const [found, setFound] = useState<Found>(none);
  const asked = useRef(0);
  const flight = useStore(fleetStore, (state) => state.flight);
  const sites = useMission(({ document }) => document.sites);
  const places = useMission(({ document }) => document.places);
  const choices = useMemo(() => placeChoices([...(sites ?? []), ...(places ?? [])]), [sites, places]);
  const totalCount = flight?.totalCount ?? 0;
  const hasCatalogue = (flight?.catalogueCount ?? 0) > 0;

  const find = async (typed: string): Promise<boolean> => {
    const number = ++asked.current;
    const text = typed.trim();
    const answer = text === "" ? undefined : await engineClient.find({ text });
    // A newer question has been asked meanwhile.
    if (number !== asked.current) return false;
    const all: Found = {
      ...(answer ?? none),
      places: findNamed(choices, text, PLACE_COUNT),
      shells: findNamed(flight?.shells ?? [], text, SHELL_COUNT),
    };
    const [satellite] = all.matches;
    const [place] = all.places;
    const [shell] = all.shells;
    const isUnknown = text !== "" && satellite === undefined && place === undefined && shell === undefined;
    setIssue(
      isUnknown
        ? `No satellite ${text.slice(0, 20)} ${hasCatalogue ? "among" : "in this fleet of"} ${format(totalCount, "Count")}, and no place or shell of that name.`
        : "",
    );
    setFound(all);
    if (satellite !== undefined) go(satellite);
    else if (place !== undefined) lookAtPlace(place);
    else if (shell !== undefined) go({ index: shell.firstIndex });
    // Once a satellite is found the arrow keys belong to it.
    return satellite !== undefined;
  };
  return (
    <form
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.querySelector("input");
        const typed = String(new FormData(event.currentTarget).get("id") ?? "");
        find(typed)
          .then((isFound) => isFound && field?.blur())
          .catch((reason: unknown) => setIssue(reason instanceof Error ? reason.message : String(reason)));
      }}
    >
      <span className="search-icon">
        <Icon name="find" size={16} />
      </span>
      <input
        name="id"
        aria-label="Satellite by id or name, place or shell"
        placeholder={hasCatalogue ? "Id, name or place, such as ISS" : "Id or place: 4168, London"}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={100}
        aria-describedby="search-issue"
        aria-invalid={issue !== ""}
      />
      <p className="search-issue" id="search-issue" role="status">
        {issue}
      </p>
      <Matches found={found} />
    </form>
  );
}
