import { useStore } from "zustand";
import { useMission } from "../state/use.ts";
import { CatalogueMenu } from "./CatalogueMenu.tsx";
import { ColourSelect } from "./ColourKey.tsx";
import { clockKeys } from "./clockKeys.ts";
import { fleetStore } from "./fleetStore.ts";
import { globeKeys } from "./globeKeys.ts";
import { layerLabels, layerNames, layerStore, useLayers } from "./layers.ts";
import { noCirclesBecause } from "./siteCircleShells.ts";

/** The catalogue has its switch beside what is said of it. */
const switchNames = layerNames.filter((name) => name !== "catalogue");

/** What the scene shows, switch by switch, and whose data it is. */
export function LayerMenu() {
  const layers = useLayers((all) => all);
  const flight = useStore(fleetStore, (state) => state.flight);
  const sites = useMission(({ document }) => document.sites);
  const circlesIssue = layers.sites ? noCirclesBecause({ flight, sites }) : undefined;
  return (
    <>
      <ColourSelect />
      <ul className="layers">
        {switchNames.map((name) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked={layers[name]}
                onChange={(event) => layerStore.setState({ [name]: event.target.checked })}
              />
              {layerLabels[name]}
            </label>
          </li>
        ))}
      </ul>
      {circlesIssue !== undefined && <p className="quiet layers-note">{circlesIssue}</p>}
      <CatalogueMenu />
      <dl className="globe-keys">
        {[...globeKeys, ...clockKeys].map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet layers-credit">
        Land: Natural Earth. City lights: population of places, GeoNames, CC BY 4.0, not imagery. Stars: Hipparcos by
        d3-celestial.
      </p>
    </>
  );
}
