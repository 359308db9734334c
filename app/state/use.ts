import { useStore } from "zustand";
import { type MissionState, missionStore } from "./mission.ts";
import { type PlanState, planStore } from "./plan.ts";
import { themeStore } from "./theme.ts";
import { type ViewState, viewStore } from "./view.ts";

export const useMission = <Part>(pick: (state: MissionState) => Part) => useStore(missionStore, pick);
export const usePlan = <Part>(pick: (state: PlanState) => Part) => useStore(planStore, pick);
export const useView = <Part>(pick: (state: ViewState) => Part) => useStore(viewStore, pick);
export const useScheme = () => useStore(themeStore, (state) => state.scheme);
