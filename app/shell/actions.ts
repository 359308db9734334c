import {
  type Figure,
  type FigureDrawings,
  formatInstant,
  holdsElements,
  MAX_DOCUMENT_CHARACTERS,
  parseInstant,
  parseMissionText,
} from "#engine";
import { downloadText, fileName } from "../parts/download.ts";
import { type CameraMode, cameraModeStore } from "../state/cameraMode.ts";
import { isCatalogue, openCatalogue } from "../state/catalogue.ts";
import { clockStore } from "../state/clock.ts";
import { lockStore } from "../state/locks.ts";
import { missionStore } from "../state/mission.ts";
import { networkFiguresFor } from "../state/networkStudy.ts";
import { noticeStore } from "../state/notice.ts";
import { sceneStore } from "../state/scene.ts";
import { selectionStore } from "../state/selection.ts";
import { isLink, readLink, writeLink } from "../state/share.ts";
import { viewStore } from "../state/view.ts";
import { engineClient } from "../worker/client.ts";
import type { ReportFormat } from "../worker/messages.ts";

const { say } = noticeStore.getState();

const travelled = (done: boolean) => {
  if (done) return;
  say({
    tone: "warning",
    title: "The steps kept from the last visit do not fit this mission",
    text: "They are dropped; the mission stays as it is.",
  });
};
export const undo = () => travelled(missionStore.getState().undo());
export const redo = () => travelled(missionStore.getState().redo());

/** Takes a mission's text, or says everything that is wrong with it and keeps the work. */
export function openText(text: string, from: string): void {
  const parsed = parseMissionText(text);
  const issues =
    parsed.mission === undefined ? parsed.issues : missionStore.getState().loadDocument(parsed.mission, `Open ${from}`);
  if (issues.length === 0) lockStore.getState().clear();
  if (issues.length === 0)
    say({ tone: "info", title: `Opened ${from}`, text: "Undo brings the earlier work back.", passing: true });
  else
    say({
      tone: "error",
      title: `${from} was not opened`,
      text: "Your work is as it was. What has to change in the file:",
      issues,
    });
}

/** Takes a link's hash, or says what is wrong with it and keeps the work. */
export function openLink(hash: string): void {
  const { state, issues } = readLink(hash);
  if (state === undefined) {
    say({
      tone: "error",
      title: "The link could not be opened",
      text: "Your work is as it was. Ask for the link again, or for the mission as a file.",
      issues,
    });
    return;
  }
  missionStore.getState().loadDocument(state.document, "Open a shared link");
  lockStore.getState().clear();
  viewStore.getState().show(state.view);
  const { paused, clockRatio, setPaused, setClockRatio, setInstant } = clockStore.getState();
  const { clock = { paused, clockRatio }, scene } = state;
  // The clock stands while it is set: at its fastest, the time between two lines here is a minute there.
  setPaused(true);
  setClockRatio(clock.clockRatio);
  const instant = parseInstant(state.instant ?? "");
  if (instant !== undefined) setInstant(instant);
  // And it waits for the explorer, so that the view begins at its instant.
  const isWaiting = scene !== undefined && state.view === "explore";
  setPaused(isWaiting || clock.paused);
  if (isWaiting) sceneStore.setState({ wanted: { document: missionStore.getState().document, scene, clock } });
  say({
    tone: "info",
    title: `Opened ${state.document.name} from a link`,
    text: "Undo brings the earlier work back.",
    passing: true,
  });
}

/** Opens a file as what it is: a catalogue of element sets, or else a mission. */
export async function openFile(file: File): Promise<void> {
  if (await isCatalogue(file)) {
    await openCatalogue({ name: file.name, blob: file });
    return;
  }
  if (file.size > 4 * MAX_DOCUMENT_CHARACTERS) {
    const given = `${file.size} bytes`;
    const allowed = `at most ${MAX_DOCUMENT_CHARACTERS} characters`;
    say({
      tone: "error",
      title: `${file.name} was not opened`,
      issues: [{ path: "document", given, allowed, message: `document: expected ${allowed}, got ${given}` }],
    });
    return;
  }
  openText(await file.text(), file.name);
}

/** Goes with the selected satellite, or says that one must be chosen first. */
export function goWith(mode: CameraMode): void {
  viewStore.getState().show("explore");
  if (selectionStore.getState().selectedIndex !== undefined) cameraModeStore.getState().enter(mode);
  else
    say({
      tone: "info",
      title: "No satellite is selected",
      text: "Click a light of the globe, or search by id, and ask again.",
      passing: true,
    });
}

const missionTypes = ".json,application/json";
const catalogueTypes = ".tle,.3le,.txt,.omm,.json,.xml,.kvn,.csv";

function chooseOf(types: string): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = types;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file !== undefined) void openFile(file);
  });
  input.click();
}

export const chooseFile = (): void => chooseOf(missionTypes);
export const chooseCatalogue = (): void => chooseOf(catalogueTypes);

/** Pasted text: a link, element sets, or a mission. Anything else is left to the page. Answers whether it was taken. */
export function takePaste(text: string): boolean {
  const trimmed = text.trim();
  const at = trimmed.indexOf("#m=");
  if (at >= 0 && /^https?:/.test(trimmed) && isLink(trimmed.slice(at))) openLink(trimmed.slice(at));
  else if (holdsElements(trimmed)) void openCatalogue({ name: "Pasted text", blob: new Blob([text]) });
  else if (trimmed.startsWith("{")) openText(trimmed, "Pasted text");
  else return false;
  return true;
}

/** The address that opens this very state. */
export function linkHere(): string {
  const { document: mission } = missionStore.getState();
  const { instantAt, paused, clockRatio } = clockStore.getState();
  const instant = formatInstant(instantAt());
  const scene = sceneStore.getState().read?.();
  const { view } = viewStore.getState();
  const hash = writeLink({
    ...{ document: mission, view, instant, clock: { paused, clockRatio } },
    ...(scene === undefined ? {} : { scene }),
  });
  return `${location.origin}${location.pathname}${hash}`;
}

export async function copyLink(): Promise<void> {
  const address = linkHere();
  try {
    await navigator.clipboard.writeText(address);
    say({
      tone: "info",
      title: "Link copied",
      text: `${address.length} characters hold the mission, the view and the instant.`,
      passing: true,
    });
  } catch {
    history.replaceState(undefined, "", address);
    say({
      tone: "warning",
      title: "The browser did not allow copying",
      text: "The link now stands in the address line: copy it from there.",
    });
  }
}

export function downloadMission(): void {
  const { document: mission } = missionStore.getState();
  downloadText({
    name: fileName(mission.name, "json"),
    type: "application/json",
    text: `${JSON.stringify(mission, undefined, 2)}\n`,
  });
}

const files = {
  html: { extension: "html", type: "text/html" },
  markdown: { extension: "md", type: "text/markdown" },
  json: { extension: "json", type: "application/json" },
} as const satisfies Record<ReportFormat, unknown>;

/** Only a page carries drawings; they are made where there is something to draw on. */
async function drawingsOf({
  mission,
  format,
  network,
}: {
  mission: unknown;
  format: ReportFormat;
  network: readonly Figure[];
}): Promise<FigureDrawings> {
  if (format !== "html") return {};
  const [figures, { drawAll }] = await Promise.all([
    engineClient.figures(mission),
    import("../figures/drawFigureText.ts"),
  ]);
  return drawAll([...figures, ...network], document);
}

export async function downloadReport(format: ReportFormat): Promise<void> {
  const { document: mission } = missionStore.getState();
  const { extension, type } = files[format];
  try {
    const network = await networkFiguresFor(mission);
    const drawings = await drawingsOf({ mission, format, network });
    const text = await engineClient.report({ document: mission, format, drawings, network });
    downloadText({ name: fileName(`${mission.name} report`, extension), type, text });
  } catch (reason) {
    say({
      tone: "error",
      title: "The report was not written",
      text: reason instanceof Error ? reason.message : String(reason),
    });
  }
}
