import { Icon } from "../parts/Icon.tsx";
import { shortcuts } from "../state/shortcuts.ts";
import { useView } from "../state/use.ts";
import { viewStore, views } from "../state/view.ts";
import { pageStore } from "./pageStore.ts";

const labelOf = (id: string) => shortcuts.find((shortcut) => shortcut.id === id)!;

/** The windows, one below the other; along the bottom on a small screen. */
export function Rail() {
  const front = useView(({ view }) => view);
  return (
    <nav className="rail" aria-label="Windows">
      {views.map((view) => {
        const { label, keys } = labelOf(view);
        return (
          <button
            type="button"
            key={view}
            className="rail-item"
            aria-current={front === view ? "page" : undefined}
            aria-keyshortcuts={keys[0]}
            onClick={() => viewStore.getState().show(view)}
          >
            <Icon name={view} size={20} />
            <span>{label}</span>
          </button>
        );
      })}
      <div className="rail-foot">
        <button
          type="button"
          className="icon-button"
          aria-label="Keys"
          title="All keys  ?"
          onClick={() => pageStore.getState().open("keys")}
        >
          <Icon name="keys" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="What's new"
          title="What's new"
          onClick={() => pageStore.getState().open("news")}
        >
          <Icon name="info" />
        </button>
      </div>
    </nav>
  );
}
