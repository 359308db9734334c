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

/** Whether the last plane meets the first: a full turn of nodes, or an element file that says nothing else. */
export const isClosedShell = ({
  raanSpreadDeg,
  ltanH,
  elementsFile,
}: {
  readonly raanSpreadDeg?: number | undefined;
  readonly ltanH?: number | undefined;
  readonly elementsFile?: string | undefined;
}) => raanSpreadDeg === 360 || (raanSpreadDeg === undefined && ltanH === undefined && elementsFile !== undefined);
