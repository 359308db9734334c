import { format, networkMissing } from "#engine";
import { cancelNetworkStudy, type NetworkStudyState, networkAbsenceOf, studyNetworkOf } from "../state/networkStudy.ts";

/** Stands where the network's figures of a section will: how far they are, a way to stop, or that there are none, and why. */
export function NetworkWaiting({
  study,
  document,
  section,
}: {
  study: NetworkStudyState;
  document: unknown;
  section: string;
}) {
  const absence = networkAbsenceOf(study, document);
  const missing = absence && networkMissing(absence).find((each) => each.section === section);
  if (missing !== undefined)
    return (
      <p className="network-missing" role={absence?.cause === "refused" ? "alert" : "status"}>
        {missing.summary} <span className="quiet">{missing.caption}</span>{" "}
        <button type="button" className="link" onClick={() => void studyNetworkOf(document)}>
          {absence?.cause === "refused" ? "Try again" : "Work it out"}
        </button>
      </p>
    );
  const told = study.status === "running" && study.document === document ? study.told : undefined;
  const words =
    told === undefined
      ? "Flying the fleet"
      : `${told.what === "moments" ? "Round trips, moment" : "Traffic, round"} ${format(told.doneCount, "Count")} of ${format(told.totalCount, "Count")}`;
  return (
    <div className="network-waiting quiet" aria-busy="true">
      <label>
        <span role="status">{words}</span>
        <progress max={told?.totalCount ?? 1} value={told?.doneCount} />
      </label>
      <button type="button" className="link" onClick={() => cancelNetworkStudy(document)}>
        Stop
      </button>
    </div>
  );
}
