import { deflateSync, strToU8 } from "fflate";
import { expect, test } from "vitest";
import { parseMission, referenceMission } from "#engine";
import type { SharedState } from "../../../../app/state/share.ts";
import { readLink, writeLink } from "../../../../app/state/share.ts";
import { hostileTexts, isUnpolluted } from "./hostile.ts";

const document = parseMission(referenceMission).mission!;
const pack = (carried: unknown) =>
  `#m=1.${Buffer.from(deflateSync(strToU8(typeof carried === "string" ? carried : JSON.stringify(carried)))).toString("base64url")}`;
const newYork = { name: "New York", latitudeDeg: 40.71, longitudeDeg: -74.01 };

const whole: SharedState = {
  document,
  view: "explore",
  instant: "2027-06-21T12:34:56.789Z",
  clock: { paused: false, clockRatio: -1_000_000 },
  scene: {
    camera: { azimuthDeg: -123.4567, elevationDeg: 45.6789, distanceKm: 30_123.4 },
    chase: { mode: "follow", turnDeg: -12.3456, liftDeg: 17.1887, distanceKm: 0.2512345, fieldDeg: 35 },
    selectedIndex: 4167,
    colour: "power",
    layers: { borders: true, rings: false },
    route: { goal: "place", from: newYork, to: { ...newYork, name: "<b>London" } },
  },
};

test("a link brings back clock, camera, selection, layers and route, the instant to the millisecond", () => {
  expect(readLink(writeLink(whole))).toEqual({ state: whole, issues: [] });
});

test("and stays short: the view adds a few hundred characters to the mission", () => {
  const bare = writeLink({ document, view: "explore" });
  expect(writeLink(whole).length - bare.length).toBeLessThan(550);
  expect(writeLink(whole).length).toBeLessThan(2000);
});

test("a link of before, without a scene, opens as it did", () => {
  const { state } = readLink(pack({ document, view: "size", instant: "2027-06-21T12:34:56Z" }));
  expect(state).toEqual({ document, view: "size", instant: "2027-06-21T12:34:56Z" });
});

test.each([
  ["link.instant", { instant: "yesterday" }, "1957 to 2100"],
  ["link.instant", { instant: "2101-01-01T00:00:00Z" }, "1957 to 2100"],
  ["link.clock", { clock: 5 }, "an object"],
  ["link.clock.paused", { clock: { paused: 1, clockRatio: 60 } }, "true or false"],
  ["link.clock.clockRatio", { clock: { paused: true, clockRatio: 1e9 } }, "1000000"],
  ["link.clock.clockRatio", { clock: { paused: true, clockRatio: 0.5 } }, "whole number"],
  ["link.clock.clockRatio", { clock: { paused: true, clockRatio: 0 } }, "anything but 0"],
  ["link.scene", { scene: [] }, "an object"],
  ["link.scene.camera.azimuthDeg", { scene: { camera: { ...whole.scene!.camera, azimuthDeg: "0" } } }, "-360 to 360"],
  ["link.scene.camera.distanceKm", { scene: { camera: { ...whole.scene!.camera, distanceKm: 1 } } }, "6000 to"],
  ["link.scene.chase.mode", { scene: { chase: { ...whole.scene!.chase, mode: "earth" } } }, "follow, ride, back"],
  ["link.scene.chase.fieldDeg", { scene: { chase: { ...whole.scene!.chase, fieldDeg: 1e9 } } }, "1 to 170"],
  ["link.scene.colour", { scene: { colour: "rainbow" } }, "light, power"],
  ["link.scene.selectedIndex", { scene: { selectedIndex: -1 } }, "0 to 3999999"],
  ["link.scene.selectedIndex", { scene: { selectedIndex: 1.5 } }, "whole number"],
  ["link.scene.layers", { scene: { layers: { "<script>": true } } }, "names of layers"],
  ["link.scene.layers", { scene: { layers: { rings: "no" } } }, "names of layers"],
  [
    "link.scene.layers",
    {
      scene: {
        layers: Object.fromEntries(
          Array.from({ length: 41 }, (_, row) => [`l${"a".repeat(row % 30)}${"b".repeat(row > 29 ? 1 : 0)}`, true]),
        ),
      },
    },
    "layers",
  ],
  ["link.scene.route.goal", { scene: { route: { goal: "home" } } }, '"place" or "compute"'],
  [
    "link.scene.route.from.name",
    { scene: { route: { goal: "place", from: { ...newYork, name: "x".repeat(201) } } } },
    "200",
  ],
  [
    "link.scene.route.to.latitudeDeg",
    { scene: { route: { goal: "place", to: { ...newYork, latitudeDeg: 91 } } } },
    "-90 to 90",
  ],
  [
    "link.scene.route.to.longitudeDeg",
    { scene: { route: { goal: "place", to: { ...newYork, longitudeDeg: null } } } },
    "-180 to 180",
  ],
])("%s is refused with its path and limit: %j", (path, part, allowed) => {
  const { state, issues } = readLink(pack({ document, view: "explore", ...part }));
  expect(state).toBeUndefined();
  expect(issues.map((issue) => issue.path)).toContain(path);
  expect(issues.map(({ message }) => message).join("\n")).toContain(allowed);
});

test("hostile texts in any place are an issue or nothing, never a throw and never pollution", () => {
  const text = JSON.stringify(document);
  for (const hostile of hostileTexts)
    for (const name of ["clock", "scene", "instant"])
      expect(() => readLink(pack(`{"document":${text},"view":"size","${name}":${hostile}}`))).not.toThrow();
  for (const key of ["__proto__", "constructor", "toString"]) {
    const { state } = readLink(pack(`{"document":${text},"view":"size","scene":{"layers":{"${key}":true}}}`));
    expect(state, key).toBeUndefined();
  }
  expect(isUnpolluted()).toBe(true);
});
