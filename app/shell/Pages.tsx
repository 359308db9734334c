import { Modal } from "@mantine/core";
import { useStore } from "zustand";
import changelog from "../CHANGELOG.md?raw";
import { shortcuts, writeKeys } from "../state/shortcuts.ts";
import { pageStore } from "./pageStore.ts";

/** The few marks that the changelog uses: headings and points. */
function News() {
  return (
    <div className="news">
      {changelog.split("\n").map((line, index) => {
        const key = `${index} ${line}`;
        if (line.startsWith("## ")) return <h3 key={key}>{line.slice(3)}</h3>;
        if (line.startsWith("- "))
          return (
            <p key={key} className="news-point">
              {line.slice(2)}
            </p>
          );
        return line === "" || line.startsWith("# ") ? null : (
          <p key={key} className="quiet">
            {line}
          </p>
        );
      })}
    </div>
  );
}

export type KeyWords = readonly { readonly keys: string; readonly label: string }[];

function Keys({ ofExplorer }: { ofExplorer: KeyWords }) {
  return (
    <dl className="keys">
      {shortcuts.map(({ id, keys, label }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            {[...new Set(keys.map(writeKeys))].map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dd>
        </div>
      ))}
      <h3>In Explore</h3>
      {ofExplorer.map(({ keys, label }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <kbd>{keys}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const titles = { news: "What's new", keys: "All keys" };

export function Pages({ ofExplorer }: { ofExplorer: KeyWords }) {
  const page = useStore(pageStore, (state) => state.page);
  return (
    <Modal
      opened={page !== undefined}
      onClose={pageStore.getState().close}
      title={page === undefined ? "" : titles[page]}
      centered
      size={520}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {page === "news" ? <News /> : <Keys ofExplorer={ofExplorer} />}
    </Modal>
  );
}
