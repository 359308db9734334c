import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { format, formatNumber, yearOf } from "#engine";
import { useColourMode } from "../state/colour.ts";
import { bandStore } from "./bands.ts";
import { bindClockKeys } from "./clockKeys.ts";
import { DateField } from "./DateField.tsx";
import { fleetStore } from "./fleetStore.ts";
import { layerStore } from "./layers.ts";
import { PlayButton, Speeds } from "./Speeds.tsx";
import { Events, goToNeighbour, Steps } from "./Steps.tsx";
import { useTimeEvents } from "./useTimeEvents.ts";
import { useShownYear, Year } from "./Year.tsx";
import "./timeline.css";

/** Says what stands in place of the points. */
function BandsLegend() {
  const mode = useColourMode();
  const orbitsPerFrame = useStore(bandStore, (state) => state.orbitsPerFrame);
  const listedCount = useStore(fleetStore, ({ flight }) => flight?.listedCount ?? 0);
  const catalogueCount = useStore(fleetStore, ({ flight }) => flight?.catalogueCount ?? 0);
  const isCatalogueShown = useStore(layerStore, (layers) => layers.catalogue);
  const dimCount = listedCount - (isCatalogueShown ? 0 : catalogueCount);
  return (
    <p className="timeline-bands" role="status">
      {orbitsPerFrame !== undefined && (
        <>
          <span className="timeline-bands-key" data-mode={mode} aria-hidden="true" />
          <span>
            Each frame spans {formatNumber(orbitsPerFrame, 2)} orbits: density of the orbits, not single satellites.
            {dimCount > 0 && ` Dim: ${format(dimCount, "Count")} from element files, where they last were worked out.`}
          </span>
        </>
      )}
    </p>
  );
}

/** The clock: play, way and speed, steps, date, and the year with its events along the bottom. */
export function Timeline() {
  const year = useShownYear();
  const { season, events } = useTimeEvents(year);
  const yearEvents = useMemo(() => events.filter(({ instant }) => yearOf(instant) === year), [events, year]);
  useEffect(() => bindClockKeys(window, (isLater) => goToNeighbour(events, isLater)), [events]);
  return (
    <section className="timeline" aria-label="Time">
      <BandsLegend />
      <div className="timeline-row">
        <PlayButton />
        <Speeds />
        <DateField />
        <div className="timeline-steps">
          <Steps />
          <Events events={events} yearEvents={yearEvents} year={year} />
        </div>
      </div>
      <Year year={year} season={season} yearEvents={yearEvents} />
    </section>
  );
}
