import type { TableFigure } from "./figure.ts";

/** Why a report has no figures of its network: a person stopped the study, or it was refused for `reason`, a sentence. */
export type NetworkAbsence = { readonly cause: "stopped" } | { readonly cause: "refused"; readonly reason: string };

const parts = [
  {
    id: "latency-missing",
    section: "latency",
    title: "Round trips are missing",
    lost: "round trips, their map and the ways at the epoch are not in this report",
    verbs: "dawnline latency and dawnline route",
  },
  {
    id: "network-missing",
    section: "network",
    title: "The load of the network is missing",
    lost: "what is carried, the fullest links, the gateways and what failures leave are not in this report",
    verbs: "dawnline network",
  },
] as const;

/** What stands in each chapter of the network in place of its figures: that they are missing, why, and how to get them. */
export const networkMissing = (absence: NetworkAbsence): readonly TableFigure[] =>
  parts.map(({ id, section, title, lost, verbs }) => ({
    ...{ id, section, title, kind: "table" },
    summary:
      absence.cause === "stopped"
        ? `The study of the network was stopped before its end, so ${lost}.`
        : `The study of the network was refused: ${absence.reason.replace(/\.?$/, ".")} So ${lost}.`,
    caption: `${absence.cause === "stopped" ? "To have them, write the report again and let the study end" : "Mend that and write the report again"}, in the app or with dawnline report; ${verbs} ${verbs.includes(" and ") ? "print" : "prints"} the same numbers alone.`,
    sources: [],
    table: { columns: [], rows: [] },
  }));
