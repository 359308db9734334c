/**
 * The unfolded satellite as blocks, metres: x along the span (the flight in a dawn-dusk orbit), y away from the Earth, z towards the Sun.
 * Spans, chords, heights and the body are the plan's. Thickness of panels, seams, size and place of terminals are drawn, not announced.
 */
export type Point = readonly [xM: number, yM: number, zM: number];
export type Block = {
  readonly part: "array" | "radiator" | "body" | "boom" | "terminal";
  readonly centreM: Point;
  readonly sizeM: Point;
};

/** Sizes by their glossary names. */
export type Sizes = {
  readonly wingspanM: number;
  readonly wingLengthM: number;
  readonly wingChordM: number;
  readonly deployedHeightM: number;
  readonly radiatorWingLengthM: number;
  readonly radiatorWingChordM: number;
  readonly bodyWidthM: number;
  readonly bodyHeightM: number;
  /** With width and height it gives the depth. */
  readonly bodyVolumeM3: number;
  readonly laserTerminalCount: number;
};
export const sizeNames = [
  "wingspanM",
  "wingLengthM",
  "wingChordM",
  "deployedHeightM",
  "radiatorWingLengthM",
  "radiatorWingChordM",
  "bodyWidthM",
  "bodyHeightM",
  "bodyVolumeM3",
  "laserTerminalCount",
] as const satisfies readonly (keyof Sizes)[];

/** The sizes of a plan, looked up by name; undefined until they are there or where one of them is no length. */
export function readSizes(lookUp: (name: string) => unknown): Sizes | undefined {
  const values = sizeNames.map(lookUp);
  const isSize = (value: unknown, index: number) =>
    typeof value === "number" && (value > 0 || sizeNames[index] === "laserTerminalCount");
  if (!values.every(isSize)) return undefined;
  return Object.fromEntries(sizeNames.map((name, index) => [name, values[index]])) as unknown as Sizes;
}

/** What the six faces of a part's blocks are made of, in three's order: ±x, ±y, ±z. Cells lie on the face to the Sun, the back is bare film. */
export const facesOf = {
  array: ["edge", "edge", "edge", "edge", "cells", "film"],
  radiator: ["panel", "panel", "rim", "rim", "rim", "rim"],
} as const;

export const depthOf = ({ bodyVolumeM3, bodyWidthM, bodyHeightM }: Sizes) => bodyVolumeM3 / (bodyWidthM * bodyHeightM);

/** Height of the person drawn for scale. */
export const PERSON_M = 1.75;
/** Panels are centimetres thick; drawn a little stronger so that an edge can be seen. */
const ARRAY_THICKNESS_RATIO = 0.006;
const RADIATOR_THICKNESS_RATIO = 0.008;
const TERMINAL_M = 0.45;
/** Share of a leaf's width that its hinge takes. */
const HINGE_RATIO = 0.03;
const MOST_LEAVES = 24;
const MOST_TERMINALS = 16;

/** A wing in leaves about as wide as its chord, for the eye. */
function leaves(count: number, make: (centre: number, length: number) => Block, fromM: number, toM: number): Block[] {
  const stepM = (toM - fromM) / count;
  return Array.from({ length: count }, (_, index) => {
    // The outermost edge is the wing's own: hinges lie between leaves only.
    const lowM = fromM + stepM * index + (index === 0 ? 0 : (stepM * HINGE_RATIO) / 2);
    const highM = fromM + stepM * (index + 1) - (index === count - 1 ? 0 : (stepM * HINGE_RATIO) / 2);
    return make((lowM + highM) / 2, Math.abs(highM - lowM));
  });
}
const leafCount = (lengthM: number, chordM: number) =>
  Math.min(MOST_LEAVES, Math.max(2, Math.round(lengthM / Math.max(chordM / 2, 1e-9))));

/** Every block of the satellite; its widest extent along x is the wingspan, along y the deployed height or the chord. */
export function blocksOf(sizes: Sizes): readonly Block[] {
  const { wingspanM, wingLengthM, wingChordM, deployedHeightM, radiatorWingLengthM, radiatorWingChordM } = sizes;
  const { bodyWidthM, bodyHeightM, laserTerminalCount } = sizes;
  const arrayThicknessM = wingChordM * ARRAY_THICKNESS_RATIO;
  const radiatorThicknessM = radiatorWingChordM * RADIATOR_THICKNESS_RATIO;
  const rootM = wingspanM / 2 - wingLengthM;
  const footM = deployedHeightM / 2 - radiatorWingLengthM;
  const depthM = depthOf(sizes);
  const terminalM = Math.min(TERMINAL_M, bodyWidthM / 4, bodyHeightM / 2);
  const wings = [-1, 1].flatMap((side) =>
    leaves(
      leafCount(wingLengthM, wingChordM),
      (centre, length): Block => ({
        part: "array",
        centreM: [side * centre, 0, 0],
        sizeM: [length, wingChordM, arrayThicknessM],
      }),
      rootM,
      wingspanM / 2,
    ),
  );
  const radiators = [-1, 1].flatMap((side) =>
    leaves(
      leafCount(radiatorWingLengthM, radiatorWingChordM),
      (centre, length): Block => ({
        part: "radiator",
        centreM: [0, side * centre, -depthM / 2],
        sizeM: [radiatorThicknessM, length, radiatorWingChordM],
      }),
      footM,
      deployedHeightM / 2,
    ),
  );
  const shown = Math.min(MOST_TERMINALS, Math.round(laserTerminalCount));
  const terminals = Array.from({ length: shown }, (_, index): Block => {
    // Along the edges of the face that looks at the Earth's limb, half ahead and half behind.
    const side = index % 2 === 0 ? 1 : -1;
    const row = Math.floor(index / 2);
    const rows = Math.ceil(shown / 2);
    const alongM = rows === 1 ? 0 : (row / (rows - 1) - 0.5) * depthM * 0.7;
    return {
      part: "terminal",
      centreM: [(side * (bodyWidthM - terminalM)) / 2, -bodyHeightM / 2 - terminalM / 2, alongM - depthM / 2],
      sizeM: [terminalM, terminalM, terminalM],
    };
  });
  return [
    ...wings,
    ...radiators,
    { part: "body", centreM: [0, 0, -depthM / 2], sizeM: [bodyWidthM, bodyHeightM, depthM] },
    ...(rootM > bodyWidthM / 2
      ? [-1, 1].map(
          (side): Block => ({
            part: "boom",
            centreM: [(side * (rootM + bodyWidthM / 2)) / 2, 0, 0],
            sizeM: [rootM - bodyWidthM / 2, wingChordM * 0.02, wingChordM * 0.02],
          }),
        )
      : []),
    ...terminals,
  ];
}

/** Where the person floats: below the wing, beside the radiator, the feet towards the Earth. */
export const personAt = ({ bodyWidthM, bodyHeightM, wingChordM }: Sizes): Point => [
  bodyWidthM / 2 + PERSON_M,
  -Math.max(wingChordM, bodyHeightM) / 2 - PERSON_M,
  0,
];

/** Outermost points of a satellite and its person: what a view must show. */
export function cornersOf(sizes: Sizes): readonly Point[] {
  const { wingspanM, wingChordM, deployedHeightM, radiatorWingChordM, bodyWidthM, bodyHeightM } = sizes;
  const depthM = depthOf(sizes);
  const [personX, personY] = personAt(sizes);
  const signs = [-1, 1] as const;
  return [
    ...signs.flatMap((x) => signs.map((y): Point => [(x * wingspanM) / 2, (y * wingChordM) / 2, 0])),
    ...signs.flatMap((y) =>
      signs.map((z): Point => [0, (y * deployedHeightM) / 2, (z * radiatorWingChordM - depthM) / 2]),
    ),
    ...signs.flatMap((x) =>
      signs.flatMap((y) => [-depthM, 0].map((z): Point => [(x * bodyWidthM) / 2, (y * bodyHeightM) / 2, z])),
    ),
    [personX + PERSON_M / 2, personY - PERSON_M / 2, 0],
  ];
}
