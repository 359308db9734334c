/**
 * Whether the payload's peak fits the satellite's, and how many of its chips do. Chips draw alike; host processors
 * and switches are shared out over them.
 */
export function fitPayload({
  chipCount,
  rackSustainedPowerW,
  rackPeakPowerW,
  transientRatio,
  peakPowerW,
}: {
  chipCount: number;
  rackSustainedPowerW: number;
  rackPeakPowerW: number;
  transientRatio: number;
  peakPowerW: number;
}) {
  return {
    rackTransientPowerW: rackSustainedPowerW * transientRatio,
    fittingChipCount: Math.floor((peakPowerW / rackPeakPowerW) * chipCount * (1 + 1e-12)),
  };
}
