import type { MissionIssue } from "#engine";

/** Every issue of a document: where, what was given, what is allowed. */
export function IssueTable({ issues }: { issues: readonly MissionIssue[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="issues" aria-label="What is wrong" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Given</th>
            <th scope="col">Allowed</th>
          </tr>
        </thead>
        <tbody>
          {issues.map(({ path, given, allowed, message }) => (
            <tr key={message}>
              <th scope="row" className="mono">
                {path}
              </th>
              <td>{given}</td>
              <td>{allowed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
