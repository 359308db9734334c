import { Select } from "@mantine/core";
import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { format, type Mission } from "#engine";
import { useMission } from "../state/use.ts";
import { engineClient } from "../worker/client.ts";
import type { PlaceQuestion } from "../worker/messages.ts";
import { fleetStore } from "./fleetStore.ts";
import { groundStore, useGround } from "./groundStore.ts";
import { layerLabels, layerStore, useLayers } from "./layers.ts";
import { lookAtPlace } from "./lookAt.ts";
import { PlaceField } from "./PlaceField.tsx";
import { placeChoices } from "./places.ts";
import { circleShells, noCirclesBecause } from "./siteCircleShells.ts";
import { useFollowed } from "./useFollowed.ts";
import "./ground.css";

const READ_MS = 1000;

/** The mission's sites: how many satellites each may use now, and the circles within which those stand. */
function Sites({ sites }: { sites: NonNullable<Mission["sites"]> }) {
  const flight = useStore(fleetStore, (state) => state.flight);
  const isOn = useLayers((layers) => layers.sites);
  const chosen = useGround((state) => state.shellIndex);
  const shells = circleShells(flight);
  const shell = shells.find(({ shellIndex }) => shellIndex === chosen) ?? shells[0];
  const issue = noCirclesBecause({ flight, sites });
  const counts = useFollowed({
    key: sites.map(({ name, latitudeDeg, longitudeDeg }) => `${name} ${latitudeDeg} ${longitudeDeg}`).join("\n"),
    flightNumber: flight?.number,
    everyMs: READ_MS,
    ask: (tS) => engineClient.visibleCounts({ places: sites, tS }),
  });
  useEffect(() => {
    groundStore.setState({ siteCounts: new Map(counts?.map((count, row) => [sites[row]!.name, count])) });
  }, [counts, sites]);
  const elevation = flight === undefined ? "" : format(flight.minElevationDeg, "Deg");
  return (
    <>
      <h3>
        Sites <span className="quiet">satellites above {elevation} now</span>
      </h3>
      <ul className="sites">
        {sites.map((site, row) => (
          <li key={site.name}>
            <button type="button" className="link" title={site.name} onClick={() => lookAtPlace(site)}>
              {site.name}
            </button>
            <span>{counts?.[row] === undefined ? "" : format(counts[row], "Count")}</span>
            <button
              type="button"
              className="link"
              aria-label={`Sky over ${site.name}`}
              onClick={() => groundStore.getState().open(site)}
            >
              sky
            </button>
          </li>
        ))}
      </ul>
      <label className="ground-switch">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => layerStore.setState({ sites: event.target.checked })}
        />
        {layerLabels.sites}
      </label>
      {isOn && issue !== undefined && <p className="quiet ground-plain">{issue}</p>}
      {isOn && shell !== undefined && (
        <>
          {shells.length > 1 && (
            <Select
              className="place"
              label="Shell"
              data={shells.map(({ shellIndex, label }) => ({ value: String(shellIndex), label }))}
              value={String(shell.shellIndex)}
              onChange={(value) => value !== null && groundStore.getState().chooseShell(Number(value))}
              allowDeselect={false}
              size="sm"
              comboboxProps={{ withinPortal: true }}
            />
          )}
          <p className="quiet ground-plain">
            On its circle a satellite {format(shell.altitudeKm, "Km", 5)} up stands at {elevation} over the site;
            inside, higher.
          </p>
        </>
      )}
    </>
  );
}

/** Where to look up from, and the sites with what they see. */
export function GroundPanel() {
  const places = useMission(({ document }) => document.places);
  const sites = useMission(({ document }) => document.sites);
  const place = useGround((state) => state.place);
  const isOpen = useGround((state) => state.isOpen);
  const missionPlaces = useMemo<readonly PlaceQuestion[]>(() => [...(sites ?? []), ...(places ?? [])], [sites, places]);
  const choices = useMemo(() => placeChoices(missionPlaces), [missionPlaces]);
  const { open, close, choose } = groundStore.getState();
  const first = missionPlaces[0] ?? choices[0];
  return (
    <div className="ground">
      <PlaceField
        label="Place"
        place={place}
        missionPlaces={missionPlaces}
        choices={choices}
        onChoose={(next) => (isOpen && next !== undefined ? open(next) : choose(next))}
      />
      {place === undefined ? (
        <div className="empty">
          <p>Choose a place: you see which satellites stand over it tonight, which of them are sunlit, and when.</p>
          {first !== undefined && (
            <button type="button" className="button" onClick={() => open(first)}>
              Sky over {first.name}
            </button>
          )}
        </div>
      ) : (
        <button type="button" className="button" onClick={() => (isOpen ? close() : open())}>
          {isOpen ? "Back to the globe" : `Sky over ${place.name}`}
        </button>
      )}
      {sites !== undefined && sites.length > 0 ? (
        <Sites sites={sites} />
      ) : (
        <p className="quiet ground-plain">
          This mission names no sites; with sites, each shows what it sees and its circle.
        </p>
      )}
    </div>
  );
}
