import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { addSeconds, format, latencyShares, latencyStepLabel } from "#engine";
import { latencyColours } from "../parts/latencyColours.ts";
import { selectionStore } from "../state/selection.ts";
import { networkClient } from "../worker/networkClient.ts";
import type { GatewayState, LatencyAnswer } from "../worker/networkMessages.ts";
import { fleetStore } from "./fleetStore.ts";
import { writeInstant } from "./instants.ts";
import { layerLabels, layerStore, networkLayerNames, useLayers } from "./layers.ts";
import { loadColours, loadStepLabel, loadWidthsPx } from "./loadScale.ts";
import { networkStore } from "./networkStore.ts";
import { useNetworkAnswers } from "./useNetworkAnswers.ts";
import "./network.css";

const percent = (share: number) =>
  share > 0 && share < 0.001 ? "under 0.1 %" : `${(share * 100).toFixed(share < 0.1 && share > 0 ? 1 : 0)} %`;

function LatencyLegend({ latency }: { latency: LatencyAnswer | undefined }) {
  const epoch = useStore(fleetStore, ({ flight }) => flight?.epoch);
  if (latency === undefined || epoch === undefined) return <p className="quiet">Working out the map.</p>;
  const shares = latencyShares(latency);
  return (
    <>
      <table className="scale">
        <caption>
          Round trip to the nearest satellite in full sunlight, from cells of {format(latency.stepDeg, "Deg")}
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
        {format(latency.sourceCount, "Count")} satellites compute at{" "}
        {writeInstant(addSeconds(epoch, latency.tS)).slice(11)} UTC.
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
    latency: <LatencyLegend latency={latency} />,
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
            paths that have room.
          </p>
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
