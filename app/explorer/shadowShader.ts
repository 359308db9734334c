import { Vector2, Vector3 } from "three";
import { penumbraCone, umbraCone } from "./shadowCones.ts";

/** Shared by every material that colours by light; the sky's driver writes the Sun once a frame. */
export const shadowUniforms = {
  uSun: { value: new Vector3(1, 0, 0) },
  uUmbra: { value: new Vector2(...umbraCone) },
  uPenumbra: { value: new Vector2(...penumbraCone) },
};

/** `litShare`: 1 in sunlight, 0 in the umbra, between in the penumbra; position in TEME, km. The twin of shadowCones.ts. */
export const shadowGlsl = /* glsl */ `
uniform vec3 uSun;
uniform vec2 uUmbra;
uniform vec2 uPenumbra;
float litShare(vec3 positionKm) {
  float behindKm = -dot(positionKm, uSun);
  if (behindKm <= 0.0) return 1.0;
  float asideKm = length(positionKm + behindKm * uSun);
  float innerKm = uUmbra.x + uUmbra.y * behindKm;
  float outerKm = uPenumbra.x + uPenumbra.y * behindKm;
  return clamp((asideKm - innerKm) / (outerKm - innerKm), 0.0, 1.0);
}
`;
