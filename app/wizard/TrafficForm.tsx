import { DemandForm } from "./DemandForm.tsx";
import { PlaceForm } from "./PlaceForm.tsx";
import type { RowBook } from "./rows.ts";

/** Where traffic begins and ends: the mission's places and sites, and its demands between them. */
export function TrafficForm({ rows }: { rows: RowBook }) {
  return (
    <>
      <PlaceForm list="places" title="Places" rows={rows} />
      <PlaceForm list="sites" title="Sites" rows={rows} />
      <DemandForm rows={rows} />
    </>
  );
}
