/** What stands over a place, of everything that flies or of the satellites that serve. */
import { countOverhead, countOverNight, findOverhead, OVERHEAD_DEG, type OverheadShell } from "../events/overhead.ts";
import type { Instant } from "../geometry/instant.ts";
import type { GroundLimits } from "../network/ground.ts";
import type { FlyingShell } from "./fleet.ts";
import type { GroundPlace } from "./flight.ts";
import type { RosterDoors } from "./roster.ts";

type View = {
  readonly place: GroundPlace;
  readonly minElevationDeg?: number | undefined;
  /** Whether the objects of a catalogue are looked for too. */
  readonly isCatalogueSeen?: boolean | undefined;
};

export function makeOverheads({
  shells,
  analyticOf,
  epoch,
  limits,
}: {
  shells: readonly FlyingShell[];
  analyticOf: RosterDoors["analyticOf"];
  epoch: Instant;
  limits: GroundLimits;
}) {
  const siteOf = (place: GroundPlace) => ({ ...place, heightKm: place.heightKm ?? 0 });
  /** Closed forms are made when they are first asked for. */
  const shellsSeen = (isCatalogueSeen: boolean): OverheadShell[] =>
    shells.flatMap(({ layer, firstIndex, squadron }, shellIndex) =>
      layer === "catalogue" && !isCatalogueSeen
        ? []
        : [
            {
              firstIndex,
              satelliteCount: squadron.satelliteCount,
              analytic: analyticOf(shellIndex),
              recordOf: squadron.recordOf,
            },
          ],
    );
  const watch = ({ place, minElevationDeg = OVERHEAD_DEG, isCatalogueSeen = true }: View) => ({
    shells: shellsSeen(isCatalogueSeen),
    site: siteOf(place),
    from: epoch,
    minElevationDeg,
  });
  return {
    /** Satellites at least `minElevationDeg` (10°) over a place, by index, and where the Sun stands. */
    overhead: ({ tS, ...view }: View & { tS: number }) => findOverhead({ ...watch(view), tS }),
    /** How many those are, and how many of them are sunlit, from `fromTS` to `toTS` in even steps, one after the other. */
    overheadOver: ({ fromTS, toTS, stepS, ...view }: View & { fromTS: number; toTS: number; stepS: number }) =>
      countOverNight({ ...watch(view), fromTS, toTS, stepS }),
    /** How many satellites a place may use: as `visibleFrom`, without the list. */
    visibleCount: ({ tS, place }: { tS: number; place: GroundPlace }) =>
      countOverhead({
        ...watch({ place, minElevationDeg: limits.minElevationDeg, isCatalogueSeen: false }),
        mostRangeKm: limits.groundRangeKm,
        tS,
      }),
  };
}
