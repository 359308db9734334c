import type { Finding } from "../plan/findings.ts";
import type { Plan } from "../plan/plan.ts";

/** A finding's severity for a person. */
export const severityWords = { error: "Does not close", warning: "Look again", info: "Note" } as const;

/** A verdict: its sign and a sentence. `open`: nothing could be checked. */
export type Verdict = { readonly sign: "good" | "bad" | "open"; readonly text: string };

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The announced sheet against itself, or undefined where nothing was announced. */
export function sheetVerdict({ closes, isChecked, claims }: Plan["satellite"]["closure"]): Verdict | undefined {
  if (claims.length === 0) return undefined;
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  if (!isChecked)
    return {
      sign: "open",
      text: `Not checked: no relation joins the ${counted(claims.length, "announced figure", "announced figures")}.`,
    };
  const rest = count("unchecked");
  const unchecked = rest === 0 ? "" : `, ${rest} ${rest === 1 ? "has" : "have"} nothing to be checked against`;
  return closes
    ? {
        sign: "good",
        text: `The sheet holds together: ${count("holds")} of ${claims.length} figures agree${unchecked}.`,
      }
    : {
        sign: "bad",
        text: `The sheet does not hold together: ${count("contradicts")} of ${claims.length} figures contradict others, ${count("holds")} hold${unchecked}.`,
      };
}

/** Findings on the design; what the sheet's claims say of each other stands in the sheet's own verdict. */
export const designFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ id }) => id !== "claim-contradiction");

/** The design by its findings. */
export function designVerdict(findings: readonly Finding[]): Verdict {
  const count = designFindings(findings).filter(({ severity }) => severity === "error").length;
  return count === 0
    ? { sign: "good", text: "The design closes: no finding stands against it." }
    : {
        sign: "bad",
        text: `The design does not close: ${counted(count, "finding stands", "findings stand")} against it.`,
      };
}
