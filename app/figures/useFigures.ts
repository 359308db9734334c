import { useMemo } from "react";
import { useStore } from "zustand";
import type { Figure, FigureId } from "#engine";
import { figureStore } from "../state/figures.ts";
import { networkStudyStore } from "../state/networkStudy.ts";
import { useMission, usePlan } from "../state/use.ts";

export type Shown = { readonly figure: Figure; readonly isStale: boolean };

/** The newest figures: those of the plan, the time-stepped orbit, which comes a moment later, and the network's where they are worked out. */
export function useFigures() {
  const planned = usePlan(({ answer }) => answer?.report.figures);
  const { cycle, isStale, isSettled } = useStore(figureStore);
  const document = useMission((state) => state.document);
  const network = useStore(networkStudyStore, (study) =>
    study.status === "done" && study.document === document ? study.figures : undefined,
  );
  return useMemo(() => {
    const shown: Shown[] = (planned ?? []).map((figure) => ({ figure, isStale: false }));
    if (cycle !== undefined && planned !== undefined) shown.unshift({ figure: cycle, isStale });
    if (planned !== undefined) for (const figure of network ?? []) shown.push({ figure, isStale: false });
    return {
      shown,
      ofId: (id: FigureId) => shown.find(({ figure }) => figure.id === id),
      /** No answer yet, or its time-stepped orbit is on the way for the first time. */
      isWaitingFor: (id: FigureId) => planned === undefined || (id === "cycle" && cycle === undefined && !isSettled),
    };
  }, [planned, cycle, isStale, isSettled, network]);
}
