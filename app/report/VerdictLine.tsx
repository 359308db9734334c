import type { Verdict } from "#engine";
import { Icon } from "../parts/Icon.tsx";

const icons = { good: "good", bad: "bad", open: "warn" } as const;

/** A verdict as a sign and a sentence. */
export function VerdictLine({ verdict: { sign, text } }: { verdict: Verdict }) {
  return (
    <p className="sheet-verdict" data-verdict={sign}>
      <Icon name={icons[sign]} size={20} /> {text}
    </p>
  );
}
