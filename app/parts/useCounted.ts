import { useEffect, useRef, useState } from "react";

const COUNT_MS = 150;
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Follows a value and counts to its new figure in 150 ms; at once where motion is not wanted or the tab is hidden. */
export function useCounted(value: number): number {
  const [shown, setShown] = useState(value);
  const from = useRef(value);
  useEffect(() => {
    const start = from.current;
    if (start === value) return;
    if (isStill() || document.hidden || !Number.isFinite(start)) {
      from.current = value;
      setShown(value);
      return;
    }
    const startMs = performance.now();
    let frame = requestAnimationFrame(function step(nowMs) {
      const share = Math.min(1, Math.max(0, (nowMs - startMs) / COUNT_MS));
      from.current = share === 1 ? value : start + (value - start) * (1 - (1 - share) ** 3);
      setShown(from.current);
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return shown;
}
