import { createStore } from "zustand/vanilla";
import { downloadBlob, fileName } from "../../parts/download.ts";
import { missionStore } from "../../state/mission.ts";
import { noticeStore } from "../../state/notice.ts";
import { type Recording, recordVideo } from "./recordVideo.ts";
import { type PictureScale, takePicture } from "./takePicture.ts";

export type Progress = { readonly elapsedS: number; readonly lengthS: number };
/** What is being taken; `progress` moves in half seconds. */
export const captureStore = createStore<{ readonly isTaking: boolean; readonly progress: Progress | undefined }>()(
  () => ({ isTaking: false, progress: undefined }),
);

const { say } = noticeStore.getState();
const refuse = (title: string, reason: unknown) =>
  say({ tone: "error", title, text: reason instanceof Error ? reason.message : String(reason) });
const nameOf = (extension: string) => fileName(`${missionStore.getState().document.name} globe`, extension);

export async function savePicture(scale: PictureScale): Promise<void> {
  if (captureStore.getState().isTaking) return;
  captureStore.setState({ isTaking: true });
  try {
    downloadBlob({ name: nameOf("png"), blob: await takePicture(scale) });
  } catch (reason) {
    refuse("The picture was not taken", reason);
  } finally {
    captureStore.setState({ isTaking: false });
  }
}

let recording: Recording | undefined;
export const stopVideo = () => recording?.stop();
export const cancelVideo = () => recording?.cancel();

export async function saveVideo(lengthS: number): Promise<void> {
  if (captureStore.getState().isTaking) return;
  captureStore.setState({ isTaking: true, progress: { elapsedS: 0, lengthS } });
  try {
    recording = recordVideo({
      lengthS,
      onProgress(elapsedS) {
        const halves = Math.floor(elapsedS * 2) / 2;
        if (captureStore.getState().progress?.elapsedS !== halves)
          captureStore.setState({ progress: { elapsedS: halves, lengthS } });
      },
    });
    const video = await recording.done;
    if (video !== undefined) downloadBlob({ name: nameOf(video.type === "video/mp4" ? "mp4" : "webm"), blob: video });
  } catch (reason) {
    refuse("The video was not recorded", reason);
  } finally {
    recording = undefined;
    captureStore.setState({ isTaking: false, progress: undefined });
  }
}
