/**
 * A real browser and the built app, served by its own server. The browser is CHROMIUM_PATH, else the one of
 * @sparticuz/chromium, else the system's.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";

const systemPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const launchArguments = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const START_WAIT_MS = 120_000;
const rootFolder = fileURLToPath(new URL("../..", import.meta.url));

async function findBrowser(): Promise<string> {
  const given = process.env["CHROMIUM_PATH"];
  if (given !== undefined && given !== "") return given;
  try {
    // Read when the package is loaded: with it, the libraries that a bare system lacks are unpacked too.
    process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } catch (reason) {
    const path = systemPaths.find((each) => existsSync(each));
    if (path === undefined) throw new Error(`no browser: set CHROMIUM_PATH (${String(reason)})`);
    return path;
  }
}

let executablePath: Promise<string> | undefined;

export async function launchBrowser(): Promise<Browser> {
  executablePath ??= findBrowser();
  return playwright.launch({ executablePath: await executablePath, headless: true, args: launchArguments });
}

/** The app as `dawnline open` serves it, on a free port. */
export async function serveApp(...more: string[]): Promise<{ address: string; close(): Promise<void> }> {
  const child = spawn(process.execPath, ["app/cli/dawnline.js", "open", ...more, "--json"], {
    cwd: rootFolder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let errors = "";
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the app's server did not start: ${errors}`)), START_WAIT_MS);
    child.stderr.on("data", (part: Buffer) => {
      errors += part.toString();
    });
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString();
      const found = /"address"\s*:\s*"([^"]+)"/.exec(said);
      if (found === null) return;
      clearTimeout(timer);
      resolve(found[1]!);
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`the app's server ended with ${code}: ${errors}`));
    });
  });
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGINT");
      }),
  };
}

export type OpenPage = {
  readonly page: Page;
  /** Console errors, page errors, failed requests, and requests to any other host: must stay empty. */
  readonly problems: readonly string[];
  close(): Promise<void>;
};

/** A page of its own, with nothing kept from any other. Motion is reduced unless asked for: pictures settle at once. */
export async function openPage({
  browser,
  address,
  ...options
}: { browser: Browser; address: string } & BrowserContextOptions): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 960, height: 720 },
    reducedMotion: "reduce",
    colorScheme: "dark",
    ...options,
  });
  const problems: string[] = [];
  const { host } = new URL(address);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.host !== host) problems.push(`foreign: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A page that is left or loaded again gives up what it was still fetching.
    if (reason !== "net::ERR_ABORTED") problems.push(`failed: ${request.url()} ${reason}`);
  });
  await page.goto(address);
  return { page, problems, close: () => context.close() };
}

/** Waits until the fleet is drawn, then stops the clock: software rendering is slow. */
export async function waitForFleet(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.dawnline?.state().drawnCount ?? 0) > 0, undefined, { timeout: 60_000 });
  const { paused } = await page.evaluate(() => window.dawnline!.state());
  if (!paused) await page.getByRole("button", { name: "Pause", exact: true }).click();
}
