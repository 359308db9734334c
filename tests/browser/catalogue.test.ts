import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { elementsWriters, noFiling, rosterMission } from "#engine";
import { launchBrowser, openPage, serveApp, waitForFleet } from "./browserHarness.ts";
import { reference } from "./windows.ts";

let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const FLEET_COUNT = 8334;
/** Between keyframes that are a minute apart, in 32 bits: a metre. */
const DRAWN_TOLERANCE_M = 1;
const roster = rosterMission(reference);
if ("issues" in roster) throw new Error(roster.issues[0]!.message);
const lines = [
  ...elementsWriters.tle.write(
    [0, 1, 2, 3].map((row) => ({
      id: String(90_000 + row),
      name: `PROBE ${row}`,
      objectId: "2027-001A",
      elements: { ...roster.elementsOf(row * 1000), bstarPerRadius: 1e-4 },
      filing: noFiling,
    })),
  ),
]
  .join("")
  .trimEnd()
  .split("\n");
/** The third object's first line with a wrong digit: its checksum tells. */
const spoilt = lines.findIndex((line) => line.startsWith("1 90002"));
const text = lines
  .map((line, at) => (at === spoilt ? `${line.slice(0, 68)}${(Number(line[68]) + 1) % 10}` : line))
  .join("\n");

test("a dropped catalogue is drawn, its refusals told, found by name, checked, switched off and removed", async () => {
  const { page, problems, close } = await openPage({ browser, address: app.address });
  await waitForFleet(page);
  const drop = (name: string, content: string) =>
    page.evaluate(
      ([name, content]) => {
        const files = new DataTransfer();
        files.items.add(new File([content!], name!));
        dispatchEvent(new DragEvent("drop", { dataTransfer: files, cancelable: true }));
      },
      [name, content],
    );
  const drawnCount = () => page.evaluate(() => window.dawnline!.state().drawnCount);

  await drop("probes.tle", text);
  const notice = page.locator(".notice", { hasText: "probes.tle" });
  await notice.waitFor();
  expect(await notice.locator(".notice-title").textContent()).toMatch(/3 objects, 1 record refused/);
  expect(await notice.locator("tbody tr").count()).toBe(1);
  expect(await notice.locator("tbody th").textContent()).toBe(String(spoilt + 1));
  expect(await notice.locator("tbody td").last().textContent()).toMatch(/checksum/);
  await expect.poll(drawnCount, { timeout: 30_000 }).toBe(FLEET_COUNT + 3);
  expect(await page.locator(".legend li[data-light=catalogue]").textContent()).toBe("catalogue, 3");
  await notice.getByLabel("Close this notice").click();

  const search = page.getByRole("textbox", { name: "Satellite by id or name" });
  await search.fill("probe 3");
  await search.press("Enter");
  const panel = page.locator('[data-panel="satellite"]');
  await panel.getByText("PROBE 3", { exact: true }).waitFor();
  expect(await panel.locator("h2", { hasText: "90003" }).count()).toBe(1);
  expect(await page.evaluate(() => window.dawnline!.state().selectedIndex)).toBe(FLEET_COUNT + 2);
  const { differenceM } = await page.evaluate((index) => window.dawnline!.satellite(index), FLEET_COUNT + 2);
  expect(differenceM).toBeLessThan(DRAWN_TOLERANCE_M);
  await panel.getByRole("button", { name: "Check against SGP4" }).click();
  const apart = panel.locator(".check-result dd").first();
  await apart.waitFor();
  const apartText = (await apart.textContent())!;
  expect(apartText).toMatch(/^[\d.]+\s*m at 20/);
  expect(Number.parseFloat(apartText)).toBeLessThan(DRAWN_TOLERANCE_M);

  await page.getByRole("button", { name: "Layers and keys" }).click();
  const menu = page.getByRole("region", { name: "Catalogue" });
  await menu.getByRole("checkbox").uncheck();
  await expect.poll(drawnCount, { timeout: 30_000 }).toBe(FLEET_COUNT);
  await menu.getByRole("textbox").fill("http://example.org/elements.txt");
  await menu.getByRole("button", { name: "Fetch" }).click();
  await page.locator(".notice", { hasText: "https://" }).waitFor();
  await menu.getByRole("button", { name: "Remove catalogue" }).click();
  await expect.poll(() => page.locator(".legend li[data-light=catalogue]").count(), { timeout: 30_000 }).toBe(0);
  // What was selected is gone.
  expect(await page.evaluate(() => window.dawnline!.state().selectedIndex)).toBe(null);

  // A mission stays a mission.
  await drop("mission.json", JSON.stringify({ ...reference, name: "Dropped" }));
  await expect.poll(() => page.getByRole("textbox", { name: "Mission name" }).inputValue()).toBe("Dropped");
  // Nothing was fetched from anywhere else.
  expect(problems).toEqual([]);
  await close();
});
