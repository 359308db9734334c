/** A point of the drawing, metres: x along the span, y away from the Earth, z towards the Sun. */
export type Point = readonly [xM: number, yM: number, zM: number];

/** The view: turned about the vertical, then tilted down. Parallel lines stay parallel, and all three axes keep one scale. */
const YAW_RAD = (42 * Math.PI) / 180;
const PITCH_RAD = (17 * Math.PI) / 180;

/** Orthographic projection to the page, metres, y down. */
export function project([xM, yM, zM]: Point): readonly [number, number] {
  const depthM = -xM * Math.sin(YAW_RAD) + zM * Math.cos(YAW_RAD);
  return [xM * Math.cos(YAW_RAD) + zM * Math.sin(YAW_RAD), -yM * Math.cos(PITCH_RAD) + depthM * Math.sin(PITCH_RAD)];
}

/** Height of the drawn radiator over its width: its outline is not announced, its area is. */
const RADIATOR_SHAPE_RATIO = 3;
/** Edge of the drawn body over the chord: its size is not announced. */
const BODY_SHAPE_RATIO = 0.3;

/** The satellite as flat faces, true to wingspan, mean chord and radiator area. */
export function satelliteFaces({
  wingspanM,
  chordM,
  radiatorAreaM2,
}: {
  wingspanM: number;
  chordM: number;
  radiatorAreaM2: number;
}) {
  const tipM = wingspanM / 2;
  const halfChordM = chordM / 2;
  const halfBodyM = Math.min(chordM * BODY_SHAPE_RATIO, wingspanM * 0.05) / 2;
  const radiatorWidthM = Math.sqrt(radiatorAreaM2 / RADIATOR_SHAPE_RATIO);
  const radiatorHeightM = radiatorAreaM2 / radiatorWidthM;
  const wing = (fromM: number, toM: number): Point[] => [
    [fromM, halfChordM, 0],
    [toM, halfChordM, 0],
    [toM, -halfChordM, 0],
    [fromM, -halfChordM, 0],
  ];
  const footM = -halfChordM - radiatorHeightM;
  const half = radiatorWidthM / 2;
  const b = halfBodyM;
  return {
    tipM,
    halfChordM,
    footM,
    halfRadiatorM: half,
    wings: [wing(-tipM, -b), wing(b, tipM)],
    /** Boom from the body to the panel, and the panel itself: edge-on to the Sun, faces along the flight. */
    boom: [
      [0, -b, 0],
      [0, -halfChordM, 0],
    ] as Point[],
    radiator: [
      [0, -halfChordM, -half],
      [0, -halfChordM, half],
      [0, footM, half],
      [0, footM, -half],
    ] as Point[],
    /** The three faces of the body that this view shows: towards the Sun, towards the viewer's left, and the top. */
    body: [
      [
        [-b, b, b],
        [b, b, b],
        [b, -b, b],
        [-b, -b, b],
      ],
      [
        [-b, b, -b],
        [-b, b, b],
        [-b, -b, b],
        [-b, -b, -b],
      ],
      [
        [-b, b, -b],
        [b, b, -b],
        [b, b, b],
        [-b, b, b],
      ],
    ] as Point[][],
  };
}

/** Lines across a wing at every cell row and along its middle. */
export function wingSeams({
  fromM,
  toM,
  halfChordM,
}: {
  fromM: number;
  toM: number;
  halfChordM: number;
}): (readonly [Point, Point])[] {
  const lengthM = Math.abs(toM - fromM);
  const count = Math.min(40, Math.max(2, Math.round(lengthM / Math.max(halfChordM, lengthM / 40))));
  const across = Array.from({ length: count - 1 }, (_, index): readonly [Point, Point] => {
    const xM = fromM + ((toM - fromM) * (index + 1)) / count;
    return [
      [xM, halfChordM, 0],
      [xM, -halfChordM, 0],
    ];
  });
  return [
    ...across,
    [
      [fromM, 0, 0],
      [toM, 0, 0],
    ],
  ];
}
