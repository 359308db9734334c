import { extname } from "node:path";
import { planMission, type Report, reportFigures, toHtml, toJson, toMarkdown, writeReport } from "#engine";
import { studyFigures } from "../networkStudy.ts";
import { describeText } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { badInput, badUsage, EXIT, makeIssue } from "../stop.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";

/** Drawing takes a chart library and a document of its own: both are loaded where a page is asked for. */
async function writePage(report: Report): Promise<string> {
  const { drawFigures } = await import("../drawing.ts");
  return toHtml(report, drawFigures(report.figures));
}

const writers = { ".html": writePage, ".md": toMarkdown, ".json": toJson } as const;
const isKnown = (extension: string): extension is keyof typeof writers => Object.hasOwn(writers, extension);

export const report: Verb = {
  name: "report",
  summary: "the design report; the file's extension says which: .html, .md or .json",
  argument: missionArgument,
  async run(call) {
    const { io, options } = call;
    if (options.output === undefined) throw badUsage("report: -o FILE is missing (.html, .md or .json)");
    const extension = extname(options.output).toLowerCase();
    if (!isKnown(extension))
      throw badInput([makeIssue("--output", describeText(options.output), "a name that ends in .html, .md or .json")]);
    await checkTarget({ io, options });
    const { mission, elementsTexts } = await loadMission(call);
    const { plan, issues } = planMission(mission, { elementsTexts });
    if (plan === undefined) throw badInput(issues);
    const network = await studyFigures({ io, mission, plan, elementsTexts });
    const figures = reportFigures({ mission, plan, elementsTexts, network });
    const text = await writers[extension](writeReport({ mission, plan, figures }));
    await deliver({
      io,
      options,
      write: ({ write }) => write(text),
      about: () => ({ format: extension.slice(1), findingCount: plan.findings.length }),
    });
    return EXIT.done;
  },
};
