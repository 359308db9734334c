/**
 * States of designed shells in closed form, for AssemblyScript: two satellites to a vector.
 *
 * The same operations in the same order as `plainInto` in engine/orbit/analyticStates.ts, where they are explained: the two agree to the last bit,
 * so a satellite does not depend on its place in a vector, on the tile, or on whether a machine has this kernel.
 * A name that ends in $ is one of the vectors in flight, see sgp4.ts.
 */
import {
  ARGUMENT_1,
  ARGUMENT_2,
  ARGUMENT_3,
  AXIS_KM,
  COSINE_0,
  COSINE_1,
  COSINE_2,
  COSINE_3,
  EX,
  EY,
  LONGITUDE_COSINE,
  LONGITUDE_SINE,
  MOMENT_AT,
  NODE_1,
  NODE_2,
  NODE_3,
  NODE_COSINE,
  NODE_SINE,
  ONWARD,
  ONWARD_WAVE,
  OUTWARD_WAVE,
  PLANE_COUNT,
  PLANES_AT,
  POSITIONS_AT,
  RADIUS_WAVE_KM,
  SINE_0,
  SINE_1,
  SINE_2,
  SINE_3,
  SLOT_COSINES_AT,
  SLOT_SINES_AT,
  SPEED,
  VELOCITIES_AT,
} from "../shellLayout";
import { add, both, mul, storeRows, sub } from "./vectors";

/** One of the numbers that all satellites share. */
function common(index: usize): v128 {
  return v128.load(MOMENT_AT + index * 16);
}

/** Of a common angle and a plane's, whose cosine and sine stand at `plane`. */
function cosineOfSum(cosine: usize, sine: usize, plane: usize): v128 {
  return sub(mul(common(cosine), v128.load64_splat(plane)), mul(common(sine), v128.load64_splat(plane, 8)));
}
function sineOfSum(cosine: usize, sine: usize, plane: usize): v128 {
  return add(mul(common(sine), v128.load64_splat(plane)), mul(common(cosine), v128.load64_splat(plane, 8)));
}

/** Which of the two is compiled: a type that is an integer has velocities. */
type WithVelocities = i32;
type WithoutVelocities = f64;

/** Writes each number of the moment, which come closely packed, into both lanes of its vector. */
export function spread(count: i32): void {
  for (let index = count - 1; index >= 0; index--)
    v128.store(MOMENT_AT + <usize>index * 16, v128.load64_splat(MOMENT_AT + <usize>index * 8));
}

/** States of `count` satellites in order, from slot `slot` of the first plane; a plane has `slotCount`. Positions in km and velocities in km/s, TEME. */
export function states(slot: i32, slotCount: i32, count: i32): void {
  move<WithVelocities>(slot, slotCount, count);
}

/** The same without velocities. */
export function places(slot: i32, slotCount: i32, count: i32): void {
  move<WithoutVelocities>(slot, slotCount, count);
}

function move<Velocities>(slot: i32, slotCount: i32, count: i32): void {
  let plane: usize = PLANES_AT;
  let row: usize = 0;
  while (count > 0) {
    const planeCosine = cosineOfSum(LONGITUDE_COSINE, LONGITUDE_SINE, plane);
    const planeSine = sineOfSum(LONGITUDE_COSINE, LONGITUDE_SINE, plane);
    const nodeCosine = cosineOfSum(NODE_COSINE, NODE_SINE, plane + 16);
    const nodeSine = sineOfSum(NODE_COSINE, NODE_SINE, plane + 16);
    const run = slotCount - slot < count ? slotCount - slot : count;
    // What the last group has beyond its plane is written over by the next plane.
    for (let at = 0; at < run; at += 2 * VECTORS) {
      const place$ = <usize>(slot + at + 2 * LANE$) * 8;
      const slotCosine$ = v128.load(SLOT_COSINES_AT + place$);
      const slotSine$ = v128.load(SLOT_SINES_AT + place$);
      const c$ = sub(mul(planeCosine, slotCosine$), mul(planeSine, slotSine$));
      const s$ = add(mul(planeSine, slotCosine$), mul(planeCosine, slotSine$));

      const p$ = add(mul(common(EX), c$), mul(common(EY), s$));
      const q$ = sub(mul(common(EX), s$), mul(common(EY), c$));
      const q2$ = mul(q$, q$);
      const even$ = add(mul(p$, add(mul(p$, add(mul(p$, both(3.375)), both(3))), both(2.5))), both(2));
      const turn$ = mul(q$, sub(even$, mul(q2$, add(mul(p$, both(125 / 24.0)), both(4 / 3.0)))));
      const turn2$ = mul(turn$, turn$);
      const turnSine$ = mul(turn$, sub(both(1), mul(turn2$, both(1 / 6.0))));
      const turnCosine$ = sub(both(1), mul(turn2$, sub(both(0.5), mul(turn2$, both(1 / 24.0)))));
      const sinU$ = add(mul(s$, turnCosine$), mul(c$, turnSine$));
      const cosU$ = sub(mul(c$, turnCosine$), mul(s$, turnSine$));

      const twice$ = add(sinU$, sinU$);
      const x$ = mul(twice$, cosU$);
      const w$ = sub(both(1), mul(twice$, sinU$));
      const x2$ = mul(x$, x$);
      const sinTurnU$ = mul(x$, add(common(ARGUMENT_1), mul(common(ARGUMENT_3), x2$)));
      const cosTurnU$ = add(both(1), mul(common(ARGUMENT_2), x2$));
      const sinSu$ = add(mul(sinU$, cosTurnU$), mul(cosU$, sinTurnU$));
      const cosSu$ = sub(mul(cosU$, cosTurnU$), mul(sinU$, sinTurnU$));
      const ellipse$ = add(
        sub(both(1), p$),
        mul(q2$, sub(add(mul(p$, add(mul(p$, both(2)), both(1.5))), both(1)), mul(q2$, both(2 / 3.0)))),
      );
      const radius$ = add(mul(common(AXIS_KM), ellipse$), mul(common(RADIUS_WAVE_KM), w$));

      const sinTurnNode$ = mul(x$, add(common(NODE_1), mul(common(NODE_3), x2$)));
      const cosTurnNode$ = add(both(1), mul(common(NODE_2), x2$));
      const sinNode$ = add(mul(nodeSine, cosTurnNode$), mul(nodeCosine, sinTurnNode$));
      const cosNode$ = sub(mul(nodeCosine, cosTurnNode$), mul(nodeSine, sinTurnNode$));
      const sinI$ = add(
        common(SINE_0),
        mul(w$, add(common(SINE_1), mul(w$, add(common(SINE_2), mul(w$, common(SINE_3)))))),
      );
      const cosI$ = add(
        common(COSINE_0),
        mul(w$, add(common(COSINE_1), mul(w$, add(common(COSINE_2), mul(w$, common(COSINE_3)))))),
      );
      const mx$ = mul(sinNode$, cosI$);
      const my$ = mul(cosNode$, cosI$);

      const along$ = mul(radius$, cosSu$);
      const across$ = mul(radius$, sinSu$);
      storeRows(
        POSITIONS_AT + row + <usize>(at + 2 * LANE$) * 24,
        sub(mul(cosNode$, along$), mul(mx$, across$)),
        add(mul(sinNode$, along$), mul(my$, across$)),
        mul(sinI$, across$),
      );
      if (isInteger<Velocities>()) {
        const ecos$ = sub(mul(p$, turnCosine$), mul(q$, turnSine$));
        const esin$ = add(mul(q$, turnCosine$), mul(p$, turnSine$));
        const outward$ = sub(mul(common(SPEED), esin$), mul(common(OUTWARD_WAVE), x$));
        const onward$ = add(add(common(ONWARD), mul(common(SPEED), ecos$)), mul(common(ONWARD_WAVE), w$));
        const alongRate$ = sub(mul(outward$, cosSu$), mul(onward$, sinSu$));
        const acrossRate$ = add(mul(outward$, sinSu$), mul(onward$, cosSu$));
        storeRows(
          VELOCITIES_AT + row + <usize>(at + 2 * LANE$) * 24,
          sub(mul(cosNode$, alongRate$), mul(mx$, acrossRate$)),
          add(mul(sinNode$, alongRate$), mul(my$, acrossRate$)),
          mul(sinI$, acrossRate$),
        );
      }
    }
    row += <usize>run * 24;
    plane += PLANE_COUNT * 8;
    slot = 0;
    count -= run;
  }
}
