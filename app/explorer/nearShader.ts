/**
 * How a near satellite looks. Its place comes as a difference from the camera, its axes as directions in TEME; light is the Sun's, less in
 * the penumbra and none in the umbra, and the day side of the Earth below. Colours are worked out linearly and written as the display has them.
 */
export const nearVertex = /* glsl */ `
attribute float material;
attribute vec3 offsetKm;
attribute vec3 spanAxis;
attribute vec3 upAxis;
attribute vec3 sunAxis;
attribute vec2 look;
attribute vec4 tint;
varying vec3 vNormal;
varying vec3 vFromEyeKm;
varying vec3 vLocalM;
varying vec3 vLocalNormal;
varying vec2 vLook;
flat varying vec4 vTint;
flat varying int vMaterial;
void main() {
  mat3 turn = mat3(spanAxis, upAxis, sunAxis);
  vec3 fromEyeKm = offsetKm + turn * position * 1e-3;
  vNormal = turn * normal;
  vFromEyeKm = fromEyeKm;
  vLocalM = position;
  vLocalNormal = normal;
  vLook = look;
  vTint = tint;
  vMaterial = int(material + 0.5);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(fromEyeKm, 1.0);
}
`;

export const nearFragment = /* glsl */ `
uniform vec3 uColours[8];
uniform vec3 uSheen;
uniform vec3 uWarm;
uniform vec3 uSunUnit;
uniform vec3 uUpUnit;
uniform float uEarthDay;
varying vec3 vNormal;
varying vec3 vFromEyeKm;
varying vec3 vLocalM;
varying vec3 vLocalNormal;
varying vec2 vLook;
/** What its point is coloured by, linear, and how much of it the shape takes. */
flat varying vec4 vTint;
flat varying int vMaterial;
const int CELLS = 0;
const int FILM = 1;
const int PANEL = 3;
const int LENS = 7;
/** What is left where neither Sun nor Earth shines: starlight, drawn stronger so that an outline can be guessed. */
const float STARLIGHT = 0.006;
/** A tinted shape shows its colour in the dark too, as its point does. */
const float TINT_GLOW = 0.35;
const vec3 EARTHSHINE = vec3(0.34, 0.50, 0.78);

/** Share of a line of a width in every step, evened out where steps are finer than pixels. */
float lines(float at, float stepM, float widthM) {
  float pixelM = fwidth(at);
  float away = abs(fract(at / stepM - 0.5) - 0.5) * stepM;
  float sharp = 1.0 - smoothstep(0.5 * widthM - pixelM, 0.5 * widthM + pixelM, away);
  return mix(sharp, widthM / stepM, smoothstep(0.2, 0.5, pixelM / stepM));
}

void main() {
  vec3 normal = normalize(vNormal);
  vec3 toEye = -normalize(vFromEyeKm);
  vec3 colour = uColours[vMaterial];
  float lit = vLook.y;
  float sun = max(dot(normal, uSunUnit), 0.0) * lit;
  // The Earth fills nearly half of the sky below: soft light on what looks down.
  float earth = (0.5 - 0.5 * dot(normal, uUpUnit)) * uEarthDay;
  vec3 light = vec3(1.0, 0.965, 0.91) * sun * 1.15 + EARTHSHINE * earth * 0.30 + STARLIGHT;
  vec3 shine = vec3(0.0);
  if (vMaterial == CELLS) {
    float wide = max(lines(vLocalM.x, 1.0, 0.02), lines(vLocalM.y, 1.0, 0.02));
    float fine = lines(vLocalM.x, 0.25, 0.006);
    colour = mix(colour, vec3(0.30, 0.36, 0.44), wide * 0.5 + fine * 0.2);
    vec3 halfway = normalize(uSunUnit + toEye);
    float facing = max(dot(normal, halfway), 0.0);
    shine = (uSheen * pow(facing, 24.0) * 0.5 + vec3(0.9, 0.76, 0.52) * pow(facing, 220.0)) * lit;
    // Cover glass mirrors the Earth's limb at a low angle.
    shine += EARTHSHINE * pow(1.0 - max(dot(normal, toEye), 0.0), 4.0) * 0.18 * uEarthDay;
  } else if (vMaterial == FILM) {
    colour *= 1.0 - 0.35 * lines(vLocalM.x, 1.0, 0.03);
  } else if (vMaterial == PANEL) {
    colour *= 1.0 - 0.32 * lines(vLocalM.y, 0.4, 0.05);
    // Its own light is infrared, told by the colour of shade.
    shine = uWarm * 0.3;
  } else if (vMaterial == LENS) {
    shine = colour * 0.55;
  }
  // Cells' lines, film's seams and the light on them stay to be seen: the tint takes their hue alone.
  float grey = dot(colour, vec3(0.2126, 0.7152, 0.0722));
  vec3 tinted = vTint.rgb * (TINT_GLOW + (1.0 - TINT_GLOW) * min(1.0, 4.0 * grey) * light);
  vec3 seen = clamp(mix(colour * light + shine, tinted, vTint.a), 0.0, 1.0);
  gl_FragColor = vec4(pow(seen, vec3(1.0 / 2.2)), vLook.x);
}
`;

/** A mark of a near object: what the far picture draws as a point, placed from the camera. */
export const nearMarkVertex = /* glsl */ `
precision highp float;
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform float uPixelRatio;
in vec3 position;
in vec3 tint;
in float weight;
out vec3 vColour;
out float vStrength;
out float vCoreShare;
/** As large as points ever are. */
const float CORE_PX = 8.0;
void main() {
  float spritePx = CORE_PX * 2.6 + 2.0;
  vColour = tint;
  vStrength = weight;
  vCoreShare = CORE_PX / spritePx;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  gl_PointSize = spritePx * uPixelRatio;
}
`;
