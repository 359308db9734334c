import { Select } from "@mantine/core";
import { choices } from "#engine";
import { SelectField } from "../parts/SelectField.tsx";
import { TextField } from "../parts/TextField.tsx";
import { givenRow } from "../parts/valueRow.ts";
import { cityList } from "../state/cities.ts";
import { missionStore } from "../state/mission.ts";
import { useMission } from "../state/use.ts";
import {
  addPlace,
  demandsOf,
  duplicatePlace,
  freeName,
  mostOf,
  nounOf,
  type PlaceList,
  removePlace,
  renamePlace,
  takenNames,
} from "./ends.ts";
import { InputField, refusal } from "./InputField.tsx";
import { ListBar } from "./ListBar.tsx";
import type { RowBook } from "./rows.ts";
import { useChosen } from "./useChosen.ts";
import { useListEdit } from "./useListEdit.ts";

const LISTED_COUNT = 40;
const emptyWords: Readonly<Record<PlaceList, string>> = {
  places: "The mission names no places: nobody is there to measure round trips from.",
  sites: "The mission names no sites, so that nothing comes down to a gateway.",
};
const radioOrLaser = Object.entries(choices.kind.options).map(([value, label]) => ({ value, label }));

/** The mission's places, where people are, or its sites, which are gateways: one in hand at a time. */
export function PlaceForm({ list, title, rows }: { list: PlaceList; title: string; rows: RowBook }) {
  const document = useMission((state) => state.document);
  const drafts = useMission((state) => state.drafts);
  const all = document[list] ?? [];
  const [index, choose] = useChosen(list, all.length);
  const { part, told, edit, focusAdded } = useListEdit();
  const noun = nounOf[list];
  const shown = all[index];
  const path = `${list}[${index}]`;
  const namePath = `${path}.name`;
  const field = (name: string, optional = false) => (
    <InputField key={`${path}.${name}`} name={name} path={`${path}.${name}`} rows={rows} optional={optional} />
  );
  const add = () => {
    const { name, edit: change } = addPlace(list, document, cityList);
    if (!edit(`Add ${name}`, change)) return;
    choose(all.length);
    focusAdded();
  };
  const duplicate = () => {
    const { name, edit: change } = duplicatePlace(list, index, document);
    if (!edit(`Duplicate ${shown!.name} as ${name}`, change)) return;
    choose(index + 1);
    focusAdded();
  };
  const remove = () => {
    const count = demandsOf(list, index, document);
    const words =
      count === 0 ? "" : ` and ${count === 1 ? "the demand that names" : `the ${count} demands that name`} it`;
    const label = `Remove ${shown!.name}${words}`;
    if (
      edit(
        label,
        removePlace(list, index, document),
        words === "" ? "" : `Removed ${shown!.name}${words}. Undo brings them back.`,
      )
    )
      choose(Math.max(0, index - 1));
  };
  const rename = (name: string) => {
    const { edit: commit, keepDraft } = missionStore.getState();
    // Demands mean places by name: typing on through another's name must not leave them with that one.
    if (name !== shown!.name && takenNames(document).includes(name))
      keepDraft(namePath, {
        text: name,
        issues: [refusal(namePath, JSON.stringify(name), "a name that no other has")],
      });
    else commit(`Name of the ${noun}`, renamePlace(list, index, document, { name }), { path: namePath, text: name });
  };
  const site = list === "sites" ? document.sites?.[index] : undefined;
  const kindPath = `${path}.kind`;
  return (
    <section className="list-part" ref={part} aria-label={title}>
      <h3 className="form-head">{title}</h3>
      {all.length === 0 ? <p className="quiet">{emptyWords[list]}</p> : null}
      <ListBar
        noun={noun}
        names={all.map(({ name }) => name)}
        index={index}
        most={mostOf[list]}
        onChoose={choose}
        onAdd={add}
        onDuplicate={duplicate}
        onRemove={remove}
      />
      <p className="list-told" role="status">
        {told}
      </p>
      {shown === undefined ? null : (
        <div className="list-item">
          <TextField
            path={namePath}
            label={`Name of the ${noun}`}
            help="Demands that name it follow."
            row={givenRow({ name: "name", label: `Name of the ${noun}`, value: shown.name })}
            lit={false}
            issues={drafts[namePath]?.issues ?? []}
            onReset={undefined}
            value={drafts[namePath]?.text ?? shown.name}
            onChange={rename}
            onEnd={missionStore.getState().endBurst}
          />
          <Select
            className="list-city"
            label="At a city"
            placeholder="Takes its name and position"
            searchable
            limit={LISTED_COUNT}
            data={cityList.map(({ name }) => name)}
            value={null}
            onChange={(wanted) => {
              const city = cityList.find(({ name }) => name === wanted);
              if (city === undefined) return;
              const { latitudeDeg, longitudeDeg } = city;
              const others = takenNames(document).filter((each) => each !== shown.name);
              const name = freeName(city.name, others);
              edit(`${shown.name} to ${name}`, renamePlace(list, index, document, { name, latitudeDeg, longitudeDeg }));
            }}
            nothingFoundMessage="No such city in the list"
          />
          <div className="field-pair">
            {field("latitudeDeg")}
            {field("longitudeDeg")}
          </div>
          {site === undefined ? null : (
            <>
              {field("heightKm")}
              <SelectField
                path={kindPath}
                label={choices.kind.label}
                help={choices.kind.help}
                row={undefined}
                lit={false}
                issues={[]}
                onReset={undefined}
                options={radioOrLaser}
                value={site.kind ?? "radio"}
                onChange={(kind) =>
                  edit(`${site.name}: ${kind}`, (draft) => {
                    const changed = draft.sites![index]!;
                    changed.kind = kind as NonNullable<typeof changed.kind>;
                    // Clouds shut lasers alone.
                    if (kind !== "laser") delete changed.clearFraction;
                  })
                }
              />
              {field("capacityBps", true)}
              {site.kind === "laser" ? field("clearFraction", true) : null}
            </>
          )}
        </div>
      )}
    </section>
  );
}
