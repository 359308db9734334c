import fc from "fast-check";
import { deflateSync, strToU8 } from "fflate";
import { expect, test } from "vitest";
import { exampleMissions, parseMission, referenceMission } from "#engine";
import { MAX_INFLATED_BYTES, MAX_LINK_CHARACTERS, readLink, writeLink } from "../../../../app/state/share.ts";
import { views } from "../../../../app/state/view.ts";
import { hostileTexts, isUnpolluted } from "./hostile.ts";

const reference = parseMission(referenceMission).mission!;
const pack = (text: string | Uint8Array) =>
  `#m=1.${Buffer.from(deflateSync(typeof text === "string" ? strToU8(text) : text, { level: 9 })).toString("base64url")}`;

test("a link brings back the same state, for every example, window and instant", () => {
  for (const { document } of exampleMissions)
    for (const view of views) {
      const mission = parseMission(document).mission!;
      const state = { document: mission, view, instant: "2027-06-21T12:34:56Z" };
      expect(readLink(writeLink(state))).toEqual({ state, issues: [] });
    }
});

test("the reference mission fits in a link that every program passes on", () => {
  const link = writeLink({ document: reference, view: "explore" });
  expect(link.length).toBeLessThan(2000);
  expect(link).toMatch(/^#m=1\.[A-Za-z0-9_-]+$/);
});

test("any name survives the way through a link", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      fc.integer({ min: 300, max: 2000 }),
      (name, altitudeKm) => {
        const { mission } = parseMission({ ...reference, name, shells: [{ ...reference.shells[0], altitudeKm }] });
        fc.pre(mission !== undefined);
        expect(readLink(writeLink({ document: mission, view: "size" })).state?.document).toEqual(mission);
      },
    ),
  );
});

test("a bomb is refused while it inflates", () => {
  const bomb = pack(new Uint8Array(60_000_000));
  expect(bomb.length).toBeLessThan(MAX_LINK_CHARACTERS);
  const small = pack(new Uint8Array(MAX_INFLATED_BYTES + 1));
  const startMs = performance.now();
  for (const link of [bomb, small]) {
    const { state, issues } = readLink(link);
    expect(state).toBeUndefined();
    expect(issues).toHaveLength(1);
  }
  expect(readLink(small).issues[0]?.message).toContain(String(MAX_INFLATED_BYTES));
  expect(performance.now() - startMs).toBeLessThan(5000);
});

test("every hostile document in a link is an issue, never a throw and never pollution", () => {
  for (const text of hostileTexts) {
    for (const carried of [text, `{"document":${text},"view":"size"}`]) {
      const { state, issues } = readLink(pack(carried));
      expect(state).toBeUndefined();
      expect(issues.length).toBeGreaterThan(0);
    }
  }
  expect(isUnpolluted()).toBe(true);
});

test("whatever is no link, or half of one, is an issue", () => {
  const whole = writeLink({ document: reference, view: "report" });
  const odd = [
    "",
    "#",
    "#m=",
    "#m=1.",
    "#m=1",
    "#m=2.abc",
    "#m=1.a*b",
    "#m=1.AAAA",
    "#m=__proto__.x",
    `#m=1.${"A".repeat(MAX_LINK_CHARACTERS)}`,
  ];
  for (const hash of [
    ...odd,
    whole.slice(0, -8),
    whole.slice(0, whole.length >> 1),
    `${whole.slice(0, 20)}x${whole.slice(20)}`,
  ]) {
    const { state, issues } = readLink(hash);
    expect(state, hash.slice(0, 40)).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
  }
});

test("any text after the sign is read without a throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.uint8Array().map((bytes) => pack(bytes).slice(5)),
      ),
      (text) => {
        const { state, issues } = readLink(`#m=1.${text}`);
        expect(state === undefined).toBe(issues.length > 0);
      },
    ),
    { numRuns: 500 },
  );
});

test("an unknown window falls back and the mission is taken", () => {
  const { state } = readLink(pack(JSON.stringify({ document: reference, view: "constructor", more: 1 })));
  expect(state).toEqual({ document: reference, view: "explore" });
});

test("a document with an unknown field is refused with its path", () => {
  const { issues } = readLink(pack(JSON.stringify({ document: { ...reference, raan: 1 }, view: "size" })));
  expect(issues.map(({ path }) => path)).toEqual(["raan"]);
});
