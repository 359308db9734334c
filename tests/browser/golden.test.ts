/**
 * Each view as it was last looked at and found right: one fixed instant, one small fleet. `npm run golden:images` writes them anew;
 * opening each of them is the review. A picture that differs is left beside its differences in a folder of the system's temporary ones.
 */
import { existsSync, mkdtempSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseMission, referenceMission } from "#engine";
import { type SharedState, writeLink } from "../../app/state/share.ts";
import type { SharedScene } from "../../app/state/sharedScene.ts";
import { launchBrowser, openPage, serveApp, waitForFleet } from "./browserHarness.ts";
import { comparePictures, encodeWebp } from "./pictures.ts";

const INSTANT = "2027-06-21T04:10:00.000Z";
/** Long enough for lasers, names and answers of workers to come, on a machine that does other things too. */
const SETTLE_MS = 1000;
const LOOK_COUNT = 12;
/** What tells of the link leaves by itself at any moment. */
const HIDDEN = ".notices { visibility: hidden; }";
const WIDE = { width: 1100, height: 640 };
const PHONE = { width: 390, height: 844 };
const isWriting = process.env["GOLDEN"] === "write";
const folder = fileURLToPath(new URL("golden", import.meta.url));
const failures = mkdtempSync(join(tmpdir(), "dawnline-golden-"));

const shell = {
  name: "Small",
  altitudeKm: 1100,
  inclinationDeg: 53,
  planeCount: 12,
  satellitesPerPlaneCount: 20,
  phasingCount: 5,
  raanSpreadDeg: 360,
};
const { mission, issues } = parseMission({
  ...(referenceMission as object),
  name: "Golden",
  sites: [{ name: "Torbay", latitudeDeg: 47.6, longitudeDeg: -52.7, heightKm: 0.1 }],
  shells: [shell, { ...shell, name: "High", altitudeKm: 2000, inclinationDeg: 80, planeCount: 2 }],
});
if (mission === undefined) throw new Error(issues[0]!.message);

/** The satellite that stands nearest to the middle of the picture. */
const FRONT_INDEX = 17;
const camera = { azimuthDeg: 150, elevationDeg: 20, distanceKm: 26_000 };
type Golden = {
  readonly name: string;
  readonly scheme?: "dark" | "light";
  readonly size?: { readonly width: number; readonly height: number };
  readonly view?: SharedState["view"];
  readonly clockRatio?: number;
  readonly scene?: SharedScene;
  readonly steps?: (page: Page) => Promise<void>;
};

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const goldens: readonly Golden[] = [
  { name: "explore" },
  { name: "explore-light", scheme: "light" },
  { name: "explore-phone", size: PHONE },
  { name: "selected", scene: { selectedIndex: FRONT_INDEX } },
  {
    name: "near",
    scene: {
      selectedIndex: FRONT_INDEX,
      chase: { mode: "follow", turnDeg: 30, liftDeg: 20, distanceKm: 0.2, fieldDeg: 38 },
    },
  },
  {
    name: "ground",
    steps: async (page) => {
      await button(page, "Ground").last().click();
      await page.getByRole("button", { name: "Sky over Torbay" }).first().click();
      await page.getByRole("region", { name: "The sky over Torbay" }).waitFor();
    },
  },
  { name: "temperature", scene: { colour: "temperature" } },
  { name: "latency", scene: { layers: { latency: true } }, steps: (page) => button(page, "Network").click() },
  {
    name: "loads",
    scene: { selectedIndex: FRONT_INDEX, layers: { loads: true } },
    steps: (page) => button(page, "Network").click(),
  },
  { name: "shadow", scene: { camera, layers: { surfaces: true, shadow: true, terminator: true } } },
  { name: "size", view: "size" },
  { name: "size-light", view: "size", scheme: "light" },
  { name: "report", view: "report", scheme: "light" },
];

let browser: Browser;
let server: Awaited<ReturnType<typeof serveApp>>;
let blank: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveApp()]);
  blank = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the view, and answers with the way to photograph it. */
async function openView({
  scheme = "dark",
  size = WIDE,
  view = "explore",
  clockRatio = 60,
  scene = {},
  steps,
}: Golden) {
  const link = writeLink({
    document: mission!,
    view,
    instant: INSTANT,
    clock: { paused: true, clockRatio },
    scene: { camera, ...scene },
  });
  const opened = await openPage({
    browser,
    address: new URL(link, server.address).href,
    viewport: size,
    colorScheme: scheme,
    deviceScaleFactor: 1,
  });
  const { page } = opened;
  if (view === "explore") await waitForFleet(page);
  else await page.locator("[data-name='massKg'], [data-row='massKg'], .size-presets").first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await steps?.(page);
  // Nothing lies under the pointer.
  await page.mouse.move(0, 0);
  return { ...opened, take: () => page.screenshot({ animations: "disabled", caret: "hide", style: HIDDEN }) };
}

/** Looks until the picture stands still. */
async function settled(take: () => Promise<Buffer>): Promise<Buffer> {
  let last = await take();
  for (let look = 0; look < LOOK_COUNT; look++) {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const next = await take();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error("the picture does not stand still");
}

test.each(goldens)("$name", async (golden) => {
  const file = join(folder, `${golden.name}.webp`);
  const { take, problems, close } = await openView(golden);
  try {
    if (isWriting) {
      const picture = await settled(take);
      await writeFile(file, await encodeWebp(blank, picture));
      await writeFile(join(failures, `${golden.name}.png`), picture);
      console.log(`golden: ${file}, as PNG in ${failures}`);
    } else {
      expect(existsSync(file), `${file}: npm run golden:images writes it`).toBe(true);
      const wanted = await readFile(file);
      let picture = await take();
      let result = await comparePictures(blank, { picture, wanted });
      // What comes from workers may not be there yet: right once is right.
      for (let look = 0; look < LOOK_COUNT && !result.isAlike; look++) {
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
        picture = await take();
        result = await comparePictures(blank, { picture, wanted });
      }
      if (!result.isAlike) {
        await writeFile(join(failures, `${golden.name}.png`), picture);
        await writeFile(join(failures, `${golden.name}-difference.png`), Buffer.from(result.difference, "base64"));
      }
      expect(result.isAlike, `${golden.name}: ${result.told}; see ${failures}`).toBe(true);
    }
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
});
