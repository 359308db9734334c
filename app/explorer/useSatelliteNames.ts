import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { engineClient } from "../worker/client.ts";
import { fleetStore } from "./fleetStore.ts";

/** What satellites are called: designed ones by their number, those of a file by name or id once the engine has said it. */
export function useSatelliteNames(indices: readonly number[]): (index: number) => string {
  const flight = useStore(fleetStore, (state) => state.flight);
  const [told, setTold] = useState<{ flightNumber: number; names: ReadonlyMap<number, string> }>();
  const names = told?.flightNumber === flight?.number ? told?.names : undefined;
  const isListed = (index: number) =>
    flight?.shells.findLast(({ firstIndex }) => firstIndex <= index)?.designed === undefined;
  const missing = indices.filter((index) => isListed(index) && names?.has(index) !== true);
  const key = missing.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is missing
  useEffect(() => {
    if (missing.length === 0 || flight === undefined) return;
    let isHere = true;
    const flightNumber = flight.number;
    engineClient
      .namesOf({ indices: missing })
      .then((found) => {
        if (!isHere || found === undefined) return;
        setTold((before) => ({
          flightNumber,
          names: new Map([
            ...(before?.flightNumber === flightNumber ? before.names : []),
            ...found.map((name, row): [number, string] => [missing[row]!, name]),
          ]),
        }));
      })
      // A worker that stopped is told once, by the fleet.
      .catch(() => {});
    return () => {
      isHere = false;
    };
  }, [key, flight]);
  return (index) => (isListed(index) ? (names?.get(index) ?? "…") : String(index + 1));
}
