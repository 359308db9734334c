/** What the first picture costs: bytes that travel, and the time until the fleet is drawn. Bytes are held, times are printed. */
import type { Browser, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage, serveApp } from "./browserHarness.ts";

/** Everything up to the first drawn fleet, textures included, as it travels. */
const MOST_BYTES = 1_500_000;

let browser: Browser;
let server: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveApp()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("the first picture travels in under 1.5 MB, textures included", async () => {
  const { page, close } = await openPage({ browser, address: "about:blank" });
  const finished: Request[] = [];
  page.on("requestfinished", (request) => finished.push(request));
  const startMs = performance.now();
  await page.goto(server.address);
  await page.waitForFunction(() => (window.dawnline?.state().drawnCount ?? 0) > 0, undefined, { timeout: 60_000 });
  const tookMs = performance.now() - startMs;
  const files = (
    await Promise.all(
      finished
        .filter((request) => request.url().startsWith("http"))
        .map(async (request) => {
          const { responseBodySize, responseHeadersSize } = await request.sizes();
          return { url: request.url(), bytes: responseBodySize + responseHeadersSize };
        }),
    )
  ).sort((a, b) => b.bytes - a.bytes);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(
    `first picture: ${(bytes / 1e6).toFixed(2)} MB in ${files.length} files, drawn after ${tookMs.toFixed(0)} ms in software rendering; the greatest: ${files
      .slice(0, 5)
      .map(({ url, bytes }) => `${new URL(url).pathname.split("/").at(-1)} ${(bytes / 1e3).toFixed(0)} kB`)
      .join(", ")}`,
  );
  // A page that travelled uncompressed, or not at all, proves nothing.
  expect(bytes).toBeGreaterThan(200_000);
  expect(bytes).toBeLessThan(MOST_BYTES);
  await close();
});
