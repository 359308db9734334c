import { useStore } from "zustand";
import { format, formatNumber } from "#engine";
import { selectionStore } from "../state/selection.ts";
import type { OverheadAnswer } from "../worker/groundMessages.ts";
import { compassPoint, highestRows } from "./dome.ts";
import { useSatelliteNames } from "./useSatelliteNames.ts";

const LISTED_COUNT = 5;
const lightWords = ["sunlit", "penumbra", "shadow"] as const;

/** The highest satellites over a place and the selected one, each a press away: the dome's marks by keyboard. */
export function Highest({ answer }: { answer: OverheadAnswer }) {
  const selectedIndex = useStore(selectionStore, (state) => state.selectedIndex);
  const { indices, azimuthsDeg, elevationsDeg, rangesKm, lights } = answer;
  const selectedRow = selectedIndex === undefined ? -1 : indices.indexOf(selectedIndex);
  const highest = highestRows(answer, LISTED_COUNT);
  const rows = selectedRow < 0 || highest.includes(selectedRow) ? highest : [selectedRow, ...highest.slice(0, -1)];
  const nameOf = useSatelliteNames(rows.map((row) => indices[row]!));
  return (
    <table className="highest">
      <caption>Highest now</caption>
      <thead>
        <tr>
          <th scope="col">Satellite</th>
          <th scope="col">Height</th>
          <th scope="col">Towards</th>
          <th scope="col">Range</th>
          <th scope="col">Light</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const index = indices[row]!;
          return (
            <tr key={index} data-selected={index === selectedIndex}>
              <th scope="row">
                <button type="button" className="link" onClick={() => selectionStore.getState().select(index)}>
                  {nameOf(index)}
                </button>
              </th>
              <td>{formatNumber(Math.round(elevationsDeg[row]!))}°</td>
              <td>
                {formatNumber(Math.round(azimuthsDeg[row]!))}° {compassPoint(azimuthsDeg[row]!)}
              </td>
              <td>{format(Math.round(rangesKm[row]!), "Km", 4)}</td>
              <td>{lightWords[lights[row]!]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
