import { SelectField } from "../parts/SelectField.tsx";
import { givenRow } from "../parts/valueRow.ts";
import { useMission } from "../state/use.ts";
import {
  addDemand,
  chooseEnd,
  duplicateDemand,
  endChoices,
  mostOf,
  nameOfDemand,
  nounOf,
  removeDemand,
} from "./ends.ts";
import { InputField } from "./InputField.tsx";
import { ListBar } from "./ListBar.tsx";
import type { RowBook } from "./rows.ts";
import { useChosen } from "./useChosen.ts";
import { useListEdit } from "./useListEdit.ts";

const ends = [
  { end: "from", label: "From" },
  { end: "to", label: "To" },
] as const;
/** Where the plan does not say what the fleet sends, 1 Gbit/s to begin with. */
const FIRST_RATE_BPS = 1e9;

/** The mission's demands, one in hand at a time: between whom, and how much. */
export function DemandForm({ rows }: { rows: RowBook }) {
  const document = useMission((state) => state.document);
  const demands = document.demands ?? [];
  const [index, choose] = useChosen("demands", demands.length);
  const { part, told, edit, focusAdded } = useListEdit();
  const shown = demands[index];
  const choices = endChoices(document);
  const add = () => {
    const planned = rows.ofName("fleetOutputBps")?.value;
    const rateBps = typeof planned === "number" && planned >= 1 ? planned : FIRST_RATE_BPS;
    if (!edit("Add a demand", addDemand(rateBps))) return;
    choose(demands.length);
    focusAdded();
  };
  const duplicate = () => {
    if (!edit(`Duplicate ${nameOfDemand(shown!)}`, duplicateDemand(index))) return;
    choose(index + 1);
    focusAdded();
  };
  const remove = () => {
    if (edit(`Remove ${nameOfDemand(shown!)}`, removeDemand(index))) choose(Math.max(0, index - 1));
  };
  return (
    <section className="list-part" ref={part} aria-label="Demands">
      <h3 className="form-head">Demands</h3>
      {shown === undefined ? (
        <p className="quiet">
          The mission names no demands: the text of the fleet goes to any gateway. A first demand begins as that.
        </p>
      ) : null}
      <ListBar
        noun={nounOf.demands}
        names={demands.map(nameOfDemand)}
        index={index}
        most={mostOf.demands}
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
          <div className="field-pair">
            {ends.map(({ end, label }) => (
              <SelectField
                key={end}
                path={`demands[${index}].${end}`}
                label={label}
                help={end === "from" ? "Choosing the other end turns it round." : ""}
                row={givenRow({ name: end, label, value: shown[end] })}
                lit={false}
                issues={[]}
                onReset={undefined}
                options={choices}
                isSearchable
                value={shown[end]}
                onChange={(name) => edit(`Demand ${label.toLowerCase()} ${name}`, chooseEnd(index, end, name))}
              />
            ))}
          </div>
          <InputField key={`demands[${index}].rateBps`} name="rateBps" path={`demands[${index}].rateBps`} rows={rows} />
        </div>
      )}
    </section>
  );
}
