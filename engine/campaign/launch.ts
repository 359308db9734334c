/** Launches for the fleet, by mass alone: stowed volume, the sun-synchronous penalty (10 to 25 % of payload) and failures are left out. */
export function planLaunches({
  massKg,
  payloadMassKg,
  satelliteCount,
}: {
  massKg: number;
  payloadMassKg: number;
  satelliteCount: number;
}) {
  const satellitesPerLaunchCount = Math.floor(payloadMassKg / massKg);
  return {
    satellitesPerLaunchCount,
    launchCount: satellitesPerLaunchCount > 0 ? Math.ceil(satelliteCount / satellitesPerLaunchCount) : undefined,
  };
}
