/**
 * The arithmetic of designed shells, satellite by satellite. engine/kernel/assembly/shell.ts does the same operations in the same order, two
 * satellites at a time: both give the same bits, and whoever changes one changes the other.
 *
 * With p = e cos M and q = e sin M, the ellipse needs neither Kepler's equation nor a division: the equation of the centre and the radius are
 * their series in p and q (Brouwer and Clemence, Methods of Celestial Mechanics, 1961, II.14), cut after the fourth power. Below e = 2e-3 what is
 * left out stays under 1e-8 km. The turns by J2's short-period terms are below 1e-3 rad, their sines and cosines Taylor's.
 */
import type { ShellKernel } from "../kernel/shellKernel.ts";
import * as layout from "../kernel/shellLayout.ts";

/** Without the kernel; `velocities` may be left out. */
export const plainInto: ShellKernel["move"] = ({
  moment,
  planeTurns,
  slotCosines,
  slotSines,
  first,
  end,
  positions,
  velocities,
  row,
}) => {
  const common = (index: number) => moment[index]!;
  const ex = common(layout.EX);
  const ey = common(layout.EY);
  const slotCount = slotCosines.length;
  const longitudeCosine = common(layout.LONGITUDE_COSINE);
  const longitudeSine = common(layout.LONGITUDE_SINE);
  const turnCosine = common(layout.NODE_COSINE);
  const turnSine = common(layout.NODE_SINE);
  let at = row * 3;
  for (let index = first; index < end; ) {
    const plane = Math.floor(index / slotCount);
    const from = plane * layout.PLANE_COUNT;
    const planeCosine = longitudeCosine * planeTurns[from]! - longitudeSine * planeTurns[from + 1]!;
    const planeSine = longitudeSine * planeTurns[from]! + longitudeCosine * planeTurns[from + 1]!;
    const nodeCosine = turnCosine * planeTurns[from + 2]! - turnSine * planeTurns[from + 3]!;
    const nodeSine = turnSine * planeTurns[from + 2]! + turnCosine * planeTurns[from + 3]!;
    const planeEnd = Math.min(end, (plane + 1) * slotCount);
    for (; index < planeEnd; index++, at += 3) {
      const slot = index - plane * slotCount;
      const slotCosine = slotCosines[slot]!;
      const slotSine = slotSines[slot]!;
      const c = planeCosine * slotCosine - planeSine * slotSine;
      const s = planeSine * slotCosine + planeCosine * slotSine;

      // The ellipse: true longitude less mean longitude is a turn of less than 2e.
      const p = ex * c + ey * s;
      const q = ex * s - ey * c;
      const q2 = q * q;
      const even = p * (p * (p * 3.375 + 3) + 2.5) + 2;
      const turn = q * (even - q2 * (p * (125 / 24) + 4 / 3));
      const turn2 = turn * turn;
      const turnedSine = turn * (1 - turn2 * (1 / 6));
      const turnedCosine = 1 - turn2 * (0.5 - turn2 * (1 / 24));
      const sinU = s * turnedCosine + c * turnedSine;
      const cosU = c * turnedCosine - s * turnedSine;

      // J2 in the argument of latitude and the radius.
      const twice = sinU + sinU;
      const x = twice * cosU;
      const w = 1 - twice * sinU;
      const x2 = x * x;
      const sinTurnU = x * (common(layout.ARGUMENT_1) + common(layout.ARGUMENT_3) * x2);
      const cosTurnU = 1 + common(layout.ARGUMENT_2) * x2;
      const sinSu = sinU * cosTurnU + cosU * sinTurnU;
      const cosSu = cosU * cosTurnU - sinU * sinTurnU;
      const ellipse = 1 - p + q2 * (p * (p * 2 + 1.5) + 1 - q2 * (2 / 3));
      const radius = common(layout.AXIS_KM) * ellipse + common(layout.RADIUS_WAVE_KM) * w;

      // J2 in node and inclination; then the orbit's axes.
      const sinTurnNode = x * (common(layout.NODE_1) + common(layout.NODE_3) * x2);
      const cosTurnNode = 1 + common(layout.NODE_2) * x2;
      const sinNode = nodeSine * cosTurnNode + nodeCosine * sinTurnNode;
      const cosNode = nodeCosine * cosTurnNode - nodeSine * sinTurnNode;
      const sinI =
        common(layout.SINE_0) + w * (common(layout.SINE_1) + w * (common(layout.SINE_2) + w * common(layout.SINE_3)));
      const cosI =
        common(layout.COSINE_0) +
        w * (common(layout.COSINE_1) + w * (common(layout.COSINE_2) + w * common(layout.COSINE_3)));
      const mx = sinNode * cosI;
      const my = cosNode * cosI;

      const along = radius * cosSu;
      const across = radius * sinSu;
      positions[at] = cosNode * along - mx * across;
      positions[at + 1] = sinNode * along + my * across;
      positions[at + 2] = sinI * across;
      if (velocities === undefined) continue;
      const ecos = p * turnedCosine - q * turnedSine;
      const esin = q * turnedCosine + p * turnedSine;
      const outward = common(layout.SPEED) * esin - common(layout.OUTWARD_WAVE) * x;
      const onward = common(layout.ONWARD) + common(layout.SPEED) * ecos + common(layout.ONWARD_WAVE) * w;
      const alongRate = outward * cosSu - onward * sinSu;
      const acrossRate = outward * sinSu + onward * cosSu;
      velocities[at] = cosNode * alongRate - mx * acrossRate;
      velocities[at + 1] = sinNode * alongRate + my * acrossRate;
      velocities[at + 2] = sinI * acrossRate;
    }
  }
};
