import { addSeconds, type Instant } from "../geometry/instant.ts";

/** Even steps in time, and their minutes after any epoch: bit for bit those of `minutesSinceEpoch`, in two operations a step. */
export type TimeGrid = { readonly stepCount: number; readonly minutesAfter: (epoch: Instant) => Float64Array };

/** Steps `firstStep` to `firstStep` + `stepCount` − 1 of a grid that starts at `from`. Equal epochs in a row share one array. */
export function makeTimeGrid({
  from,
  stepS,
  firstStep = 0,
  stepCount,
}: {
  from: Instant;
  stepS: number;
  firstStep?: number;
  stepCount: number;
}): TimeGrid {
  const days = new Float64Array(stepCount);
  const secondsS = new Float64Array(stepCount);
  for (let step = 0; step < stepCount; step++) {
    const instant = addSeconds(from, (firstStep + step) * stepS);
    days[step] = instant.day;
    secondsS[step] = instant.secondS;
  }
  let latest: { readonly epoch: Instant; readonly minutes: Float64Array } | undefined;
  return {
    stepCount,
    minutesAfter(epoch) {
      if (latest?.epoch.day === epoch.day && latest.epoch.secondS === epoch.secondS) return latest.minutes;
      const minutes = new Float64Array(stepCount);
      for (let step = 0; step < stepCount; step++)
        minutes[step] = (days[step]! - epoch.day) * 1440 + (secondsS[step]! - epoch.secondS) / 60;
      latest = { epoch, minutes };
      return minutes;
    },
  };
}
