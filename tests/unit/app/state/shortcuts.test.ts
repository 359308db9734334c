import { expect, test } from "vitest";
import { shortcuts } from "../../../../app/state/shortcuts.ts";

test("no two actions share a key, and no key is the beginning of another's sequence", () => {
  const all = shortcuts.flatMap(({ id, keys }) => keys.map((key) => ({ id, key })));
  expect(new Set(all.map(({ key }) => key.toLowerCase())).size).toBe(all.length);
  for (const { key } of all)
    for (const other of all)
      if (other.key !== key) expect(other.key.startsWith(`${key} `), `${key} and ${other.key}`).toBe(false);
});

test("every action has a name of its own", () => {
  expect(new Set(shortcuts.map(({ id }) => id)).size).toBe(shortcuts.length);
  expect(new Set(shortcuts.map(({ label }) => label)).size).toBe(shortcuts.length);
});
