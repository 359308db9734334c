import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ContactAnswer, OpeningAnswer, PlaceQuestion, RouteAnswer } from "../worker/messages.ts";
import type { HandoverAnswer } from "../worker/networkMessages.ts";

export type Outlook = {
  readonly fromTS: number;
  /** Of the place of departure and of the destination, where that is a place. */
  readonly contacts: readonly [ContactAnswer | undefined, ContactAnswer | undefined];
  readonly opening: OpeningAnswer | undefined;
  readonly doneFraction: number;
  readonly isWorking: boolean;
};

/** Where a route leads: to the other place, or to the nearest satellite that computes. */
export type RouteGoal = "place" | "compute";
type Choice = {
  /** The camera stays where it is; otherwise it goes where the route is seen. */
  readonly keepsCamera?: boolean;
  readonly goal?: RouteGoal;
  readonly from?: PlaceQuestion | undefined;
  readonly to?: PlaceQuestion | undefined;
};

export type RouteState = {
  readonly goal: RouteGoal;
  readonly from: PlaceQuestion | undefined;
  /** The other end; of a route to a computing satellite, where the fibre leads that it is compared with. */
  readonly to: PlaceQuestion | undefined;
  readonly keepsCamera: boolean;
  /** The newest answer for this choice. */
  readonly answer: RouteAnswer | undefined;
  /** Who serves its ends, and since when. */
  readonly handovers: HandoverAnswer | undefined;
  /** When its ends are next reached and joined, looked up while they are not. */
  readonly outlook: Outlook | undefined;
  choose(choice: Choice): void;
  take(answer: RouteAnswer | undefined): void;
  takeHandovers(handovers: HandoverAnswer | undefined): void;
  takeOutlook(outlook: Outlook | undefined): void;
};

/** The places between which the fleet carries light. */
export const routeStore = createStore<RouteState>()((update) => ({
  goal: "place",
  from: undefined,
  to: undefined,
  keepsCamera: false,
  answer: undefined,
  handovers: undefined,
  outlook: undefined,
  choose: (choice) => update({ keepsCamera: false, ...choice, answer: undefined, handovers: undefined }),
  take: (answer) => update({ answer }),
  takeHandovers: (handovers) => update({ handovers }),
  takeOutlook: (outlook) => update({ outlook }),
}));
export const useRoute = <Part>(pick: (state: RouteState) => Part) => useStore(routeStore, pick);

/** Whether enough is chosen to ask for a route. */
export const isRouteChosen = ({ goal, from, to }: Pick<RouteState, "goal" | "from" | "to">) =>
  from !== undefined && (goal === "compute" || to !== undefined);
