import { readElements } from "../formats/elements.ts";
import { type ListedElements, MAX_LISTED_COUNT } from "./fleet.ts";

/** Records of the element file at `path`; one refused record is enough to refuse the file, since slots go by order. */
export function listElements(elementsTexts: Readonly<Record<string, string>>, path: string): ListedElements {
  if (!Object.hasOwn(elementsTexts, path)) return { reason: `no text of ${path}` };
  const { records, refused } = readElements(elementsTexts[path]!, { limitCount: MAX_LISTED_COUNT });
  const first = refused[0];
  if (first !== undefined) return { reason: `${path}, line ${first.line}, column ${first.column}: ${first.reason}` };
  return { records };
}
