import { useState } from "react";
import { useView } from "../state/use.ts";

/** Which one of the list at `path` is in hand; a jump to a field of another one takes that one up before it is drawn. */
export function useChosen(path: string, count: number): readonly [index: number, choose: (index: number) => void] {
  const [chosen, choose] = useState(0);
  const jump = useView((state) => state.jump);
  const [seen, setSeen] = useState<typeof jump>(undefined);
  if (jump !== seen) {
    setSeen(jump);
    if (jump?.name.startsWith(`${path}[`)) choose(Number.parseInt(jump.name.slice(path.length + 1), 10));
  }
  return [Math.max(0, Math.min(chosen, count - 1)), choose];
}
