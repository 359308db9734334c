import { useEffect } from "react";
import { missionStore } from "../state/mission.ts";
import { useMission } from "../state/use.ts";

/** The mission's name, edited in place. A refused name stays to be mended; the document keeps the last good one. */
export function MissionName() {
  const name = useMission(({ document }) => document.name);
  const draft = useMission(({ drafts }) => drafts["name"]);
  const text = draft?.text ?? name;
  const { set, endBurst, dropDraft } = missionStore.getState();
  useEffect(() => {
    document.title = `${name} · Dawnline`;
  }, [name]);
  return (
    <div className="mission-name">
      <span className="mission-name-size" aria-hidden="true">
        {text === "" ? " " : text}
      </span>
      <input
        aria-label="Mission name"
        aria-invalid={draft !== undefined}
        aria-describedby={draft === undefined ? undefined : "mission-name-issue"}
        data-mission-field
        size={1}
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => set("name", event.currentTarget.value, "Mission name")}
        onBlur={endBurst}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") {
            dropDraft("name");
            event.currentTarget.blur();
          }
        }}
      />
      {draft === undefined ? null : (
        <p className="mission-name-issue" id="mission-name-issue" role="alert">
          {draft.issues.map(({ message }) => message).join(" ") || "Not a name yet."}
        </p>
      )}
    </div>
  );
}
