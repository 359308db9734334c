import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { Icon } from "../parts/Icon.tsx";
import { IssueTable } from "../parts/IssueTable.tsx";
import { RefusalTable } from "../parts/RefusalTable.tsx";
import { type NumberedNotice, noticeStore } from "../state/notice.ts";
import { usePlan } from "../state/use.ts";

const PASSING_MS = 6000;
const signs = { info: "info", warning: "warn", error: "bad" } as const;
const words = { info: "Note", warning: "Warning", error: "Error" } as const;

function NoticeView({ notice }: { notice: NumberedNotice }) {
  const { tone, title, text, issues, refusals, passing, number } = notice;
  const { close } = noticeStore.getState();
  useEffect(() => {
    if (passing !== true) return;
    const timer = setTimeout(() => close(number), PASSING_MS);
    return () => clearTimeout(timer);
  }, [passing, number, close]);
  return (
    <section className="notice" data-tone={tone} role={tone === "error" ? "alert" : undefined}>
      <p className="notice-title">
        <Icon name={signs[tone]} size={16} />{" "}
        <span>
          <span className="unseen">{words[tone]}: </span>
          {title}
        </span>
        <button type="button" className="icon-button" aria-label="Close this notice" onClick={() => close(number)}>
          <Icon name="close" size={16} />
        </button>
      </p>
      {text === undefined ? null : <p className="notice-text">{text}</p>}
      {issues === undefined || issues.length === 0 ? null : <IssueTable issues={issues} />}
      {refusals === undefined ? null : <RefusalTable {...refusals} />}
    </section>
  );
}

/** Says on the page how much of the window's top notices take, so that what stands there makes room for them. */
function tellHeight(notices: HTMLElement): () => void {
  const { style } = document.documentElement;
  const tell = () => style.setProperty("--notices-height", `${notices.offsetHeight}px`);
  const observer = new ResizeObserver(tell);
  observer.observe(notices);
  tell();
  return () => {
    observer.disconnect();
    style.removeProperty("--notices-height");
  };
}

/** What a person must know, above the window, until it is closed. Everything that is wrong stands in it at once. */
export function Notices() {
  const notices = useStore(noticeStore, (state) => state.notices);
  const planIssues = usePlan(({ issues }) => issues);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (root.current === null ? undefined : tellHeight(root.current)), []);
  return (
    <div className="notices" aria-live="polite" ref={root}>
      {planIssues.length === 0 ? null : (
        <section className="notice" data-tone="error" role="alert">
          <p className="notice-title">
            <Icon name="bad" size={16} />{" "}
            <span>This mission has no plan yet; the figures shown are the last ones that had.</span>
          </p>
          <IssueTable issues={planIssues} />
        </section>
      )}
      {notices.map((notice) => (
        <NoticeView key={notice.number} notice={notice} />
      ))}
    </div>
  );
}
