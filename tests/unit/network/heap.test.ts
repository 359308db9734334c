import { expect, test } from "vitest";
import { makeHeap } from "../../../engine/network/heap.ts";

test("items come out by key, however many went in", () => {
  const heap = makeHeap(1);
  const keys = Array.from({ length: 1000 }, (_, item) => (item * 7919) % 1009);
  keys.forEach((key, item) => {
    heap.push(key, item);
  });
  const out: number[] = [];
  while (!heap.isEmpty()) {
    const least = heap.leastKey();
    const item = heap.pop();
    expect(keys[item]).toBe(least);
    out.push(least);
  }
  expect(out).toEqual([...keys].sort((a, b) => a - b));
});
