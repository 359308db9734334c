/**
 * Where the kernel finds what: read by TypeScript and by AssemblyScript alike.
 * A satellite is `CONSTANT_COUNT` doubles; two satellites lie interleaved, constant by constant, as the two lanes of a vector.
 * Minutes, Earth radii, and angles in half turns, whose whole number is then a rounding away. L is the longitude that drag adds.
 */
/** First what all need, so that a satellite without drag is read in half of the memory. */
export const MEAN_ANOMALY = 0;
export const MEAN_ANOMALY_RATE = 1;
export const PERIGEE = 2;
export const PERIGEE_RATE = 3;
export const NODE = 4;
export const NODE_RATE = 5;
/** Square root of the semi-major axis before drag. */
export const ROOT_AXIS = 6;
export const ECCENTRICITY = 7;
export const COSINE_INCLINATION = 8;
export const SINE_INCLINATION = 9;
/** J3's long-period terms. */
export const LONGITUDE_J3 = 10;
export const ECCENTRICITY_J3 = 11;
/** Of t² in the node. */
export const NODE_DRAG = 12;
/** √a falls by the factor 1 − t·C1 − t²·D2 − t³·D3 − t⁴·D4. */
export const C1 = 13;
export const D2 = 14;
export const D3 = 15;
export const D4 = 16;
/** L is t²·L2 + t³·L3 + t⁴·L4 + t⁵·L5. */
export const L2 = 17;
export const L3 = 18;
export const L4 = 19;
export const L5 = 20;
/** Mean anomaly less perigee takes t·PERIGEE_DRAG + ANOMALY_DRAG · ((1 + ETA cos M)³ − ANOMALY_DRAG_START). */
export const PERIGEE_DRAG = 21;
export const ANOMALY_DRAG = 22;
export const ETA = 23;
export const ANOMALY_DRAG_START = 24;
/** Eccentricity loses t·ECCENTRICITY_DRAG + ECCENTRICITY_DRAG_SINE · (sin M − SINE_START). */
export const ECCENTRICITY_DRAG = 25;
export const ECCENTRICITY_DRAG_SINE = 26;
export const SINE_START = 27;
export const CONSTANT_COUNT = 28;

/** States that one call moves at most: small enough for the nearest cache, a multiple of four. */
export const TILE_COUNT = 512;

/** Bytes from the start of memory. One satellite's constants in both lanes; times; x y z of positions, then of velocities. */
export const SPREAD_AT = 1024;
export const MINUTES_AT = 2048;
export const POSITIONS_AT = 6144;
export const VELOCITIES_AT = 18432;
export const CONSTANTS_AT = 30720;
