import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exampleMissions, parseMission, planMission, reportFigures, toMarkdown, writeReport } from "#engine";

/** Each example's report as it was last reviewed; `npm run golden` rewrites them and the diff is the review. */
test.each(exampleMissions)("$title", ({ id, document }) => {
  const mission = parseMission(document).mission!;
  const plan = planMission(mission).plan!;
  const markdown = toMarkdown(writeReport({ mission, plan, figures: reportFigures({ mission, plan }) }));
  const file = new URL(`${id}.md`, import.meta.url);
  if (process.env["GOLDEN"] === "write") writeFileSync(file, markdown);
  expect(markdown).toBe(readFileSync(file, "utf8"));
});
