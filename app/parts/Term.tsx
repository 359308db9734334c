import { Popover } from "@mantine/core";
import type { ReactNode } from "react";

/** Words that a newcomer may not know: two lines and a drawing each. */
const terms = {
  beta: {
    title: "Beta angle",
    text: "The angle between the orbit's plane and the direction to the Sun. Near 90° the satellite rides the line of dawn and never meets the shadow; near 0° it crosses the shadow in every orbit.",
    drawing: (
      <>
        <circle cx="70" cy="45" r="20" className="term-earth" />
        <line x1="70" y1="45" x2="150" y2="45" className="term-sun" />
        <circle cx="154" cy="45" r="4" className="term-sun-disc" />
        <line x1="38" y1="8" x2="102" y2="82" className="term-orbit" />
        <path d="M100 45 A30 30 0 0 1 89.600 67.700" className="term-angle" />
        <text x="106" y="62">
          β
        </text>
      </>
    ),
  },
  ltan: {
    title: "Local time of the node",
    text: "The local clock under the satellite where it crosses the equator northward. At 18:00 it flies over dusk, and over dawn on the other side; at 12:00 over noon and midnight.",
    drawing: (
      <>
        <circle cx="90" cy="45" r="26" className="term-earth" />
        <path d="M90 19 A26 26 0 0 1 90 71 Z" className="term-day" />
        <ellipse cx="90" cy="45" rx="9" ry="40" className="term-orbit" />
        <line x1="122" y1="45" x2="160" y2="45" className="term-sun" />
        <text x="164" y="49">
          12 h
        </text>
        <text x="30" y="49">
          0 h
        </text>
        <text x="100" y="12">
          18 h
        </text>
      </>
    ),
  },
} as const satisfies Record<string, { title: string; text: string; drawing: ReactNode }>;
export type TermId = keyof typeof terms;

/** A word that opens its explanation. */
export function Term({ id, children }: { id: TermId; children: ReactNode }) {
  const { title, text, drawing } = terms[id];
  return (
    <Popover width={300} position="bottom-start" offset={6} returnFocus>
      <Popover.Target>
        <button type="button" className="term">
          {children}
          <span className="unseen"> {title}: what is it?</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className="term-card">
        <svg viewBox="0 0 200 90" role="img" aria-label={`${title}, drawn`}>
          {drawing}
        </svg>
        <h3>{title}</h3>
        <p>{text}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
