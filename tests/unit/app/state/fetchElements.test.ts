import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchElements, readAddress } from "../../../../app/state/fetchElements.ts";

const server = createServer((request, answer) => {
  if (request.url === "/missing") answer.writeHead(404).end();
  else if (request.url === "/slow") answer.writeHead(200).write("1 ");
  else if (request.url === "/long") answer.writeHead(200).end("x".repeat(5000));
  else answer.writeHead(200).end("elements");
});
let base = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const get = (path: string, more: Partial<Parameters<typeof fetchElements>[1]> = {}) =>
  fetchElements(new URL(path, base), { signal: new AbortController().signal, ...more });

describe("fetching elements from an address", () => {
  test("a file comes whole, and progress counts its bytes", async () => {
    const told: number[] = [];
    const blob = await get("/file", { onProgress: (doneBytes) => told.push(doneBytes) });
    expect([await blob.text(), told.at(-1)]).toEqual(["elements", 8]);
  });

  test("what fails says why in words", async () => {
    await expect(get("/missing")).rejects.toThrow("404");
    // The length is announced, or found out while it comes.
    await expect(get("/long", { maxBytes: 1024 })).rejects.toThrow("larger than");
    await expect(get("/slow", { waitMs: 100 })).rejects.toThrow("within 0.1 seconds");
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    await expect(get(`http://127.0.0.1:${port}/`)).rejects.toThrow("CORS");
  });

  test("it can be cancelled", async () => {
    const controller = new AbortController();
    const fetched = get("/slow", { signal: controller.signal });
    controller.abort();
    await expect(fetched).rejects.toBe(controller.signal.reason);
  });

  test("only whole https addresses without a password are taken", () => {
    expect(readAddress(" https://example.org/a.txt ")).toMatchObject({ url: { host: "example.org" } });
    for (const wrong of [
      "",
      "example.org",
      "http://example.org",
      "file:///etc/passwd",
      "javascript:1",
      "https://a:b@c.org",
    ])
      expect(readAddress(wrong)).toHaveProperty("reason");
  });
});
