import { missionJsonSchema } from "#engine";
import { deliver } from "../output.ts";
import { toJsonText } from "../printable.ts";
import { EXIT } from "../stop.ts";
import type { Verb } from "../verb.ts";

export const schema: Verb = {
  name: "schema",
  summary: "JSON Schema of the mission document",
  without: ["set"],
  async run({ io, options }) {
    await deliver({ io, options, write: ({ write }) => write(`${toJsonText(missionJsonSchema(), 2)}\n`) });
    return EXIT.done;
  },
};
