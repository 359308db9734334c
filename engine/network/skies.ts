/** What is to be expected under clouds, from what arrives while some stations are shut. */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";

/** Up to so many stations every sky is weighed; of more, so many skies are drawn. */
export const MOST_WEIGHED_STATIONS = 6;
export const DRAWN_SKY_COUNT = 64;

/** What arrives with some stations shut, and which of the others it took: [stationCount] each. */
export type UnderSky = { readonly carriedBps: number; readonly isUsed: readonly boolean[] };

export type ExpectedSky = {
  /** Each station's sky for itself. */
  readonly independentBps: number;
  /**
   * One sky over all: where a station is shut, so is every one that is clear less often. The least of all skies with these shares
   * where what arrives grows less with each station more, as the greatest flow does.
   */
  readonly sharedBps: number;
  /** Skies that were routed. */
  readonly skyCount: number;
  readonly isDrawn: boolean;
};

/** Most skies that are routed for so many stations. */
export const mostSkyCount = (stationCount: number) =>
  stationCount <= MOST_WEIGHED_STATIONS ? 2 ** stationCount : DRAWN_SKY_COUNT + stationCount + 1;

/**
 * Expected bit/s over the skies of stations that are clear by `clearFractions`. A sky that shuts stations that carry nothing leaves
 * everything as it is, so that only those that are used are tried. `under` is asked once for each sky.
 */
export function* expectOverSkies<Told>({
  clearFractions,
  under,
  seed,
}: {
  clearFractions: readonly number[];
  under: (isShut: readonly boolean[]) => Generator<Told, UnderSky>;
  /** A 32-bit integer. */
  seed: number;
}): Generator<Told, ExpectedSky> {
  const known = new Map<string, UnderSky>();
  function* look(isShut: readonly boolean[]): Generator<Told, UnderSky> {
    const key = isShut.map(Number).join("");
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = yield* under(isShut);
    known.set(key, found);
    return found;
  }

  /** Over the skies of the stations that are neither shut nor clear yet. */
  function* expect(isShut: readonly boolean[], isClear: readonly boolean[]): Generator<Told, number> {
    const { carriedBps, isUsed } = yield* look(isShut);
    const next = isUsed.findIndex((used, station) => used && !isShut[station] && !isClear[station]);
    if (next === -1) return carriedBps;
    const joined = (flags: readonly boolean[]) => flags.map((flag, station) => flag || station === next);
    const clearFraction = clearFractions[next]!;
    const clearBps = clearFraction > 0 ? yield* expect(isShut, joined(isClear)) : 0;
    const shutBps = clearFraction < 1 ? yield* expect(joined(isShut), isClear) : 0;
    return clearFraction * clearBps + (1 - clearFraction) * shutBps;
  }

  function* drawSkies(): Generator<Told, number> {
    const draw = mersenne(seed);
    let sumBps = 0;
    for (let sky = 0; sky < DRAWN_SKY_COUNT; sky++)
      sumBps += (yield* look(clearFractions.map((clear) => uniformFloat64(draw) >= clear))).carriedBps;
    return sumBps / DRAWN_SKY_COUNT;
  }

  const isDrawn = clearFractions.length > MOST_WEIGHED_STATIONS;
  const none = clearFractions.map(() => false);
  const independentBps = yield* isDrawn ? drawSkies() : expect(none, none);
  // One number from 0 to 1 is the sky: stations are clear while it is below their share.
  const levels = [...new Set([0, ...clearFractions, 1])].sort((x, y) => x - y);
  let sharedBps = 0;
  for (let row = 1; row < levels.length; row++) {
    const level = levels[row - 1]!;
    const { carriedBps } = yield* look(clearFractions.map((clear) => clear <= level));
    sharedBps += (levels[row]! - level) * carriedBps;
  }
  return { independentBps, sharedBps, skyCount: known.size, isDrawn };
}
