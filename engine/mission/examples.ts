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

/** The mission that stands wherever none is given. */
export const referenceMission: unknown = ai1;

/** Missions to begin with; the files of assets/missions. */
export const exampleMissions: readonly { readonly id: string; readonly title: string; readonly document: unknown }[] = [
  { id: "ai1-reference", title: ai1.name, document: ai1 },
  { id: "starlink-550", title: starlink.name, document: starlink },
  { id: "ai1-sheet", title: ai1Sheet.name, document: ai1Sheet },
  { id: "starcloud-40mw", title: starcloud40mw.name, document: starcloud40mw },
  { id: "starcloud-5gw", title: starcloud5gw.name, document: starcloud5gw },
  { id: "suncatcher", title: suncatcher.name, document: suncatcher },
  { id: "turyshev-1mw", title: turyshev1mw.name, document: turyshev1mw },
  { id: "iss-radiators", title: issRadiators.name, document: issRadiators },
  { id: "iss-arrays", title: issArrays.name, document: issArrays },
  { id: "starlink-v2-mini", title: starlinkV2Mini.name, document: starlinkV2Mini },
  { id: "starlink-v3", title: starlinkV3.name, document: starlinkV3 },
];
