/** The Earth-fixed frame throughout; the mesh is a unit sphere, scaled by its matrix. */
export const earthVertex = /* glsl */ `
varying vec3 vUnit;
void main() {
  vUnit = position;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

/**
 * Day and night by the Sun's height over each point: direct light ends at the horizon, civil twilight (to −6°, sine −0.105)
 * fades below it, city lights come out in it. Brightness and tint are a design.
 */
export const earthFragment = /* glsl */ `
uniform sampler2D uDay;
uniform sampler2D uCityLights;
uniform float uCityShare;
uniform float uReady;
uniform vec3 uSunEcef;
uniform vec3 uEyeEcefKm;
uniform float uRadiusKm;
varying vec3 vUnit;
const float PI = 3.14159265358979;

void main() {
  vec3 up = normalize(vUnit);
  vec2 uv = vec2(atan(up.y, up.x) / (2.0 * PI) + 0.5, asin(clamp(up.z, -1.0, 1.0)) / PI + 0.5);
  // The map has a seam at 180°: the gradient comes from whichever of two longitudes does not jump there.
  float other = fract(uv.x + 0.5);
  vec2 across = dFdx(uv);
  vec2 down = dFdy(uv);
  float otherAcross = dFdx(other);
  float otherDown = dFdy(other);
  if (abs(otherAcross) < abs(across.x)) across.x = otherAcross;
  if (abs(otherDown) < abs(down.x)) down.x = otherDown;

  vec3 land = textureGrad(uDay, uv, across, down).rgb;
  float water = smoothstep(0.02, 0.10, land.b - land.r);
  vec3 toEye = normalize(uEyeEcefKm - up * uRadiusKm);
  float sine = dot(up, uSunEcef);
  float facing = max(dot(up, toEye), 0.0);

  float direct = smoothstep(-0.012, 0.045, sine) * (0.34 + 1.12 * sqrt(max(sine, 0.0)));
  float twilight = smoothstep(-0.105, 0.0, sine) * (1.0 - smoothstep(0.0, 0.12, sine));
  vec3 colour = land * direct;
  colour += land * twilight * vec3(0.10, 0.10, 0.16);
  // The last light is low and warm.
  colour *= mix(vec3(1.0), vec3(1.16, 0.90, 0.72), (1.0 - smoothstep(0.0, 0.22, sine)) * step(0.0, sine));

  vec3 halfway = normalize(uSunEcef + toEye);
  float glint = pow(max(dot(up, halfway), 0.0), 160.0) * 0.20 + pow(max(dot(up, halfway), 0.0), 18.0) * 0.07;
  colour += vec3(1.0, 0.93, 0.80) * glint * water * smoothstep(0.0, 0.2, sine);

  float night = 1.0 - smoothstep(-0.13, 0.0, sine);
  colour += (land * 0.075 + vec3(0.006, 0.010, 0.018)) * (1.0 - smoothstep(-0.02, 0.05, sine));
  // Half of the Earth is spared the second map: software renderers feel it.
  float city = night * uCityShare > 0.0 ? textureGrad(uCityLights, uv, across, down).r : 0.0;
  colour += vec3(1.0, 0.80, 0.52) * city * (0.75 + 0.5 * city) * night * uCityShare;

  float haze = pow(1.0 - facing, 3.2);
  vec3 air = mix(vec3(0.95, 0.46, 0.22), vec3(0.30, 0.56, 0.96), smoothstep(-0.06, 0.20, sine));
  colour += air * haze * smoothstep(-0.12, 0.18, sine) * 0.62;
  colour += vec3(0.10, 0.19, 0.33) * haze * 0.30 * night;
  colour += vec3(0.16, 0.33, 0.62) * 0.055 * smoothstep(0.0, 0.5, sine);

  gl_FragColor = vec4(mix(vec3(0.012, 0.02, 0.034), colour, uReady), 1.0);
}
`;

/**
 * The rim of air: along each line of sight that passes the Earth, as bright as the air where the line comes closest
 * (thinning by e each 26 km, three times the real scale height, so that it is a pixel wide from afar), lit by the Sun's height
 * there. Seen against the Sun it glows forward.
 */
export const airFragment = /* glsl */ `
uniform vec3 uSunEcef;
uniform vec3 uEyeEcefKm;
uniform float uRadiusKm;
uniform float uShellRatio;
uniform float uReady;
varying vec3 vUnit;
void main() {
  vec3 ray = normalize(vUnit * uShellRatio * uRadiusKm - uEyeEcefKm);
  vec3 closest = uEyeEcefKm - dot(uEyeEcefKm, ray) * ray;
  float closestKm = length(closest);
  float heightKm = closestKm - uRadiusKm;
  vec3 up = closest / closestKm;
  float sine = dot(up, uSunEcef);
  float fade = 1.0 - smoothstep(0.55, 1.0, heightKm / (uRadiusKm * (uShellRatio - 1.0)));
  float density = exp(-max(heightKm, 0.0) / 26.0) * fade;
  float lit = smoothstep(-0.20, 0.22, sine);
  float against = pow(max(dot(ray, uSunEcef), 0.0), 6.0);
  vec3 colour = mix(vec3(1.0, 0.50, 0.22), vec3(0.36, 0.63, 1.0), smoothstep(-0.10, 0.26, sine - against * 0.10));
  float strength = density * (lit * 0.85 + against * 0.9 * smoothstep(-0.35, 0.0, sine));
  gl_FragColor = vec4(colour * strength * uReady, 1.0);
}
`;
