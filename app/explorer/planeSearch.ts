/** Who of a designed shell is near a point: of each plane only the slots round the one that stands nearest are looked at. */
import { type AnalyticShell, analyticInto } from "#engine";

/** J2's and J3's waves carry satellites so far from their plane's even circle, km. */
const WAVE_KM = 30;
/** Planes with fewer slots are looked through whole. */
const FEW_SLOTS = 8;

const positions = new Float64Array(6);

/** Satellites of a shell that may be within reach of a point, by their place in it; all that are, and some that are not. */
export function* candidatesNear({
  shell,
  minutes,
  eye,
  reachKm,
}: {
  shell: AnalyticShell;
  /** After the shell's epoch. */
  minutes: number;
  /** TEME, km. */
  eye: readonly [number, number, number];
  reachKm: number;
}): Generator<number> {
  const planeCount = shell.nodesRad.length;
  const slotCount = shell.slotCosines.length;
  const quarter = Math.floor(slotCount / 4);
  const eyeKm = Math.hypot(...eye);
  for (let plane = 0; plane < planeCount; plane++) {
    const first = plane * slotCount;
    if (slotCount < FEW_SLOTS) {
      for (let slot = 0; slot < slotCount; slot++) yield first + slot;
      continue;
    }
    analyticInto({ shell, minutes, first, end: first + 1, positions });
    analyticInto({ shell, minutes, first: first + quarter, end: first + quarter + 1, positions, row: 1 });
    const [x0, y0, z0, x1, y1, z1] = positions as unknown as [number, number, number, number, number, number];
    const radiusKm = Math.hypot(x0, y0, z0);
    if (Math.abs(eyeKm - radiusKm) > reachKm + WAVE_KM) return;
    // The plane by its slot 0 and the one about a quarter turn ahead.
    const along = (x0 * x1 + y0 * y1 + z0 * z1) / (radiusKm * radiusKm);
    const [qx, qy, qz] = [x1 - along * x0, y1 - along * y0, z1 - along * z0];
    const qKm = Math.hypot(qx, qy, qz);
    const ahead = (eye[0] * qx + eye[1] * qy + eye[2] * qz) / qKm;
    const out = (eye[0] * x0 + eye[1] * y0 + eye[2] * z0) / radiusKm;
    const asideKm = Math.sqrt(Math.max(0, eyeKm * eyeKm - ahead * ahead - out * out));
    if (asideKm > reachKm + WAVE_KM) continue;
    const slotRad = (2 * Math.PI) / slotCount;
    const middle = Math.round(Math.atan2(ahead, out) / slotRad);
    const aside = Math.ceil((reachKm + WAVE_KM) / (slotRad * radiusKm)) + 1;
    const count = Math.min(slotCount, 2 * aside + 1);
    for (let row = 0; row < count; row++)
      yield first + ((((middle - aside + row) % slotCount) + slotCount) % slotCount);
  }
}
