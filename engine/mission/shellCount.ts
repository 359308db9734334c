/** Satellites of a shell: its slots, times the members of a cluster where the slots hold one each. */
export const satelliteCountOf = ({
  planeCount,
  satellitesPerPlaneCount,
  cluster,
}: {
  readonly planeCount: number;
  readonly satellitesPerPlaneCount: number;
  readonly cluster?: { readonly satelliteCount: number } | undefined;
}) => planeCount * satellitesPerPlaneCount * (cluster?.satelliteCount ?? 1);
