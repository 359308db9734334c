import { createStore } from "zustand/vanilla";
import type { MissionIssue } from "#engine";

/** Something a person must know. `passing` ones leave by themselves; all others wait until they are closed. */
export type Notice = {
  readonly tone: "info" | "warning" | "error";
  readonly title: string;
  readonly text?: string;
  readonly issues?: readonly MissionIssue[];
  readonly passing?: boolean;
};

export type NoticeState = {
  readonly notice: Notice | undefined;
  say(notice: Notice): void;
  close(): void;
};

export const noticeStore = createStore<NoticeState>()((update) => ({
  notice: undefined,
  say: (notice) => update({ notice }),
  close: () => update({ notice: undefined }),
}));
