import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite } from "../../../app/cli/server.ts";
import { inlineScriptHashes, readSite, siteFile } from "../../../app/cli/site.ts";

const page =
  '<!doctype html><script>var a = 1;</script><script type="module" src="./assets/index-AbCd1234.js"></script>';
const script = `export const x = "${"y".repeat(5000)}";`;
let folder: string;
let server: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dawnline-site-"));
  mkdirSync(join(folder, "site/assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "site/index.html"), page);
  writeFileSync(join(folder, "site/.hidden"), "hidden");
  writeFileSync(join(folder, "site/assets/index-AbCd1234.js"), script);
  writeFileSync(join(folder, "site/assets/kernel.wasm"), Buffer.from([0, 97, 115, 109]));
  symlinkSync(join(folder, "secret.txt"), join(folder, "site/link.txt"));
  const site = await readSite(join(folder, "site"));
  site.set("/mission.json", siteFile({ body: Buffer.alloc(0), name: "mission.json" }));
  server = await serveSite({ site, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** A request as it is written, without the tidying of addresses that `fetch` does. */
function ask(
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const outgoing = request(
      { host: "127.0.0.1", port: server.port, path, method, headers, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () =>
          resolve({ status: incoming.statusCode!, headers: incoming.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end();
  });
}

describe("what is served", () => {
  test("the page, its files and their types", async () => {
    expect((await ask("/")).body.toString()).toBe(page);
    expect((await ask("/index.html?x#y")).status).toBe(200);
    const types = {
      "/": "text/html",
      "/assets/index-AbCd1234.js": "text/javascript",
      "/assets/kernel.wasm": "application/wasm",
    };
    for (const [path, type] of Object.entries(types)) expect((await ask(path)).headers["content-type"]).toContain(type);
  });

  test("nothing outside the folder, nothing hidden, no link", async () => {
    const paths = [
      "/../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/assets/../../secret.txt",
      "//etc/passwd",
      "/..\\secret.txt",
      "/link.txt",
      "/.hidden",
      "/assets",
      "/assets/",
      "/nothing",
      "/index.html/",
      "/__proto__",
      "/constructor",
      "*",
    ];
    for (const path of paths) expect((await ask(path)).status, path).toBe(404);
    expect((await ask("/%")).status).toBe(400);
  });

  test("a mission that was not given is no error", async () => {
    const { status, body } = await ask("/mission.json");
    expect({ status, length: body.length }).toEqual({ status: 204, length: 0 });
  });

  test("HEAD has the headers alone, other methods are refused", async () => {
    const { status, headers, body } = await ask("/", { method: "HEAD" });
    expect(status).toBe(200);
    expect(headers["content-length"]).toBe(String(page.length));
    expect(body).toHaveLength(0);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"]) {
      const refused = await ask("/", { method });
      expect(refused.status, method).toBe(405);
      expect(refused.headers["allow"]).toBe("GET, HEAD");
    }
  });

  test("text is compressed for those who take it, and only for them", async () => {
    const path = "/assets/index-AbCd1234.js";
    const get = (encodings: string) => ask(path, { headers: { "accept-encoding": encodings } });
    const br = await get("gzip, deflate, br");
    expect(br.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(br.body).toString()).toBe(script);
    const gzip = await get("gzip, br;q=0");
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body).toString()).toBe(script);
    expect(gzip.headers["vary"]).toBe("accept-encoding");
    const plain = await get("identity");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.body.toString()).toBe(script);
    expect((await ask("/", { headers: { "accept-encoding": "br" } })).headers["content-encoding"]).toBeUndefined();
  });

  test("hashed files are kept, others asked for again and answered 304", async () => {
    expect((await ask("/assets/index-AbCd1234.js")).headers["cache-control"]).toContain("immutable");
    expect((await ask("/assets/kernel.wasm")).headers["cache-control"]).toBe("no-cache");
    const { headers } = await ask("/");
    expect(headers["cache-control"]).toBe("no-cache");
    const again = await ask("/", { headers: { "if-none-match": headers.etag! } });
    expect({ status: again.status, length: again.body.length }).toEqual({ status: 304, length: 0 });
  });
});

describe("what is kept out", () => {
  test("every answer, refusals too, carries the policy", async () => {
    for (const answer of [
      await ask("/"),
      await ask("/nothing"),
      await ask("/", { method: "POST" }),
      await ask("/", { headers: { host: "evil.example" } }),
    ]) {
      const policy = String(answer.headers["content-security-policy"]);
      for (const part of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "connect-src 'self'",
      ])
        expect(policy).toContain(part);
      expect(policy.match(/script-src[^;]*/)![0]).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
      expect(answer.headers).toMatchObject({
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
      });
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  test("the page's own inline script is allowed by its hash, and no other", async () => {
    const [hash, ...rest] = inlineScriptHashes(page);
    expect(rest).toEqual([]);
    expect(hash).toMatch(/^'sha256-[\w+/]{43}='$/);
    expect(String((await ask("/")).headers["content-security-policy"])).toContain(hash);
    expect(inlineScriptHashes("<script>var a = 2;</script>")).not.toContain(hash);
  });

  test("a foreign host name is refused, whatever it resolves to", async () => {
    for (const host of [
      "evil.example",
      `evil.example:${server.port}`,
      "127.0.0.1",
      `127.0.0.1:${server.port + 1}`,
      `127.0.0.1.evil.example:${server.port}`,
    ])
      expect((await ask("/", { headers: { host } })).status, host).toBe(421);
    expect((await ask("/", { headers: { host: `localhost:${server.port}` } })).status).toBe(200);
  });

  test("other machines are not listened to", () => {
    expect(server.address).toBe(`http://127.0.0.1:${server.port}/`);
  });

  test("what is no HTTP ends the connection and not the server", async () => {
    const said = await new Promise<string>((resolve) => {
      const socket = connect(server.port, "127.0.0.1", () => socket.write("\u0016\u0003\u0001\r\n\r\n"));
      let text = "";
      socket.on("data", (chunk) => {
        text += String(chunk);
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(text));
    });
    expect(said).toContain("400");
    expect((await ask("/")).status).toBe(200);
  });
});

test("a port that is taken is told", async () => {
  await expect(serveSite({ site: new Map(), port: server.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
