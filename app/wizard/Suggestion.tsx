import { formatNamed, linkSuggestions, sources, wordOf } from "#engine";
import { missionStore, readField } from "../state/mission.ts";
import { useMission } from "../state/use.ts";

type Suggested = keyof typeof linkSuggestions;
export const isSuggested = (name: string): name is Suggested => Object.hasOwn(linkSuggestions, name);

/** Under a limit that is off: what it may begin with, and why. */
export function Suggestion({ name, path }: { name: Suggested; path: string }) {
  const isGiven = useMission(({ document }) => readField(document, path) !== undefined);
  if (isGiven) return null;
  const { value, note, source } = linkSuggestions[name];
  const text = formatNamed(name, value);
  return (
    <p className="suggestion">
      <button
        type="button"
        className="link"
        aria-label={`Set ${wordOf(name)?.label ?? name} to ${text}`}
        title={`${sources[source].title} (${sources[source].kind})`}
        onClick={() => {
          missionStore.getState().set(path, value, wordOf(name)?.label ?? name);
          missionStore.getState().endBurst();
        }}
      >
        Set {text}
      </button>{" "}
      <span className="quiet">{note}</span>
    </p>
  );
}
