import { figureStore } from "../state/figures.ts";
import { missionStore } from "../state/mission.ts";
import { noticeStore } from "../state/notice.ts";
import { planStore } from "../state/plan.ts";
import { engineClient } from "../worker/client.ts";

/** A pause of a drag: the time-stepped orbit waits for it, since it costs several plans. */
const CYCLE_AFTER_MS = 120;

let running = false;
let cycleTimer: ReturnType<typeof setTimeout> | undefined;

/** Works the time-stepped orbit out once the mission has held still. */
function cycleSoon(document: unknown): void {
  figureStore.getState().await();
  clearTimeout(cycleTimer);
  cycleTimer = setTimeout(() => {
    const isNewest = () => missionStore.getState().document === document;
    engineClient.cycle(document).then(
      (figure) => isNewest() && figureStore.getState().arrive(figure),
      // A worker that stopped is told once, by whoever plans or flies; the figure is left out.
      () => isNewest() && figureStore.getState().arrive(undefined),
    );
  }, CYCLE_AFTER_MS);
}

/** Asks for the newest mission's plan; while one is on its way the missions in between are skipped, so a drag never queues up. */
async function planNewest(): Promise<void> {
  if (running) return;
  running = true;
  planStore.getState().begin();
  try {
    for (let asked: unknown; asked !== missionStore.getState().document; ) {
      const { document, editNumber } = missionStore.getState();
      asked = document;
      const answer = await engineClient.plan(document);
      if (answer === undefined) continue;
      if (answer.mission === undefined) planStore.getState().refuse(answer.issues);
      else {
        planStore.getState().arrive(answer, editNumber);
        cycleSoon(document);
      }
    }
  } catch (reason) {
    noticeStore.getState().say({
      tone: "error",
      title: "The engine stopped on this mission",
      text: `A defect of Dawnline: ${reason instanceof Error ? reason.message : String(reason)}. The mission is kept; undo, or download it from the palette.`,
    });
    planStore.getState().refuse([]);
  } finally {
    running = false;
  }
}

/** Keeps the plan in step with the mission from now on. */
export function startPlanning(): void {
  missionStore.subscribe((state, before) => {
    if (state.document !== before.document) void planNewest();
  });
  void planNewest();
}
