import { spotlight } from "@mantine/spotlight";
import { formatInstant, parseInstant, parseMissionText } from "#engine";
import { clockStore, watchClockEnd } from "../state/clock.ts";
import { lockStore } from "../state/locks.ts";
import { missionStore } from "../state/mission.ts";
import { noticeStore } from "../state/notice.ts";
import { isLink } from "../state/share.ts";
import { bindShortcuts } from "../state/shortcuts.ts";
import { browserStore, type KeptState, markOf, takeKept, writeKept } from "../state/storage.ts";
import { themeStore } from "../state/theme.ts";
import { isFirstVisit, tourStore } from "../state/tour.ts";
import { viewStore } from "../state/view.ts";
import { stepOf } from "../wizard/steps.ts";
import { chooseFile, copyLink, openLink, openText, redo, takePaste, undo } from "./actions.ts";
import { pageStore } from "./pageStore.ts";
import { startPlanning } from "./planning.ts";

/** Pause after the last change before the work is written, milliseconds. */
const KEEP_PAUSE_MS = 250;
let servedMark = "";
let saidFull = false;

function restore(state: KeptState): void {
  const { document, undoSteps, drafts, locks } = state;
  lockStore.setState({ paths: locks.filter((path) => stepOf(path) !== undefined) });
  missionStore.setState({ document, undoSteps, redoSteps: [] });
  const mission = missionStore.getState();
  // What was refused is tried again, so that it stands in its field with its issue as before.
  for (const [path, text] of Object.entries(drafts)) {
    const place = stepOf(path);
    if (place === undefined && path !== "name" && path !== "epoch") continue;
    const number = Number(text);
    if (place === undefined) mission.set(path, text, "Typed before");
    else if (text.trim() !== "" && Number.isFinite(number)) mission.set(path, number, "Typed before");
  }
  viewStore.setState({ view: state.view, step: state.step });
  const instant = parseInstant(state.instant);
  if (instant !== undefined) clockStore.getState().setInstant(instant);
  servedMark = state.servedMark;
}

function keepWork(): void {
  const { document, undoSteps, drafts } = missionStore.getState();
  const { view, step } = viewStore.getState();
  const texts = Object.fromEntries(Object.entries(drafts).map(([path, { text }]) => [path, text]));
  const instant = formatInstant(clockStore.getState().instantAt());
  const { paths: locks } = lockStore.getState();
  const kept = { document, undoSteps, view, step, drafts: texts, locks, instant, servedMark };
  const outcome = writeKept(browserStore(), kept);
  if (outcome !== "refused") saidFull = false;
  else if (!saidFull) {
    saidFull = true;
    noticeStore.getState().say({
      tone: "warning",
      title: "This browser keeps nothing more",
      text: "Its storage is full or closed to this page: the work is lost when the tab closes. Download the mission or copy a link.",
    });
  }
}

/** Writes the work soon after each change, and at once when the tab goes away. */
function keepFromNowOn(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keepNow, KEEP_PAUSE_MS);
  };
  const keepNow = () => {
    clearTimeout(timer);
    timer = undefined;
    keepWork();
  };
  missionStore.subscribe(later);
  viewStore.subscribe(later);
  lockStore.subscribe(later);
  // The clock runs without changes, so the instant is written when the tab goes away.
  addEventListener("pagehide", keepNow);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keepNow());
}

/** The mission that `dawnline open MISSION` serves beside the page, if it serves one and it is new. */
async function takeServed(): Promise<void> {
  const address = document.querySelector<HTMLMetaElement>('meta[name="dawnline-mission"]')?.content ?? "./mission.json";
  try {
    const answer = await fetch(address, { headers: { accept: "application/json" } });
    if (!answer.ok || answer.status === 204) return;
    const text = await answer.text();
    // A static host may answer every address with the page itself.
    if (text.trimStart().startsWith("<")) return;
    const mark = markOf(text);
    if (mark === servedMark) return;
    servedMark = mark;
    openText(text, parseMissionText(text).mission?.name ?? "the served mission");
    keepWork();
  } catch {
    // Offline, or opened from a disk: nothing is served, the kept work stands.
  }
}

function takeHash(): boolean {
  if (!isLink(location.hash)) return false;
  const { hash } = location;
  // The link is taken once: a reload must bring back later work, not the link.
  history.replaceState(undefined, "", location.pathname + location.search);
  openLink(hash);
  return true;
}

/** Brings back the work, takes a link or a served mission, and binds keys and paste. */
export function start(): void {
  const kept = takeKept(browserStore());
  if (kept.kind === "kept") restore(kept.state);
  if (kept.kind === "refused")
    noticeStore.getState().say({
      tone: "warning",
      title: "The work of the last visit could not be read",
      text: "The reference mission is shown instead; the unreadable text is set aside in this browser.",
      issues: kept.issues,
    });
  const hasLink = takeHash();
  if (!hasLink) void takeServed();
  const isNew = isFirstVisit({
    store: browserStore(),
    hasWork: kept.kind !== "none",
    hasLink,
    isDriven: navigator.webdriver,
  });
  if (isNew) tourStore.getState().start({ isAsked: false });
  keepFromNowOn();
  startPlanning();
  watchClockEnd(clockStore, () =>
    noticeStore.getState().say({
      tone: "info",
      title: "The clock stands",
      text: "The Sun and the orbits are good for the years 1957 to 2100. Turn the clock round, or choose a date.",
    }),
  );

  addEventListener("hashchange", takeHash);
  window.addEventListener("paste", (event) => {
    const typing =
      event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]") !== null;
    if (!typing && takePaste(event.clipboardData?.getData("text/plain") ?? "")) event.preventDefault();
  });
  const show = viewStore.getState().show;
  bindShortcuts(window, {
    explore: () => show("explore"),
    size: () => show("size"),
    report: () => show("report"),
    palette: spotlight.open,
    undo,
    redo,
    theme: () => themeStore.getState().toggle(),
    share: () => void copyLink(),
    open: chooseFile,
    keys: () => pageStore.getState().open("keys"),
  });
}
