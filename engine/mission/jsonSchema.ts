import { z } from "zod";
import { missionSchema } from "./mission.ts";

/** JSON Schema (2020-12) of the mission document. What no schema can say, such as the sum over shells, parseMission checks. */
export const missionJsonSchema = () => z.toJSONSchema(missionSchema, { io: "input" });
