import { claimHeads, claimRows, type Report, sheetVerdict } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { VerdictLine } from "./VerdictLine.tsx";

const signs = { holds: "good", contradicts: "bad" } as const;

/** What was announced, what the other claims make of it, and what the design has. */
export function ClaimsTable({ closure }: { closure: Report["closure"] }) {
  const sheet = sheetVerdict(closure);
  if (sheet === undefined) return null;
  return (
    <section className="sheet-section" id="section-claims">
      <h2>The announced sheet</h2>
      <VerdictLine verdict={sheet} />
      <table className="sheet-claims">
        <thead>
          <tr>
            {claimHeads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {claimRows(closure).map(([label, claimed, verdict = "", others, design], index) => {
            const sign = Object.entries(signs).find(([word]) => verdict.startsWith(word))?.[1];
            return (
              <tr key={`${label} ${claimed}`} data-claim={index}>
                <th scope="row">{label}</th>
                <td>{claimed}</td>
                <td className="sheet-claim" data-verdict={sign}>
                  {sign === undefined ? null : <Icon name={sign} size={14} />} {verdict}
                </td>
                <td data-label={claimHeads[3]}>{others}</td>
                <td data-label={claimHeads[4]}>{design}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
