import { useEffect, useState } from "react";
import { useMission } from "../state/use.ts";
import { engineClient } from "../worker/client.ts";
import type { EclipseSeason } from "../worker/messages.ts";

/** The shadow of each day of `year` over the first shell with a local time, at that local time; undefined without such a shell. */
export function useSeason(year: number): EclipseSeason | undefined {
  const shell = useMission(({ document }) => document.shells.find(({ ltanH }) => ltanH !== undefined));
  const { altitudeKm, inclinationDeg, ltanH } = shell ?? {};
  const [season, setSeason] = useState<EclipseSeason>();
  useEffect(() => {
    if (year < 1957 || year > 2100 || altitudeKm === undefined || inclinationDeg === undefined || ltanH === undefined) {
      setSeason(undefined);
      return;
    }
    let isWanted = true;
    engineClient.eclipseSeason({ altitudeKm, inclinationDeg, ltanH, year }).then(
      (answer) => isWanted && setSeason(answer),
      // A worker that stopped is told once, by the fleet; the band is left out.
      () => isWanted && setSeason(undefined),
    );
    return () => {
      isWanted = false;
    };
  }, [altitudeKm, inclinationDeg, ltanH, year]);
  return season;
}
