import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { selectionStore } from "../state/selection.ts";
import { CaptureBar } from "./CaptureBar.tsx";
import { ColourKey } from "./ColourKey.tsx";
import { cameraRig } from "./cameraRig.ts";
import { covered } from "./covered.ts";
import "./catalogue.css";
import "./explorer.css";
import { fleetStore, followMission, restartFleet } from "./fleetStore.ts";
import { Globe } from "./Globe.tsx";
import { GroundPanel } from "./GroundPanel.tsx";
import { GroundView } from "./GroundView.tsx";
import { offerGlobeCommands } from "./globeCommands.ts";
import { bindGlobeKeys } from "./globeKeys.ts";
import { Headlines } from "./Headlines.tsx";
import { Inspector } from "./Inspector.tsx";
import { installInspection } from "./inspection.ts";
import { LayerMenu } from "./LayerMenu.tsx";
import { NetworkPanel } from "./NetworkPanel.tsx";
import { Panel } from "./Panel.tsx";
import { RoutePanel } from "./RoutePanel.tsx";
import { Ruler } from "./Ruler.tsx";
import { useRoute } from "./routeStore.ts";
import { Search } from "./Search.tsx";
import { shareScene } from "./shareScene.ts";
import { Timeline } from "./Timeline.tsx";
import "./low.css";

const tabs = [
  { id: "fleet", label: "Fleet" },
  { id: "route", label: "Route" },
  { id: "ground", label: "Ground" },
  { id: "network", label: "Network" },
  { id: "satellite", label: "Satellite" },
  { id: "layers", label: "Layers" },
] as const;
type TabId = (typeof tabs)[number]["id"];

/** Says what stopped the fleet, and offers to start it again. */
function Trouble() {
  const failure = useStore(fleetStore, (state) => state.failure);
  const issue = useStore(fleetStore, (state) => state.issues[0]);
  if (failure === undefined && issue === undefined) return null;
  return (
    <div className="trouble" role="alert">
      <p>{failure ?? `The fleet shown is the last that could fly. ${issue?.message}`}</p>
      {failure !== undefined && (
        <button type="button" className="button" onClick={restartFleet}>
          Start the engine again
        </button>
      )}
    </div>
  );
}

/** The globe fills the window; panels float over its edges. On a narrow screen they share one sheet that pulls up. */
export function Explorer() {
  const root = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState<TabId>("fleet");
  const [isRaised, setIsRaised] = useState(false);
  const isSelected = useStore(selectionStore, (state) => state.selectedIndex !== undefined);

  const from = useRoute((state) => state.from);

  useEffect(() => followMission(), []);
  useEffect(() => installInspection(), []);
  useEffect(() => bindGlobeKeys(window), []);
  useEffect(offerGlobeCommands, []);
  useEffect(() => shareScene(), []);
  useEffect(() => {
    if (isSelected) setTab("satellite");
  }, [isSelected]);
  useEffect(() => {
    if (from !== undefined) setTab("route");
  }, [from]);
  useEffect(() => (root.current === null ? undefined : watchInsets(root.current)), []);

  return (
    <div className="explore" ref={root} data-raised={isRaised}>
      <Globe />
      <Trouble />
      <div className="panels" data-tab={tab}>
        <div className="sheet-head" data-edge="tabs">
          <button
            type="button"
            className="sheet-grip"
            aria-label={isRaised ? "Lower the sheet" : "Raise the sheet"}
            aria-expanded={isRaised}
            onClick={() => setIsRaised(!isRaised)}
          />
          <fieldset className="tabs">
            <legend className="unseen">Panel shown</legend>
            {tabs.map(({ id, label }) => (
              <button key={id} type="button" aria-pressed={tab === id} onClick={() => setTab(id)}>
                {label}
              </button>
            ))}
          </fieldset>
        </div>
        <div className="panels-left" data-edge="left">
          <Panel id="fleet" title="Fleet">
            <Headlines />
          </Panel>
          <Panel id="route" title="Route">
            <RoutePanel />
          </Panel>
          <Panel id="ground" title="Ground" isOpen={false}>
            <GroundPanel />
          </Panel>
        </div>
        <ColourKey />
        <GroundView />
        <div className="panels-right" data-edge="right">
          <Panel id="satellite" title="Satellite">
            <Search />
            <Inspector />
          </Panel>
          <Panel id="network" title="Network" isOpen={false}>
            <NetworkPanel />
          </Panel>
          <Panel id="layers" title="Layers and keys" isOpen={false}>
            <LayerMenu />
          </Panel>
        </div>
        <div className="picture-foot">
          <Ruler />
          <CaptureBar />
        </div>
        <div className="panels-bottom" data-edge="bottom">
          <Timeline />
        </div>
      </div>
    </div>
  );
}

/** Keeps the Earth in the middle of what the panels leave free. */
function watchInsets(root: HTMLElement): () => void {
  const edge = (name: string) => {
    const box = root.querySelector(`[data-edge="${name}"]`)?.getBoundingClientRect();
    // What is put away covers nothing.
    return box === undefined || box.width === 0 ? undefined : box;
  };
  // On a low screen the two columns are one panel below the tabs.
  const rightEdge = () => edge("right") ?? edge("tabs");
  const measure = () => {
    const outer = root.getBoundingClientRect();
    if (outer.width === 0) return;
    covered.set(
      [...root.querySelectorAll(".panel, .timeline, .colour-key, .capture")]
        .map((element) => element.getBoundingClientRect())
        .map(({ left, top, right, bottom }) => ({
          leftPx: left - outer.left,
          topPx: top - outer.top,
          rightPx: right - outer.left,
          bottomPx: bottom - outer.top,
        })),
    );
    const sheet = root.querySelector(".panels")?.getBoundingClientRect();
    const isNarrow = getComputedStyle(root).getPropertyValue("--is-narrow").trim() === "1";
    const top = sheet?.top ?? outer.bottom;
    cameraRig.setInsets(
      isNarrow
        ? { leftPx: 0, rightPx: 0, topPx: 0, bottomPx: Math.min(outer.height * 0.6, outer.bottom - top) }
        : {
            leftPx: (edge("left")?.right ?? outer.left) - outer.left,
            rightPx: outer.right - (rightEdge()?.left ?? outer.right),
            topPx: 0,
            bottomPx: outer.bottom - (edge("bottom")?.top ?? outer.bottom),
          },
    );
  };
  measure();
  const observer = new ResizeObserver(measure);
  for (const element of [root, ...root.querySelectorAll("[data-edge], .panels, .panel")]) observer.observe(element);
  return () => observer.disconnect();
}
