import { Modal } from "@mantine/core";
import { useEffect, useState } from "react";
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

function KeyList({ all }: { all: readonly { readonly keys: readonly string[]; readonly label: string }[] }) {
  return (
    <dl className="keys">
      {all.map(({ keys, label }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Keys({ keysOfExplorer }: { keysOfExplorer: () => Promise<KeyWords> }) {
  const [ofExplorer, setOfExplorer] = useState<KeyWords>([]);
  useEffect(() => {
    keysOfExplorer().then(setOfExplorer, () => {});
  }, [keysOfExplorer]);
  return (
    <>
      <KeyList all={shortcuts.map(({ keys, label }) => ({ label, keys: [...new Set(keys.map(writeKeys))] }))} />
      <h3 className="keys-head">In Explore</h3>
      <KeyList all={ofExplorer.map(({ keys, label }) => ({ label, keys: [keys] }))} />
    </>
  );
}

const titles = { news: "What's new", keys: "All keys" };

export function Pages({ keysOfExplorer }: { keysOfExplorer: () => Promise<KeyWords> }) {
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
      {page === "news" ? <News /> : <Keys keysOfExplorer={keysOfExplorer} />}
    </Modal>
  );
}
