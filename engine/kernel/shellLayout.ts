/**
 * Where the kernel of designed shells finds what: read by TypeScript and by AssemblyScript alike.
 * First the numbers that all satellites of a shell share at one time; lengths in km, speeds in km/s, angles in radians.
 * u is the argument of latitude of the ellipse; x is sin 2u and w is cos 2u.
 */
/** The eccentricity vector, from the node and northward. */
export const EX = 0;
export const EY = 1;
/** J2 turns the argument of latitude by an angle with sine x (ARGUMENT_1 + ARGUMENT_3 x²) and cosine 1 + ARGUMENT_2 x². */
export const ARGUMENT_1 = 2;
export const ARGUMENT_2 = 3;
export const ARGUMENT_3 = 4;
/** The same of the node. */
export const NODE_1 = 5;
export const NODE_2 = 6;
export const NODE_3 = 7;
/** Sine and cosine of the inclination are cubics in w. */
export const SINE_0 = 8;
export const SINE_1 = 9;
export const SINE_2 = 10;
export const SINE_3 = 11;
export const COSINE_0 = 12;
export const COSINE_1 = 13;
export const COSINE_2 = 14;
export const COSINE_3 = 15;
/** The radius is AXIS_KM times that of the ellipse, and RADIUS_WAVE_KM w. */
export const AXIS_KM = 16;
export const RADIUS_WAVE_KM = 17;
/** Outward SPEED e sin ν − OUTWARD_WAVE x; onward ONWARD + SPEED e cos ν + ONWARD_WAVE w. */
export const SPEED = 18;
export const OUTWARD_WAVE = 19;
export const ONWARD = 20;
export const ONWARD_WAVE = 21;
/** Cosine and sine of what the mean longitude and the node have turned since the epoch. */
export const LONGITUDE_COSINE = 22;
export const LONGITUDE_SINE = 23;
export const NODE_COSINE = 24;
export const NODE_SINE = 25;
export const MOMENT_COUNT = 26;

/** Numbers of a plane: cosine and sine of the mean longitude of its slot 0 at the epoch, then of its node. */
export const PLANE_COUNT = 4;

/** States of one call at most: small enough for the nearest cache. */
export const TILE_COUNT = 256;
/** Slots whose angles are held at once. */
export const SLOT_ROOM_COUNT = 2048;
/** The last group of a plane is moved whole: so many rows more are written, and so many slots more read. */
export const GROUP_COUNT = 4;

/** Bytes from the start of memory: moment (each number twice, as both lanes of a vector), planes, slots, states. */
export const MOMENT_AT = 1024;
export const PLANES_AT = 2048;
export const SLOT_COSINES_AT = PLANES_AT + (TILE_COUNT + 1) * PLANE_COUNT * 8;
export const SLOT_SINES_AT = SLOT_COSINES_AT + (SLOT_ROOM_COUNT + GROUP_COUNT) * 8;
export const POSITIONS_AT = SLOT_SINES_AT + (SLOT_ROOM_COUNT + GROUP_COUNT) * 8;
export const VELOCITIES_AT = POSITIONS_AT + (TILE_COUNT + GROUP_COUNT) * 24;
export const END_AT = VELOCITIES_AT + (TILE_COUNT + GROUP_COUNT) * 24;
