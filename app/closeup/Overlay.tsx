import type { ReactNode } from "react";
import { Value } from "../parts/Value.tsx";
import type { ValueRow } from "../parts/valueRow.ts";
import { PERSON_M, type Point, type Sizes } from "./blocks.ts";
import { areasOf, dimensionsOf, personLabelAt } from "./dimensions.ts";
import { axesOf, type CloseUpView, hasWords, project, type Size } from "./view.ts";

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

type Anchor = "start" | "middle" | "end";
type Placed = {
  readonly key: string;
  readonly at: readonly [number, number];
  readonly anchor: Anchor;
  readonly word: string;
  readonly row: ValueRow | undefined;
};

const CHARACTER_PX = 7.2;
const LABEL_HEIGHT_PX = 19;

/** Leaves out a label that would lie on one before it: the first named are the ones that matter most. */
function spreadLabels(all: readonly Placed[]): readonly Placed[] {
  const boxes: { left: number; right: number; top: number; bottom: number }[] = [];
  return all.filter(({ at: [x, y], anchor, word, row }) => {
    if (row === undefined && word === "") return false;
    const widthPx = (word.length + (row?.text.length ?? 0) + 2) * CHARACTER_PX;
    const left = anchor === "start" ? x + 6 : anchor === "end" ? x - 6 - widthPx : x - widthPx / 2;
    const box = { left, right: left + widthPx, top: y - LABEL_HEIGHT_PX / 2, bottom: y + LABEL_HEIGHT_PX / 2 };
    const isFree = boxes.every(
      (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
    if (isFree) boxes.push(box);
    return isFree;
  });
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
  const middleX = place([0, 0, 0])[0];
  const awayFrom = (x: number): Anchor => (x < middleX ? "end" : "start");
  const person = place(personLabelAt(sizes));
  const personWord = PERSON_M * view.pxPerM >= LEAST_PERSON_PX ? `person ${PERSON_M} m` : "a person, too small to see";
  const labels = spreadLabels([
    ...lines.map(({ name, word, from, to, textAt, isBeside }) => {
      const at = [from[0] + (to[0] - from[0]) * textAt, from[1] + (to[1] - from[1]) * textAt] as const;
      return {
        key: name,
        at,
        anchor: isBeside ? awayFrom(at[0]) : ("middle" as const),
        word: hasWords(size) ? word : "",
        row: rowOf(name),
      };
    }),
    ...areasOf(sizes)
      .filter(({ name }) => (facing[name] ?? 1) >= LEAST_FACING)
      .map(({ name, at }) => ({ key: name, at: place(at), anchor: "middle" as const, word: "", row: rowOf(name) })),
    { key: "person", at: person, anchor: awayFrom(person[0]), word: personWord, row: undefined },
  ]);
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
      {labels.map(({ key, at, anchor, word, row }) => (
        <Label key={key} at={at} anchor={anchor}>
          {word === "" ? null : <span className="closeup-word">{word} </span>}
          {row === undefined ? null : <Value row={row} size="s" />}
        </Label>
      ))}
      {title === undefined ? null : (
        <Label at={[Math.max(8, top[0]), Math.max(58, top[1])]} anchor="start">
          <span className="closeup-title">{title}</span>
        </Label>
      )}
    </>
  );
}
