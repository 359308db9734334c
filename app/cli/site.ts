import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A file of the site, in memory: what is not in the map does not exist, so no path can lead outside. */
export type SiteFile = {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Its name holds a hash of its content, so it never changes. */
  readonly isImmutable: boolean;
  readonly encoded: (encoding: Encoding) => Promise<Buffer>;
};
export type Encoding = "br" | "gzip";
export type Site = ReadonlyMap<string, SiteFile>;

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
};
const compressible = /^text\/|json|svg|wasm/;
const LEAST_COMPRESSED_BYTES = 1024;
const BROTLI_QUALITY = 5;
const hashedName = /-[\w-]{8,}\.\w+$/;

const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (body) => promisify(gzip)(body),
};

export const isCompressible = ({ body, type }: SiteFile) =>
  body.length >= LEAST_COMPRESSED_BYTES && compressible.test(type);

export function siteFile({
  body,
  name,
  isImmutable = false,
}: {
  body: Buffer;
  name: string;
  isImmutable?: boolean;
}): SiteFile {
  const kept: Partial<Record<Encoding, Promise<Buffer>>> = {};
  return {
    body,
    type: types[extname(name).toLowerCase()] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    isImmutable,
    encoded: (encoding) => (kept[encoding] ??= compress[encoding](body)),
  };
}

/** Every regular file below `folder`, by its path from `/`; `/` itself is index.html. Hidden files stay out. */
export async function readSite(folder: string): Promise<Map<string, SiteFile>> {
  const site = new Map<string, SiteFile>();
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length).split(/[\\/]/).filter(Boolean);
    if (!entry.isFile() || name.some((part) => part.startsWith("."))) continue;
    const isImmutable = name[0] === "assets" && hashedName.test(entry.name);
    site.set(`/${name.join("/")}`, siteFile({ body: await readFile(path), name: entry.name, isImmutable }));
  }
  const index = site.get("/index.html");
  if (index !== undefined) site.set("/", index);
  return site;
}

/** `'sha256-…'` of each inline script of a page, so that the policy can allow these and no others. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc\s*=)[^>]*>([\s\S]*?)<\/script>/gi);
  return [...scripts].map(([, text]) => `'sha256-${createHash("sha256").update(text!).digest("base64")}'`);
}
