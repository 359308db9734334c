import { useEffect, useState } from "react";
import { sky } from "./sky.ts";
import { stage } from "./stage.ts";

/** Seconds after the epoch of what is drawn, read now and then: panels follow the clock without a render for each frame. */
export function useShownTS(everyMs: number): number | undefined {
  const [tS, setTS] = useState(() => sky.shown()?.tS);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      setTS(sky.shown()?.tS);
    };
    const stop = stage.onDrawn(() => {
      timer ??= setTimeout(read, everyMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [everyMs]);
  return tS;
}
