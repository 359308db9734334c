import { createStore } from "zustand/vanilla";

/** Something that a window can do, by name: the palette lists it while the window is there. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly description?: string;
  /** As shown beside the name. */
  readonly keys?: string;
  /** Other words under which it is found. */
  readonly keywords?: readonly string[];
};

export const commandStore = createStore<{ readonly commands: readonly Command[] }>()(() => ({ commands: [] }));

/** Offers commands. Answers with the way to take them back. */
export function offerCommands(offered: readonly Command[]): () => void {
  commandStore.setState(({ commands }) => ({ commands: [...commands, ...offered] }));
  return () =>
    commandStore.setState(({ commands }) => ({ commands: commands.filter((command) => !offered.includes(command)) }));
}

/** Does what a window offers under this name; nothing where no window does. */
export const runCommand = (id: string): void =>
  commandStore
    .getState()
    .commands.find((each) => each.id === id)
    ?.run();
