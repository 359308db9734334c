import { useStore } from "zustand";
import { formatNumber } from "#engine";
import { clockRatios, clockStore } from "../state/clock.ts";
import { writeSpan } from "./instants.ts";

/** "×60", "×10k", "×1M" */
export const writeRatio = (ratio: number) =>
  ratio >= 1e6 ? `×${ratio / 1e6}M` : ratio >= 1000 ? `×${ratio / 1000}k` : `×${ratio}`;
const spanOf = (ratio: number) => (ratio < 60 ? `${ratio} s` : writeSpan(ratio));

export function PlayButton() {
  const paused = useStore(clockStore, (state) => state.paused);
  const { setPaused } = clockStore.getState();
  return (
    <button
      type="button"
      className="play"
      aria-label={paused ? "Play" : "Pause"}
      title={`${paused ? "Play" : "Pause"}  Space`}
      onClick={() => setPaused(!paused)}
    >
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
        {paused ? (
          <path d="M8 5.500v13l10.500-6.500z" />
        ) : (
          <path d="M7.500 5.500h3.200v13H7.500zM13.300 5.500h3.200v13h-3.200z" />
        )}
      </svg>
    </button>
  );
}

/** How fast the clock runs, and which way. */
export function Speeds() {
  const clockRatio = useStore(clockStore, (state) => state.clockRatio);
  const { setClockRatio } = clockStore.getState();
  const isBackward = clockRatio < 0;
  return (
    <fieldset className="speeds">
      <legend className="unseen">Speed of the clock</legend>
      <button
        type="button"
        aria-pressed={isBackward}
        aria-label="Backward"
        title="Backward  J, forward  L"
        onClick={() => setClockRatio(-clockRatio)}
      >
        <svg viewBox="0 0 24 24" width="14" height="14" aria-hidden="true">
          <path d="M12 6 4.500 12l7.500 6zM20 6l-7.500 6 7.500 6z" />
        </svg>
      </button>
      {clockRatios.map((ratio) => (
        <button
          key={ratio}
          type="button"
          aria-pressed={Math.abs(clockRatio) === ratio}
          aria-label={`${writeRatio(ratio)}, ${spanOf(ratio)} each second`}
          title={`×${formatNumber(ratio, 7)}: ${spanOf(ratio)} each second`}
          onClick={() => setClockRatio(isBackward ? -ratio : ratio)}
        >
          {writeRatio(ratio)}
        </button>
      ))}
    </fieldset>
  );
}
