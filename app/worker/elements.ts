import type { Mission } from "#engine";

const texts = new Map<string, Promise<string | undefined>>();

/** The file that `dawnline open MISSION` serves beside the app; undefined where there is none. */
async function fetchText(path: string): Promise<string | undefined> {
  const answer = await fetch(
    new URL(`/elements/${path.split("/").map(encodeURIComponent).join("/")}`, self.location.origin),
  );
  return answer.ok ? await answer.text() : undefined;
}

/** Texts of the element files that a mission names, by their names in the document; one that cannot be had is left out. */
export async function readElementsTexts({ shells, relay }: Mission): Promise<Record<string, string>> {
  const paths = [...shells, ...(relay?.shells ?? [])].flatMap(({ elementsFile }) => elementsFile ?? []);
  const found = await Promise.all(
    [...new Set(paths)].map(async (path) => {
      const text = texts.get(path) ?? fetchText(path).catch(() => undefined);
      texts.set(path, text);
      return [path, await text] as const;
    }),
  );
  return Object.fromEntries(found.filter((each): each is readonly [string, string] => each[1] !== undefined));
}
