/**
 * Exponential atmosphere: base height km, density there kg/m³, scale height km.
 * Vallado, Fundamentals of Astrodynamics, Table 8-4 (figures; the rows that orbits of 150 to 1,000 km need).
 * A static mean: the solar cycle swings the density at 600 km between half and four times this.
 */
export const exponentialAtmosphere = [
  [150, 2.07e-9, 22.523],
  [180, 5.464e-10, 29.74],
  [200, 2.789e-10, 37.105],
  [250, 7.248e-11, 45.546],
  [300, 2.418e-11, 53.628],
  [350, 9.518e-12, 53.298],
  [400, 3.725e-12, 58.515],
  [450, 1.585e-12, 60.828],
  [500, 6.967e-13, 63.822],
  [600, 1.454e-13, 71.835],
  [700, 3.614e-14, 88.667],
  [800, 1.17e-14, 124.64],
  [900, 5.245e-15, 181.05],
  [1000, 3.019e-15, 268.0],
] as const;

/** Heights between which the table speaks, km. */
export const ATMOSPHERE_FLOOR_KM = 150;
export const ATMOSPHERE_CEILING_KM = 1000;
