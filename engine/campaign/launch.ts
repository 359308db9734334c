/** Launches for the fleet, by mass and by stowed volume; the sun-synchronous penalty (10 to 25 % of payload) and failures are left out. */
export function planLaunches({
  massKg,
  payloadMassKg,
  satelliteCount,
  stowedVolumeM3 = 0,
  payloadVolumeM3 = 0,
  packingVolumeFraction = 1,
}: {
  massKg: number;
  payloadMassKg: number;
  satelliteCount: number;
  stowedVolumeM3?: number;
  payloadVolumeM3?: number;
  packingVolumeFraction?: number;
}) {
  const massSatellitesPerLaunchCount = Math.floor(payloadMassKg / massKg);
  const volumeSatellitesPerLaunchCount =
    stowedVolumeM3 > 0
      ? Math.floor((payloadVolumeM3 * packingVolumeFraction) / stowedVolumeM3)
      : massSatellitesPerLaunchCount;
  const satellitesPerLaunchCount = Math.min(massSatellitesPerLaunchCount, volumeSatellitesPerLaunchCount);
  return {
    massSatellitesPerLaunchCount,
    volumeSatellitesPerLaunchCount,
    satellitesPerLaunchCount,
    launchCount: satellitesPerLaunchCount > 0 ? Math.ceil(satelliteCount / satellitesPerLaunchCount) : undefined,
  };
}
