/** A window of the built app on a page of its own, and what a person reads there. */

import { readFile } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type Mission, parseMission, planMission, type Report, referenceMission, writeReport } from "#engine";
import { writeLink } from "../../app/state/share.ts";
import type { View } from "../../app/state/view.ts";
import { openPage } from "./browserHarness.ts";

/** Software rendering on a busy machine draws its first frame late. */
export const START_WAIT_MS = 120_000;

export const reference = parseMission(referenceMission).mission!;

export function reportOf(mission: Mission): Report {
  const { plan, issues } = planMission(mission);
  if (plan === undefined) throw new Error(`plan: ${issues[0]?.message}`);
  return writeReport({ mission, plan });
}

/** The reference mission with one value changed, as a document of its own. */
export function changed(
  change: (
    document: { shells: Record<string, unknown>[]; satellite: Record<string, unknown> } & Record<string, unknown>,
  ) => void,
): Mission {
  const document = structuredClone(referenceMission) as Parameters<typeof change>[0];
  change(document);
  return parseMission(document).mission!;
}

/** Opens a window by a shared link; other windows, the globe above all, stay closed and cost nothing. */
export async function openWindow({
  browser,
  address,
  view,
  document = reference,
  ...options
}: { browser: Browser; address: string; view: View; document?: Mission } & BrowserContextOptions) {
  const opened = await openPage({ browser, address: new URL(writeLink({ document, view }), address).href, ...options });
  opened.page.setDefaultTimeout(START_WAIT_MS);
  await opened.page.locator(`[data-window="${view}"][data-front="true"]`).waitFor();
  if (view !== "explore") await opened.page.locator("[data-name='massKg'], [data-row='massKg']").first().waitFor();
  // The wizard begins with presets; most tests begin with a field.
  if (view === "size") await opened.page.getByRole("tab", { name: "Load" }).click();
  return opened;
}

/** Spaces of any kind left out: the screen sets number and unit apart with a margin, not a space. */
export const squeeze = (text: string) => text.replace(/\s/g, "");
export const readValue = async (page: Page, name: string) =>
  squeeze((await page.locator(`[data-name="${name}"]`).first().textContent()) ?? "");

/** Clicks and answers with the text of the file that is handed over, and its name. */
export async function downloadBy(page: Page, click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}
