import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Encoding, inlineScriptHashes, isCompressible, type Site } from "./site.ts";

const LOOPBACK = "127.0.0.1";
const YEAR_S = 31_536_000;

/** Everything from the app itself, no frame round it, and isolated, so that workers may share memory. */
export function securityHeaders(site: Site): Record<string, string> {
  const scripts = inlineScriptHashes(site.get("/index.html")?.body.toString("utf8") ?? "");
  const policy = [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(" "),
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // A catalogue from an address that a person has typed; nothing else is fetched from elsewhere.
    "connect-src 'self' blob: https:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
}

/** A name of this machine with the server's own port. A foreign name that resolves here is an attack by DNS. */
function isOwnHost(host: string | undefined, port: number): boolean {
  const names = [LOOPBACK, "localhost"];
  return names.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

function pathOf(url: string | undefined): string | undefined {
  try {
    return decodeURIComponent((url ?? "/").split(/[?#]/, 1)[0]!);
  } catch {
    return undefined;
  }
}

/** The best encoding that the browser takes, or undefined for none. */
function encodingOf(header: string | string[] | undefined): Encoding | undefined {
  const taken = new Set<string>();
  for (const part of String(header ?? "").split(",")) {
    const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
    if (!parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(parameter))) taken.add(name);
  }
  return taken.has("br") ? "br" : taken.has("gzip") ? "gzip" : undefined;
}

async function answer({
  request,
  response,
  site,
  headers,
  port,
}: {
  request: IncomingMessage;
  response: ServerResponse;
  site: Site;
  headers: Readonly<Record<string, string>>;
  port: number;
}): Promise<void> {
  const refuse = (status: number, text: string, more: Record<string, string> = {}) => {
    response.writeHead(status, { ...headers, ...more, "content-type": "text/plain; charset=utf-8" });
    response.end(request.method === "HEAD" ? undefined : `${text}\n`);
  };
  if (!isOwnHost(request.headers.host, port)) return refuse(421, "This server answers to its own address alone.");
  if (request.method !== "GET" && request.method !== "HEAD")
    return refuse(405, "GET and HEAD alone.", { allow: "GET, HEAD" });
  const path = pathOf(request.url);
  if (path === undefined) return refuse(400, "The address is malformed.");
  const file = site.get(path);
  if (file === undefined) return refuse(404, "Nothing is here.");
  const caching = {
    etag: file.etag,
    vary: "accept-encoding",
    "cache-control": file.isImmutable ? `public, max-age=${YEAR_S}, immutable` : "no-cache",
  };
  // An empty file says that there is nothing, without the error that a browser would log for 404.
  if (file.body.length === 0) {
    response.writeHead(204, { ...headers, ...caching }).end();
    return;
  }
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(file.etag)) {
    response.writeHead(304, { ...headers, ...caching }).end();
    return;
  }
  const encoding = isCompressible(file) ? encodingOf(request.headers["accept-encoding"]) : undefined;
  const body = encoding === undefined ? file.body : await file.encoded(encoding);
  response.writeHead(200, {
    ...headers,
    ...caching,
    "content-type": file.type,
    "content-length": String(body.length),
    ...(encoding === undefined ? {} : { "content-encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Serves a site on this machine alone. Port 0 takes a free one. Rejects when the port is not to be had. */
export async function serveSite({ site, port }: { site: Site; port: number }) {
  const headers = securityHeaders(site);
  let ownPort = port;
  const server = createServer((request, response) => {
    answer({ request, response, site, headers, port: ownPort }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error(`server: got the address ${address}, expected a port`);
  ownPort = address.port;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://${LOOPBACK}:${ownPort}/`, port: ownPort, close };
}
