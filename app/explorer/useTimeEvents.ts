import { useMemo } from "react";
import { useStore } from "zustand";
import { addSeconds } from "#engine";
import type { EclipseSeason } from "../worker/messages.ts";
import { fleetStore } from "./fleetStore.ts";
import { useRoute } from "./routeStore.ts";
import { eclipseEvents, inOrder, sunEvents, type TimeEvent } from "./timeEvents.ts";
import { useSeason } from "./useSeason.ts";

const ofSeason = (season: EclipseSeason | undefined, year: number) =>
  season?.year === year ? eclipseEvents(season) : [];

/** Events of a year and of the years beside it, in their order: turning points of the Sun, eclipse seasons, and when the chosen route opens. */
export function useTimeEvents(year: number): { season: EclipseSeason | undefined; events: readonly TimeEvent[] } {
  const season = useSeason(year);
  const before = useSeason(year - 1);
  const after = useSeason(year + 1);
  const epoch = useStore(fleetStore, ({ flight }) => flight?.epoch);
  const outlook = useRoute((state) => state.outlook);
  const events = useMemo(() => {
    const years = [year - 1, year, year + 1];
    const eclipses = [before, season, after].flatMap((each, row) => ofSeason(each, years[row]!));
    const openS = outlook?.opening?.startS;
    const opening: TimeEvent[] =
      openS === undefined || epoch === undefined
        ? []
        : [{ kind: "route", label: "Route opens", instant: addSeconds(epoch, openS), isDay: false }];
    return inOrder([...years.flatMap(sunEvents), ...eclipses, ...opening]);
  }, [year, before, season, after, epoch, outlook]);
  return { season, events };
}
