/** How a satellite's point looks: its colour by light and layer, its size by distance. Shared by whatever moves it. */
export const pointVertexGlsl = /* glsl */ `
uniform float uPixelRatio;
uniform float uDim;
uniform float uFade;
uniform vec3 uDawn;
uniform vec3 uDusk;
uniform vec3 uBeam;
uniform vec3 uRose;
const int RELAY = 1;
const int CATALOGUE = 2;
/** What is left of a catalogue's colour in the shadow: it keeps its hue, so that it is never taken for the fleet. */
const float SHADED = 0.55;
/** Writes colour, strength and the core's share; returns the sprite's size, CSS pixels. */
float dressPoint(float lit, int layer, bool isSelected, float distanceUnits, out vec3 colour, out float strength, out float coreShare) {
  colour = layer == CATALOGUE ? uRose * mix(SHADED, 1.0, lit) : mix(uDusk, layer == RELAY ? uBeam : uDawn, lit);
  bool isFleet = layer != RELAY && layer != CATALOGUE;
  float corePx = clamp(1.15 + 17.0 / distanceUnits, 1.5, 8.0) * (isFleet ? 1.0 : 0.8) * (isSelected ? 1.6 : 1.0);
  float spritePx = corePx * 2.6 + 2.0;
  coreShare = corePx / spritePx;
  strength = (isFleet ? 1.0 : layer == RELAY ? 0.62 : 0.85) * (isSelected ? 1.0 : uDim * uFade);
  return spritePx;
}
/** Fainter than this a colour of a scale is no longer read. */
const float LEAST_SCALED = 0.5;
/** Strength of a point that is coloured by a quantity; one without a value steps back. */
float scaledStrength(float strength, bool isSelected, bool hasValue) {
  if (isSelected) return 1.0;
  return hasValue ? max(LEAST_SCALED, uDim) * uFade : 0.4 * strength;
}
`;

/** A solid core in the light's colour, so that it reads as amber or violet over anything; the halo mostly covers, so that a crowd keeps its hue. */
export const pointFragmentGlsl = /* glsl */ `
vec4 paintPoint(vec2 at, vec3 colour, float strength, float coreShare, bool isScaled) {
  float away = length(at * 2.0 - 1.0);
  if (away > 1.0) discard;
  float soft = 0.35 * coreShare + 0.05;
  float core = (1.0 - smoothstep(coreShare - soft, coreShare + soft, away)) * strength;
  float halo = pow(1.0 - away, 2.6) * 0.22 * strength;
  // A colour that stands for a number is never brighter than it.
  if (isScaled) return vec4(colour, 1.0) * min(1.0, core + 0.5 * halo);
  return vec4(colour * (core + halo), core + halo * 0.75);
}
`;
