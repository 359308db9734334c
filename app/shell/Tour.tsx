import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { Icon } from "../parts/Icon.tsx";
import { tourStore } from "../state/tour.ts";
import { useView } from "../state/use.ts";
import { viewStore } from "../state/view.ts";
import { tourSteps } from "./tourSteps.ts";
import "./tour.css";

/** Panels fold and windows open under the ring: it looks again so often, milliseconds. */
const LOOK_MS = 250;
const PALETTE_CLOSES_MS = 300;
const MARGIN_PX = 4;

type Ring = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Where the first target that is to be seen stands on the page. */
function findRing(targets: readonly string[]): Ring | undefined {
  for (const target of targets) {
    const box = document.querySelector(target)?.getBoundingClientRect();
    if (box === undefined || box.width === 0) continue;
    const { left, top, width, height } = box;
    return {
      left: left - MARGIN_PX,
      top: top - MARGIN_PX,
      width: width + 2 * MARGIN_PX,
      height: height + 2 * MARGIN_PX,
    };
  }
  return undefined;
}

function useRing(targets: readonly string[]): Ring | undefined {
  const [ring, setRing] = useState<Ring>();
  useEffect(() => {
    const look = () => {
      const next = findRing(targets);
      setRing((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    addEventListener("resize", look);
    return () => {
      clearInterval(timer);
      removeEventListener("resize", look);
    };
  }, [targets]);
  return ring;
}

function Card({ step }: { step: number }) {
  const { title, text, targets, act } = tourSteps[step]!;
  const { go, end, isAsked } = tourStore.getState();
  const next = useRef<HTMLButtonElement>(null);
  const ring = useRing(targets);
  const view = useView((state) => state.view);
  const isLast = step === tourSteps.length - 1;
  useEffect(() => {
    if (!isAsked) return;
    const focus = () => next.current?.focus();
    focus();
    // The palette gives the focus back to what had it, once it has closed.
    const timer = setTimeout(focus, PALETTE_CLOSES_MS);
    return () => clearTimeout(timer);
  }, [isAsked]);
  // The globe's steps belong to its window.
  useEffect(() => {
    if (step < 4 && viewStore.getState().view !== "explore") viewStore.getState().show("explore");
  }, [step]);
  return (
    <>
      {ring !== undefined && <div className="tour-ring" style={ring} aria-hidden="true" />}
      <section
        className="tour"
        aria-label="First minute"
        data-over={view}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          event.preventDefault();
          end();
        }}
      >
        <div className="tour-head">
          <p className="quiet">
            First minute, {step + 1} of {tourSteps.length}
          </p>
          <button type="button" className="icon-button" aria-label="Skip the first minute" onClick={end}>
            <Icon name="close" size={16} />
          </button>
        </div>
        <div aria-live="polite">
          <h2>{title}</h2>
          <p>{text}</p>
        </div>
        <div className="tour-foot">
          {act !== undefined && (
            <button type="button" className="button" onClick={act.run}>
              {act.label}
            </button>
          )}
          <span className="tour-gap" />
          {step > 0 && (
            <button type="button" className="button" onClick={() => go(step - 1)}>
              Back
            </button>
          )}
          <button type="button" className="button primary" ref={next} onClick={() => go(step + 1)}>
            {isLast ? "Done" : "Next"}
          </button>
        </div>
      </section>
    </>
  );
}

/** Six cards for a first visit, beside the app and never over it: everything goes on working. */
export function Tour() {
  const step = useStore(tourStore, (state) => state.step);
  return step === undefined ? null : <Card step={step} />;
}
