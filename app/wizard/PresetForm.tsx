import { useMemo } from "react";
import { useStore } from "zustand";
import {
  exampleMissions,
  format,
  formatNumber,
  type Mission,
  parseMission,
  presetDocument,
  presetNames,
  racks,
  referenceSatellite,
} from "#engine";
import { lockStore } from "../state/locks.ts";
import { missionStore } from "../state/mission.ts";
import { noticeStore } from "../state/notice.ts";
import { useMission } from "../state/use.ts";
import { viewStore } from "../state/view.ts";

/** A mission in one line: what it computes with, how much power, how many fly and where. */
function describeMission({ satellite, shells }: Mission): string {
  const rack = racks[satellite?.rack ?? referenceSatellite.rack];
  const satelliteCount = shells.reduce((sum, shell) => sum + shell.planeCount * shell.satellitesPerPlaneCount, 0);
  const heights = [...new Set(shells.flatMap(({ altitudeKm }) => altitudeKm ?? []))].sort((a, b) => a - b);
  const height =
    heights.length === 0
      ? ""
      : ` at ${[...new Set([heights[0]!, heights.at(-1)!])].map((km) => format(km, "Km")).join(" to ")}`;
  const power = format(satellite?.peakPowerW ?? referenceSatellite.peakPowerW, "W");
  return `${power} peak · ${rack.label} · ${formatNumber(satelliteCount)} satellite${satelliteCount === 1 ? "" : "s"}${height}`;
}

/** Designs and spec sheets to begin with. One click is one step of undo; locked inputs keep their values. */
export function PresetForm() {
  const name = useMission(({ document }) => document.name);
  const lockCount = useStore(lockStore, ({ paths }) => paths.length);
  const groups = useMemo(() => {
    const line = (id: string, title: string, document: unknown) => {
      const { mission } = parseMission(document);
      if (mission === undefined) return [];
      return [{ id, title, claimCount: mission.satellite?.claims?.length ?? 0, line: describeMission(mission) }];
    };
    const examples = exampleMissions.flatMap(({ id, title, document }) => line(id, title, document));
    const shown = new Set(examples.map(({ id }) => id));
    const fleets = presetNames
      .filter((id) => !shown.has(id))
      .flatMap((id) => {
        const document = presetDocument(id);
        return line(id, String((document as Mission).name), document);
      });
    return [
      { title: "Designs", presets: examples.filter(({ claimCount }) => claimCount === 0) },
      { title: "Announced, to be checked", presets: examples.filter(({ claimCount }) => claimCount > 0) },
      { title: "Fleets as filed", presets: fleets },
    ];
  }, []);
  const begin = (id: string) => {
    const issues = missionStore.getState().loadExample(id, lockStore.getState().paths);
    if (issues.length === 0) viewStore.getState().showStep("load");
    else
      noticeStore.getState().say({
        tone: "warning",
        title: "The preset does not go with what is locked",
        text: "Nothing was changed. Unlock what stands in the way:",
        issues,
      });
  };
  return (
    <>
      <p className="quiet">
        {lockCount === 0
          ? "A preset replaces the mission; undo brings the earlier one back. Lock a field to keep its value."
          : `${lockCount} locked ${lockCount === 1 ? "input keeps its value" : "inputs keep their values"}; undo brings the earlier mission back.`}
      </p>
      {groups.map(({ title: heading, presets }) => (
        <section key={heading}>
          <h3 className="presets-head">{heading}</h3>
          <ul className="presets">
            {presets.map(({ id, title, line, claimCount }) => (
              <li key={id}>
                <button
                  type="button"
                  className="preset"
                  aria-current={title === name}
                  data-preset={id}
                  onClick={() => begin(id)}
                >
                  <span className="preset-title">{title}</span>
                  <span className="preset-line">{line}</span>
                  {claimCount === 0 ? null : (
                    <span className="preset-claims">
                      {claimCount} announced figure{claimCount === 1 ? "" : "s"} to check
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
