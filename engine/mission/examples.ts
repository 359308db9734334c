import ai1 from "../../assets/missions/ai1-reference.json" with { type: "json" };
import ai1Sheet from "../../assets/missions/ai1-sheet.json" with { type: "json" };
import issArrays from "../../assets/missions/iss-arrays.json" with { type: "json" };
import issRadiators from "../../assets/missions/iss-radiators.json" with { type: "json" };
import starcloud5gw from "../../assets/missions/starcloud-5gw.json" with { type: "json" };
import starcloud40mw from "../../assets/missions/starcloud-40mw.json" with { type: "json" };
import starlink from "../../assets/missions/starlink-550.json" with { type: "json" };
import starlinkV2Mini from "../../assets/missions/starlink-v2-mini.json" with { type: "json" };
import starlinkV3 from "../../assets/missions/starlink-v3.json" with { type: "json" };
import suncatcher from "../../assets/missions/suncatcher.json" with { type: "json" };
import turyshev1mw from "../../assets/missions/turyshev-1mw.json" with { type: "json" };

import type { SourceId } from "../facts/sources.ts";

/** The mission that stands wherever none is given. */
export const referenceMission: unknown = ai1;

/** Missions to begin with; the files of assets/missions, and where their figures come from. */
export const exampleMissions: readonly {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly SourceId[];
  readonly document: unknown;
}[] = [
  { id: "ai1-reference", title: ai1.name, sources: ["ai1-announcement", "dawnline-reference"], document: ai1 },
  { id: "starlink-550", title: starlink.name, sources: ["shell-table", "starlink-filings"], document: starlink },
  { id: "ai1-sheet", title: ai1Sheet.name, sources: ["ai1-announcement"], document: ai1Sheet },
  { id: "starcloud-40mw", title: starcloud40mw.name, sources: ["starcloud-paper"], document: starcloud40mw },
  { id: "starcloud-5gw", title: starcloud5gw.name, sources: ["starcloud-paper"], document: starcloud5gw },
  {
    id: "suncatcher",
    title: suncatcher.name,
    sources: ["suncatcher-cluster", "suncatcher-dose"],
    document: suncatcher,
  },
  { id: "turyshev-1mw", title: turyshev1mw.name, sources: ["turyshev-node"], document: turyshev1mw },
  { id: "iss-radiators", title: issRadiators.name, sources: ["nasa-radiator"], document: issRadiators },
  { id: "iss-arrays", title: issArrays.name, sources: ["iss-wings"], document: issArrays },
  { id: "starlink-v2-mini", title: starlinkV2Mini.name, sources: ["starlink-v2-sheet"], document: starlinkV2Mini },
  { id: "starlink-v3", title: starlinkV3.name, sources: ["starlink-v3-sheet"], document: starlinkV3 },
];
