import { beforeEach, expect, test } from "vitest";
import { parseMission, planMission, referenceMission, writeReport } from "#engine";
import { noticeStore } from "../../../../app/state/notice.ts";
import { type Answer, planStore } from "../../../../app/state/plan.ts";

const mission = parseMission(referenceMission).mission!;
const plan = planMission(mission).plan!;
const answerOf = (): Answer => ({ mission, plan, report: writeReport({ mission, plan }) });

beforeEach(() => {
  planStore.setState(planStore.getInitialState());
  noticeStore.setState(noticeStore.getInitialState());
});

test("answers within one edit keep the figures from before it", () => {
  const [first, during, end, next] = [answerOf(), answerOf(), answerOf(), answerOf()];
  const { arrive } = planStore.getState();
  arrive(first, 0);
  expect(planStore.getState().before).toBeUndefined();
  arrive(during, 1);
  arrive(end, 1);
  expect(planStore.getState()).toMatchObject({ answer: end, before: first });
  arrive(next, 2);
  expect(planStore.getState()).toMatchObject({ answer: next, before: end });
});

test("a mission without a plan keeps the last figures and says why; the next plan clears it", () => {
  const answer = answerOf();
  const issue = { path: "shells[0].elementsFile", given: "nothing", allowed: "a file", message: "m" };
  planStore.getState().arrive(answer, 0);
  planStore.getState().refuse([issue]);
  expect(planStore.getState()).toMatchObject({ answer, issues: [issue], working: false });
  planStore.getState().arrive(answer, 1);
  expect(planStore.getState().issues).toEqual([]);
});

test("notices stand beside each other, the same one only once, and close one by one", () => {
  const { say, close } = noticeStore.getState();
  say({ tone: "error", title: "A" });
  say({ tone: "info", title: "B", passing: true });
  say({ tone: "error", title: "C" });
  expect(noticeStore.getState().notices.map(({ title }) => title)).toEqual(["A", "C"]);
  say({ tone: "error", title: "A", text: "again" });
  expect(noticeStore.getState().notices.map(({ title }) => title)).toEqual(["C", "A"]);
  close(noticeStore.getState().notices[0]!.number);
  expect(noticeStore.getState().notices.map(({ title }) => title)).toEqual(["A"]);
});
