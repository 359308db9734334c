/** Speed of light in vacuum, km/s. SI definition. */
export const LIGHT_SPEED_KM_PER_S = 299792.458;
/** Stefan–Boltzmann constant, W/m²K⁴. CODATA 2018. */
export const STEFAN_BOLTZMANN_W_PER_M2_K4 = 5.670374419e-8;
/** Solar irradiance at one astronomical unit, W/m². Kopp and Lean 2011; 1,321 to 1,413 over the year. */
export const SOLAR_CONSTANT_W_PER_M2 = 1361;
/** Astronomical unit, km. IAU 2012. */
export const ASTRONOMICAL_UNIT_KM = 149597870.7;
/** Gravitational parameter, km³/s². WGS 84 as used for satellites (EGM96). SGP4 itself uses WGS 72. */
export const MU_WGS84_KM3_PER_S2 = 398600.4418;
/** Equatorial radius, km. WGS 84. Also the sphere for shadow and line of sight. */
export const EARTH_RADIUS_WGS84_KM = 6378.137;
/** Flattening. WGS 84. */
export const EARTH_FLATTENING_WGS84_RATIO = 1 / 298.257223563;
/** J2 of WGS 84 / EGM96. */
export const J2_WGS84_RATIO = 0.00108262668;
/** Mean radius, km: the sphere of the Earth's view factors and of great-circle distances. IUGG R1. */
export const EARTH_RADIUS_MEAN_KM = 6371;
/** Equatorial radius, km. WGS 72, inside SGP4. */
export const EARTH_RADIUS_WGS72_KM = 6378.135;
/** Gravitational parameter, km³/s². WGS 72, inside SGP4. */
export const MU_WGS72_KM3_PER_S2 = 398600.8;
/** J2 of WGS 72, inside SGP4. */
export const J2_WGS72_RATIO = 0.001082616;
/** Radius of the Sun, km. IAU 2015 nominal. */
export const SUN_RADIUS_KM = 695700;
/** Mean radius of the Moon, km. IAU 2015 Working Group on Cartographic Coordinates (Archinal 2018). */
export const MOON_RADIUS_KM = 1737.4;
/** Length of the tropical year, days: one turn of a sun-synchronous node. */
export const TROPICAL_YEAR_DAYS = 365.24219;
/** Standard gravity, m/s². ISO 80000-3. */
export const STANDARD_GRAVITY_M_PER_S2 = 9.80665;
/** Refractive index of single-mode fibre at 1550 nm. The usual group index; Handley 2018 compares satellite paths with it. */
export const FIBRE_INDEX_RATIO = 1.468;
/** Hours of a Julian year. */
export const HOURS_PER_YEAR = 8766;
/** Seconds of a day of UTC without a leap second. */
export const SECONDS_PER_DAY = 86400;
/** Seconds of a Julian year. */
export const SECONDS_PER_YEAR = 31557600;
/** Turning rate of the Earth, rad/s. WGS 84 (NIMA TR8350.2). */
export const EARTH_RATE_RAD_PER_S = 7.292115e-5;
/** Terrestrial time less UTC, s: 32.184 and the 37 leap seconds since 2017 (IERS Bulletin C). */
export const TT_LESS_UTC_S = 69.184;
/** Speed of light in vacuum, m/s. SI definition. */
export const LIGHT_SPEED_M_PER_S = 299792458;
/** Planck constant, J·s. SI definition. */
export const PLANCK_J_S = 6.62607015e-34;
