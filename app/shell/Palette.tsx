import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import { useMemo } from "react";
import { useStore } from "zustand";
import { exampleMissions } from "#engine";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { cameraModeStore, chaseWays } from "../state/cameraMode.ts";
import { removeCatalogue } from "../state/catalogue.ts";
import { colourModeLabels, colourModes, setColourMode } from "../state/colour.ts";
import { commandStore } from "../state/commands.ts";
import { missionStore } from "../state/mission.ts";
import { type ShortcutId, shortcuts, writeKeys } from "../state/shortcuts.ts";
import { themeStore } from "../state/theme.ts";
import { tourStore } from "../state/tour.ts";
import { usePlan } from "../state/use.ts";
import { viewStore, views } from "../state/view.ts";
import { stepOf } from "../wizard/steps.ts";
import {
  chooseCatalogue,
  chooseFile,
  copyLink,
  downloadMission,
  downloadReport,
  goWith,
  redo,
  undo,
} from "./actions.ts";
import { pageStore } from "./pageStore.ts";

const MAX_SHOWN = 12;

function keysOf(id: ShortcutId) {
  return <kbd>{writeKeys(shortcuts.find((shortcut) => shortcut.id === id)!.keys[0])}</kbd>;
}
const act = (
  id: string,
  label: string,
  icon: IconName,
  onClick: () => void,
  more: Partial<SpotlightActionData> = {},
): SpotlightActionData => ({
  id,
  label,
  leftSection: <Icon name={icon} />,
  onClick,
  ...more,
});

const doing = (): SpotlightActionData[] => [
  act("undo", "Undo", "undo", undo, { rightSection: keysOf("undo") }),
  act("redo", "Redo", "redo", redo, { rightSection: keysOf("redo") }),
  act("share", "Copy link", "share", () => void copyLink(), {
    rightSection: keysOf("share"),
    keywords: ["share", "address"],
  }),
  act("theme", "Dark or light", "light", () => themeStore.getState().toggle(), {
    rightSection: keysOf("theme"),
    keywords: ["theme"],
  }),
  act("open", "Open a mission file", "open", chooseFile, { rightSection: keysOf("open") }),
  act("open-catalogue", "Open a catalogue of real objects", "open", chooseCatalogue, {
    description: "TLE or OMM",
    keywords: ["tle", "omm", "elements", "real"],
  }),
  act("remove-catalogue", "Remove the catalogue", "close", removeCatalogue),
  ...chaseWays.map(({ mode, key, label, help }) =>
    act(`camera-${mode}`, `${label}: the selected satellite`, "explore", () => goWith(mode), {
      description: help,
      rightSection: <kbd>{key.toUpperCase()}</kbd>,
      keywords: ["camera", "satellite"],
    }),
  ),
  act("camera-earth", "Back to the Earth", "explore", () => cameraModeStore.getState().enter("earth"), {
    keywords: ["camera"],
  }),
  act("save", "Download the mission", "save", downloadMission, { keywords: ["json", "save"] }),
  act("report-html", "Download the report as HTML", "report", () => void downloadReport("html")),
  act("report-markdown", "Download the report as Markdown", "report", () => void downloadReport("markdown")),
  act("report-json", "Download the report as JSON", "report", () => void downloadReport("json")),
  act("tour", "First minute", "info", () => tourStore.getState().start({ isAsked: true }), {
    description: "Six steps through the app",
    keywords: ["tour", "help", "guide"],
  }),
  act("news", "What's new", "info", () => pageStore.getState().open("news")),
  act("keys", "All keys", "keys", () => pageStore.getState().open("keys"), { rightSection: keysOf("keys") }),
];

const colouring = (): SpotlightActionData[] =>
  colourModes.map((mode) =>
    act(
      `colour-${mode}`,
      `Colour by ${colourModeLabels[mode].toLowerCase()}`,
      "explore",
      () => {
        viewStore.getState().show("explore");
        setColourMode(mode);
      },
      { keywords: ["colour", "legend", "scale"] },
    ),
  );

/** Everything by name: windows, actions, examples, and each number of the glossary that the plan knows. */
export function Palette() {
  const report = usePlan(({ answer }) => answer?.report);
  const commands = useStore(commandStore, (state) => state.commands);
  const groups = useMemo<SpotlightActionGroupData[]>(() => {
    const rows = (report?.sections ?? []).flatMap((section) => section.rows.map((row) => ({ section, row })));
    const { jumpTo, show } = viewStore.getState();
    const numbers = rows.map(({ section, row }): SpotlightActionData => {
      const step = row.path === undefined ? undefined : stepOf(row.path);
      const anchor = `${section.id}.${row.name}`;
      return {
        id: anchor,
        label: row.label,
        description: `${section.title} · ${row.help}`,
        keywords: [row.name],
        rightSection: <span className="palette-value">{row.text}</span>,
        onClick: () =>
          step === undefined
            ? jumpTo({ view: "report", name: anchor })
            : jumpTo({ view: "size", step: step.id, name: row.path! }),
      };
    });
    return [
      {
        group: "Windows",
        actions: views.map((view) => {
          const { label } = shortcuts.find(({ id }) => id === view)!;
          return act(`view-${view}`, label, view, () => show(view), { rightSection: keysOf(view) });
        }),
      },
      {
        group: "Examples",
        actions: exampleMissions.map(({ id, title }) =>
          act(`example-${id}`, title, "explore", () => missionStore.getState().loadExample(id), {
            description: "Example mission",
            keywords: ["example"],
          }),
        ),
      },
      { group: "Do", actions: doing() },
      { group: "Colour the fleet by", actions: colouring() },
      {
        group: "Globe",
        actions: commands.map(({ id, label, run, description, keys, keywords }) =>
          act(id, label, "explore", run, {
            ...(description === undefined ? {} : { description }),
            ...(keywords === undefined ? {} : { keywords: [...keywords] }),
            ...(keys === undefined ? {} : { rightSection: <kbd>{keys}</kbd> }),
          }),
        ),
      },
      { group: "Numbers", actions: numbers },
    ];
  }, [report, commands]);
  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      limit={MAX_SHOWN}
      scrollable
      maxHeight={460}
      nothingFound="Nothing has that name. Try altitude, battery, or a window."
      searchProps={{
        leftSection: <Icon name="find" />,
        placeholder: "A window, an action, an example, any number",
        "aria-label": "Find anything",
      }}
      highlightQuery
    />
  );
}
