import { useEffect } from "react";
import { useStore } from "zustand";
import { Icon } from "../parts/Icon.tsx";
import { IssueTable } from "../parts/IssueTable.tsx";
import { noticeStore } from "../state/notice.ts";
import { usePlan } from "../state/use.ts";

const PASSING_MS = 6000;
const signs = { info: "info", warning: "warn", error: "bad" } as const;
const words = { info: "Note", warning: "Warning", error: "Error" } as const;

/** What a person must know, above the window, until it is closed. Everything that is wrong stands in it at once. */
export function Notices() {
  const notice = useStore(noticeStore, (state) => state.notice);
  const planIssues = usePlan(({ issues }) => issues);
  const { close } = noticeStore.getState();
  useEffect(() => {
    if (notice?.passing !== true) return;
    const timer = setTimeout(close, PASSING_MS);
    return () => clearTimeout(timer);
  }, [notice, close]);
  return (
    <div className="notices" aria-live="polite">
      {planIssues.length === 0 ? null : (
        <section className="notice" data-tone="error" role="alert">
          <p className="notice-title">
            <Icon name="bad" size={16} />{" "}
            <span>This mission has no plan yet; the figures shown are the last ones that had.</span>
          </p>
          <IssueTable issues={planIssues} />
        </section>
      )}
      {notice === undefined ? null : (
        <section className="notice" data-tone={notice.tone} role={notice.tone === "error" ? "alert" : undefined}>
          <p className="notice-title">
            <Icon name={signs[notice.tone]} size={16} />{" "}
            <span>
              <span className="unseen">{words[notice.tone]}: </span>
              {notice.title}
            </span>
            <button type="button" className="icon-button" aria-label="Close this notice" onClick={close}>
              <Icon name="close" size={16} />
            </button>
          </p>
          {notice.text === undefined ? null : <p className="notice-text">{notice.text}</p>}
          {notice.issues === undefined || notice.issues.length === 0 ? null : <IssueTable issues={notice.issues} />}
        </section>
      )}
    </div>
  );
}
