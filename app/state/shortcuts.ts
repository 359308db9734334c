import { tinykeys } from "tinykeys";

/** Every key of the shell. Keys of one window are bound while that window is in front. */
export const shortcuts = [
  { id: "explore", keys: ["1", "g e"], label: "Explore" },
  { id: "size", keys: ["2", "g s"], label: "Size" },
  { id: "report", keys: ["3", "g r"], label: "Report" },
  { id: "palette", keys: ["$mod+k"], label: "Find anything" },
  { id: "undo", keys: ["$mod+z"], label: "Undo" },
  { id: "redo", keys: ["$mod+Shift+z", "$mod+y"], label: "Redo" },
  { id: "theme", keys: ["t"], label: "Dark or light" },
  { id: "share", keys: ["$mod+Shift+l"], label: "Copy link" },
  { id: "open", keys: ["$mod+o"], label: "Open a mission file" },
  { id: "keys", keys: ["?", "Shift+?"], label: "All keys" },
] as const;
export type ShortcutId = (typeof shortcuts)[number]["id"];

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) &&
  !["range", "radio", "checkbox", "button"].includes(target.getAttribute("type") ?? "");

/** Binds every shortcut; plain letters rest while somebody types. Answers with the way to unbind. */
export function bindShortcuts(target: Window, actions: Record<ShortcutId, () => void>): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const { id, keys } of shortcuts)
    for (const key of keys)
      bindings[key] = (event) => {
        const withModifier = key.includes("$mod");
        if (event.defaultPrevented || (!withModifier && isTyping(event.target))) return;
        // A text that is no part of the mission (the palette's search) undoes its own typing.
        const ownUndo = isTyping(event.target) && !(event.target as HTMLElement).hasAttribute("data-mission-field");
        if (ownUndo && (id === "undo" || id === "redo")) return;
        event.preventDefault();
        actions[id]();
      };
  return tinykeys(target, bindings);
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);
/** `$mod+k` → `Ctrl K`, or `⌘ K` on a Mac. */
export const writeKeys = (keys: string) =>
  keys
    .replace("$mod", isMac() ? "⌘" : "Ctrl")
    .split("+")
    .map((key) => (key.length === 1 ? key.toUpperCase() : key))
    .filter((key, _index, all) => !(key === "Shift" && all.includes("?")))
    .join(" ");
