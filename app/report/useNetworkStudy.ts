import { useEffect } from "react";
import { useStore } from "zustand";
import { networkStudyStore, stopNetworkStudy, studyNetworkOf } from "../state/networkStudy.ts";
import { useMission, usePlan } from "../state/use.ts";

/** A pause of an edit that the study waits for, since it takes seconds. */
const AFTER_MS = 400;

/** Keeps the network's figures in step with the mission while the report is read; nothing runs on when it is left. */
export function useNetworkStudy() {
  const document = useMission((state) => state.document);
  const hasPlan = usePlan(({ answer, issues }) => answer !== undefined && issues.length === 0);
  const study = useStore(networkStudyStore);
  useEffect(() => {
    if (!hasPlan) return;
    const timer = setTimeout(() => {
      const known = networkStudyStore.getState();
      if (known.document !== document || known.status === "idle") void studyNetworkOf(document);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [document, hasPlan]);
  useEffect(() => () => stopNetworkStudy(), []);
  return { study, document };
}
