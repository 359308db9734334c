import { faultsOf, format } from "#engine";
import type { Refusals } from "../state/notice.ts";
import { FaultTable } from "./FaultTable.tsx";

/** Refused records of a file: where in it, and why; past the first ones, how many more. */
export function RefusalTable({ refused, refusedCount }: Refusals) {
  if (refusedCount === 0) return null;
  const restCount = refusedCount - refused.length;
  return (
    <FaultTable
      label="Refused records"
      heads={["Line", "Column", "Reason"]}
      more={restCount > 0 && <p className="quiet">and {format(restCount, "Count")} more</p>}
    >
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
    </FaultTable>
  );
}
