import { useMission } from "../state/use.ts";
import { InputField } from "./InputField.tsx";
import type { RowBook } from "./rows.ts";

/** Fields that are shown at once; a document may have 2,000 of each. */
const MOST_SHOWN = 20;

/** Gateways and demands of the mission: what each carries. They are named and placed in the document. */
export function TrafficForm({ rows }: { rows: RowBook }) {
  const sites = useMission(({ document }) => document.sites) ?? [];
  const demands = useMission(({ document }) => document.demands) ?? [];
  return (
    <>
      <h3 className="form-head">Sites</h3>
      {sites.length === 0 ? (
        <p className="quiet">The mission names no sites, so that nothing comes down to a gateway.</p>
      ) : null}
      {sites.slice(0, MOST_SHOWN).map(({ name, kind }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a site is its place in the document
        <fieldset className="traffic-end" key={index}>
          <legend>
            {name} <span className="quiet">{kind === "laser" ? "laser" : "radio"}</span>
          </legend>
          <InputField name="capacityBps" path={`sites[${index}].capacityBps`} rows={rows} optional />
          {kind === "laser" ? (
            <InputField name="clearFraction" path={`sites[${index}].clearFraction`} rows={rows} optional />
          ) : null}
        </fieldset>
      ))}
      <More count={sites.length} />
      <h3 className="form-head">Demands</h3>
      {demands.length === 0 ? (
        <p className="quiet">The mission names no demands: the text of the fleet goes to any gateway.</p>
      ) : null}
      {demands.slice(0, MOST_SHOWN).map(({ from, to }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a demand is its place in the document
        <fieldset className="traffic-end" key={index}>
          <legend>
            {from} → {to}
          </legend>
          <InputField name="rateBps" path={`demands[${index}].rateBps`} rows={rows} />
        </fieldset>
      ))}
      <More count={demands.length} />
    </>
  );
}

const More = ({ count }: { count: number }) =>
  count <= MOST_SHOWN ? null : <p className="quiet">{count - MOST_SHOWN} more stand in the document.</p>;
