import { Menu } from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { type ShortcutId, shortcuts, writeKeys } from "../state/shortcuts.ts";
import { themeStore } from "../state/theme.ts";
import { useMission, useScheme } from "../state/use.ts";
import { chooseFile, copyLink, downloadMission, redo, undo } from "./actions.ts";
import { MissionName } from "./MissionName.tsx";
import { pageStore } from "./pageStore.ts";
import { VerdictChip } from "./VerdictChip.tsx";

const keysOf = (id: ShortcutId) => writeKeys(shortcuts.find((shortcut) => shortcut.id === id)!.keys[0]);

function Tool({
  icon,
  label,
  keys,
  disabled = false,
  onClick,
  wide = false,
}: {
  icon: IconName;
  label: string;
  keys: string;
  disabled?: boolean;
  onClick: () => void;
  wide?: boolean;
}) {
  return (
    <button
      type="button"
      className={`icon-button${wide ? " wide-only" : ""}`}
      aria-label={label}
      title={`${label}  ${keys}`}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Mission, verdict, and what can be done to the whole of it. */
export function TopLine() {
  const undoLabel = useMission(({ undoSteps, freshDraft }) =>
    freshDraft === undefined ? undoSteps.at(-1)?.label : "refused typing",
  );
  const redoLabel = useMission(({ redoSteps }) => redoSteps.at(-1)?.label);
  const other = useScheme() === "dark" ? "light" : "dark";
  const { toggle } = themeStore.getState();
  return (
    <header className="top">
      <span className="mark" aria-hidden="true">
        <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
          <circle cx="16" cy="16" r="8" className="mark-night" />
          <path d="M16 8a8 8 0 0 1 0 16z" className="mark-day" />
          <ellipse cx="16" cy="16" rx="4" ry="13" className="mark-ring" />
        </svg>
      </span>
      <MissionName />
      <VerdictChip />
      <div className="top-tools" role="toolbar" aria-label="Mission">
        <Tool
          icon="undo"
          label={undoLabel === undefined ? "Undo" : `Undo: ${undoLabel}`}
          keys={keysOf("undo")}
          disabled={undoLabel === undefined}
          onClick={undo}
        />
        <Tool
          icon="redo"
          wide
          label={redoLabel === undefined ? "Redo" : `Redo: ${redoLabel}`}
          keys={keysOf("redo")}
          disabled={redoLabel === undefined}
          onClick={redo}
        />
        <button type="button" className="find" onClick={spotlight.open} aria-keyshortcuts="Control+K">
          <Icon name="find" size={16} />
          <span className="find-word">
            Find <span className="unseen">anything</span>
          </span>
          <kbd>{keysOf("palette")}</kbd>
        </button>
        <Tool wide icon="open" label="Open a mission file" keys={keysOf("open")} onClick={chooseFile} />
        <Tool wide icon="share" label="Copy link" keys={keysOf("share")} onClick={() => void copyLink()} />
        <Tool wide icon={other} label={`Theme: ${other}`} keys={keysOf("theme")} onClick={toggle} />
        <Menu position="bottom-end" width={232}>
          <Menu.Target>
            <button type="button" className="icon-button narrow-only" aria-label="More">
              <Icon name="more" />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<Icon name="redo" />} disabled={redoLabel === undefined} onClick={redo}>
              {redoLabel === undefined ? "Redo" : `Redo: ${redoLabel}`}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="open" />} onClick={chooseFile}>
              Open a mission file
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="save" />} onClick={downloadMission}>
              Download the mission
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="share" />} onClick={() => void copyLink()}>
              Copy link
            </Menu.Item>
            <Menu.Item leftSection={<Icon name={other} />} onClick={toggle}>
              Theme: {other}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="info" />} onClick={() => pageStore.getState().open("news")}>
              What's new
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}
