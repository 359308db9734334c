/** Places and shells by what a person types, the best first. */

/** A name without capitals and accents: "são" finds São Paulo, and so does "sao". */
const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** How well a name fits: 0 it is the name, 1 it begins with it, 2 a word of it does, 3 it holds it; undefined where not. */
function fitOf(name: string, wanted: string): number | undefined {
  const folded = fold(name);
  const at = folded.indexOf(wanted);
  if (at < 0) return undefined;
  if (at === 0) return folded.length === wanted.length ? 0 : 1;
  return folded.includes(` ${wanted}`) ? 2 : 3;
}

/** The things whose names hold the text, by how well they fit and then in their own order; none for an empty text. */
export function findNamed<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  typed: string,
  mostCount: number,
): Thing[] {
  const wanted = fold(typed);
  if (wanted === "") return [];
  const fits: Thing[][] = [[], [], [], []];
  for (const thing of things) {
    const fit = fitOf(thing.name, wanted);
    if (fit !== undefined) fits[fit]!.push(thing);
  }
  return fits.flat().slice(0, mostCount);
}
