import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { format } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { cameraModeStore, chaseWays } from "../state/cameraMode.ts";
import { selectionStore } from "../state/selection.ts";
import { lookAtSatellite } from "./lookAt.ts";
import { nearFrame } from "./nearFrame.ts";
import { stage } from "./stage.ts";
import "./chase.css";

/** Ways to see the selected satellite: from over the Earth, or going with it; one of these is pressed, and pressing it again leaves. */
export function ChaseButtons({ index }: { index: number }) {
  const mode = useStore(cameraModeStore, (state) => state.mode);
  return (
    <fieldset className="chase-ways">
      <legend className="unseen">Camera</legend>
      <button
        type="button"
        className="button"
        title="From over the Earth"
        onClick={() => {
          cameraModeStore.getState().enter("earth");
          lookAtSatellite(index);
        }}
      >
        Look at it
      </button>
      {chaseWays.map(({ mode: way, key, label, help }) => (
        <button
          key={way}
          type="button"
          className="button"
          aria-pressed={mode === way}
          title={`${help}  ${key.toUpperCase()}`}
          onClick={() => cameraModeStore.getState().enter(mode === way ? "earth" : way)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** Over the picture while the camera goes with a satellite: how far it is, and the way back. Written once a frame, never through React. */
export function ChaseBar() {
  const mode = useStore(cameraModeStore, (state) => state.mode);
  const index = useStore(selectionStore, (state) => state.selectedIndex);
  const distance = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (mode !== "follow") return;
    const write = () => {
      const { chasedKm } = nearFrame.current();
      if (distance.current === null || chasedKm === undefined) return;
      const text = chasedKm < 1 ? format(chasedKm * 1000, "M") : format(chasedKm, "Km");
      if (distance.current.textContent !== text) distance.current.textContent = text;
    };
    write();
    return stage.onDrawn(write);
  }, [mode]);
  if (mode === "earth" || index === undefined) return null;
  const label = chaseWays.find((way) => way.mode === mode)?.label;
  return (
    <div className="chase-bar">
      <span>{label}</span>
      {mode === "follow" && <span className="chase-distance" ref={distance} />}
      <button
        type="button"
        className="icon-button"
        aria-label="Back to the Earth"
        title="Back to the Earth  Esc"
        onClick={() => cameraModeStore.getState().enter("earth")}
      >
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
