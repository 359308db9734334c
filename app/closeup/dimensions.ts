import { depthOf, PERSON_M, type Point, personAt, type Sizes } from "./blocks.ts";

/** A line between two points, or one point, with the number that belongs to it. */
export type Dimension = {
  /** Glossary name of the number. */
  readonly name: string;
  /** What it is, in a word. */
  readonly word: string;
  readonly from: Point;
  readonly to: Point;
  /** Where along the line the number stands. */
  readonly textAt: number;
  /** A text beside its line keeps away from the satellite. */
  readonly isBeside: boolean;
};

/** The dimension lines of a satellite; `gapM`: how far they keep from it. */
export function dimensionsOf(sizes: Sizes, gapM: number): readonly Dimension[] {
  const { wingspanM, wingChordM, deployedHeightM, radiatorWingChordM, bodyWidthM } = sizes;
  const tipM = wingspanM / 2;
  const topM = wingChordM / 2 + gapM;
  const sideM = tipM + gapM;
  const leftM = -Math.max(tipM, bodyWidthM / 2) - gapM;
  const footM = -deployedHeightM / 2 - gapM;
  const depthM = -depthOf(sizes) / 2;
  return [
    { name: "wingspanM", word: "span", from: [-tipM, topM, 0], to: [tipM, topM, 0], textAt: 0.24, isBeside: false },
    {
      name: "deployedHeightM",
      word: "height",
      from: [leftM, -deployedHeightM / 2, depthM],
      to: [leftM, deployedHeightM / 2, depthM],
      textAt: 0.5,
      isBeside: true,
    },
    {
      name: "radiatorWingChordM",
      word: "chord",
      from: [0, footM, depthM - radiatorWingChordM / 2],
      to: [0, footM, depthM + radiatorWingChordM / 2],
      textAt: 0.5,
      isBeside: false,
    },
    {
      name: "wingChordM",
      word: "chord",
      from: [sideM, -wingChordM / 2, 0],
      to: [sideM, wingChordM / 2, 0],
      textAt: 0.5,
      isBeside: true,
    },
  ];
}

/** Where the areas are written: on a wing and on a radiator. */
export function areasOf(sizes: Sizes): readonly { readonly name: string; readonly at: Point }[] {
  return [
    { name: "solarAreaM2", at: [sizes.wingspanM / 2 - sizes.wingLengthM * 0.5, 0, 0] },
    {
      name: "radiatorAreaM2",
      at: [0, sizes.deployedHeightM / 2 - sizes.radiatorWingLengthM * 0.4, -depthOf(sizes) / 2],
    },
  ];
}

/** The point beside the person where its height is written. */
export function personLabelAt(sizes: Sizes): Point {
  const [x, y, z] = personAt(sizes);
  return [x + PERSON_M * 0.45, y, z];
}
