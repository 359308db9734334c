import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleMissions, parseMission } from "#engine";
import { readLink, writeLink } from "../../app/state/share.ts";
import type { View } from "../../app/state/view.ts";
import { launchBrowser, openPage, serveApp } from "./browserHarness.ts";
import { changed, downloadBy, openWindow, readValue, reference, reportOf, START_WAIT_MS, squeeze } from "./windows.ts";

let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
const open = (view: View, options: Partial<Parameters<typeof openWindow>[0]> = {}) =>
  openWindow({ browser, address: app.address, viewport: { width: 1440, height: 900 }, ...options, view });
const textOf = (mission: typeof reference, name: string) =>
  squeeze(
    reportOf(mission)
      .sections.flatMap(({ rows }) => rows)
      .find((row) => row.name === name)!.text,
  );
const nameField = (page: Page) => page.getByRole("textbox", { name: "Mission name" });
const starlink = parseMission(exampleMissions.find(({ id }) => id === "starlink-550")!.document).mission!;

test("the tab reopens where it was: mission, window, step, undo, and what was typed and refused", async () => {
  const { page, problems, close } = await open("size");
  await page.getByRole("tab", { name: "Orbit" }).click();
  const altitude = page.locator("#field-shells-0-altitudeKm");
  await altitude.fill("700");
  await altitude.fill("99");
  await page.locator('[data-path="shells[0].altitudeKm"] .field-issue').getByText("300").waitFor();
  await page.reload();
  await altitude.waitFor();
  expect(await altitude.inputValue()).toBe("99");
  await page.locator('[data-path="shells[0].altitudeKm"] .field-issue').getByText("300").waitFor();
  const after = changed(({ shells }) => Object.assign(shells[0]!, { altitudeKm: 700 }));
  await expect.poll(() => readValue(page, "batteryEnergyWh")).toBe(textOf(after, "batteryEnergyWh"));
  await page.locator("body").press("Control+z");
  await page.locator("body").press("Control+z");
  await expect.poll(() => readValue(page, "batteryEnergyWh")).toBe(textOf(reference, "batteryEnergyWh"));
  expect(problems).toEqual([]);
  await close();
});

test("the copied link opens the same state elsewhere", async () => {
  const mission = changed(({ shells }) => Object.assign(shells[0]!, { altitudeKm: 777 }));
  const { page, close } = await open("report", {
    document: mission,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.getByRole("button", { name: "Copy link" }).last().click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(app.address)).toBe(true);
  expect(readLink(new URL(link).hash).state).toMatchObject({ document: mission, view: "report" });
  const other = await openPage({ browser, address: link });
  await expect
    .poll(() =>
      other.page
        .locator("[data-row='altitudeKm'] [data-name]")
        .textContent()
        .then((text) => squeeze(text ?? "")),
    )
    .toBe("777km");
  expect(other.problems).toEqual([]);
  await other.close();
  await close();
});

test("a bad link is a notice with its issues, and the work stays", async () => {
  const mission = changed(({ shells }) => Object.assign(shells[0]!, { altitudeKm: 640 }));
  const { page, problems, close } = await open("size", { document: mission });
  const bad = { ...mission, raan: 1, epoch: "tomorrow" };
  const worse = writeLink({ document: bad, view: "size" });
  for (const [hash, expected] of [
    ["#m=1.abc", "whole link"],
    ["#m=9.abc", "link version 1"],
    [worse, "epoch"],
  ] as const) {
    await page.evaluate((next) => {
      location.hash = next;
    }, hash);
    await expect.poll(() => page.locator('.notice[data-tone="error"]').textContent()).toContain(expected);
    expect(await readValue(page, "batteryEnergyWh")).toBe(textOf(mission, "batteryEnergyWh"));
  }
  expect(await page.locator(".issues tbody tr").count()).toBe(2);
  expect(problems).toEqual([]);
  await close();
});

test("pasted and dropped missions open; a wrong one lists all its issues and changes nothing", async () => {
  const { page, problems, close } = await open("size");
  const paste = (text: string) =>
    page.evaluate((content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", content);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste(
    JSON.stringify({
      ...reference,
      raan: 1,
      satellite: { peakPowerW: -5 },
      shells: [{ ...reference.shells[0], altitudeKm: 10 }],
    }),
  );
  await expect
    .poll(() => page.locator(".issues tbody th").allInnerTexts())
    .toEqual(expect.arrayContaining(["raan", "satellite.peakPowerW", "shells[0].altitudeKm"]));
  expect(await nameField(page).inputValue()).toBe(reference.name);

  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], "starlink.json", { type: "application/json" }));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, JSON.stringify(starlink));
  await expect.poll(() => nameField(page).inputValue()).toBe(starlink.name);

  await paste(`${new URL(writeLink({ document: reference, view: "report" }), app.address)}`);
  await expect.poll(() => nameField(page).inputValue()).toBe(reference.name);
  await expect.poll(() => page.locator('[data-front="true"]').getAttribute("data-window")).toBe("report");
  expect(problems).toEqual([]);
  await close();
});

test("unreadable kept work is set aside with a notice, and what the link brings is shown", async () => {
  const { page, problems, close } = await open("size");
  const link = page.url();
  for (const kept of [
    '{"version":1,"document":{"__proto__":{"polluted":1}}}',
    "]not json",
    '{"version":1,"document":{"format":"x"}}',
  ]) {
    await page.evaluate((text) => {
      // The page writes its work when it goes away: from here on it may not.
      Storage.prototype.setItem.call(localStorage, "dawnline-work", text);
      Storage.prototype.setItem = () => {};
    }, kept);
    // Another address than the one that is open, so that the page loads anew.
    await page.goto("about:blank");
    await page.goto(new URL(writeLink({ document: reference, view: "size" }), link).href);
    await expect.poll(() => page.locator('.notice[data-tone="warning"]').textContent()).toContain("could not be read");
    expect(await page.evaluate(() => localStorage.getItem("dawnline-work-refused"))).toBe(kept);
    expect(await nameField(page).inputValue()).toBe(reference.name);
  }
  expect(await page.evaluate(() => "polluted" in {})).toBe(false);
  expect(problems).toEqual([]);
  await close();
});

test("a full storage is said, and the mission can still be taken away", async () => {
  const { page, close } = await open("size");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.getByLabel("Peak load", { exact: true }).fill("160000");
  await expect.poll(() => page.locator('.notice[data-tone="warning"]').textContent()).toContain("keeps nothing more");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("any number").fill("download the mission");
  const file = await downloadBy(page, async () => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  });
  expect(parseMission(JSON.parse(file.text)).mission?.satellite?.peakPowerW).toBe(160000);
  await close();
});

test("the served mission is taken once: a reload keeps what was edited since", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dawnline-"));
  const path = join(folder, "mine.json");
  const mission = changed((document) => Object.assign(document, { name: "From a file" }));
  await writeFile(path, JSON.stringify(mission));
  const served = await serveApp(path);
  const { page, problems, close } = await openPage({
    browser,
    address: served.address,
    viewport: { width: 960, height: 720 },
  });
  page.setDefaultTimeout(START_WAIT_MS);
  await nameField(page).waitFor();
  await expect.poll(() => nameField(page).inputValue(), { timeout: START_WAIT_MS }).toBe("From a file");
  await nameField(page).fill("Edited since");
  await nameField(page).press("Enter");
  await page.keyboard.press("3");
  await page.locator(".sheet h1").waitFor();
  await expect.poll(() => page.locator(".sheet h1").textContent()).toContain("Edited since");
  await page.reload();
  await expect.poll(() => nameField(page).inputValue()).toBe("Edited since");
  expect(problems).toEqual([]);
  await close();
  await served.close();
  await rm(folder, { recursive: true });
});
