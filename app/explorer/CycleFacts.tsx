import { useStore } from "zustand";
import { format, type Layer } from "#engine";
import { toggleValueCard } from "../parts/valueCardStore.ts";
import { useColourMode } from "../state/colour.ts";
import { missionStore } from "../state/mission.ts";
import { useMission } from "../state/use.ts";
import { engineClient } from "../worker/client.ts";
import { magnitudeHex, magnitudeOf } from "./colouring.ts";
import { cycleValueRow } from "./cycleMethod.ts";
import { cycleStore } from "./cycleStore.ts";
import { documentNumber } from "./documentNumber.ts";
import { fleetStore } from "./fleetStore.ts";
import { loadColours, loadStep } from "./loadScale.ts";
import { networkStore } from "./networkStore.ts";
import { useFollowed } from "./useFollowed.ts";

/** A settled orbit costs some milliseconds of the planner. */
const READ_MS = 400;

/** The colour in which the globe draws a value now, beside it. */
const NowSwatch = ({ colour }: { colour: string | undefined }) =>
  colour === undefined ? null : <i className="now-swatch" style={{ background: colour }} />;

/** Power and temperature of the selected satellite now, worked out for it alone and not from the colours' tables. */
export function CycleFacts({ index, layer }: { index: number; layer: Layer }) {
  const document = useMission((state) => state.document);
  const flightNumber = useStore(fleetStore, ({ flight }) => flight?.number);
  const mode = useColourMode();
  const cycles = useStore(cycleStore, (state) => state.cycles);
  const isFleet = layer === "fleet";
  const now = useFollowed({
    key: isFleet ? `cycle ${index} ${documentNumber(document)}` : undefined,
    flightNumber,
    everyMs: READ_MS,
    ask: (tS) => engineClient.cycleState({ document: missionStore.getState().document, index, tS }),
  });
  const loadFraction = useStore(networkStore, ({ traffic }) =>
    mode === "load" && traffic?.issue === undefined ? traffic?.loadFractions?.[index] : undefined,
  );
  const colourOf = (shown: "power" | "temperature", value: number) =>
    mode === shown && cycles !== undefined ? magnitudeHex(magnitudeOf(shown, cycles), value) : undefined;
  const rows = now && [
    { name: "loadPowerW", label: "Rack power now", value: now.loadPowerW, unit: "W", shown: "power" } as const,
    {
      name: "radiatorTemperatureK",
      label: "Panel temperature now",
      value: now.radiatorTemperatureK,
      unit: "K",
      shown: "temperature",
    } as const,
    { name: "arrayPowerW", label: "Array now", value: now.arrayPowerW, unit: "W", shown: undefined } as const,
    {
      name: "batteryEnergyWh",
      label: "Battery now",
      value: now.batteryEnergyWh,
      unit: "Wh",
      shown: undefined,
    } as const,
  ];
  if (!isFleet && loadFraction === undefined) return null;
  return (
    <dl className="facts facts-wide" data-facts="now">
      {rows?.map(({ name, label, value, unit, shown }) => {
        const text = format(value, unit, 4);
        return (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <button
                type="button"
                className="value"
                data-now={name}
                data-value={value}
                aria-label={`${label}: ${text}. Open its origin`}
                aria-haspopup="dialog"
                onClick={({ currentTarget }) =>
                  toggleValueCard({
                    row: cycleValueRow({ name, label, value, unit, text, isBalanced: now?.periodic ?? true }),
                    anchor: currentTarget,
                  })
                }
              >
                {text}
              </button>
              <NowSwatch colour={shown && colourOf(shown, value)} />
            </dd>
          </div>
        );
      })}
      {loadFraction !== undefined && (
        <div>
          <dt>Fullest link now</dt>
          <dd>
            {loadFraction < 0 ? "no link" : format(loadFraction, "Fraction")}
            {loadFraction >= 0 && <NowSwatch colour={loadColours[loadStep(loadFraction, 1)]} />}
          </dd>
        </div>
      )}
    </dl>
  );
}
