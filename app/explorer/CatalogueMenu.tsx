import { type FormEvent, useRef } from "react";
import { useStore } from "zustand";
import { format, parseInstant } from "#engine";
import { RefusalTable } from "../parts/RefusalTable.tsx";
import {
  catalogueStore,
  epochsText,
  fetchCatalogue,
  formatNames,
  openCatalogue,
  removeCatalogue,
} from "../state/catalogue.ts";
import { clockStore } from "../state/clock.ts";
import { layerLabels, layerStore, useLayers } from "./layers.ts";

/** What is open of a catalogue, and what of it was refused. */
function Opened() {
  const catalogue = useStore(catalogueStore, (state) => state.catalogue);
  const isShown = useLayers((layers) => layers.catalogue);
  if (catalogue === undefined) return null;
  const { name, summary } = catalogue;
  const { objectCount, refusedCount, refused, warnedCount, epochs } = summary;
  const middle = parseInstant(epochs?.middleText ?? "");
  return (
    <>
      <label className="catalogue-switch">
        <input
          type="checkbox"
          checked={isShown}
          onChange={(event) => layerStore.setState({ catalogue: event.target.checked })}
        />
        {layerLabels.catalogue}: {format(objectCount, "Count")} from {name}
      </label>
      <p className="quiet">
        {formatNames[summary.format]}, {epochsText(summary)}
        {warnedCount > 0 && `, ${format(warnedCount, "Count")} with a warning`}. SGP4 is good for days round these. Kept
        until the page is closed.
      </p>
      {refusedCount > 0 && (
        <details>
          <summary>{format(refusedCount, "Count")} refused</summary>
          <RefusalTable refused={refused} refusedCount={refusedCount} />
        </details>
      )}
      <div className="catalogue-buttons">
        {middle !== undefined && (
          <button type="button" className="button" onClick={() => clockStore.getState().setInstant(middle)}>
            Go to its date
          </button>
        )}
        <button type="button" className="button" onClick={removeCatalogue}>
          Remove catalogue
        </button>
      </div>
    </>
  );
}

/** Real objects beside the fleet: from a file, or from an address when a person asks for it. */
export function CatalogueMenu() {
  const isOpen = useStore(catalogueStore, (state) => state.catalogue !== undefined);
  const busy = useStore(catalogueStore, (state) => state.busy);
  const cancel = useStore(catalogueStore, (state) => state.cancel);
  const chooser = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void fetchCatalogue(String(new FormData(event.currentTarget).get("address") ?? ""));
  };
  return (
    <section className="catalogue" aria-label="Catalogue">
      {isOpen ? <Opened /> : <p className="quiet">Real objects beside the fleet: drop, paste or choose TLE or OMM.</p>}
      <div className="catalogue-buttons">
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          {isOpen ? "Choose another file" : "Choose a file"}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="Catalogue file"
          accept=".tle,.3le,.txt,.omm,.json,.xml,.kvn,.csv"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void openCatalogue({ name: file.name, blob: file });
            event.target.value = "";
          }}
        />
      </div>
      <form className="catalogue-address" onSubmit={submit}>
        <input
          name="address"
          type="text"
          inputMode="url"
          aria-label="Address of a catalogue"
          placeholder="https:// address"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
        />
        <button type="submit" className="button">
          Fetch
        </button>
      </form>
      <p className="catalogue-busy" role="status">
        {busy}
        {cancel !== undefined && (
          <button type="button" className="link" onClick={cancel}>
            Cancel
          </button>
        )}
      </p>
    </section>
  );
}
