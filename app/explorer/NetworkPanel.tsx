import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { addSeconds, type Clouds, format, latencyShares, latencyStepLabel, wordOf } from "#engine";
import { latencyColours } from "../parts/latencyColours.ts";
import { selectionStore } from "../state/selection.ts";
import { useMission } from "../state/use.ts";
import { networkClient } from "../worker/networkClient.ts";
import type { GatewayState, LatencyAnswer } from "../worker/networkMessages.ts";
import { fleetStore } from "./fleetStore.ts";
import { writeInstant } from "./instants.ts";
import { layerLabels, layerStore, networkLayerNames, useLayers } from "./layers.ts";
import { loadColours, loadStepLabel, loadWidthsPx } from "./loadScale.ts";
import { networkStore } from "./networkStore.ts";
import { PlaceField } from "./PlaceField.tsx";
import { placeChoices } from "./places.ts";
import { useNetworkAnswers } from "./useNetworkAnswers.ts";
import "./network.css";

const percent = (share: number) =>
  share > 0 && share < 0.001 ? "under 0.1 %" : `${(share * 100).toFixed(share < 0.1 && share > 0 ? 1 : 0)} %`;

/** Where the map leads: the nearest computer, or a place or site by name. */
function MapGoal() {
  const goal = useStore(networkStore, ({ mapGoal }) => mapGoal);
  const places = useMission(({ document }) => document.places);
  const sites = useMission(({ document }) => document.sites);
  // A site may share its name with a place; the site goes before.
  const own = useMemo(
    () => [...new Map([...(places ?? []), ...(sites ?? [])].map((each) => [each.name, each])).values()],
    [sites, places],
  );
  const choices = useMemo(() => placeChoices(own), [own]);
  return (
    <PlaceField
      label="To"
      place={goal}
      missionPlaces={own}
      choices={choices}
      placeholder="Nearest computer"
      onChoose={(mapGoal) => networkStore.setState({ mapGoal })}
    />
  );
}

function LatencyLegend({ latency }: { latency: LatencyAnswer | undefined }) {
  const epoch = useStore(fleetStore, ({ flight }) => flight?.epoch);
  const goal = useStore(networkStore, ({ mapGoal }) => mapGoal);
  if (latency === undefined || epoch === undefined) return <p className="quiet">Working out the map.</p>;
  const shares = latencyShares(latency);
  return (
    <>
      <table className="scale">
        <caption>
          Round trip to {goal === undefined ? "the nearest satellite in full sunlight" : goal.name}, from cells of{" "}
          {format(latency.stepDeg, "Deg")}
        </caption>
        <thead>
          <tr>
            <th scope="col">ms</th>
            <th scope="col">of the Earth</th>
          </tr>
        </thead>
        <tbody>
          {latencyColours.map((colour, step) => (
            <tr key={colour} data-empty={shares[step] === 0}>
              <th scope="row">
                <i style={{ background: colour }} />
                {latencyStepLabel(step)}
              </th>
              <td>{percent(shares[step]!)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <i className="scale-hatch" />
              no way
            </th>
            <td>{percent(1 - latency.reachableFraction)}</td>
          </tr>
        </tbody>
      </table>
      <p className="quiet">
        {latency.leastMs !== undefined &&
          latency.mostMs !== undefined &&
          `${format(latency.leastMs, "Ms")} to ${format(latency.mostMs, "Ms")}; `}
        {format(latency.sourceCount, "Count")}{" "}
        {goal === undefined
          ? "satellites compute"
          : `${latency.sourceCount === 1 ? "satellite stands" : "satellites stand"} over ${goal.name}`}{" "}
        at {writeInstant(addSeconds(epoch, latency.tS)).slice(11)} UTC.
      </p>
    </>
  );
}

function Gateway({ gateway }: { gateway: GatewayState }) {
  const { name, kind, downBps, upBps, capacityBps, beamCount, clearFraction } = gateway;
  return (
    <li data-kind={kind}>
      <span>{name}</span>
      <span>
        {format(Math.max(downBps, upBps), "Bps")} of {format(capacityBps, "Bps")}
      </span>
      <span className="quiet">
        {kind === "laser" ? `laser, sky clear ${percent(clearFraction)}` : "radio"}
        {`, ${format(beamCount, "Count")} ${beamCount === 1 ? "beam" : "beams"}`}
      </span>
    </li>
  );
}

const cloudNames = ["expectedCarriedFraction", "sharedSkyCarriedFraction", "anyClearFraction"] as const;

/** What is expected to arrive with clouds over the laser stations; labels and helps are the glossary's. */
function CloudShares({ clouds }: { clouds: Clouds }) {
  const names = clouds.stationCount === 1 ? cloudNames.slice(0, 1) : cloudNames;
  return (
    <>
      <dl className="facts facts-wide clouds">
        {names.map((name) => (
          <div key={name} title={wordOf(name)?.help}>
            <dt>{wordOf(name)?.label}</dt>
            <dd>{format(clouds[name], "Fraction", 4)}</dd>
          </div>
        ))}
      </dl>
      {clouds.stationCount > 1 && (
        <p className="quiet">
          The first and the last take skies as independent. Clouds of neighbours come together, so both are optimistic.
        </p>
      )}
    </>
  );
}

/** The network's layers, each with its legend. */
export function NetworkPanel() {
  useNetworkAnswers();
  const layers = useLayers((all) => all);
  const latency = useStore(networkStore, (state) => state.latency);
  const traffic = useStore(networkStore, (state) => state.traffic);
  const isSelected = useStore(selectionStore, (state) => state.selectedIndex !== undefined);
  const [failure, setFailure] = useState<string>();
  useEffect(() => networkClient.onFailure(({ message }) => setFailure(message)), []);
  const known = traffic?.issue === undefined ? traffic : undefined;
  const legends = {
    latency: (
      <>
        <MapGoal />
        <LatencyLegend latency={latency} />
      </>
    ),
    gateways:
      known === undefined ? null : known.gateways.length === 0 ? (
        <p className="quiet">This mission names no sites.</p>
      ) : (
        <>
          <ul className="gateways">
            {known.gateways.map((gateway) => (
              <Gateway key={gateway.name} gateway={gateway} />
            ))}
          </ul>
          <p className="quiet">
            {format(known.carriedBps, "Bps")} of the {format(known.offeredBps, "Bps")} offered arrive, by the shortest
            paths that have room, under clear skies.
          </p>
          {known.clouds !== undefined && <CloudShares clouds={known.clouds} />}
        </>
      ),
    loads: isSelected ? (
      <ul className="loads">
        {loadColours.map((colour, step) => (
          <li key={colour}>
            <i style={{ background: colour, height: loadWidthsPx[step]! + 1 }} />
            {loadStepLabel(step)}
          </li>
        ))}
        <li className="quiet">of a laser's capacity, the fuller way</li>
      </ul>
    ) : (
      <p className="quiet">Select a satellite: the lasers round it are coloured by load.</p>
    ),
  };
  const isTrafficWanted = layers.gateways || layers.loads;
  return (
    <div className="network">
      {failure !== undefined && (
        <p role="alert">
          The network's worker stopped: {failure}{" "}
          <button
            type="button"
            className="link"
            onClick={() => {
              networkClient.restart();
              setFailure(undefined);
            }}
          >
            Start it again
          </button>
        </p>
      )}
      {networkLayerNames.map((name) => (
        <section key={name}>
          <label>
            <input
              type="checkbox"
              checked={layers[name]}
              onChange={(event) => layerStore.setState({ [name]: event.target.checked })}
            />
            {layerLabels[name]}
          </label>
          {layers[name] && legends[name]}
        </section>
      ))}
      {isTrafficWanted && traffic === undefined && <p className="quiet">Routing the traffic.</p>}
      {isTrafficWanted && traffic?.issue !== undefined && <p>{traffic.issue}</p>}
    </div>
  );
}
