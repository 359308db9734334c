/** The globe taken along: picture, video, the whole screen; and the first minute. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, type OpenPage, openPage, serveApp, waitForFleet } from "./browserHarness.ts";
import { changed } from "./windows.ts";

let browser: Browser;
let server: Awaited<ReturnType<typeof serveApp>>;
let opened: OpenPage;
let folder: string;
/** Few satellites: software rendering then draws some frames a second. */
const few = changed((document) => {
  document["name"] = "Few";
  Object.assign(document["shells"][0]!, { planeCount: 2, satellitesPerPlaneCount: 20 });
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dawnline-capture-"));
  await writeFile(join(folder, "few.json"), JSON.stringify(few));
  [browser, server] = await Promise.all([launchBrowser(), serveApp(join(folder, "few.json"))]);
  opened = await openPage({ browser, address: server.address, viewport: { width: 1100, height: 640 } });
  await waitForFleet(opened.page);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  expect(opened.problems).toEqual([]);
});

/** The mark of EBML, which WebM begins with. */
const EBML = Buffer.from("1a45dfa3", "hex");

const choose = async (page: Page, menu: string, item: string) => {
  await page.getByRole("button", { name: menu, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
};
const bytesOf = async (download: Download) => readFile((await download.path())!);

/** What a blank page makes of a file: a picture's or a video's size, and how different its pixels are. */
async function look(file: Buffer, type: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = await page.evaluate(
    async ({ base64, type }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const address = URL.createObjectURL(new Blob([bytes], { type }));
      const sheet = document.createElement("canvas");
      const context = sheet.getContext("2d", { willReadFrequently: true })!;
      const read = (source: CanvasImageSource, width: number, height: number) => {
        sheet.width = width;
        sheet.height = height;
        context.drawImage(source, 0, 0);
        const { data } = context.getImageData(0, 0, width, height);
        const colours = new Set<number>();
        for (let at = 0; at < data.length; at += 4)
          colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
        return { width, height, colourCount: colours.size, pixels: data.slice() };
      };
      /** Pixels that are plainly another colour; what compression alone does to one is less. */
      const changedCount = (a: Uint8ClampedArray, b: Uint8ClampedArray) => {
        let count = 0;
        for (let at = 0; at < a.length; at += 4)
          if ([0, 1, 2].some((channel) => Math.abs(a[at + channel]! - b[at + channel]!) > 40)) count++;
        return count;
      };
      if (type.startsWith("image/")) {
        const image = new Image();
        image.src = address;
        await image.decode();
        const { pixels: _, ...picture } = read(image, image.naturalWidth, image.naturalHeight);
        return { ...picture, frameCount: 1, changedCount: 0, lengthS: 0 };
      }
      const video = document.createElement("video");
      video.muted = true;
      video.src = address;
      let [first, last]: (ReturnType<typeof read> | undefined)[] = [];
      let frameCount = 0;
      await new Promise<void>((resolve, reject) => {
        video.addEventListener("error", () => reject(new Error(video.error?.message)));
        video.addEventListener("ended", () => resolve());
        const take = () => {
          last = read(video, video.videoWidth, video.videoHeight);
          first ??= last;
          frameCount++;
          video.requestVideoFrameCallback(take);
        };
        video.requestVideoFrameCallback(take);
        video.play().catch(reject);
      });
      const { pixels, ...picture } = first!;
      return {
        ...picture,
        frameCount,
        changedCount: changedCount(pixels, last!.pixels),
        lengthS: video.currentTime,
      };
    },
    { base64: file.toString("base64"), type },
  );
  await context.close();
  return seen;
}

describe("a picture", () => {
  test("is a PNG of the globe between the panels with a caption, and twice as fine when asked", async () => {
    const { page } = opened;
    await page.evaluate(() => window.dawnline!.setInstant("2027-06-21T12:00:00Z"));
    const before = await page.evaluate(() => window.dawnline!.camera());
    const sizes = [];
    for (const item of ["PNG, as on the screen", "PNG, twice as fine"]) {
      const [download] = await Promise.all([page.waitForEvent("download"), choose(page, "Picture", item)]);
      expect(download.suggestedFilename()).toBe("few-globe.png");
      const picture = await look(await bytesOf(download), "image/png");
      sizes.push({ width: picture.width, height: picture.height });
      // Land, sea, air and text: a flat sheet has a handful of colours.
      expect(picture.colourCount).toBeGreaterThan(3000);
    }
    expect(sizes[1]).toEqual({ width: sizes[0]!.width * 2, height: sizes[0]!.height * 2 });
    // What the panels leave free, and the strip below.
    const left = (await page.locator('[data-edge="left"]').boundingBox())!;
    const right = (await page.locator('[data-edge="right"]').boundingBox())!;
    expect(Math.abs(sizes[0]!.width - (right.x - left.x - left.width))).toBeLessThanOrEqual(2);
    // The canvas has its own size again, and the camera has not moved.
    await page.evaluate(() => window.dawnline!.setInstant("2027-06-21T12:00:00Z"));
    expect(await page.evaluate(() => window.dawnline!.camera())).toEqual(before);
    expect(await page.evaluate(() => document.querySelector<HTMLCanvasElement>(".globe canvas")!.width)).toBe(
      before.widthPx,
    );
  });

  test("is taken by its key too", async () => {
    const { page } = opened;
    await page.locator(".globe canvas").focus();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("p")]);
    expect(download.suggestedFilename()).toBe("few-globe.png");
  });
});

describe("a video", () => {
  test("of a running clock arrives by itself, moves, and is as long as asked", async () => {
    const { page } = opened;
    await page.getByRole("button", { name: "Play", exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), choose(page, "Video", "Record 5 s")]);
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    expect(download.suggestedFilename()).toBe("few-globe.webm");
    const file = await bytesOf(download);
    expect(file.subarray(0, EBML.length)).toEqual(EBML);
    const video = await look(file, "video/webm");
    expect(video.width).toBeGreaterThan(300);
    expect(video.colourCount).toBeGreaterThan(1000);
    expect(video.frameCount).toBeGreaterThanOrEqual(2);
    // Five minutes of the sky: satellites, terminator and the caption's instant have moved.
    expect(video.changedCount).toBeGreaterThan(50);
    // To a second: software rendering draws some frames a second, and a busy machine fewer.
    expect(Math.abs(video.lengthS - 5)).toBeLessThan(1);
    console.log(`video: ${video.frameCount} frames seen in ${video.lengthS.toFixed(2)} s, ${file.length} bytes`);
  });

  test("that the recorder took no frame of says so", async () => {
    const bare = await openPage({ browser, address: "about:blank", viewport: { width: 1000, height: 600 } });
    // A canvas that gives its stream nothing, as one that is never taken from does.
    await bare.page.addInitScript(() => {
      const { captureStream } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.captureStream = () => {
        const blank = document.createElement("canvas");
        blank.getContext("2d");
        return captureStream.call(blank, 0);
      };
    });
    await bare.page.goto(server.address);
    await waitForFleet(bare.page);
    const recording = bare.page.getByRole("region", { name: "Recording" });
    await choose(bare.page, "Video", "Record 5 s");
    await recording.getByText(/^[1-9] of 5 s$/).waitFor();
    await recording.getByRole("button", { name: "Stop" }).click();
    await bare.page.getByText("The browser's recorder took no frame").waitFor();
    await recording.waitFor({ state: "detached" });
    await bare.close();
  });

  test("stops early and keeps what there is; cancelled, it keeps nothing", async () => {
    const { page } = opened;
    const recording = page.getByRole("region", { name: "Recording" });
    await choose(page, "Video", "Record 20 s");
    await recording.getByText(/^[1-9] of 20 s$/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      recording.getByRole("button", { name: "Stop" }).click(),
    ]);
    const file = await bytesOf(download);
    expect(download.suggestedFilename()).toBe("few-globe.webm");
    expect(file.length).toBeGreaterThan(1000);
    expect(file.subarray(0, EBML.length)).toEqual(EBML);
    await recording.waitFor({ state: "detached" });
    let downloadCount = 0;
    page.on("download", () => downloadCount++);
    await choose(page, "Video", "Record 20 s");
    await recording.getByRole("button", { name: "Cancel" }).click();
    await recording.waitFor({ state: "detached" });
    expect(downloadCount).toBe(0);
  });

  test("a browser that cannot says so", async () => {
    const bare = await openPage({ browser, address: "about:blank", viewport: { width: 1000, height: 600 } });
    await bare.page.addInitScript(() => {
      Reflect.deleteProperty(window, "MediaRecorder");
    });
    await bare.page.goto(server.address);
    await waitForFleet(bare.page);
    await bare.page.getByRole("button", { name: "Video", exact: true }).click();
    await bare.page.getByText("This browser cannot record video").waitFor();
    await bare.close();
  });
});

test("the whole screen puts bars and panels away and brings them back, by button and by key", async () => {
  const { page } = opened;
  const fleet = page.getByRole("region", { name: "Fleet" });
  const canvasWidth = () => page.evaluate(() => window.dawnline!.camera().widthPx);
  expect(await canvasWidth()).toBeLessThan(1100);
  await page.getByRole("button", { name: "Full screen" }).click();
  await fleet.waitFor({ state: "hidden" });
  await page.getByRole("navigation", { name: "Windows" }).waitFor({ state: "hidden" });
  expect(await page.getByRole("region", { name: "Time" }).isVisible()).toBe(true);
  await expect.poll(canvasWidth).toBeGreaterThanOrEqual(1100);
  await page.getByRole("button", { name: "Leave the full screen" }).click();
  await fleet.waitFor();
  await page.keyboard.press("Escape");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("w");
  await fleet.waitFor({ state: "hidden" });
  await page.keyboard.press("w");
  await fleet.waitFor();
  // Faster than the browser answers: the last key counts.
  for (const key of ["w", "w", "w"]) await page.keyboard.press(key);
  await fleet.waitFor({ state: "hidden" });
  await page.waitForTimeout(500);
  expect(await fleet.isVisible()).toBe(false);
  await page.keyboard.press("w");
  await fleet.waitFor();
});

describe("the first minute", () => {
  test("comes by itself to no script, begins from the palette, goes by keyboard, and is remembered", async () => {
    const { page } = opened;
    const tour = page.getByRole("region", { name: "First minute" });
    expect(await tour.count()).toBe(0);
    await page.keyboard.press("Control+k");
    await page.getByLabel("Find anything").fill("first minute");
    await page.keyboard.press("Enter");
    await tour.getByRole("heading", { name: "Each point is a satellite" }).waitFor();
    const next = tour.getByRole("button", { name: "Next" });
    await expect.poll(() => next.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await tour.getByRole("heading", { name: "Drag the clock" }).waitFor();
    // The app goes on working under it.
    await page.evaluate(() => window.dawnline!.setInstant("2027-03-01T00:00:00Z"));
    expect(await page.locator(".tour-ring").isVisible()).toBe(true);
    await page.keyboard.press("Enter");
    await tour.getByRole("button", { name: "Pick one for me" }).click();
    const { selectedIndex } = await page.evaluate(() => window.dawnline!.state());
    expect(selectedIndex).not.toBeNull();
    const picked = await page.evaluate((index) => window.dawnline!.satellite(index), selectedIndex!);
    expect(picked.occluded).toBe(false);
    await next.click();
    await next.click();
    await tour.getByRole("button", { name: "Open Size" }).click();
    await page.locator('[data-window="size"][data-front="true"]').waitFor();
    await next.click();
    await tour.getByRole("button", { name: "Done" }).click();
    expect(await tour.count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem("dawnline-tour"))).toBe("seen");
    await page.keyboard.press("1");
  });

  test("comes once to a person, Escape puts it away, and axe finds nothing", async () => {
    const bare = await openPage({ browser, address: "about:blank", viewport: { width: 390, height: 844 } });
    await bare.page.addInitScript(() => Object.defineProperty(navigator, "webdriver", { get: () => false }));
    await bare.page.goto(server.address);
    const tour = bare.page.getByRole("region", { name: "First minute" });
    await tour.waitFor();
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const violations = await bare.page.evaluate(
      `${axe}; axe.run(".tour").then(({ violations }) => violations.map(({ id }) => id))`,
    );
    expect(violations).toEqual([]);
    await tour.getByRole("button", { name: "Next" }).press("Escape");
    await tour.waitFor({ state: "detached" });
    await bare.page.reload();
    await bare.page.locator(".timeline").waitFor();
    expect(await tour.count()).toBe(0);
    // The page was opened elsewhere first, so that our own server counts as another host.
    expect(bare.problems.filter((problem) => !problem.startsWith(`foreign: ${server.address}`))).toEqual([]);
    await bare.close();
  });
});
