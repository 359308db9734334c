import { expect, test } from "vitest";
import {
  drawnPositionTemeKm,
  type ExactMotion,
  exactPositionTemeKm,
  hermiteWeights,
} from "../../../app/explorer/hermite.ts";
import { createKeyframeTrack, keyframeSpacingS } from "../../../app/explorer/keyframes.ts";
import type { Keyframe } from "../../../app/worker/messages.ts";

const RADIUS_KM = 6978.137;
const RAD_PER_S = 0.00108307;

/** Circles at several tilts: [n × 3]. */
function circles(tS: number): ExactMotion {
  const satelliteCount = 24;
  const positionsTemeKm = new Float32Array(satelliteCount * 3);
  const remaindersTemeKm = new Float32Array(satelliteCount * 3);
  const velocitiesTemeKmPerS = new Float32Array(satelliteCount * 3);
  for (let index = 0; index < satelliteCount; index++) {
    const exact = circleAt(index, tS);
    positionsTemeKm.set(exact, index * 3);
    remaindersTemeKm.set(
      exact.map((each) => each - Math.fround(each)),
      index * 3,
    );
    const before = circleAt(index, tS - 0.5);
    velocitiesTemeKmPerS.set(
      circleAt(index, tS + 0.5).map((each, axis) => each - before[axis]!),
      index * 3,
    );
  }
  return { tS, positionsTemeKm, remaindersTemeKm, velocitiesTemeKmPerS };
}
function circleAt(index: number, tS: number): [number, number, number] {
  const angle = index * 0.7 + RAD_PER_S * tS;
  const tilt = index * 0.3;
  return [
    RADIUS_KM * Math.cos(angle),
    RADIUS_KM * Math.sin(angle) * Math.cos(tilt),
    RADIUS_KM * Math.sin(angle) * Math.sin(tilt),
  ];
}

function worstM(spacingS: number): number {
  const [a, b] = [circles(1000), circles(1000 + spacingS)];
  let worst = 0;
  for (let step = 0; step <= 20; step++) {
    const tS = 1000 + (step / 20) * spacingS;
    const weights = hermiteWeights({ startS: a.tS, endS: b.tS, tS });
    for (let index = 0; index < 24; index++) {
      const drawn = drawnPositionTemeKm({ a, b, weights, index, out: [0, 0, 0] })!;
      const exact = circleAt(index, tS);
      worst = Math.max(worst, 1000 * Math.hypot(...drawn.map((each, axis) => each - exact[axis]!)));
    }
  }
  return worst;
}

test("between keyframes a minute apart a satellite is drawn within 2 m of its circle", () => {
  expect(worstM(60)).toBeLessThan(2);
});

test("seen from near by it moves without steps: in frames of a second's sixtieth, a millimetre from even motion", () => {
  const [a, b] = [circles(0), circles(60)];
  const at = (frame: number) => exactPositionTemeKm({ a, b, tS: 20 + frame / 60, index: 3, out: [0, 0, 0] })!;
  const drawnAt = (frame: number) => {
    const weights = hermiteWeights({ startS: 0, endS: 60, tS: 20 + frame / 60 });
    return drawnPositionTemeKm({ a, b, weights, index: 3, out: [0, 0, 0] })!;
  };
  const unevenM = (place: (frame: number) => readonly number[]) => {
    let worst = 0;
    for (let frame = 1; frame < 30; frame++) {
      const [before, now, after] = [place(frame - 1), place(frame), place(frame + 1)];
      worst = Math.max(worst, 1000 * Math.hypot(...now.map((each, axis) => 2 * each - before[axis]! - after[axis]!)));
    }
    return worst;
  };
  // The orbit itself bends by 8.2 m/s² × (1/60 s)², 2.3 mm.
  expect(unevenM(at)).toBeLessThan(0.0033);
  // At a keyframe it stands where the 64 bits had it, to a tenth of a millimetre.
  const there = exactPositionTemeKm({ a, b, tS: 0, index: 3, out: [0, 0, 0] })!;
  expect(Math.hypot(...there.map((each, axis) => each - circleAt(3, 0)[axis]!))).toBeLessThan(1e-7);
  // Which 32 bits do not do.
  expect(unevenM(drawnAt)).toBeGreaterThan(0.2);
});

test("five minutes apart the cubic is wrong by what its docstring says: some 200 m", () => {
  expect(worstM(300)).toBeGreaterThan(100);
  expect(worstM(300)).toBeLessThan(260);
});

test("at a keyframe the drawn point is the keyframe's own", () => {
  const [a, b] = [circles(0), circles(60)];
  const at = (tS: number) =>
    drawnPositionTemeKm({ a, b, weights: hermiteWeights({ startS: 0, endS: 60, tS }), index: 5, out: [0, 0, 0] })!;
  expect(at(0)).toEqual([...a.positionsTemeKm.subarray(15, 18)]);
  expect(1000 * Math.hypot(...at(60).map((each, axis) => each - b.positionsTemeKm[15 + axis]!))).toBeLessThan(1);
});

test("a satellite without a state in either keyframe is not drawn", () => {
  const [a, b] = [circles(0), circles(60)];
  (b.positionsTemeKm as Float32Array).fill(0, 9, 12);
  const weights = hermiteWeights({ startS: 0, endS: 60, tS: 30 });
  expect(drawnPositionTemeKm({ a, b, weights, index: 3, out: [0, 0, 0] })).toBeUndefined();
  expect(drawnPositionTemeKm({ a, b, weights, index: 4, out: [0, 0, 0] })).toBeDefined();
});

const frameAt = (tS: number) => ({ tS, positionsTemeKm: new Float32Array(3) }) as unknown as Keyframe;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function makeTrack() {
  const asked: number[] = [];
  const spares: (Keyframe | undefined)[] = [];
  const failures: unknown[] = [];
  let arrivalCount = 0;
  let answer = (tS: number) => Promise.resolve<Keyframe | undefined>(frameAt(tS));
  const track = createKeyframeTrack({
    ask({ tS, spare }) {
      asked.push(tS);
      spares.push(spare);
      return answer(tS);
    },
    onArrival: () => arrivalCount++,
    onFailure: (reason) => failures.push(reason),
  });
  return {
    track,
    asked,
    spares,
    failures,
    arrivals: () => arrivalCount,
    answerBy: (next: typeof answer) => (answer = next),
  };
}
const still = { spacingS: 60, isForward: true, isMoving: false };
const running = { spacingS: 60, isForward: true, isMoving: true };

test("a still clock asks for the two keyframes round it, once", async () => {
  const { track, asked, arrivals } = makeTrack();
  track.want({ tS: 90, ...still });
  track.want({ tS: 90, ...still });
  expect(asked).toEqual([60, 120]);
  expect(track.find(90)).toBeUndefined();
  await settle();
  expect(arrivals()).toBe(2);
  const { a, b } = track.find(90)!;
  expect([a.tS, b.tS]).toEqual([60, 120]);
});

test("a running clock asks ahead, in its own direction", () => {
  const forward = makeTrack();
  forward.track.want({ tS: 90, ...running });
  expect(forward.asked).toEqual([60, 120, 180, 240]);
  const backward = makeTrack();
  backward.track.want({ tS: 90, ...running, isForward: false });
  expect(backward.asked).toEqual([120, 60, 0, -60]);
});

test("times before the epoch have keyframes too", async () => {
  const { track } = makeTrack();
  track.want({ tS: -30, ...still });
  await settle();
  const { a, b } = track.find(-30)!;
  expect([a.tS, b.tS]).toEqual([-60, 0]);
});

test("a keyframe that is no longer of use gives its arrays to a later question, one in use does not", async () => {
  const { track, spares, asked } = makeTrack();
  track.want({ tS: 30, ...still });
  await settle();
  track.find(30);
  track.want({ tS: 630, ...still });
  expect(spares.slice(2)).toEqual([undefined, undefined]);
  await settle();
  track.find(630);
  track.want({ tS: 1230, ...still });
  expect(asked).toEqual([0, 60, 600, 660, 1200, 1260]);
  await settle();
  track.find(1230);
  track.want({ tS: 1830, ...still });
  expect(spares.slice(6).map((spare) => spare?.tS)).toEqual([660, 600]);
});

test("answers of a flight that is gone are dropped", async () => {
  const { track, arrivals } = makeTrack();
  track.want({ tS: 30, ...still });
  track.clear();
  await settle();
  expect(arrivals()).toBe(0);
  expect(track.find(30)).toBeUndefined();
});

test("a question that fails is told, and asked again when it is wanted again", async () => {
  const { track, failures, asked, answerBy } = makeTrack();
  answerBy(() => Promise.reject(new Error("stopped")));
  track.want({ tS: 30, ...still });
  await settle();
  expect(failures).toHaveLength(2);
  answerBy((tS) => Promise.resolve(frameAt(tS)));
  track.want({ tS: 30, ...still });
  await settle();
  expect(asked).toEqual([0, 60, 0, 60]);
  expect(track.find(30)).toBeDefined();
});

test("keyframes far apart make no pair", async () => {
  const { track } = makeTrack();
  track.want({ tS: 30, ...still });
  await settle();
  track.find(30);
  track.want({ tS: 3030, ...still });
  expect(track.find(1500)).toBeUndefined();
});

test("spacing grows with the fleet, the clock and slow frames, up to five minutes", () => {
  const frameS = 1 / 60;
  expect(keyframeSpacingS({ totalCount: 8334, clockRatio: 60, frameS })).toBe(60);
  expect(keyframeSpacingS({ totalCount: 8334, clockRatio: -1000, frameS })).toBe(60);
  expect(keyframeSpacingS({ totalCount: 8334, clockRatio: 1000, frameS: 0.1 })).toBe(120);
  expect(keyframeSpacingS({ totalCount: 8334, clockRatio: 1000, frameS: 0.5 })).toBe(300);
  expect(keyframeSpacingS({ totalCount: 1_000_000, clockRatio: 100, frameS })).toBe(120);
  expect(keyframeSpacingS({ totalCount: 1_000_000, clockRatio: 1000, frameS })).toBe(300);
});

test("a clock that leaps asks four questions at most, and then the newest", async () => {
  const { track, asked, answerBy } = makeTrack();
  const answers: (() => void)[] = [];
  answerBy((tS) => new Promise((resolve) => answers.push(() => resolve(frameAt(tS)))));
  for (let leap = 0; leap < 100; leap++) track.want({ tS: leap * 16_667, ...still });
  expect(asked.length).toBe(4);
  for (const answer of answers.splice(0)) answer();
  await settle();
  expect(asked.slice(4)).toEqual([Math.floor((99 * 16_667) / 60) * 60, Math.floor((99 * 16_667) / 60) * 60 + 60]);
});

test("where keyframes do not reach, the nearest pair stands in", async () => {
  const { track } = makeTrack();
  expect(track.nearest(0)).toBeUndefined();
  track.want({ tS: 30, ...still });
  await settle();
  expect(track.find(50_000)).toBeUndefined();
  const { a, b } = track.nearest(50_000)!;
  expect([a.tS, b.tS]).toEqual([0, 60]);
});
