/** A file from another computer, fetched because a person asked for this very address. Nothing else in the app fetches from elsewhere. */

/** Most that is taken, bytes: half of the longest text that is read, some 75,000 records in XML. */
export const MAX_FETCHED_BYTES = 128 * 1024 * 1024;
/** Longest wait until the last byte, milliseconds. */
const FETCH_WAIT_MS = 60_000;

/** What is allowed of a typed address, or why it is none. */
export function readAddress(typed: string): { readonly url: URL } | { readonly reason: string } {
  let url: URL;
  try {
    url = new URL(typed.trim());
  } catch {
    return { reason: "expected a whole address such as https://example.org/elements.txt" };
  }
  if (url.protocol !== "https:")
    return { reason: `expected an address that begins with https://, got ${url.protocol}//` };
  if (url.username !== "" || url.password !== "") return { reason: "expected an address without a name and password" };
  return { url };
}

/**
 * The file at an address. Rejects with an Error that says in words why there is none; with the signal's reason when it is aborted.
 * No cookie and no referrer goes along.
 */
export async function fetchElements(
  url: URL,
  {
    signal,
    onProgress = () => {},
    ask = fetch,
    waitMs = FETCH_WAIT_MS,
    maxBytes = MAX_FETCHED_BYTES,
  }: {
    signal: AbortSignal;
    onProgress?: (doneBytes: number) => void;
    ask?: typeof fetch;
    waitMs?: number;
    maxBytes?: number;
  },
): Promise<Blob> {
  const timeout = AbortSignal.timeout(waitMs);
  const tooLarge = () => new Error(`the file is larger than ${maxBytes / 2 ** 20} MiB, the most that is fetched`);
  try {
    const answer = await ask(url, {
      signal: AbortSignal.any([signal, timeout]),
      credentials: "omit",
      referrerPolicy: "no-referrer",
    }).catch((reason: unknown) => {
      if (signal.aborted || timeout.aborted) throw reason;
      throw new Error(
        `${url.host} did not answer this page: it is down or unknown, or it does not let other pages read it (CORS). Download the file there and drop it here`,
      );
    });
    if (!answer.ok) throw new Error(`${url.host} answered ${answer.status} ${answer.statusText}`.trim());
    if (Number(answer.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let doneBytes = 0;
    const reader = answer.body?.getReader();
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader!.read()) {
      doneBytes += part.value.length;
      if (doneBytes > maxBytes) {
        await reader!.cancel();
        throw tooLarge();
      }
      parts.push(part.value);
      onProgress(doneBytes);
    }
    return new Blob(parts);
  } catch (reason) {
    if (!signal.aborted && timeout.aborted)
      throw new Error(`${url.host} sent no whole file within ${waitMs / 1000} seconds`);
    throw reason;
  }
}
