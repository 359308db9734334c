import { planMission } from "#engine";
import { deliver } from "../output.ts";
import { toJsonText } from "../printable.ts";
import { badInput, EXIT } from "../stop.ts";
import { makePaint } from "../table.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";
import { findingLines } from "./plan.ts";

export const check: Verb = {
  name: "check",
  summary: "what is wrong with a mission, and what does not close",
  argument: missionArgument,
  async run(call) {
    const { io, options } = call;
    const { mission, elementsTexts } = await loadMission(call);
    const { plan, issues } = planMission(mission, { elementsTexts });
    if (plan === undefined) throw badInput(issues);
    const { findings } = plan;
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    const sum = `No issues; findings: ${count("error")} error, ${count("warning")} warning, ${count("info")} info.`;
    await deliver({
      io,
      options,
      write: ({ write }) =>
        write(
          options.json
            ? `${toJsonText({ issues: [], findings }, 2)}\n`
            : `${[...findingLines(findings, io.columnCount, makePaint(io.hasColour && options.output === undefined)), sum].join("\n")}\n`,
        ),
    });
    return EXIT.done;
  },
};
