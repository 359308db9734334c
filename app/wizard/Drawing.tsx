import { useWidth } from "../parts/useWidth.ts";
import { useLit } from "./lit.ts";
import { type Point, project, satelliteFaces, wingSeams } from "./projection.ts";
import type { RowBook } from "./rows.ts";

const MAX_HEIGHT_PX = 340;
const MIN_HEIGHT_PX = 250;
/** Height of the drawing over its width. */
const HEIGHT_RATIO = 0.6;
const MARGIN_PX = { top: 44, right: 84, bottom: 26, left: 40 };
/** Gap between the satellite and its dimension lines, pixels. */
const OFFSET_PX = 16;
/** Length of the compass arms, pixels. */
const ARM_PX = 36;

type Page = (point: Point) => readonly [number, number];

/** A dimension line with end ticks and its text in the middle. */
function Dimension({
  from,
  to,
  text,
  dx = 0,
  dy = 0,
  anchor,
}: {
  from: readonly [number, number];
  to: readonly [number, number];
  text: string;
  dx?: number;
  dy?: number;
  anchor: "start" | "middle";
}) {
  const [x1, y1] = from;
  const [x2, y2] = to;
  return (
    <g className="dimension">
      <line x1={x1} y1={y1} x2={x2} y2={y2} />
      <circle cx={x1} cy={y1} r="1.8" />
      <circle cx={x2} cy={y2} r="1.800" />
      <text x={(x1 + x2) / 2 + dx} y={(y1 + y2) / 2 + dy} textAnchor={anchor}>
        {text}
      </text>
    </g>
  );
}

/** Which way the Sun, the Earth and the flight are. */
function Compass({ x, y }: { x: number; y: number }) {
  const arms = [
    { name: "Sun", to: project([0, 0, 1]), className: "to-sun", anchor: "start" },
    { name: "Earth", to: project([0, -1, 0]), className: "to-earth", anchor: "middle" },
    { name: "flight", to: project([1, 0, 0]), className: "to-flight", anchor: "start" },
  ] as const;
  return (
    <g className="compass" transform={`translate(${x} ${y})`}>
      {arms.map(({ name, to: [dx, dy], className, anchor }) => (
        <g key={name} className={className}>
          <line x2={dx * ARM_PX} y2={dy * ARM_PX} />
          <circle cx={dx * ARM_PX} cy={dy * ARM_PX} r="2" />
          <text
            x={dx * ARM_PX + (anchor === "start" ? 6 : 0)}
            y={dy * ARM_PX + (anchor === "middle" ? 16 : 4)}
            textAnchor={anchor}
          >
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The satellite to scale from wingspan, mean chord and radiator area; it changes as the numbers do. */
export function Drawing({ rows }: { rows: RowBook }) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const lit = { array: useLit("solarAreaM2"), radiator: useLit("radiatorAreaM2") };
  const heightPx = Math.min(MAX_HEIGHT_PX, Math.max(MIN_HEIGHT_PX, Math.round(width * HEIGHT_RATIO)));
  const [span, chord, area, radiator] = ["wingspanM", "chordM", "solarAreaM2", "radiatorAreaM2"].map((name) =>
    rows.ofName(name),
  );
  const sizes = [span, chord, radiator].map((row) => row?.value);
  const known = sizes.every((size) => typeof size === "number" && size > 0);
  return (
    <figure className="drawing" ref={ref} style={{ minHeight: heightPx }}>
      {known && width > 0 && span && chord && area && radiator ? draw() : null}
      <figcaption>
        Span, chord and areas to scale. The radiator's outline and the body's size are not announced.
      </figcaption>
    </figure>
  );

  function draw() {
    const [wingspanM, chordM, radiatorAreaM2] = sizes as [number, number, number];
    const faces = satelliteFaces({ wingspanM, chordM, radiatorAreaM2 });
    const flat = [...faces.wings.flat(), ...faces.radiator, ...faces.body.flat()].map(project);
    const xs = flat.map(([x]) => x);
    const ys = flat.map(([, y]) => y);
    const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    const roomX = width - MARGIN_PX.left - MARGIN_PX.right;
    const roomY = heightPx - MARGIN_PX.top - MARGIN_PX.bottom;
    const scale = Math.min(roomX / (box.right - box.left), roomY / (box.bottom - box.top));
    const shiftX = MARGIN_PX.left + (roomX - (box.right - box.left) * scale) / 2 - box.left * scale;
    const shiftY = MARGIN_PX.top + (roomY - (box.bottom - box.top) * scale) / 2 - box.top * scale;
    const page: Page = (point) => {
      const [x, y] = project(point);
      return [x * scale + shiftX, y * scale + shiftY];
    };
    const path = (points: readonly Point[]) =>
      points
        .map((point) =>
          page(point)
            .map((each) => each.toFixed(1))
            .join(","),
        )
        .join(" ");
    const offsetM = OFFSET_PX / scale;
    const { tipM, halfChordM, footM, halfRadiatorM } = faces;
    const [radiatorX, radiatorY] = page([0, (footM - halfChordM) / 2, halfRadiatorM]);
    const [arrayX, arrayY] = page([-tipM * 0.52, -halfChordM, 0]);
    return (
      <svg
        width={width}
        height={heightPx}
        role="img"
        aria-label={`Satellite to scale: wingspan ${span!.text}, mean chord ${chord!.text}, array ${area!.text}, radiator ${radiator!.text}`}
      >
        <defs>
          <linearGradient id="wing-light" x1="0" x2="1" y1="0" y2="0.3">
            <stop offset="0" className="wing-far" />
            <stop offset="1" className="wing-near" />
          </linearGradient>
        </defs>
        <polygon className="radiator" data-lit={lit.radiator} points={path(faces.radiator)} />
        <line className="boom" {...lineOf(faces.boom)} />
        {[0.25, 0.5, 0.75].map((share) => (
          <line
            key={share}
            className="radiator-tube"
            {...lineOf([
              [0, -halfChordM, halfRadiatorM * (2 * share - 1)],
              [0, footM, halfRadiatorM * (2 * share - 1)],
            ])}
          />
        ))}
        {faces.wings.map((wing, index) => (
          <polygon key={index === 0 ? "left" : "right"} className="wing" data-lit={lit.array} points={path(wing)} />
        ))}
        {faces.wings.flatMap((wing) =>
          wingSeams({ fromM: wing[0]![0], toM: wing[1]![0], halfChordM }).map((seam) => {
            const ends = lineOf(seam);
            return <line key={`${ends.x1} ${ends.y1} ${ends.x2}`} className="seam" {...ends} />;
          }),
        )}
        {faces.body.map((face, index) => (
          <polygon
            key={["sun", "side", "top"][index]}
            className={`body-${["sun", "side", "top"][index]}`}
            points={path(face)}
          />
        ))}
        <Dimension
          from={page([-tipM, halfChordM + offsetM, 0])}
          to={page([tipM, halfChordM + offsetM, 0])}
          text={span!.text}
          dy={-10}
          anchor="middle"
        />
        <Dimension
          from={page([tipM + offsetM, halfChordM, 0])}
          to={page([tipM + offsetM, -halfChordM, 0])}
          text={chord!.text}
          dx={10}
          dy={4}
          anchor="start"
        />
        <g className="callout">
          <text x={radiatorX + 14} y={radiatorY - 2}>
            {radiator!.text}
          </text>
          <text x={radiatorX + 14} y={radiatorY + 14} className="callout-label">
            {radiator!.label}
          </text>
          <text x={arrayX} y={arrayY + 24} textAnchor="middle">
            {area!.text}
          </text>
          <text x={arrayX} y={arrayY + 40} textAnchor="middle" className="callout-label">
            {area!.label}
          </text>
        </g>
        <Compass x={22} y={30} />
      </svg>
    );

    function lineOf(points: readonly Point[]) {
      const [x1, y1] = page(points[0]!);
      const [x2, y2] = page(points[1]!);
      return {
        x1: Number(x1.toFixed(1)),
        y1: Number(y1.toFixed(1)),
        x2: Number(x2.toFixed(1)),
        y2: Number(y2.toFixed(1)),
      };
    }
  }
}
