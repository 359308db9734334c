import type { ReactNode } from "react";

/** A table of what is wrong, which scrolls in its own box. */
export function FaultTable({
  label,
  heads,
  more,
  children,
}: {
  label: string;
  heads: readonly string[];
  /** What stands below it. */
  more?: ReactNode;
  /** Its rows. */
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="issues" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {more}
    </section>
  );
}
