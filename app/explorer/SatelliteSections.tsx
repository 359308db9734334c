import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { format } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { selectionStore } from "../state/selection.ts";
import { engineClient } from "../worker/client.ts";
import { Contacts } from "./Contacts.tsx";
import { fleetStore } from "./fleetStore.ts";
import { useFollowed } from "./useFollowed.ts";

const ORBIT_READ_MS = 2000;
const NEAREST_READ_MS = 1000;
const NEAREST_COUNT = 6;
/** As many as an element set gives. */
const ECCENTRICITY_DECIMALS = 7;

/** A part that folds to a line and asks nothing while it is folded. */
function Fold({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="inspector-part" data-open={isOpen}>
      <h3>
        <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {title}
          <Icon name="fold" size={16} />
        </button>
      </h3>
      {isOpen && <div className="inspector-part-body">{children}</div>}
    </section>
  );
}

const localTime = (hours: number) => {
  const minutes = Math.round(hours * 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
};

function Orbit({ index, flightNumber }: { index: number; flightNumber: number | undefined }) {
  const orbit = useFollowed({
    key: `orbit ${index}`,
    flightNumber,
    everyMs: ORBIT_READ_MS,
    ask: (tS) => engineClient.orbitOf({ index, tS }),
  });
  if (orbit === undefined) return <p className="quiet">Reading its orbit.</p>;
  const { altitudeKm, perigeeAltitudeKm, apogeeAltitudeKm, inclinationDeg, periodS, ltanH, eccentricityRatio } = orbit;
  const rows = [
    ["Mean height", format(altitudeKm, "Km", 5)],
    ...(eccentricityRatio > 1e-5
      ? [["Perigee, apogee", `${format(perigeeAltitudeKm, "Km", 4)}, ${format(apogeeAltitudeKm, "Km", 4)}`]]
      : []),
    ["Inclination", format(inclinationDeg, "Deg", 5)],
    ["Period", format(periodS, "S", 4)],
    ["Local time of the node", localTime(ltanH)],
    ["Eccentricity", eccentricityRatio.toFixed(ECCENTRICITY_DECIMALS)],
  ] as const;
  return (
    <dl className="facts facts-wide">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Nearest({ index, flightNumber }: { index: number; flightNumber: number | undefined }) {
  const nearest = useFollowed({
    key: `nearest ${index}`,
    flightNumber,
    everyMs: NEAREST_READ_MS,
    ask: (tS) => engineClient.nearestTo({ index, tS, count: NEAREST_COUNT }),
  });
  if (nearest === undefined) return <p className="quiet">Looking round.</p>;
  if (nearest.length === 0) return <p className="quiet">Nothing else flies here.</p>;
  return (
    <ul className="nearest">
      {nearest.map(({ index: other, id, name, distanceKm }) => (
        <li key={other}>
          <button type="button" className="link" onClick={() => selectionStore.getState().select(other)}>
            {name === "" ? id : name}
          </button>
          <span>{format(distanceKm, "Km", 4)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What else can be known of one satellite, folded away until it is asked for. */
export function SatelliteSections({ index }: { index: number }) {
  const flightNumber = useStore(fleetStore, ({ flight }) => flight?.number);
  return (
    <div className="inspector-parts">
      <Fold title="Orbit">
        <Orbit index={index} flightNumber={flightNumber} />
      </Fold>
      <Fold title="Nearest now">
        <Nearest index={index} flightNumber={flightNumber} />
      </Fold>
      <Fold title="Contacts">
        <Contacts key={index} index={index} />
      </Fold>
    </div>
  );
}
