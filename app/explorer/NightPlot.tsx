import { useEffect, useRef } from "react";
import { addSeconds, CIVIL_DEG, format, formatInstant, type Instant, type Night, type OverheadCount } from "#engine";
import { clockStore, clockTS } from "../state/clock.ts";

/** Of the drawing, its own units: it is stretched to the width that there is. */
const WIDTH = 1000;
const HEIGHT = 100;
const HOUR_S = 3600;
/** A step of the scrubber, s. */
const STEP_S = 30;

const clock = (instant: Instant) => formatInstant(instant).slice(11, 16);

/** Full hours of UTC within a night, no more than eight. */
function hoursOf(epoch: Instant, { fromTS, toTS }: Night): number[] {
  const stepS = [1, 2, 3, 6].map((hours) => hours * HOUR_S).find((each) => (toTS - fromTS) / each <= 8) ?? 6 * HOUR_S;
  const { secondS } = addSeconds(epoch, fromTS);
  const firstTS = fromTS + ((stepS - (secondS % stepS)) % stepS);
  const hours: number[] = [];
  for (let tS = firstTS; tS <= toTS; tS += stepS) hours.push(tS);
  return hours;
}

/** Time against how many satellites stand above 10°, and how many of them are sunlit; dragging along it moves the clock. */
export function NightPlot({
  night,
  rows,
  epoch,
  tS,
}: {
  night: Night;
  rows: readonly OverheadCount[] | undefined;
  epoch: Instant;
  tS: number;
}) {
  const { fromTS, toTS, dark } = night;
  const most = Math.max(1, ...(rows ?? []).map(({ aboveCount }) => aboveCount));
  const x = (at: number) => ((at - fromTS) / (toTS - fromTS)) * WIDTH;
  const area = (countOf: (row: OverheadCount) => number) =>
    rows === undefined || rows.length === 0
      ? ""
      : `M${x(rows[0]!.tS)} ${HEIGHT}${rows.map((row) => `L${x(row.tS).toFixed(1)} ${(HEIGHT * (1 - countOf(row) / most)).toFixed(2)}`).join("")}L${x(rows.at(-1)!.tS).toFixed(1)} ${HEIGHT}Z`;
  const bright =
    dark === undefined
      ? [[fromTS, toTS]]
      : [
          [fromTS, dark[0]],
          [dark[1], toTS],
        ];
  const range = useRef<HTMLInputElement>(null);
  // Written past React: the shown moment lags behind the clock, and a controlled field would jump back to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shown moment says that the clock has moved
  useEffect(() => {
    if (range.current !== null) range.current.value = String(clockTS(epoch) - fromTS);
  }, [epoch, fromTS, toTS, tS]);
  const isWithin = tS >= fromTS && tS <= toTS;
  return (
    <div className="night">
      <p className="night-scale quiet">
        <span>{format(most, "Count")} at most</span>
        <span className="night-legend">
          <i data-kind="sunlit" /> sunlit <i data-kind="above" /> in shadow
        </span>
      </p>
      <div className="night-plot">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {bright.map(([start, end]) => (
            <rect
              key={start}
              className="night-bright"
              x={x(start!)}
              width={x(end!) - x(start!)}
              y="0"
              height={HEIGHT}
            />
          ))}
          <path className="night-above" d={area(({ aboveCount }) => aboveCount)} />
          <path className="night-sunlit" d={area(({ sunlitCount }) => sunlitCount)} />
        </svg>
        {isWithin && <span className="night-now" style={{ left: `${x(tS) / (WIDTH / 100)}%` }} aria-hidden="true" />}
        <input
          ref={range}
          type="range"
          min={0}
          max={toTS - fromTS}
          step={STEP_S}
          aria-label="Time of the night"
          aria-valuetext={`${clock(addSeconds(epoch, tS))} UTC`}
          onChange={(event) => {
            const { setPaused, setInstant } = clockStore.getState();
            setPaused(true);
            setInstant(addSeconds(epoch, fromTS + Number(event.target.value)));
          }}
        />
      </div>
      <div className="night-hours" aria-hidden="true">
        {hoursOf(epoch, night).map((hour) => (
          <span key={hour} style={{ left: `${x(hour) / (WIDTH / 100)}%` }}>
            {clock(addSeconds(epoch, hour))}
          </span>
        ))}
      </div>
      <div className="unseen">
        <table>
          <caption>Satellites above 10° through the night, UTC</caption>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Sun below {CIVIL_DEG}°</th>
              <th scope="col">Above 10°</th>
              <th scope="col">Sunlit</th>
            </tr>
          </thead>
          <tbody>
            {(rows ?? [])
              .filter((_, row) => row % 6 === 0)
              .map((row) => (
                <tr key={row.tS}>
                  <th scope="row">{clock(addSeconds(epoch, row.tS))}</th>
                  <td>{row.sunAltitudeDeg < CIVIL_DEG ? "yes" : "no"}</td>
                  <td>{row.aboveCount}</td>
                  <td>{row.sunlitCount}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
