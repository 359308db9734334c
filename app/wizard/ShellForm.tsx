import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useStore } from "zustand";
import { type InputWord, MAX_SHELL_COUNT, MOST_WIDEST_PLANES, missionJsonSchema, wordOf } from "#engine";
import { TextField } from "../parts/TextField.tsx";
import { givenRow } from "../parts/valueRow.ts";
import { lockStore } from "../state/locks.ts";
import { missionStore } from "../state/mission.ts";
import { useMission } from "../state/use.ts";
import { InputField } from "./InputField.tsx";
import { ListBar } from "./ListBar.tsx";
import type { RowBook } from "./rows.ts";
import { useChosen } from "./useChosen.ts";

const epochWord = missionJsonSchema().properties?.["epoch"];
const textOf = (key: "title" | "description") =>
  typeof epochWord === "object" && typeof epochWord[key] === "string" ? epochWord[key] : "epoch";

/** A turn of the node that fills the whole circle: what a shell gets when its local-time band becomes a Walker shell. */
const WHOLE_TURN_DEG = 360;
const NOON_TO_DUSK_LTAN_H = 18;
/** How far above the shell in hand a new one begins. */
const SHELL_GAP_KM = 50;

function nextHeightKm(altitudeKm: number): number {
  const { min, max } = wordOf("altitudeKm") as InputWord;
  return altitudeKm + SHELL_GAP_KM <= max ? altitudeKm + SHELL_GAP_KM : Math.max(min, altitudeKm - SHELL_GAP_KM);
}

function Epoch() {
  const epoch = useMission(({ document }) => document.epoch);
  const draft = useMission(({ drafts }) => drafts["epoch"]);
  const { set, endBurst } = missionStore.getState();
  return (
    <TextField
      path="epoch"
      label={textOf("title")}
      help={textOf("description")}
      row={givenRow({ name: "epoch", label: textOf("title"), help: textOf("description"), value: epoch })}
      lit={false}
      issues={draft?.issues ?? []}
      onReset={undefined}
      value={draft?.text ?? epoch}
      onChange={(text) => set("epoch", text, textOf("title"))}
      onEnd={endBurst}
    />
  );
}

/** The orbit step: one shell at a time, with the choices that numbers alone do not show. */
export function ShellForm({ rows }: { rows: RowBook }) {
  const shells = useMission(({ document }) => document.shells);
  const [index, choose] = useChosen("shells", shells.length);
  const [issue, setIssue] = useState("");
  const shell = shells[index]!;
  const path = `shells[${index}]`;
  const locked = useStore(lockStore, ({ paths }) => paths);
  const { set, endBurst } = missionStore.getState();
  const field = (name: string, optional = false) => (
    <InputField key={`${path}.${name}`} name={name} path={`${path}.${name}`} rows={rows} optional={optional} />
  );
  const change = (next: object, label: string) => {
    set(path, next, label);
    endBurst();
  };
  const band = shell.ltanH !== undefined;
  const toBand = () => {
    const { raanSpreadDeg: _left, ...rest } = shell;
    change({ ...rest, ltanH: NOON_TO_DUSK_LTAN_H }, `${shell.name}: local-time band`);
  };
  const toWalker = () => {
    const { ltanH: _left, ltanSpreadH: _alsoLeft, ...rest } = shell;
    change({ ...rest, raanSpreadDeg: WHOLE_TURN_DEG }, `${shell.name}: Walker shell`);
  };
  /** A copy of the shell in hand, 50 km higher where it has a height: a shell apart is where most begin. */
  const addShell = () => {
    const names = new Set(shells.map(({ name }) => name));
    let number = shells.length + 1;
    while (names.has(`Shell ${number}`)) number++;
    const { altitudeKm } = shell;
    const altitude = altitudeKm === undefined ? {} : { altitudeKm: nextHeightKm(altitudeKm) };
    const issues = set(
      "shells",
      [...shells, { ...shell, ...altitude, name: `Shell ${number}` }],
      `Add Shell ${number}`,
    );
    missionStore.getState().dropDraft("shells");
    endBurst();
    if (issues.length === 0) choose(shells.length);
    setIssue(issues.map(({ message }) => message).join(" "));
  };
  const removeShell = () => {
    set(
      "shells",
      shells.filter((_, each) => each !== index),
      `Remove ${shell.name}`,
    );
    endBurst();
    setIssue("");
    choose(Math.max(0, index - 1));
  };
  const planned = rows.ofPath(`${path}.inclinationDeg`)?.value;
  const sunSynchronous = shell.inclinationDeg === "sun-synchronous";

  return (
    <>
      <ListBar
        noun="shell"
        names={shells.map(({ name }) => name)}
        index={index}
        most={MAX_SHELL_COUNT}
        onChoose={choose}
        onAdd={addShell}
        onRemove={shells.length === 1 ? undefined : removeShell}
      />
      {issue === "" ? null : (
        <p className="field-issue" role="alert">
          {issue}
        </p>
      )}
      {shell.elementsFile === undefined ? (
        <>
          {field("altitudeKm")}
          <SegmentedControl
            fullWidth
            aria-label={wordOf("inclinationDeg")?.label ?? "inclinationDeg"}
            disabled={locked.includes(`${path}.inclinationDeg`)}
            value={sunSynchronous ? "sun" : "angle"}
            data={[
              { value: "sun", label: "Sun-synchronous" },
              { value: "angle", label: "Given inclination" },
            ]}
            onChange={(next) => {
              if (next === "sun")
                change({ ...shell, inclinationDeg: "sun-synchronous" }, `${shell.name}: sun-synchronous`);
              else if (typeof planned === "number")
                change({ ...shell, inclinationDeg: Number(planned.toFixed(3)) }, `${shell.name}: given inclination`);
            }}
          />
          {sunSynchronous ? null : field("inclinationDeg")}
          <SegmentedControl
            fullWidth
            aria-label="Planes"
            disabled={["ltanH", "ltanSpreadH", "raanSpreadDeg"].some((name) => locked.includes(`${path}.${name}`))}
            value={band ? "band" : "walker"}
            data={[
              { value: "band", label: "Local-time band" },
              { value: "walker", label: "Walker planes" },
            ]}
            onChange={(next) => (next === "band" ? toBand() : toWalker())}
          />
          {band ? (
            <>
              {field("ltanH")}
              {field("ltanSpreadH", true)}
            </>
          ) : (
            field("raanSpreadDeg")
          )}
        </>
      ) : (
        <p className="quiet">Flown from the records of {shell.elementsFile}; height and planes are theirs.</p>
      )}
      <div className="field-pair">
        {field("planeCount")}
        {field("satellitesPerPlaneCount")}
      </div>
      {field("phasingCount", true)}
      {shell.elementsFile === undefined && (
        <button
          type="button"
          className="button"
          disabled={locked.includes(`${path}.phasingCount`) || shell.planeCount > MOST_WIDEST_PLANES}
          title="The Walker phasing that keeps satellites farthest apart as SGP4 flies them"
          onClick={() => change({ ...shell, phasingCount: "widest" }, `${shell.name}: satellites farthest apart`)}
        >
          Keep satellites farthest apart
        </button>
      )}
      <Epoch />
    </>
  );
}
