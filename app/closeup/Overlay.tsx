import type { ReactNode } from "react";
import { Value } from "../parts/Value.tsx";
import type { ValueRow } from "../parts/valueRow.ts";
import { PERSON_M, type Point, type Sizes } from "./blocks.ts";
import { areasOf, dimensionsOf, personLabelAt } from "./dimensions.ts";
import { axesOf, type CloseUpView, project, type Size } from "./view.ts";

export type RowOf = (name: string) => ValueRow | undefined;

const GAP_PX = 14;
/** A dimension seen so obliquely that it is shorter than this is left out, pixels. */
const LEAST_LINE_PX = 40;
/** A face turned farther away than this is not written on. */
const LEAST_FACING = 0.35;
const LEAST_PERSON_PX = 5;

function Label({
  at: [x, y],
  anchor,
  children,
}: {
  at: readonly [number, number];
  anchor: string;
  children: ReactNode;
}) {
  return (
    <div
      className="closeup-label"
      data-anchor={anchor}
      style={{ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` }}
    >
      <div>{children}</div>
    </div>
  );
}

/** Dimension lines and numbers of one satellite, drawn over it. Each number opens its origin. */
export function Overlay({
  sizes,
  rowOf,
  shiftM,
  title,
  view,
  size,
  centreM,
}: {
  sizes: Sizes;
  rowOf: RowOf;
  /** Where this satellite stands in the scene. */
  shiftM: Point;
  /** Its name, when it is one of two. */
  title: string | undefined;
  view: CloseUpView;
  size: Size;
  centreM: Point;
}) {
  const place = ([x, y, z]: Point) =>
    project({ point: [x + shiftM[0], y + shiftM[1], z + shiftM[2]], view, size, centreM });
  const lines = dimensionsOf(sizes, GAP_PX / view.pxPerM).flatMap((dimension) => {
    const [from, to] = [place(dimension.from), place(dimension.to)];
    const isLong = Math.hypot(to[0] - from[0], to[1] - from[1]) >= LEAST_LINE_PX;
    return isLong ? [{ ...dimension, from, to }] : [];
  });
  const { eye } = axesOf(view);
  const facing: Readonly<Record<string, number>> = {
    solarAreaM2: Math.abs(eye[2]),
    radiatorAreaM2: Math.abs(eye[0]),
  };
  const areas = areasOf(sizes).filter(({ name }) => (facing[name] ?? 1) >= LEAST_FACING);
  const middleX = place([0, 0, 0])[0];
  const awayFrom = (x: number) => (x < middleX ? "end" : "start");
  const person = place(personLabelAt(sizes));
  const personPx = PERSON_M * view.pxPerM;
  const top = place([-sizes.wingspanM / 2, Math.max(sizes.deployedHeightM, sizes.wingChordM) / 2, 0]);
  return (
    <>
      <svg className="closeup-lines" width={size.widthPx} height={size.heightPx} aria-hidden="true">
        {lines.map(({ name, from: [x1, y1], to: [x2, y2] }) => (
          <g key={name}>
            <line x1={x1} y1={y1} x2={x2} y2={y2} />
            <circle cx={x1} cy={y1} r="1.8" />
            <circle cx={x2} cy={y2} r="1.8" />
          </g>
        ))}
      </svg>
      {lines.map(({ name, from, to, textAt, isBeside }) => {
        const row = rowOf(name);
        const at = [from[0] + (to[0] - from[0]) * textAt, from[1] + (to[1] - from[1]) * textAt] as const;
        return row === undefined ? null : (
          <Label key={name} at={at} anchor={isBeside ? awayFrom(at[0]) : "middle"}>
            <Value row={row} size="s" />
          </Label>
        );
      })}
      {areas.map(({ name, at }) => {
        const row = rowOf(name);
        return row === undefined ? null : (
          <Label key={name} at={place(at)} anchor="middle">
            <Value row={row} size="s" />
          </Label>
        );
      })}
      <Label at={person} anchor={awayFrom(person[0])}>
        <span className="closeup-person">
          {personPx >= LEAST_PERSON_PX ? `person ${PERSON_M} m` : "a person, too small to see"}
        </span>
      </Label>
      {title === undefined ? null : (
        <Label at={[Math.max(8, top[0]), Math.max(58, top[1])]} anchor="start">
          <span className="closeup-title">{title}</span>
        </Label>
      )}
    </>
  );
}
