/**
 * Whether the payload's peak fits the satellite's, how many of its chips do, and the share of it that peak and sustained load
 * feed: so many of its chips, or all of them at that share. Chips draw alike; host processors and switches are shared out over them.
 */
export function fitPayload({
  chipCount,
  rackSustainedPowerW,
  rackPeakPowerW,
  transientRatio,
  peakPowerW,
  sustainedPowerW,
}: {
  chipCount: number;
  rackSustainedPowerW: number;
  rackPeakPowerW: number;
  transientRatio: number;
  peakPowerW: number;
  sustainedPowerW: number;
}) {
  return {
    rackTransientPowerW: rackSustainedPowerW * transientRatio,
    fittingChipCount: Math.floor((peakPowerW / rackPeakPowerW) * chipCount * (1 + 1e-12)),
    fedRackFraction: Math.min(1, peakPowerW / rackPeakPowerW, sustainedPowerW / rackSustainedPowerW),
  };
}
