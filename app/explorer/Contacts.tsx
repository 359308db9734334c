import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { addSeconds, format, formatInstant } from "#engine";
import { clockStore } from "../state/clock.ts";
import { useMission } from "../state/use.ts";
import { engineClient } from "../worker/client.ts";
import type { SatelliteContact } from "../worker/groundMessages.ts";
import type { PlaceQuestion } from "../worker/messages.ts";
import { fleetStore } from "./fleetStore.ts";
import { groundStore, useGround } from "./groundStore.ts";
import { writeShort } from "./instants.ts";
import { PlaceField } from "./PlaceField.tsx";
import { placeChoices } from "./places.ts";
import { sky } from "./sky.ts";

/** How far ahead contacts are looked for. */
const SPAN_S = 86_400;
/** Passes that are listed. */
const LISTED_COUNT = 12;

type Found = { readonly contacts: readonly SatelliteContact[] | undefined; readonly fromTS: number };

/** The passes of one satellite within a day of the moment at which they were asked for. */
function useContacts({ index, places }: { index: number; places: readonly PlaceQuestion[] }) {
  const flight = useStore(fleetStore, (state) => state.flight);
  const [asked, setAsked] = useState(0);
  const [found, setFound] = useState<Found>();
  const [doneFraction, setDoneFraction] = useState(0);
  const [isWorking, setIsWorking] = useState(false);
  const [controller, setController] = useState<AbortController>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another asking starts over
  useEffect(() => {
    const fromTS = sky.shown()?.tS;
    if (flight === undefined || fromTS === undefined || places.length === 0) {
      setFound(undefined);
      return;
    }
    const abort = new AbortController();
    const { signal } = abort;
    let isNewest = true;
    setController(abort);
    setIsWorking(true);
    setDoneFraction(0);
    setFound(undefined);
    const { minElevationDeg } = flight;
    engineClient
      .contactsOf(
        { index, places, fromTS, spanS: SPAN_S, minElevationDeg },
        { signal, onProgress: (done) => isNewest && setDoneFraction(done) },
      )
      .then((answer) => isNewest && setFound({ contacts: answer?.contacts, fromTS }))
      // Stopped by the person, or by a worker that the fleet tells about.
      .catch(() => {})
      .finally(() => isNewest && setIsWorking(false));
    return () => {
      isNewest = false;
      abort.abort();
    };
  }, [index, places, flight, asked]);
  return {
    flight,
    found,
    doneFraction,
    isWorking,
    cancel: () => controller?.abort(),
    again: () => setAsked(asked + 1),
  };
}

/** When the satellite next stands over the mission's sites, or over a place of a person's own. */
export function Contacts({ index }: { index: number }) {
  const sites = useMission(({ document }) => document.sites);
  const missionPlaces = useMission(({ document }) => document.places);
  const place = useGround((state) => state.place);
  const own = useMemo<readonly PlaceQuestion[]>(
    () => [...(sites ?? []), ...(missionPlaces ?? [])],
    [sites, missionPlaces],
  );
  const choices = useMemo(() => placeChoices(own), [own]);
  const places = useMemo(
    () => (place !== undefined ? [place] : sites !== undefined && sites.length > 0 ? sites : (missionPlaces ?? [])),
    [place, sites, missionPlaces],
  );
  const { flight, found, doneFraction, isWorking, cancel, again } = useContacts({ index, places });
  if (flight === undefined) return null;
  const at = (tS: number) => addSeconds(flight.epoch, tS);
  const contacts = found?.contacts;
  const over =
    place !== undefined
      ? place.name
      : places.length === 0
        ? ""
        : sites !== undefined && sites.length > 0
          ? "the mission's sites"
          : "the mission's places";
  return (
    <div className="contacts">
      <PlaceField
        label="Over"
        place={place}
        missionPlaces={own}
        choices={choices}
        onChoose={(next) => groundStore.getState().choose(next)}
      />
      {places.length === 0 && <p className="quiet">Choose a place: this mission names none.</p>}
      {isWorking && (
        <div className="progress">
          <progress value={doneFraction} max={1} aria-label="Looking for contacts" />
          <button type="button" className="link" onClick={cancel}>
            Stop
          </button>
        </div>
      )}
      {contacts !== undefined && contacts.length === 0 && (
        <p>
          It does not stand above {format(flight.minElevationDeg, "Deg")} over {over} in the day from{" "}
          {writeShort(at(found?.fromTS ?? 0))} UTC.
        </p>
      )}
      {contacts !== undefined && contacts.length > 0 && (
        <table className="passes">
          <caption>
            Above {format(flight.minElevationDeg, "Deg")} over {over}, UTC
            {contacts.length > LISTED_COUNT && `; the first ${LISTED_COUNT} of ${contacts.length} within a day`}
          </caption>
          <thead>
            <tr>
              <th scope="col">Rises</th>
              <th scope="col">Highest</th>
              <th scope="col">Sets</th>
            </tr>
          </thead>
          <tbody>
            {contacts.slice(0, LISTED_COUNT).map(({ placeName, startS, endS, maxElevationDeg, highestRangeKm }) => (
              <tr key={`${placeName} ${startS}`}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    title="Go to this moment"
                    onClick={() => clockStore.getState().setInstant(at(startS))}
                  >
                    {writeShort(at(startS))}
                  </button>
                  {places.length > 1 && <span className="quiet passes-place">{placeName}</span>}
                </th>
                <td>
                  {format(Number(maxElevationDeg.toFixed(1)), "Deg")}
                  <span className="quiet passes-place">{format(highestRangeKm, "Km", 4)} away</span>
                </td>
                <td>{formatInstant(at(endS)).slice(11, 16)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!isWorking && places.length > 0 && (
        <button type="button" className="link contacts-again" onClick={again}>
          Look again from the shown moment
        </button>
      )}
    </div>
  );
}
