import "./figures.css";
import { type ReactNode, useEffect, useId, useState } from "react";
import { type Figure, hasDrawing, isRightColumn, type SeriesFigure, tableTexts } from "#engine";
import { useWidth } from "../parts/useWidth.ts";
import { drawCrosshair, nearestIndex } from "./crosshair.ts";
import { type Drawn, drawFigure } from "./drawFigure.ts";
import { roles } from "./paint.ts";
import { readingsAt } from "./seriesPlot.ts";

/** Points that Page Up and Page Down leap over: a tenth of the figure. */
const LEAP_SHARE = 0.1;

/** A figure in the page's colours, as wide as its place, with its words and its numbers. `aside` stands beside the title. */
export function FigureView({
  figure,
  isStale = false,
  aside,
  children,
}: {
  figure: Figure;
  isStale?: boolean;
  aside?: ReactNode;
  /** After the caption: the sources that it cites. */
  children?: ReactNode;
}) {
  const isDrawn = hasDrawing(figure);
  const isTable = figure.kind === "table";
  return (
    <figure className="figure-view" data-figure={figure.id} data-stale={isStale}>
      <h3>
        {figure.title} {aside}
      </h3>
      {figure.kind === "series" && isDrawn ? (
        <SeriesView figure={figure} />
      ) : (
        <>
          <p className="figure-words">{figure.summary}</p>
          {isDrawn ? <Drawing figure={figure} /> : null}
          {isTable ? <FigureTable figure={figure} /> : null}
        </>
      )}
      {figure.caption === "" ? null : (
        <figcaption>
          {figure.caption}
          {children}
        </figcaption>
      )}
      {isTable || figure.table.rows.length === 0 ? null : (
        <details className="figure-numbers">
          <summary>In numbers</summary>
          <FigureTable figure={figure} />
        </details>
      )}
    </figure>
  );
}

/** Holds the place of a figure that is on its way. */
export function FigureWaiting() {
  return (
    <p className="figure-waiting quiet" role="status">
      Drawing
    </p>
  );
}

/** The drawing in its place; it is drawn anew when the figure or the width changes. */
function Drawing({ figure, onDrawn }: { figure: Figure; onDrawn?: (drawn: Drawn) => void }) {
  const { ref, width } = useWidth<HTMLDivElement>();
  useEffect(() => {
    const element = ref.current;
    if (element === null || width === 0) return;
    const drawn = drawFigure({ figure, width, document });
    element.replaceChildren(drawn.svg);
    onDrawn?.(drawn);
  }, [ref, width, figure, onDrawn]);
  return <div className="figure-drawing" role="img" aria-label={`${figure.title}. ${figure.summary}`} ref={ref} />;
}

/** Lines with a crosshair: the pointer or the arrow keys read the values at one place. */
function SeriesView({ figure }: { figure: SeriesFigure }) {
  const [drawn, setDrawn] = useState<Drawn>();
  const [given, setIndex] = useState<number>();
  const wordsId = useId();
  const count = figure.x.values.length;
  const index = given === undefined ? undefined : Math.min(given, count - 1);

  useEffect(() => {
    if (drawn === undefined || index === undefined) return;
    const cross = drawCrosshair({ figure, drawn, index });
    drawn.svg.append(cross);
    return () => cross.remove();
  }, [figure, drawn, index]);

  const point = (event: React.PointerEvent) => {
    const box = drawn?.svg.getBoundingClientRect();
    if (drawn === undefined || box === undefined || box.width === 0) return;
    const px = ((event.clientX - box.left) * drawn.svg.viewBox.baseVal.width) / box.width;
    setIndex(nearestIndex({ figure, drawn, px }));
  };
  const press = (event: React.KeyboardEvent) => {
    const leap = Math.max(1, Math.round(LEAP_SHARE * count));
    const from = index ?? Math.floor(count / 2);
    const step = (by: number) => (index === undefined ? from : from + by);
    const to = {
      ArrowLeft: step(-1),
      ArrowDown: step(-1),
      ArrowRight: step(1),
      ArrowUp: step(1),
      PageUp: step(leap),
      PageDown: step(-leap),
      Home: 0,
      End: count - 1,
    }[event.key];
    if (event.key === "Escape" && index !== undefined) {
      setIndex(undefined);
      event.stopPropagation();
    } else if (to !== undefined) {
      event.preventDefault();
      setIndex(Math.max(0, Math.min(count - 1, to)));
    }
  };
  const readings = index === undefined ? undefined : readingsAt(figure, index);
  const spoken =
    readings === undefined
      ? figure.summary
      : `${figure.x.label} ${readings.place}: ${readings.values.map(({ label, text }) => `${label} ${text}`).join(", ")}`;
  return (
    <>
      <div className="figure-words" id={wordsId}>
        <p data-read={readings !== undefined}>{figure.summary}</p>
        {readings === undefined ? null : (
          <dl className="figure-readings">
            <div>
              <dt>{figure.x.label}</dt>
              <dd>{readings.place}</dd>
            </div>
            {readings.values.map(({ label, role, text }) => (
              <div key={label}>
                <dt>
                  <i style={{ background: roles[role].stroke }} /> {label}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <div
        className="figure-axes"
        role="slider"
        tabIndex={0}
        aria-label={`${figure.title}: read the values`}
        aria-describedby={wordsId}
        aria-valuemin={0}
        aria-valuemax={count - 1}
        aria-valuenow={index ?? 0}
        aria-valuetext={spoken}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setIndex(undefined)}
        onBlur={() => setIndex(undefined)}
        onKeyDown={press}
      >
        <Drawing figure={figure} onDrawn={setDrawn} />
      </div>
    </>
  );
}

/** The figure's numbers; nothing where there are none. */
function FigureTable({ figure: { table, title } }: { figure: Figure }) {
  if (table.rows.length === 0) return null;
  const { heads, rows } = tableTexts(table);
  const side = (column: number) => (isRightColumn(table.columns[column]!) ? "number" : undefined);
  return (
    <div className="figure-table">
      <table>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={head} scope="col" className={side(column)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join(" ")}>
              {cells.map((cell, column) => (
                <td key={heads[column]} className={side(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
