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

/**
 * Harris and Priester's atmosphere for mean solar activity, between the night side's least and the day side's bulge: km, kg/m³, kg/m³.
 * Rows as printed by Montenbruck and Gill and used by Orekit, 500 to 1,000 km. The span between the two stands for the solar cycle's swing.
 */
export const harrisPriesterAtmosphere = [
  [500, 3.916e-13, 2.042e-12],
  [520, 2.819e-13, 1.605e-12],
  [540, 2.042e-13, 1.267e-12],
  [560, 1.488e-13, 1.005e-12],
  [580, 1.092e-13, 7.997e-13],
  [600, 8.07e-14, 6.39e-13],
  [620, 6.012e-14, 5.123e-13],
  [640, 4.519e-14, 4.121e-13],
  [660, 3.43e-14, 3.325e-13],
  [680, 2.632e-14, 2.691e-13],
  [700, 2.043e-14, 2.185e-13],
  [720, 1.607e-14, 1.779e-13],
  [740, 1.281e-14, 1.452e-13],
  [760, 1.036e-14, 1.19e-13],
  [780, 8.496e-15, 9.776e-14],
  [800, 7.069e-15, 8.059e-14],
  [850, 4.8e-15, 5.5e-14],
  [900, 3.3e-15, 3.7e-14],
  [950, 2.45e-15, 2.4e-14],
  [1000, 1.9e-15, 1.7e-14],
] as const;
