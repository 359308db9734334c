import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mission, parseMission } from "#engine";
import { cityList } from "../../app/state/cities.ts";
import { launchBrowser, serveApp } from "./browserHarness.ts";
import { downloadBy, openWindow, reference } from "./windows.ts";

/** Places, sites and demands in the wizard's Network step: the mission that a person takes away is what the screen says. */
let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
const bare: Mission = (() => {
  const { places: _, sites: __, demands: ___, ...rest } = reference;
  return rest;
})();
async function open(document: Mission) {
  const opened = await openWindow({ browser, address: app.address, view: "size", document });
  opened.page.setDefaultTimeout(20_000);
  await opened.page.getByRole("tab", { name: "Network" }).click();
  return opened;
}
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
/** The mission as it is saved. */
async function missionOf(page: Page): Promise<Mission> {
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("any number").fill("download the mission");
  const { text } = await downloadBy(page, async () => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  });
  await page.getByPlaceholder("any number").waitFor({ state: "hidden" });
  return parseMission(JSON.parse(text)).mission!;
}
const choose = async (page: Page, label: string, option: string) => {
  await part(page, "Demands").getByLabel(label, { exact: true }).first().click();
  await page.getByRole("option", { name: option, exact: true }).click();
};

test("from nothing: a place, a site and a demand between them, taken away again, and all undone", async () => {
  const { page, problems, close } = await open(bare);
  const [places, sites, demands] = ["Places", "Sites", "Demands"].map((name) => part(page, name));
  expect(await places!.textContent()).toContain("names no places");
  expect(await sites!.textContent()).toContain("nothing comes down to a gateway");
  expect(await demands!.textContent()).toContain("the text of the fleet goes to any gateway");

  await places!.getByRole("button", { name: "Add a place" }).click();
  const name = page.getByRole("textbox", { name: "Name of the place", exact: true });
  // The new one's name has the focus: typing goes on where the eye is.
  await expect.poll(() => name.evaluate((element) => element === document.activeElement)).toBe(true);
  await name.fill("Home");
  await places!.getByRole("textbox", { name: "Latitude", exact: true }).fill("48.5");
  await sites!.getByRole("button", { name: "Add a site" }).click();
  await page.getByRole("textbox", { name: "Name of the site", exact: true }).fill("Dish");
  await demands!.getByRole("button", { name: "Add a demand" }).click();
  await choose(page, "From", "Home, place");
  await choose(page, "To", "Dish, site");
  await demands!.getByRole("textbox", { name: "Demand", exact: true }).fill("2 Gbit/s");
  let mission = await missionOf(page);
  expect(mission.places).toMatchObject([{ name: "Home", latitudeDeg: 48.5, longitudeDeg: cityList[0]!.longitudeDeg }]);
  expect(mission.sites).toMatchObject([{ name: "Dish", heightKm: 0 }]);
  expect(mission.demands).toEqual([{ from: "Home", to: "Dish", rateBps: 2e9 }]);

  await demands!.getByRole("button", { name: "Duplicate Home → Dish" }).click();
  // Choosing the other end turns it round.
  await choose(page, "From", "Dish, site");
  // A name that another has is refused in its field; demands follow a free one.
  await name.fill("Dish");
  await expect.poll(() => places!.locator(".field-issue").first().textContent()).toContain("a name that no other has");
  await name.fill("House");
  mission = await missionOf(page);
  expect(mission.demands!.map(({ from, to }) => [from, to])).toEqual([
    ["House", "Dish"],
    ["Dish", "House"],
  ]);

  await places!.getByRole("button", { name: "Remove House" }).click();
  expect(await places!.getByRole("status").textContent()).toBe(
    "Removed House and the 2 demands that name it. Undo brings them back.",
  );
  expect(await missionOf(page)).not.toHaveProperty("demands");
  expect(
    await places!.getByRole("button", { name: "Add a place" }).evaluate((it) => it === document.activeElement),
  ).toBe(true);
  await page.locator("body").press("Control+z");
  await expect.poll(async () => (await missionOf(page)).demands).toHaveLength(2);
  // A step more would take back the link that the mission came by.
  const undo = page.getByRole("button", { name: /^Undo/ });
  for (let step = 0; step < 20; step++) {
    const label = await undo.getAttribute("aria-label");
    if (label?.includes("Open a shared link")) break;
    await page.locator("body").press("Control+z");
    await expect.poll(() => undo.getAttribute("aria-label")).not.toBe(label);
  }
  expect(await missionOf(page)).toEqual(bare);
  expect(problems).toEqual([]);
  await close();
});

test("a full list takes no more, and says how many it may have", async () => {
  const sites = Array.from({ length: 2000 }, (_, at) => ({
    ...{ name: `S${at}`, latitudeDeg: (at % 160) - 80, longitudeDeg: (at % 350) - 170, heightKm: 0 },
  }));
  const { page, problems, close } = await open(parseMission({ ...bare, sites }).mission!);
  const list = part(page, "Sites");
  for (const name of ["Add a site", "Duplicate S0"]) {
    const button = list.getByRole("button", { name });
    expect(await button.isDisabled()).toBe(true);
    expect((await button.getAttribute("title"))!.replace(/\s/g, "")).toBe("Amissionhasatmost2000sites");
  }
  await list.getByRole("button", { name: "Remove S0" }).click();
  await expect.poll(() => list.getByRole("button", { name: "Add a site" }).isDisabled()).toBe(false);
  expect(problems).toEqual([]);
  await close();
});
