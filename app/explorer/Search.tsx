import { useState } from "react";
import { useStore } from "zustand";
import { format } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { selectionStore } from "../state/selection.ts";
import { engineClient } from "../worker/client.ts";
import { fleetStore } from "./fleetStore.ts";
import { lookAtSatellite } from "./lookAt.ts";

/** Finds a satellite by its id. */
export function Search() {
  const [issue, setIssue] = useState("");
  const totalCount = useStore(fleetStore, ({ flight }) => flight?.totalCount ?? 0);
  const find = async (typed: string): Promise<boolean> => {
    const id = typed.trim();
    const index = id === "" ? undefined : await engineClient.indexOf({ id });
    const isUnknown = id !== "" && index === undefined;
    setIssue(isUnknown ? `No satellite ${id.slice(0, 20)} in this fleet of ${format(totalCount, "Count")}.` : "");
    if (index === undefined) return false;
    selectionStore.getState().select(index);
    lookAtSatellite(index);
    return true;
  };
  return (
    <form
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.querySelector("input");
        const typed = String(new FormData(event.currentTarget).get("id") ?? "");
        // Once it is found the arrow keys belong to the satellite.
        find(typed)
          .then((isFound) => isFound && field?.blur())
          .catch((reason: unknown) => setIssue(reason instanceof Error ? reason.message : String(reason)));
      }}
    >
      <span className="search-icon">
        <Icon name="find" size={16} />
      </span>
      <input
        name="id"
        aria-label="Satellite by id"
        placeholder="Satellite id, such as 4168"
        autoComplete="off"
        inputMode="numeric"
        maxLength={24}
        aria-describedby="search-issue"
        aria-invalid={issue !== ""}
      />
      <p className="search-issue" id="search-issue" role="status">
        {issue}
      </p>
    </form>
  );
}
