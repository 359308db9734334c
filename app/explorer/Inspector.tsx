import { useStore } from "zustand";
import { describeUnlimited, format, formatNumber, OLD_ELEMENTS_DAYS, OLD_ELEMENTS_MEANING } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { selectionStore } from "../state/selection.ts";
import { useMission } from "../state/use.ts";
import { engineClient } from "../worker/client.ts";
import type { SatelliteLink, SatelliteState } from "../worker/messages.ts";
import { writeApart } from "./apart.ts";
import { ChaseButtons } from "./ChaseBar.tsx";
import { CycleFacts } from "./CycleFacts.tsx";
import { fleetStore } from "./fleetStore.ts";
import { networkStore } from "./networkStore.ts";
import { SatelliteSections } from "./SatelliteSections.tsx";
import { Sgp4Check } from "./Sgp4Check.tsx";
import { ShadowNext } from "./ShadowNext.tsx";
import { sky } from "./sky.ts";
import { useFollowed } from "./useFollowed.ts";
import "./satellite.css";

const READ_MS = 300;
const lightWords = { sunlit: "Sunlit", penumbra: "Penumbra", umbra: "Umbra" } as const;

type Read = { readonly state: SatelliteState; readonly differenceM: number | undefined };

/** The selected satellite's state at the drawn moment, and how far from it the point is drawn. */
function useSelected(index: number): Read | undefined {
  const flightNumber = useStore(fleetStore, ({ flight }) => flight?.number);
  return useFollowed<Read>({
    key: String(index),
    flightNumber,
    everyMs: READ_MS,
    async ask(tS) {
      const drawn = sky.positionInto(index, [0, 0, 0]);
      const state = await engineClient.stateOf({ index, tS });
      const exact = state?.positionTemeKm;
      const differenceM = drawn && exact && 1000 * Math.hypot(...drawn.map((each, axis) => each - exact[axis]!));
      return state && { state, differenceM };
    },
  });
}

const signed = (value: number, positive: string, negative: string) =>
  `${formatNumber(Math.abs(value), 4)}° ${value >= 0 ? positive : negative}`;
const vector = (values: readonly number[], digits: number) =>
  values.map((each) => each.toFixed(digits).replace("-", "\u2212"));

function Links({ links }: { links: readonly SatelliteLink[] }) {
  if (links.length === 0) return <p className="quiet">The mesh gives it no laser.</p>;
  return (
    <ul className="links">
      {links.map(({ index, id, lengthKm, up, reason }) => (
        <li key={index} data-up={up}>
          <button type="button" className="link" onClick={() => selectionStore.getState().select(index)}>
            {id}
          </button>
          <span>{Number.isFinite(lengthKm) ? format(lengthKm, "Km", 4) : ""}</span>
          <span className="links-state">{up ? "up" : "down"}</span>
          {!up && <span className="links-reason quiet">{reason}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What the lasers drawn round the satellite are: lines stand, dashes are broken. */
function DrawnLinks() {
  const nearby = useStore(networkStore, (state) => state.nearby);
  const limits = useMission(({ document }) => document.links) ?? {};
  if (nearby === undefined || nearby.downs.length === 0) return null;
  const upCount = nearby.ups.reduce((sum, up) => sum + up, 0);
  const unlimited = describeUnlimited(limits);
  return (
    <>
      <dl className="links-drawn" aria-label="Lasers drawn round it">
        <div>
          <dt>
            <i data-up="true" />
            drawn, up
          </dt>
          <dd>{format(upCount, "Count")}</dd>
        </div>
        {nearby.downs.map(({ reason, count }) => (
          <div key={reason}>
            <dt>
              <i data-up="false" />
              {reason}
            </dt>
            <dd>{format(count, "Count")}</dd>
          </div>
        ))}
      </dl>
      {unlimited === "" ? null : <p className="links-unlimited quiet">{unlimited}</p>}
    </>
  );
}

function Facts({ state, differenceM }: Read) {
  const { positionTemeKm, velocityTemeKmPerS, heightKm, latitudeDeg, longitudeDeg, speedKmPerS } = state;
  if (positionTemeKm === undefined || velocityTemeKmPerS === undefined)
    return <p>No state at this moment: {state.reason}.</p>;
  return (
    <>
      <dl className="facts facts-wide">
        <div>
          <dt>Height over the ellipsoid</dt>
          <dd>{format(heightKm ?? 0, "Km", 5)}</dd>
        </div>
        <div>
          <dt>Over</dt>
          <dd>
            {signed(latitudeDeg ?? 0, "N", "S")}, {signed(longitudeDeg ?? 0, "E", "W")}
          </dd>
        </div>
        <div>
          <dt>Speed</dt>
          <dd>{format(speedKmPerS ?? 0, "KmPerS", 5)}</dd>
        </div>
        <div>
          <dt>Drawn from SGP4 by</dt>
          <dd>{differenceM === undefined ? "not drawn" : writeApart(differenceM)}</dd>
        </div>
      </dl>
      <table className="vectors">
        <caption className="unseen">State in TEME</caption>
        <thead>
          <tr>
            <th scope="col">TEME</th>
            <th scope="col">x</th>
            <th scope="col">y</th>
            <th scope="col">z</th>
          </tr>
        </thead>
        <tbody className="mono">
          <tr>
            <th scope="row">km</th>
            {vector(positionTemeKm, 2).map((text, axis) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its place
              <td key={axis}>{text}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">km/s</th>
            {vector(velocityTemeKmPerS, 4).map((text, axis) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its place
              <td key={axis}>{text}</td>
            ))}
          </tr>
        </tbody>
      </table>
      {state.layer !== "catalogue" && (
        <>
          <h3>Lasers</h3>
          <Links links={state.links} />
          <DrawnLinks />
        </>
      )}
    </>
  );
}

/** Whose it is: a place in a shell, or a record of a catalogue and how old that is at the drawn moment. */
function Whereabouts({ state }: { state: SatelliteState }) {
  const { catalogued, shellName, plane, planeCount, slot, slotCount, layer } = state;
  if (catalogued === undefined)
    return (
      <p className="quiet">
        {shellName}, plane {plane + 1} of {planeCount}, slot {slot + 1} of {slotCount}
        {layer === "relay" && ", relay"}
      </p>
    );
  const { name, epochText, ageDays } = catalogued;
  return (
    <>
      {name !== "" && <p className="catalogued-name">{name}</p>}
      <p className="quiet">
        Of {shellName}, elements of {epochText.slice(0, 16).replace("T", " ")}; shown{" "}
        {formatNumber(Math.abs(ageDays), 2)} days {ageDays < 0 ? "before" : "after"}
      </p>
      {Math.abs(ageDays) > OLD_ELEMENTS_DAYS && <p className="catalogued-stale">{OLD_ELEMENTS_MEANING}</p>}
    </>
  );
}

/** One satellite, read at the drawn moment. */
function Selected({ index }: { index: number }) {
  const read = useSelected(index);
  if (read === undefined) return <p className="quiet">Reading its state.</p>;
  const { state } = read;
  return (
    <div className="inspector">
      <div className="inspector-head">
        <h2>
          <span className="quiet">{state.catalogued === undefined ? "Satellite" : "Object"}</span> {state.id}
        </h2>
        {state.light !== undefined && (
          <span className="light" data-light={state.light}>
            {lightWords[state.light]}
          </span>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label="Clear the selection"
          title="Clear the selection  Esc"
          onClick={() => selectionStore.getState().select(undefined)}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
      <Whereabouts state={state} />
      <ShadowNext index={index} tS={state.tS} />
      <CycleFacts index={index} layer={state.layer} />
      <Facts {...read} />
      <ChaseButtons index={index} />
      <SatelliteSections index={index} />
      <Sgp4Check key={index} index={index} />
    </div>
  );
}

export function Inspector() {
  const selectedIndex = useStore(selectionStore, (state) => state.selectedIndex);
  return selectedIndex === undefined ? (
    <p className="empty quiet inspector-empty">Click a light, or search by id, to read one satellite's state.</p>
  ) : (
    <Selected index={selectedIndex} />
  );
}
