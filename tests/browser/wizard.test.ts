import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planFigures, planMission } from "#engine";
import { outcome, rungs } from "../../app/wizard/ladder.ts";
import { launchBrowser, serveApp } from "./browserHarness.ts";
import { changed, openWindow, readValue, reference, reportOf, squeeze } from "./windows.ts";

let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
const open = (options: Partial<Parameters<typeof openWindow>[0]> = {}) =>
  openWindow({ browser, address: app.address, view: "size", viewport: { width: 1440, height: 900 }, ...options });

const ladderNames = [...rungs.flatMap(({ main, more }) => [main, ...more]), ...outcome];
const rowsOf = (mission: typeof reference) => reportOf(mission).sections.flatMap(({ rows }) => rows);
const figureOf = (mission: typeof reference, id: string) =>
  planFigures({ mission, plan: planMission(mission).plan! }).find((each) => each.id === id)!;
const textOf = (mission: typeof reference, name: string) =>
  squeeze(rowsOf(mission).find((row) => row.name === name)!.text);

test("every number of the ladder is the plan's, and the findings are its sentences", async () => {
  const { page, problems, close } = await open();
  for (const name of ladderNames) expect(await readValue(page, name), name).toBe(textOf(reference, name));
  const texts = await page.locator(".ladder [data-finding] > p:last-child").allInnerTexts();
  expect(new Set(texts)).toEqual(new Set(reportOf(reference).findings.map(({ text }) => text)));
  expect(problems).toEqual([]);
  await close();
});

test("typing moves every number that depends on it, to the plan's new figures", async () => {
  const { page, problems, close } = await open();
  await page.getByLabel("Peak load", { exact: true }).fill("180000");
  const after = changed(({ satellite }) => Object.assign(satellite, { peakPowerW: 180000 }));
  await expect.poll(() => readValue(page, "solarAreaM2")).toBe(textOf(after, "solarAreaM2"));
  for (const name of ladderNames)
    await expect.poll(() => readValue(page, name), { message: name }).toBe(textOf(after, name));
  await page.getByRole("tab", { name: "Power" }).click();
  await page.getByLabel("Wingspan", { exact: true }).fill("90");
  await expect.poll(() => readValue(page, "chordM")).toBe("8m");
  expect(await page.getByRole("img", { name: /Satellite to scale/ }).getAttribute("aria-label")).toContain(
    "wingspan 90 m, mean chord 8 m",
  );
  expect(problems).toEqual([]);
  await close();
});

test("moving the local time moves the battery, the delivered power and the price of a token; undo takes the whole drag back", async () => {
  const { page, close } = await open();
  await page.getByRole("tab", { name: "Orbit" }).click();
  const slider = page.getByRole("slider", { name: "Local time of the node" });
  await slider.focus();
  for (let press = 0; press < 12; press++) await page.keyboard.press("ArrowLeft");
  // The field follows the slider by a render, and the slider the keys.
  await page.waitForTimeout(500);
  const shown = page.getByLabel("Local time of the node", { exact: true }).first();
  await expect
    .poll(async () =>
      Math.abs(
        Number((await shown.inputValue()).replace(/\s/g, "")) - Number(await slider.getAttribute("aria-valuenow")),
      ),
    )
    .toBeLessThan(1e-6);
  const ltanH = Number(
    (await page.getByLabel("Local time of the node", { exact: true }).first().inputValue()).replace(/\s/g, ""),
  );
  expect(ltanH).toBeLessThan(18);
  const after = changed(({ shells }) => Object.assign(shells[0]!, { ltanH }));
  for (const name of ["batteryEnergyWh", "deliveredPowerW", "priceUsdPerMTokens"]) {
    await expect.poll(() => readValue(page, name), { message: name }).toBe(textOf(after, name));
    expect(textOf(after, name)).not.toBe(textOf(reference, name));
  }
  await page.locator("body").press("Control+z");
  await expect.poll(() => readValue(page, "priceUsdPerMTokens")).toBe(textOf(reference, "priceUsdPerMTokens"));
  await page.locator("body").press("Control+Shift+z");
  await expect.poll(() => readValue(page, "priceUsdPerMTokens")).toBe(textOf(after, "priceUsdPerMTokens"));
  await close();
});

test("a value out of its limits says what is allowed, and the figures stay the last good ones", async () => {
  const { page, problems, close } = await open();
  await page.getByRole("tab", { name: "Orbit" }).click();
  const altitude = page.locator("#field-shells-0-altitudeKm");
  await altitude.fill("12000");
  const issue = page.locator('[data-path="shells[0].altitudeKm"] .field-issue');
  await expect.poll(() => issue.textContent()).toMatch(/2000 km.*12000/);
  expect(await altitude.getAttribute("aria-invalid")).toBe("true");
  expect(await readValue(page, "batteryEnergyWh")).toBe(textOf(reference, "batteryEnergyWh"));
  await altitude.fill("");
  await expect.poll(() => issue.textContent()).toContain("got nothing");
  await altitude.fill("650");
  await expect.poll(() => issue.textContent()).toBe("");
  const after = changed(({ shells }) => Object.assign(shells[0]!, { altitudeKm: 650 }));
  await expect.poll(() => readValue(page, "batteryEnergyWh")).toBe(textOf(after, "batteryEnergyWh"));
  expect(problems).toEqual([]);
  await close();
});

test("a number is read as people write it, and what is none stays in its field with the reason", async () => {
  const { page, problems, close } = await open();
  const field = page.locator("#field-satellite-peakPowerW");
  const issue = page.locator('[data-path="satellite.peakPowerW"] .field-issue');
  for (const [typed, areaText] of [
    ["180 kW", "720m²"],
    ["150,000", "600m²"],
    ["1.2e5", "480m²"],
  ] as const) {
    await field.fill(typed);
    await expect.poll(() => readValue(page, "solarAreaM2"), { message: typed }).toBe(areaText);
    expect(await field.inputValue()).toBe(typed);
    expect(await issue.textContent()).toBe("");
  }
  for (const typed of ["1,5", "12 kg", "lots", "1e400"]) {
    await field.fill(typed);
    await expect.poll(() => issue.textContent(), { message: typed }).toContain("Expected");
    expect(await field.inputValue()).toBe(typed);
    expect(await readValue(page, "solarAreaM2")).toBe("480m²");
  }
  await field.fill("150 000");
  await field.blur();
  expect(await field.inputValue()).toBe("150\u2009000");
  expect(problems).toEqual([]);
  await close();
});

test("a number opens its formula, the values put in and all digits; an assumption its source and kind", async () => {
  const { page, close } = await open();
  await page.locator('.ladder [data-name="chordM"]').focus();
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: /Mean chord/ });
  await expect.poll(() => card.textContent()).toMatch(/solarAreaM2 ÷ wingspanM[\s\S]*600 ÷ 70/);
  expect(await card.textContent()).toContain("8.571428571 m");
  await page.keyboard.press("Escape");
  await expect.poll(() => card.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-name"))).toBe("chordM");

  await page.getByRole("tab", { name: "Heat" }).click();
  await page.getByText("Assumptions").click();
  await page.getByRole("button", { name: /Radiator emissivity: assumed/ }).click();
  await expect.poll(() => page.getByRole("dialog").textContent()).toMatch(/measured[\s\S]*Fortescue/);
  await close();
});

test("pointing at a rung lights the fields and rungs that feed it", async () => {
  const { page, close } = await open();
  const lit = () =>
    page
      .locator('.field[data-lit="true"]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute("data-path")));
  expect(await lit()).toEqual([]);
  await page.locator('[data-rung="battery"] .rung-title').hover();
  await expect.poll(lit).toEqual(["satellite.sustainedPowerW", "assumptions.busPowerW"]);
  await page.locator('[data-rung="heat"] .rung-title').hover();
  await expect.poll(lit).toEqual(["satellite.peakPowerW"]);
  await close();
});

test("a default is a click away, and an emptied announcement is left out of the document", async () => {
  const { page, close } = await open();
  await page.getByRole("tab", { name: "Power" }).click();
  await page.getByLabel("Announced array area", { exact: true }).fill("747");
  await expect.poll(() => readValue(page, "solarAreaM2")).toBe("747m²");
  await page.getByLabel("Announced array area", { exact: true }).fill("");
  await expect.poll(() => readValue(page, "solarAreaM2")).toBe("600m²");
  await page.getByLabel("Array power per area", { exact: true }).first().fill("300");
  await expect.poll(() => readValue(page, "solarAreaM2")).toBe("500m²");
  await page.getByRole("button", { name: "Reset Array power per area" }).click();
  await expect.poll(() => readValue(page, "solarAreaM2")).toBe("600m²");
  await close();
});

test("inclination and planes change their kind in one step each", async () => {
  const { page, problems, close } = await open();
  await page.getByRole("tab", { name: "Orbit" }).click();
  await page.getByText("Given inclination").click();
  expect(await page.locator("#field-shells-0-inclinationDeg").inputValue()).toBe("97.788");
  await page.getByText("Walker planes").click();
  await page.getByLabel("Node spread", { exact: true }).first().waitFor();
  await expect.poll(() => page.getByText("Walker planes stand at all local times").count()).toBe(1);
  await page.locator("body").press("Control+z");
  await page.locator("body").press("Control+z");
  await expect.poll(() => readValue(page, "batteryEnergyWh")).toBe(textOf(reference, "batteryEnergyWh"));
  expect(problems).toEqual([]);
  await close();
});

test("the network's step sets what is suggested, edits a site and draws what a laser carries", async () => {
  const document = changed((mission) =>
    Object.assign(mission, {
      sites: [{ name: "Haleakala", latitudeDeg: 20.7, longitudeDeg: -156.3, heightKm: 3, kind: "laser" }],
    }),
  );
  const { page, problems, close } = await open({ document });
  await page.getByRole("tab", { name: "Network" }).click();
  const words = page.locator('[data-figure="link-rate"] .figure-words');
  await expect.poll(() => words.textContent()).toBe(figureOf(document, "link-rate").summary);
  await page.getByRole("button", { name: /^Set Sun exclusion to 5/ }).click();
  const sun = page.locator("#field-links-sunExclusionDeg");
  await expect.poll(() => sun.inputValue()).toBe("5");
  expect(await page.getByRole("button", { name: /^Set Sun exclusion/ }).count()).toBe(0);
  await page.locator("body").press("Control+z");
  await expect.poll(() => sun.inputValue()).toBe("");
  // Less than the fleet's text: the finding of this step says so.
  await page.locator('[data-path="sites[0].capacityBps"] input').first().fill("1000000000");
  await expect.poll(() => page.locator(".form").textContent()).toContain("its sites take 1");
  await page.getByLabel("Photons a bit", { exact: true }).fill("60");
  const after = changed((mission) => Object.assign(mission, { links: { photonsPerBitCount: 60 } }));
  await expect.poll(() => words.textContent()).toBe(figureOf(after, "link-rate").summary);
  expect(problems).toEqual([]);
  await close();
});
