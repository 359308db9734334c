/**
 * Colour by a quantity. `paint`: what paint.ts writes. Power and temperature are looked up in the tables of engine/plan/cycleTable.ts by the satellite's own
 * angles to the Sun (the twin of readCycleTable): `normal` is its orbit's, unit length.
 */
import { CYCLE_COLUMN_COUNT, CYCLE_ROW_COUNT, CYCLE_SHADOWED_ROW_COUNT } from "#engine";
import { SCALE_TEXEL_COUNT } from "./colouring.ts";

/** Values of `uColourBy`. */
export const colourBy = { light: 0, paint: 1, power: 2, temperature: 3 } as const;

/** Needs `uSun`, of shadowShader.ts. */
export const colourGlsl = /* glsl */ `
uniform int uColourBy;
uniform vec2 uRange;
uniform vec4 uLevels;
uniform highp sampler2D uScale;
uniform highp sampler2DArray uCycle;
const float HALF_TURN = 3.14159265358979;
const float COLUMNS = ${CYCLE_COLUMN_COUNT - 1}.0;
const float SHADOWED_ROWS = ${CYCLE_SHADOWED_ROW_COUNT - 1}.0;
const float LIT_ROWS = ${CYCLE_ROW_COUNT - CYCLE_SHADOWED_ROW_COUNT}.0;

/** Rack power, W, and panel temperature, K. */
vec2 cycleOf(vec3 positionKm, vec3 normal, int table) {
  float shadowless = texelFetch(uCycle, ivec3(3, 0, table), 0).a;
  float sine = clamp(dot(normal, uSun), -1.0, 1.0);
  float cosBeta = sqrt(max(0.0, 1.0 - sine * sine));
  float beta = atan(abs(sine), cosBeta);
  vec3 unit = normalize(positionKm);
  float turns = fract(atan(-dot(cross(normal, unit), uSun), dot(unit, uSun)) / (2.0 * HALF_TURN) + 1.0);
  float shadow = beta < shadowless ? acos(min(1.0, cos(shadowless) / max(1e-6, cosBeta))) / HALF_TURN : 0.0;
  float start = 0.5 - 0.5 * shadow;
  float end = 0.5 + 0.5 * shadow;
  int arc = turns < start ? 0 : turns < end ? 1 : 2;
  float share = arc == 0 ? turns / start : arc == 1 ? (turns - start) / shadow : (turns - end) / start;
  float row = beta < shadowless
    ? SHADOWED_ROWS * (1.0 - sqrt(1.0 - beta / shadowless))
    : SHADOWED_ROWS + LIT_ROWS * (beta - shadowless) / (0.5 * HALF_TURN - shadowless);
  int low = int(clamp(floor(row), 0.0, SHADOWED_ROWS + LIT_ROWS - 1.0));
  float column = clamp(share, 0.0, 1.0) * COLUMNS;
  int left = int(min(floor(column), COLUMNS - 1.0));
  float across = column - float(left);
  float up = row - float(low);
  float below = mix(texelFetch(uCycle, ivec3(left, low, table), 0)[arc], texelFetch(uCycle, ivec3(left + 1, low, table), 0)[arc], across);
  float above = mix(texelFetch(uCycle, ivec3(left, low + 1, table), 0)[arc], texelFetch(uCycle, ivec3(left + 1, low + 1, table), 0)[arc], across);
  float runOut = mix(texelFetch(uCycle, ivec3(arc, low, table), 0).a, texelFetch(uCycle, ivec3(arc, low + 1, table), 0).a, up);
  vec2 levels = arc == 1 ? uLevels.zw : uLevels.xy;
  return vec2(share < runOut ? levels.x : levels.y, mix(below, above, up));
}

vec3 scaleColour(float position) {
  float texel = clamp(position, 0.0, 1.0) * ${SCALE_TEXEL_COUNT - 1}.0;
  int low = int(min(floor(texel), ${SCALE_TEXEL_COUNT - 2}.0));
  return mix(texelFetch(uScale, ivec2(low, 0), 0).rgb, texelFetch(uScale, ivec2(low + 1, 0), 0).rgb, texel - float(low));
}

/** Red, green, blue, and whether the quantity has a value here. */
vec4 quantityColour(vec3 positionKm, vec3 normal, float paint) {
  if (paint < 0.0) return vec4(0.0);
  if (uColourBy == ${colourBy.paint}) return vec4(scaleColour(paint), 1.0);
  vec2 cycle = cycleOf(positionKm, normal, int(paint + 0.5));
  float value = uColourBy == ${colourBy.power} ? cycle.x : cycle.y;
  return vec4(scaleColour((value - uRange.x) / (uRange.y - uRange.x)), 1.0);
}
`;
