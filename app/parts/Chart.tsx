import * as Plot from "@observablehq/plot";
import { useEffect, useRef, useState } from "react";

/** The width of an element, followed; 0 before the first layout. */
export function useWidth<Element extends HTMLElement>() {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

/**
 * A figure of Observable Plot in the page's colours: marks take `var(--dawn)` and the like, so both themes draw themselves.
 * `summary` says in words what the figure shows.
 */
export function Chart({ summary, options }: { summary: string; options: (width: number) => Plot.PlotOptions }) {
  const { ref, width } = useWidth<HTMLDivElement>();
  useEffect(() => {
    const element = ref.current;
    if (element === null || width === 0) return;
    const figure = Plot.plot({ ...options(width), width, ariaLabel: summary });
    figure.setAttribute("role", "img");
    // The figure speaks as one: names on its parts would be ignored, and are not allowed there.
    for (const part of figure.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
    element.replaceChildren(figure);
  }, [ref, width, options, summary]);
  return <div className="chart" ref={ref} />;
}
