import ai1 from "../../assets/missions/ai1-reference.json" with { type: "json" };
import starlink from "../../assets/missions/starlink-550.json" with { type: "json" };

/** The mission that stands wherever none is given. */
export const referenceMission: unknown = ai1;

/** Missions to begin with; the files of assets/missions. */
export const exampleMissions: readonly { readonly id: string; readonly title: string; readonly document: unknown }[] = [
  { id: "ai1-reference", title: ai1.name, document: ai1 },
  { id: "starlink-550", title: starlink.name, document: starlink },
];
