import { useState } from "react";
import { useStore } from "zustand";
import { format } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { selectionStore } from "../state/selection.ts";
import { engineClient } from "../worker/client.ts";
import type { FoundSatellite, FoundSatellites } from "../worker/messages.ts";
import { fleetStore } from "./fleetStore.ts";
import { lookAtSatellite } from "./lookAt.ts";

const none: FoundSatellites = { matches: [], matchCount: 0 };

function go({ index }: FoundSatellite) {
  selectionStore.getState().select(index);
  lookAtSatellite(index);
}

/** A name or number that fits several: the others, one press away. */
function Matches({ found: { matches, matchCount } }: { found: FoundSatellites }) {
  if (matchCount < 2) return null;
  return (
    <div className="search-matches">
      <ul aria-label="Matches">
        {matches.map((match) => (
          <li key={match.index}>
            <button type="button" className="link" onClick={() => go(match)}>
              {match.name === "" ? match.id : match.name}
            </button>{" "}
            <span className="quiet">{match.name === "" ? match.shellName : match.id}</span>
          </li>
        ))}
      </ul>
      {matchCount > matches.length && (
        <p className="quiet">and {format(matchCount - matches.length, "Count")} more: type more of the name</p>
      )}
    </div>
  );
}

/** Finds a satellite by its id, and an object of the catalogue by its name too. The best match is selected at once. */
export function Search() {
  const [issue, setIssue] = useState("");
  const [found, setFound] = useState<FoundSatellites>(none);
  const totalCount = useStore(fleetStore, ({ flight }) => flight?.totalCount ?? 0);
  const hasCatalogue = useStore(fleetStore, ({ flight }) => (flight?.catalogueCount ?? 0) > 0);
  const find = async (typed: string): Promise<boolean> => {
    const text = typed.trim();
    const answer = text === "" ? none : ((await engineClient.find({ text })) ?? none);
    const [best] = answer.matches;
    const isUnknown = text !== "" && best === undefined;
    setIssue(
      isUnknown
        ? `No satellite ${text.slice(0, 20)} ${hasCatalogue ? "among" : "in this fleet of"} ${format(totalCount, "Count")}.`
        : "",
    );
    setFound(answer);
    if (best === undefined) return false;
    go(best);
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
        aria-label={hasCatalogue ? "Satellite by id or name" : "Satellite by id"}
        placeholder={hasCatalogue ? "Id or name, such as ISS" : "Satellite id, such as 4168"}
        autoComplete="off"
        inputMode={hasCatalogue ? "text" : "numeric"}
        maxLength={hasCatalogue ? 100 : 24}
        aria-describedby="search-issue"
        aria-invalid={issue !== ""}
      />
      <p className="search-issue" id="search-issue" role="status">
        {issue}
      </p>
      <Matches found={found} />
    </form>
  );
}
