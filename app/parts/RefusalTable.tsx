import { faultsOf, format } from "#engine";
import type { Refusals } from "../state/notice.ts";

/** Refused records of a file: where in it, and why; past the first ones, how many more. */
export function RefusalTable({ refused, refusedCount }: Refusals) {
  if (refusedCount === 0) return null;
  const restCount = refusedCount - refused.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="issues" aria-label="Refused records" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Column</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {refused.flatMap(({ index, ...record }) =>
            faultsOf({ index, ...record }).map(({ line, column, reason }) => (
              <tr key={`${index} ${line} ${column} ${reason}`}>
                <th scope="row" className="mono">
                  {line}
                </th>
                <td className="mono">{column}</td>
                <td>{reason}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {restCount > 0 && <p className="quiet">and {format(restCount, "Count")} more</p>}
    </section>
  );
}
