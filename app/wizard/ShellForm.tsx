import { SegmentedControl, Select } from "@mantine/core";
import { useState } from "react";
import { missionJsonSchema, wordOf } from "#engine";
import { TextField } from "../parts/TextField.tsx";
import { missionStore } from "../state/mission.ts";
import { useMission } from "../state/use.ts";
import { InputField } from "./InputField.tsx";
import type { RowBook } from "./rows.ts";

const epochWord = missionJsonSchema().properties?.["epoch"];
const textOf = (key: "title" | "description") =>
  typeof epochWord === "object" && typeof epochWord[key] === "string" ? epochWord[key] : "epoch";

/** A turn of the node that fills the whole circle: what a shell gets when its local-time band becomes a Walker shell. */
const WHOLE_TURN_DEG = 360;
const NOON_TO_DUSK_LTAN_H = 18;

function Epoch() {
  const epoch = useMission(({ document }) => document.epoch);
  const draft = useMission(({ drafts }) => drafts["epoch"]);
  const { set, endBurst } = missionStore.getState();
  return (
    <TextField
      path="epoch"
      label={textOf("title")}
      help={textOf("description")}
      row={{
        name: "epoch",
        label: textOf("title"),
        help: textOf("description"),
        value: epoch,
        unit: undefined,
        text: epoch,
        because: { given: "mission" },
      }}
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
  const [chosen, choose] = useState(0);
  const index = Math.min(chosen, shells.length - 1);
  const shell = shells[index]!;
  const path = `shells[${index}]`;
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
  const planned = rows.ofPath(`${path}.inclinationDeg`)?.value;
  const sunSynchronous = shell.inclinationDeg === "sun-synchronous";

  return (
    <>
      {shells.length === 1 ? (
        <p className="shell-name">{shell.name}</p>
      ) : (
        <Select
          label="Shell"
          data={shells.map(({ name }, each) => ({ value: String(each), label: name }))}
          value={String(index)}
          onChange={(next) => choose(Number(next))}
          allowDeselect={false}
        />
      )}
      {shell.elementsFile === undefined ? (
        <>
          {field("altitudeKm")}
          <SegmentedControl
            fullWidth
            aria-label={wordOf("inclinationDeg")?.label ?? "inclinationDeg"}
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
      <Epoch />
    </>
  );
}
