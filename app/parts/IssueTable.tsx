import type { MissionIssue } from "#engine";
import { FaultTable } from "./FaultTable.tsx";

/** Every issue of a document: where, what was given, what is allowed. */
export const IssueTable = ({ issues }: { issues: readonly MissionIssue[] }) => (
  <FaultTable label="What is wrong" heads={["Where", "Given", "Allowed"]}>
    {issues.map(({ path, given, allowed, message }) => (
      <tr key={message}>
        <th scope="row" className="mono">
          {path}
        </th>
        <td>{given}</td>
        <td>{allowed}</td>
      </tr>
    ))}
  </FaultTable>
);
