/**
 * Decode roofline of a mixture-of-experts model on one rack.
 *
 * One step gives every sequence of the batch one token:
 * 1. compute: two operations for each active parameter and sequence, at the dense rate;
 * 2. memory: all weights once, and each sequence's keys and values, at the memory bandwidth;
 * 3. the step is the larger of the two.
 * `batchOptimumCount` is where compute would catch up with the weights alone: F · bytes ÷ (2 · bandwidth) × total ÷ active.
 * With a long context the keys and values never let compute catch up; more sequences then add little but delay.
 * Left out: prefill, attention's own operations, links between chips, uneven experts: `achievedFraction` stands for all of them.
 */
export function rooflineDecode({
  fp4Flops,
  hbmBytes,
  hbmBytesPerS,
  totalParameterCount,
  activeParameterCount,
  weightBytes,
  kvBytes,
  contextTokens,
  achievedFraction,
}: {
  fp4Flops: number;
  hbmBytes: number;
  hbmBytesPerS: number;
  totalParameterCount: number;
  activeParameterCount: number;
  weightBytes: number;
  kvBytes: number;
  contextTokens: number;
  achievedFraction: number;
}) {
  const parameterBytes = weightBytes / totalParameterCount;
  const machineBalanceRatio = (fp4Flops * parameterBytes) / (2 * hbmBytesPerS);
  const batchOptimumCount = Math.round((machineBalanceRatio * totalParameterCount) / activeParameterCount);
  const batchCapacityCount = Math.max(0, Math.floor((hbmBytes - weightBytes) / (kvBytes * contextTokens)));
  const batchCount = Math.min(batchOptimumCount, batchCapacityCount);
  const computeS = (2 * batchCount * activeParameterCount) / fp4Flops;
  const weightsS = weightBytes / hbmBytesPerS;
  const kvS = (batchCount * contextTokens * kvBytes) / hbmBytesPerS;
  const stepS = Math.max(computeS, weightsS + kvS);
  return {
    machineBalanceRatio,
    batchOptimumCount,
    batchCapacityCount,
    batchCount,
    computeS,
    weightsS,
    kvS,
    stepS,
    trainS: hbmBytes / hbmBytesPerS,
    idealTokensPerS: batchCount / stepS,
    rackTokensPerS: (batchCount / stepS) * achievedFraction,
  };
}

/**
 * Tokens of the part of the rack that the satellite feeds, under the power that the orbit allows: the rate is taken as
 * proportional to chips and to power below the sustained load. `energyJPerToken` charges all of the sustained load.
 */
export function serveFleet({
  rackTokensPerS,
  fedRackFraction,
  sustainedPowerW,
  deliveredPowerW,
  satelliteCount,
}: {
  rackTokensPerS: number;
  fedRackFraction: number;
  sustainedPowerW: number;
  deliveredPowerW: number;
  satelliteCount: number;
}) {
  const fedTokensPerS = rackTokensPerS * fedRackFraction;
  const satelliteTokensPerS = (fedTokensPerS * deliveredPowerW) / sustainedPowerW;
  return {
    satelliteTokensPerS,
    fleetTokensPerS: satelliteTokensPerS * satelliteCount,
    energyJPerToken: fedTokensPerS > 0 ? sustainedPowerW / fedTokensPerS : undefined,
  };
}
