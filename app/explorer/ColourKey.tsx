import { type CSSProperties, useEffect } from "react";
import { useStore } from "zustand";
import { Icon } from "../parts/Icon.tsx";
import { toggleValueCard } from "../parts/valueCardStore.ts";
import { colourModeLabels, colourModes, isColourMode, setColourMode, useColourMode } from "../state/colour.ts";
import { bandStore } from "./bands.ts";
import { type ColourLegend, colourLegend } from "./colourLegend.ts";
import { followColours } from "./colourUniforms.ts";
import { cycleValueRow } from "./cycleMethod.ts";
import { cycleStore, followCycles, isCycleMode } from "./cycleStore.ts";
import { fleetStore } from "./fleetStore.ts";
import { networkStore } from "./networkStore.ts";
import "./colour.css";

/** Chooses what the points are coloured by. */
export function ColourSelect() {
  const mode = useColourMode();
  return (
    <label className="colour-select">
      <span>Colour by</span>
      <select value={mode} onChange={({ target }) => isColourMode(target.value) && setColourMode(target.value)}>
        {colourModes.map((each) => (
          <option key={each} value={each}>
            {colourModeLabels[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Scale({ legend: { scale, magnitude } }: { legend: ColourLegend }) {
  if (scale === undefined) return null;
  return (
    <div className="colour-scale" data-least={magnitude?.least} data-most={magnitude?.most}>
      <i style={{ backgroundImage: scale.gradient }} />
      <span>{scale.least}</span>
      <span>{scale.most}</span>
    </div>
  );
}

/** The key of the globe's colours: always in sight, small, with a number at each end of a scale. */
export function ColourKey() {
  const mode = useColourMode();
  const flight = useStore(fleetStore, (state) => state.flight);
  const cycle = useStore(cycleStore);
  const traffic = useStore(networkStore, (state) => state.traffic);
  useEffect(() => followCycles(), []);
  useEffect(() => followColours(), []);
  const legend = colourLegend({ mode, flight, cycle, traffic });
  const { magnitude } = legend;
  const areBands = useStore(bandStore, ({ orbitsPerFrame }) => orbitsPerFrame !== undefined);
  const isColourless = areBands && mode !== "light";
  const note = isColourless
    ? "Not shown now: each band is the density of many satellites, drawn in grey. Bands are coloured by light alone."
    : legend.note;
  return (
    <section className="colour-key" aria-label="Colours" data-mode={mode}>
      <div className="colour-head">
        <ColourSelect />
        {isCycleMode(mode) && magnitude !== undefined && (
          <button
            type="button"
            className="icon-button"
            aria-label={`${legend.title}: how it is worked out`}
            title="How it is worked out"
            aria-haspopup="dialog"
            onClick={({ currentTarget }) =>
              toggleValueCard({
                anchor: currentTarget,
                row: cycleValueRow({
                  name: magnitude.name,
                  label: legend.title,
                  value: `${legend.scale?.least} to ${legend.scale?.most}`,
                  unit: magnitude.unit,
                  isBalanced: cycle.cycles?.unbalancedShellCount === 0,
                  text: `${legend.scale?.least} to ${legend.scale?.most}`,
                }),
              })
            }
          >
            <Icon name="info" size={16} />
          </button>
        )}
      </div>
      {legend.title !== "" && <p className="colour-title">{legend.title}</p>}
      {!isColourless && <Scale legend={legend} />}
      {!isColourless && legend.swatches.length > 0 && (
        <ul className="legend">
          {legend.swatches.map(({ id, colour, label }) => (
            <li key={label} data-light={id} style={{ "--swatch": colour } as CSSProperties}>
              {label}
            </li>
          ))}
        </ul>
      )}
      {note !== undefined && (
        <p className="colour-note" data-aside={mode === "light"}>
          {note}
        </p>
      )}
    </section>
  );
}
