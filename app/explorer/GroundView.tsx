import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import {
  addSeconds,
  CIVIL_DEG,
  format,
  formatInstant,
  formatNumber,
  type Instant,
  meanSolarTimeH,
  type Night,
  SUNLIT,
  twilightOf,
} from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { clockStore } from "../state/clock.ts";
import { engineClient } from "../worker/client.ts";
import type { PlaceQuestion } from "../worker/messages.ts";
import { Dome } from "./Dome.tsx";
import { fleetStore, type OpenFlight } from "./fleetStore.ts";
import { groundStore, useGround } from "./groundStore.ts";
import { Highest } from "./Highest.tsx";
import { writeShort } from "./instants.ts";
import { useLayers } from "./layers.ts";
import { NightPlot } from "./NightPlot.tsx";
import { useFollowed } from "./useFollowed.ts";
import { useNightCounts, useNightOf } from "./useNight.ts";
import { useShownTS } from "./useShownTS.ts";
import "./ground.css";

const READ_MS = 200;

const twilightWords = {
  day: "day",
  civil: "civil twilight",
  nautical: "nautical twilight",
  astronomical: "astronomical twilight",
  night: "night",
} as const;

const clock = (instant: Instant) => formatInstant(instant).slice(11, 16);
const solarClock = (place: PlaceQuestion, instant: Instant) => {
  const minutes = Math.floor(meanSolarTimeH(place, instant) * 60 + 1e-6);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
};

function NightWords({ night, epoch }: { night: Night; epoch: Instant }) {
  const at = (tS: number) => writeShort(addSeconds(epoch, tS));
  if (night.kind === "white")
    return (
      <>
        The Sun does not set here from {at(night.fromTS)} to {at(night.toTS)} UTC.
      </>
    );
  return (
    <>
      {night.kind === "polar"
        ? "The Sun does not rise. "
        : `Sunset ${at(night.fromTS)}, sunrise ${at(night.toTS)} UTC. `}
      {night.dark === undefined
        ? "It stays above −6°: twilight all night."
        : `Below −6° from ${clock(addSeconds(epoch, night.dark[0]))} to ${clock(addSeconds(epoch, night.dark[1]))}.`}
    </>
  );
}

/** Whether there is anything to look at now, and when, if not. */
function Darkness({ sunAltitudeDeg, night, epoch }: { sunAltitudeDeg: number; night: Night; epoch: Instant }) {
  const sun = `the Sun stands at ${formatNumber(Number(sunAltitudeDeg.toFixed(1)))}°`;
  if (sunAltitudeDeg < CIVIL_DEG)
    return (
      <>
        Dark enough: {sun}, {twilightWords[twilightOf(sunAltitudeDeg)]}.
      </>
    );
  const { dark } = night;
  return (
    <>
      Too bright to look: {sun}, {twilightWords[twilightOf(sunAltitudeDeg)]}.{" "}
      {dark !== undefined && (
        <button
          type="button"
          className="link"
          onClick={() => {
            clockStore.getState().setPaused(true);
            clockStore.getState().setInstant(addSeconds(epoch, dark[0] + 1));
          }}
        >
          Go to {writeShort(addSeconds(epoch, dark[0]))}
        </button>
      )}
    </>
  );
}

function Sky({ place, flight }: { place: PlaceQuestion; flight: OpenFlight }) {
  const { epoch, number: flightNumber, totalCount, catalogueCount } = flight;
  const tS = useShownTS(READ_MS) ?? 0;
  const isCatalogueSeen = useLayers(({ catalogue }) => catalogue) && catalogueCount > 0;
  const answer = useFollowed({
    key: `${place.name} ${place.latitudeDeg} ${place.longitudeDeg} ${isCatalogueSeen}`,
    flightNumber,
    everyMs: READ_MS,
    ask: (at) => engineClient.overhead({ place, tS: at, isCatalogueSeen }),
  });
  const night = useNightOf({ place, epoch, tS });
  const counts = useNightCounts({ place, fromTS: night.fromTS, toTS: night.toTS, flightNumber, isCatalogueSeen });
  const instant = addSeconds(epoch, tS);
  const aboveCount = answer?.indices.length ?? 0;
  const sunlitCount = answer?.lights.reduce((sum, light) => sum + (light === SUNLIT ? 1 : 0), 0) ?? 0;
  const summary =
    answer === undefined
      ? "Looking up."
      : aboveCount === 0
        ? "No satellite stands above 10° now."
        : `${format(sunlitCount, "Count")} sunlit above 10°, ${format(aboveCount - sunlitCount, "Count")} in the Earth's shadow.`;
  return (
    <>
      <div className="ground-sky">
        <Dome
          answer={answer}
          catalogueFrom={totalCount - catalogueCount}
          label={`The sky over ${place.name}, the zenith in the middle, north up, east at the left. ${summary}`}
        />
        <div className="ground-words">
          <p className="ground-time">
            <strong>{clock(instant)}</strong> UTC{" "}
            <span className="quiet">{solarClock(place, instant)} by the mean Sun here</span>
          </p>
          <p className="ground-count" role="status">
            {summary}
          </p>
          {answer !== undefined && (
            <p>
              <Darkness sunAltitudeDeg={answer.sunAltitudeDeg} night={night} epoch={epoch} />
            </p>
          )}
          <p className="quiet ground-plain">
            Brightness is not modelled: sunlit says that the Sun shines on it, not that an eye can see it. Seen from
            below: north up, east at the left.
          </p>
          {answer !== undefined && aboveCount > 0 && <Highest answer={answer} />}
        </div>
      </div>
      <div className="ground-night">
        <p className="quiet">
          <NightWords night={night} epoch={epoch} />
        </p>
        {counts.isWorking ? (
          <div className="progress">
            <progress value={counts.doneFraction} max={1} aria-label="Counting through the night" />
            <button type="button" className="link" onClick={counts.cancel}>
              Stop
            </button>
          </div>
        ) : (
          counts.rows === undefined && (
            <p>
              Not counted.{" "}
              <button type="button" className="link" onClick={counts.again}>
                Count through the night
              </button>
            </p>
          )
        )}
        <NightPlot night={night} rows={counts.rows} epoch={epoch} tS={tS} />
      </div>
    </>
  );
}

/** What is overhead at a place tonight. Stands over the globe's middle, on a narrow screen over all of it. */
export function GroundView() {
  const place = useGround((state) => state.place);
  const isOpen = useGround((state) => state.isOpen);
  const flight = useStore(fleetStore, (state) => state.flight);
  const head = useRef<HTMLHeadingElement>(null);
  const isShown = isOpen && place !== undefined && flight !== undefined;
  useEffect(() => {
    if (isShown) head.current?.focus();
  }, [isShown]);
  if (!isShown) return null;
  return (
    <section
      className="ground-view"
      aria-label={`The sky over ${place.name}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        groundStore.getState().close();
      }}
    >
      <header>
        <h2 ref={head} tabIndex={-1}>
          The sky over {place.name}
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Back to the globe"
          title="Back to the globe  Esc"
          onClick={() => groundStore.getState().close()}
        >
          <Icon name="close" size={16} />
        </button>
      </header>
      <Sky key={`${place.latitudeDeg} ${place.longitudeDeg}`} place={place} flight={flight} />
    </section>
  );
}
