import { format } from "#engine";
import type { NetworkStudyState } from "../state/networkStudy.ts";
import { stopNetworkStudy, studyNetworkOf } from "../state/networkStudy.ts";

/** Stands where the network's figures will: how far they are, a way to stop, or why there are none. */
export function NetworkWaiting({ study, document }: { study: NetworkStudyState; document: unknown }) {
  const again = (words: string) => (
    <button type="button" className="link" onClick={() => void studyNetworkOf(document)}>
      {words}
    </button>
  );
  if (study.document === document && study.status === "cancelled")
    return <p className="network-waiting quiet">The network was not worked out. {again("Work it out")}</p>;
  if (study.document === document && study.status === "failed")
    return (
      <p className="network-waiting" role="alert">
        The network could not be worked out: {study.message} {again("Try again")}
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
      <button type="button" className="link" onClick={() => stopNetworkStudy({ isByPerson: true })}>
        Stop
      </button>
    </div>
  );
}
