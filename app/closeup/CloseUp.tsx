import "./closeup.css";
import { useElementSize } from "@mantine/hooks";
import { Canvas, useThree } from "@react-three/fiber";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { format } from "#engine";
import { Icon } from "../parts/Icon.tsx";
import { canDraw } from "../parts/webgl.ts";
import { useScheme } from "../state/use.ts";
import { cornersOf, type Point, type Sizes } from "./blocks.ts";
import { Overlay, type RowOf } from "./Overlay.tsx";
import { mixPaint, type Paint } from "./paint.ts";
import { Satellite } from "./Satellite.tsx";
import { useCloseUpView, useViewControls } from "./useCloseUpView.ts";
import { axesOf, type CloseUpView, marginOf, rulerM, type Size, sides } from "./view.ts";

/** A satellite to draw: its sizes, and the rows behind its numbers. */
export type Design = { readonly title: string; readonly sizes: Sizes; readonly rowOf: RowOf };

/** Gap between two satellites, share of the taller one. */
const GAP_RATIO = 0.32;
const HEIGHT_RATIO = 0.62;
const HEIGHT_PX = { least: 300, most: 470, mostOfTwo: 640 };
const EYE_M = 1e4;
/** Length of the compass arms, pixels. */
const ARM_PX = 30;

/** Puts the camera where the view says. */
function Eye({ view, centreM, size }: { view: CloseUpView; centreM: Point; size: Size }) {
  const camera = useThree((state) => state.camera);
  const invalidate = useThree((state) => state.invalidate);
  useLayoutEffect(() => {
    const { right, up, eye } = axesOf(view);
    // The frame's middle lies between margins that differ above and below.
    const { leftPx, rightPx, topPx, bottomPx } = marginOf(size);
    const dx = (rightPx - leftPx) / 2 / view.pxPerM;
    const dy = (topPx - bottomPx) / 2 / view.pxPerM;
    const at = (axis: 0 | 1 | 2) => centreM[axis] + right[axis] * dx + up[axis] * dy + eye[axis] * EYE_M;
    camera.position.set(at(0), at(1), at(2));
    camera.up.set(...up);
    camera.lookAt(at(0) - eye[0], at(1) - eye[1], at(2) - eye[2]);
    camera.zoom = view.pxPerM;
    camera.near = 1;
    camera.far = 2 * EYE_M;
    camera.updateProjectionMatrix();
    invalidate();
  });
  return null;
}

/** Which way the Sun, the Earth and the flight are. */
function Compass({ view }: { view: CloseUpView }) {
  const { right, up } = axesOf(view);
  const arms = [
    { name: "Sun", axis: 2, sign: 1, className: "to-sun" },
    { name: "Earth", axis: 1, sign: -1, className: "to-earth" },
    { name: "flight", axis: 0, sign: 1, className: "to-flight" },
  ] as const;
  return (
    <svg className="compass closeup-compass" width="132" height="96" viewBox="-66 -48 132 96" aria-hidden="true">
      {arms.map(({ name, axis, sign, className }) => {
        const [x, y] = [right[axis] * sign * ARM_PX, -up[axis] * sign * ARM_PX];
        return (
          <g key={name} className={className}>
            <line x2={x} y2={y} />
            <circle cx={x} cy={y} r="2" />
            <text
              x={x * 1.25}
              y={y * 1.25 + 4}
              textAnchor={x > 8 ? "start" : x < -8 ? "end" : "middle"}
              opacity={Math.hypot(x, y) < 8 ? 0 : 1}
            >
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/**
 * The satellite being sized, in three dimensions and true to scale; with a second design both, at one scale. Where WebGL is missing,
 * `fallback` stands instead.
 */
export function CloseUp({
  designs,
  lit,
  label,
  fallback,
}: {
  designs: readonly Design[];
  /** Names that feed the number somebody points at. */
  lit: ReadonlySet<string>;
  /** What the picture shows, for whoever does not see it. */
  label: string;
  fallback: React.ReactNode;
}) {
  const [isAble] = useState(canDraw);
  const scheme = useScheme();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const frame = useRef<HTMLDivElement>(null);
  const [paint, setPaint] = useState<Paint>();
  const [shows, setShows] = useState(true);
  const most = designs.length > 1 ? HEIGHT_PX.mostOfTwo : HEIGHT_PX.most;
  const ratio = designs.length > 1 ? HEIGHT_RATIO * 1.4 : HEIGHT_RATIO;
  const size: Size = {
    widthPx: Math.max(1, width),
    heightPx: Math.min(most, Math.max(HEIGHT_PX.least, Math.round(width * ratio))),
  };
  const placed = useMemo(() => {
    const highs = designs.map(({ sizes }) => Math.max(sizes.deployedHeightM, sizes.wingChordM, sizes.bodyHeightM));
    const gapM = Math.max(...highs) * GAP_RATIO;
    let foot = 0;
    return designs.map((design, index) => {
      const yM = index === 0 ? 0 : -(foot + gapM + highs[index]! / 2);
      foot = index === 0 ? highs[0]! / 2 : foot + gapM + highs[index]!;
      return { ...design, shiftM: [0, yM, 0] as Point };
    });
  }, [designs]);
  const corners = useMemo(
    () =>
      placed.flatMap(({ sizes, shiftM }) =>
        cornersOf(sizes).map(([x, y, z]): Point => [x + shiftM[0], y + shiftM[1], z + shiftM[2]]),
      ),
    [placed],
  );
  const controls = useCloseUpView(corners, size);
  const { view, centreM, lookFrom, zoomBy, refit, isFitted } = controls;
  useViewControls(frame, controls);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read again when the theme changes
  useEffect(() => {
    if (frame.current !== null) setPaint(mixPaint(frame.current));
  }, [scheme]);
  /** The key light stands as far off as the satellite is wide, so that its sheen runs along the wings. */
  const reachM = Math.max(...designs.map(({ sizes }) => sizes.wingspanM));
  const lengthM = rulerM(view.pxPerM);
  if (!isAble) return <>{fallback}</>;
  return (
    <figure className="closeup" ref={ref}>
      <div
        className="closeup-frame"
        ref={frame}
        style={{ height: size.heightPx }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys turn what is in it
        tabIndex={0}
        role="img"
        aria-label={label}
        data-px-per-m={view.pxPerM}
      >
        {paint === undefined || width === 0 ? null : (
          <Canvas
            orthographic
            flat
            dpr={[1, 2]}
            frameloop="demand"
            style={{ position: "absolute", inset: 0 }}
            gl={{ antialias: true, alpha: true, stencil: false }}
            camera={{ position: [0, 0, EYE_M], near: 1, far: 2 * EYE_M }}
          >
            <Eye view={view} centreM={centreM} size={size} />
            <ambientLight intensity={0.95} />
            <directionalLight position={[0, 0, 1]} intensity={0.8} />
            <pointLight position={[-0.45 * reachM, 0.5 * reachM, 0.9 * reachM]} intensity={1.5} decay={0} />
            <directionalLight position={[0.9, -0.5, -0.6]} intensity={0.8} color="#9fc4ff" />
            {placed.map(({ sizes, shiftM }, index) => (
              <group key={index === 0 ? "now" : "kept"} position={[...shiftM]}>
                <Satellite sizes={sizes} paint={paint} lit={lit} />
              </group>
            ))}
          </Canvas>
        )}
        <Compass view={view} />
        <div className="closeup-ruler" style={{ width: lengthM * view.pxPerM }} data-length-m={lengthM}>
          <span>{format(lengthM, "M")}</span>
        </div>
      </div>
      {shows && width > 0
        ? placed.map(({ title, sizes, rowOf, shiftM }, index) => (
            <Overlay
              key={index === 0 ? "now" : "kept"}
              sizes={sizes}
              rowOf={rowOf}
              shiftM={shiftM}
              title={designs.length > 1 ? title : undefined}
              view={view}
              size={size}
              centreM={centreM}
            />
          ))
        : null}
      <div className="closeup-tools" role="toolbar" aria-label="View of the satellite">
        {sides.map((side) => (
          <button type="button" key={side.id} onClick={() => lookFrom(side)}>
            {side.label}
          </button>
        ))}
        <button type="button" aria-pressed={shows} onClick={() => setShows(!shows)}>
          Sizes
        </button>
        <button type="button" className="icon-button" aria-label="Nearer" onClick={() => zoomBy(1.25)}>
          <Icon name="plus" size={14} />
        </button>
        <button type="button" className="icon-button" aria-label="Farther" onClick={() => zoomBy(0.8)}>
          <Icon name="minus" size={14} />
        </button>
        <button type="button" className="icon-button" aria-label="Whole satellite" disabled={isFitted} onClick={refit}>
          <Icon name="fit" size={14} />
        </button>
      </div>
      <figcaption>
        To scale: spans, chords, heights, areas and the person. Seams, tubes and terminals are drawn, not announced.
        Drag or arrow keys turn it.
      </figcaption>
    </figure>
  );
}
