import { expect, test } from "vitest";
import { createTourStore, isFirstVisit, TOUR_STEP_COUNT } from "../../../../app/state/tour.ts";

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test("the tour goes step by step, back no farther than the first, and is remembered at its end", () => {
  const store = memory();
  const tour = createTourStore(() => store);
  const visit = { store, hasWork: false, hasLink: false, isDriven: false };
  expect(tour.getState().step).toBeUndefined();
  expect(isFirstVisit(visit)).toBe(true);
  tour.getState().start({ isAsked: true });
  tour.getState().go(-1);
  expect(tour.getState().step).toBe(0);
  tour.getState().go(TOUR_STEP_COUNT - 1);
  expect(tour.getState().step).toBe(TOUR_STEP_COUNT - 1);
  expect(isFirstVisit(visit)).toBe(true);
  tour.getState().go(TOUR_STEP_COUNT);
  expect(tour.getState().step).toBeUndefined();
  expect(isFirstVisit(visit)).toBe(false);
});

test("it comes by itself only on a person's first visit, without work, link or script", () => {
  const visit = { store: memory(), hasWork: false, hasLink: false, isDriven: false };
  expect(isFirstVisit(visit)).toBe(true);
  expect(isFirstVisit({ ...visit, hasWork: true })).toBe(false);
  expect(isFirstVisit({ ...visit, hasLink: true })).toBe(false);
  expect(isFirstVisit({ ...visit, isDriven: true })).toBe(false);
  expect(isFirstVisit({ ...visit, store: undefined })).toBe(false);
});

test("a browser that keeps nothing ends the tour all the same", () => {
  const tour = createTourStore(() => ({
    ...memory(),
    setItem() {
      throw new Error("full");
    },
  }));
  tour.getState().start({ isAsked: false });
  tour.getState().end();
  expect(tour.getState().step).toBeUndefined();
});
