import { createStore } from "zustand/vanilla";
import type { MissionIssue, RefusedRecord } from "#engine";

/** The first refused records of a file, and how many there are. */
export type Refusals = { readonly refused: readonly RefusedRecord[]; readonly refusedCount: number };

/** Something a person must know. `passing` ones leave by themselves; all others wait until they are closed. */
export type Notice = {
  readonly tone: "info" | "warning" | "error";
  readonly title: string;
  readonly text?: string;
  readonly issues?: readonly MissionIssue[];
  readonly refusals?: Refusals;
  readonly passing?: boolean;
};
export type NumberedNotice = Notice & { readonly number: number };

/** More than these at once would hide the window. */
const MAX_NOTICE_COUNT = 3;

export type NoticeState = {
  /** The newest last. */
  readonly notices: readonly NumberedNotice[];
  /** Takes the place of a notice with the same title. */
  say(notice: Notice): void;
  close(number: number): void;
};

let lastNumber = 0;

export const noticeStore = createStore<NoticeState>()((update, get) => ({
  notices: [],
  say(notice) {
    lastNumber++;
    const others = get().notices.filter(({ title, passing }) => title !== notice.title && passing !== true);
    update({ notices: [...others, { ...notice, number: lastNumber }].slice(-MAX_NOTICE_COUNT) });
  },
  close: (number) => update({ notices: get().notices.filter((notice) => notice.number !== number) }),
}));
