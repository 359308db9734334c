import { useEffect, useRef, useState } from "react";
import type { Mission } from "#engine";
import { missionStore } from "../state/mission.ts";

/**
 * Edits of a list in the wizard, each a step of undo. `told` is what the last one did beyond what is seen, or why it was refused;
 * `part` is the ref of the section whose first field gets the focus when something was added.
 */
export function useListEdit() {
  const [told, setTold] = useState("");
  const part = useRef<HTMLElement>(null);
  const [addedCount, setAddedCount] = useState(0);
  useEffect(() => {
    if (addedCount > 0) part.current?.querySelector<HTMLElement>(".list-item input")?.focus();
  }, [addedCount]);
  const edit = (label: string, change: (document: Mission) => void, words = ""): boolean => {
    const { edit: commit, endBurst } = missionStore.getState();
    const issues = commit(label, change);
    endBurst();
    setTold(issues.length === 0 ? words : issues.map(({ message }) => message).join(" "));
    return issues.length === 0;
  };
  const focusAdded = () => setAddedCount((count) => count + 1);
  return { part, told, edit, focusAdded };
}
