const SVG = "http://www.w3.org/2000/svg";
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG; text is always a text node. */
export function svgElement(
  document: Document,
  { tag, attributes = {}, text }: { tag: string; attributes?: Attributes; text?: string },
): SVGElement {
  const element = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  if (text !== undefined) element.append(document.createTextNode(text));
  return element;
}

const lengths = new Set([
  "d",
  "transform",
  "points",
  "x",
  "y",
  "x1",
  "x2",
  "y1",
  "y2",
  "cx",
  "cy",
  "r",
  "width",
  "height",
]);

/** Coordinates to a hundredth of a pixel: a third of the size, and the same digits wherever it is drawn. */
export function roundCoordinates(root: SVGElement): void {
  for (const element of root.querySelectorAll("*"))
    for (const name of element.getAttributeNames()) {
      if (!lengths.has(name)) continue;
      const value = element.getAttribute(name)!;
      const rounded = value.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (digits) =>
        String(Math.round(Number(digits) * 100) / 100),
      );
      if (rounded !== value) element.setAttribute(name, rounded);
    }
}
