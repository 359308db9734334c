import { runCommand } from "../state/commands.ts";
import { viewStore } from "../state/view.ts";

export type TourStep = {
  readonly title: string;
  readonly text: string;
  /** What it speaks of: the first of these that is to be seen. */
  readonly targets: readonly string[];
  readonly act?: { readonly label: string; readonly run: () => void };
};

const { show } = viewStore.getState();

export const tourSteps: readonly TourStep[] = [
  {
    title: "Each point is a satellite",
    text: "It stands where it would stand, at true scale. Amber ones see the Sun, violet ones are in the Earth's shadow. Drag to turn the Earth, scroll to come nearer.",
    targets: ['[data-panel="fleet"]'],
  },
  {
    title: "Drag the clock",
    text: "The mark on the year moves everything at once; Space stops it. The violet band is the eclipse season, when orbits dip into the shadow.",
    targets: [".timeline"],
  },
  {
    title: "Pick a satellite",
    text: "Click a light to read its orbit, its light and its lasers. The arrow keys step to its neighbours.",
    targets: ['[data-panel="satellite"]', ".tabs"],
    act: { label: "Pick one for me", run: () => runCommand("pick-in-view") },
  },
  {
    title: "Follow a message",
    text: "Choose two places. Light climbs to the fleet, follows its lasers and comes down again; its time stands beside that of fibre.",
    targets: ['[data-panel="route"]', ".tabs"],
  },
  {
    title: "Size the satellite",
    text: "From the rack to the array, the radiator and the mass. Change a number and every answer moves, down to the price of a token.",
    targets: [".rail-item:nth-of-type(2)"],
    act: { label: "Open Size", run: () => show("size") },
  },
  {
    title: "Take the report along",
    text: "Every number with its formula and source, on one page that reads without Dawnline. Ctrl K finds anything else.",
    targets: [".rail-item:nth-of-type(3)"],
    act: { label: "Open Report", run: () => show("report") },
  },
];
