import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  exampleMissions,
  networkFigures,
  parseMission,
  planMission,
  reportFigures,
  toMarkdown,
  writeReport,
} from "#engine";
import { studied } from "../unit/report/studied.ts";

/** Each example's report as it was last reviewed; `npm run golden` rewrites them and the diff is the review. */
test.each(exampleMissions)("$title", ({ id, document }) => {
  const mission = parseMission(document).mission!;
  const plan = planMission(mission).plan!;
  const network = networkFigures({ plan, study: studied(mission, plan) });
  const markdown = toMarkdown(writeReport({ mission, plan, figures: reportFigures({ mission, plan, network }) }));
  const file = new URL(`${id}.md`, import.meta.url);
  if (process.env["GOLDEN"] === "write") writeFileSync(file, markdown);
  expect(markdown).toBe(readFileSync(file, "utf8"));
});
