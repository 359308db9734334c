import { claimRows, type Report } from "#engine";
import { Icon } from "../parts/Icon.tsx";

const signs = { holds: "good", contradicts: "bad" } as const;

/** What was announced, and what the other claims make of it. */
export function ClaimsTable({ closure }: { closure: Report["closure"] }) {
  if (closure.claims.length === 0) return null;
  return (
    <section className="sheet-section" id="section-claims">
      <h2>Announced claims</h2>
      <table className="sheet-claims">
        <thead>
          <tr>
            <th scope="col">Quantity</th>
            <th scope="col">Claimed</th>
            <th scope="col">Verdict</th>
            <th scope="col">From the others</th>
          </tr>
        </thead>
        <tbody>
          {claimRows(closure).map(([label, claimed, verdict = "", derived], index) => {
            const sign = Object.entries(signs).find(([word]) => verdict.startsWith(word))?.[1];
            return (
              <tr key={`${label} ${claimed}`} data-claim={index}>
                <th scope="row">{label}</th>
                <td>{claimed}</td>
                <td className="sheet-claim" data-verdict={sign}>
                  {sign === undefined ? null : <Icon name={sign} size={14} />} {verdict}
                </td>
                <td data-label="From the others">{derived}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
