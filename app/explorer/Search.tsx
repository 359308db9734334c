import { useState } from "react";
import { useStore } from "zustand";
import { Icon } from "../parts/Icon.tsx";
import { selectionStore } from "../state/selection.ts";
import { engineClient } from "../worker/client.ts";
import { fleetStore } from "./fleetStore.ts";
import { lookAtSatellite } from "./lookAt.ts";

/** Finds a satellite by its id. */
export function Search() {
  const [issue, setIssue] = useState("");
  const totalCount = useStore(fleetStore, ({ flight }) => flight?.totalCount ?? 0);
  const find = async (typed: string) => {
    const id = typed.trim();
    if (id === "") return setIssue("");
    const index = await engineClient.indexOf({ id });
    if (index === undefined)
      return setIssue(
        `No satellite ${id.slice(0, 20)} in this fleet of ${totalCount.toLocaleString("en").replaceAll(",", "\u2009")}.`,
      );
    setIssue("");
    selectionStore.getState().select(index);
    lookAtSatellite(index);
  };
  return (
    <form
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get("id") ?? "");
        find(typed).catch((reason: unknown) => setIssue(reason instanceof Error ? reason.message : String(reason)));
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
