import { createStore } from "zustand/vanilla";
import type { ValueRow } from "./valueRow.ts";

type Opened = { readonly row: ValueRow; readonly anchor: HTMLElement };

/** The one card that explains a number: which number, and beside which button. */
export const valueCardStore = createStore<{ opened: Opened | undefined }>()(() => ({ opened: undefined }));

export const closeValueCard = () => valueCardStore.setState({ opened: undefined });
/** Opens the card at a button; the same button closes it. */
export function toggleValueCard(next: Opened): void {
  const { opened } = valueCardStore.getState();
  valueCardStore.setState({ opened: opened?.anchor === next.anchor ? undefined : next });
}
/** Shows another number in the open card. */
export function showInCard(row: ValueRow): void {
  const { opened } = valueCardStore.getState();
  if (opened !== undefined) valueCardStore.setState({ opened: { ...opened, row } });
}
