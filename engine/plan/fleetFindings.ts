import { format } from "../glossary/format.ts";
import type { Shell } from "../mission/mission.ts";
import { widestPhasing } from "../orbit/spacing.ts";
import type { Finding, Planned } from "./findings.ts";

const km = (value: number) => format(value, "Km");

/** What a fleet's shells leave open between their satellites, and what the mission says of itself. */
export const fleetFindings: readonly ((chain: Planned) => Finding | undefined)[] = [
  shellSeparation,
  sharedAltitude,
  missionNotes,
];

/** Planes of a shell up to which a wider phasing is looked for: 0.1 s at the most. */
const MOST_PLANES = 200;

function shellSeparation({ shells, designs, assumptions: { separationLimitKm } }: Planned): Finding | undefined {
  const close = shells
    .map((shell, index) => ({
      ...shell,
      design: designs[index]!,
      leastSeparationKm: shell.leastSeparationKm ?? Infinity,
    }))
    // Coincident planes have a finding of their own, and a cluster is close on purpose.
    .filter(
      ({ planesCoincide, planeCount, spacingM, leastSeparationKm }) =>
        leastSeparationKm < Math.min(separationLimitKm, (spacingM ?? Infinity) / 1000) &&
        !(planesCoincide && planeCount > 1),
    )
    .sort((a, b) => a.leastSeparationKm - b.leastSeparationKm);
  const worst = close[0];
  if (worst === undefined) return undefined;
  const isOne = close.length === 1;
  const which = isOne
    ? `Satellites of ${worst.name} come`
    : `In ${close.length} of ${shells.length} shells satellites come`;
  return {
    id: "shell-separation",
    severity: "warning",
    text: `${which} nearer to each other than ${km(separationLimitKm)}: ${km(worst.leastSeparationKm)} at the least${isOne ? "" : `, in ${worst.name}`}. ${describeWiderPhasing(worst)}`,
    names: ["leastSeparationKm", "separationLimitKm", "phasingCount"],
  };
}

function describeWiderPhasing({ design, leastSeparationKm }: { design: Shell; leastSeparationKm: number }): string {
  const fewer = "fewer satellites to a height are farther apart.";
  const best = design.cluster === undefined && design.planeCount <= MOST_PLANES ? widestPhasing(design) : undefined;
  if (best === undefined) return `Another phasingCount, or ${fewer}`;
  if (best.leastSeparationKm <= leastSeparationKm * (1 + 1e-9)) return `No phasing does better: only ${fewer}`;
  return `A phasingCount of ${best.phasingCount} keeps them ${km(best.leastSeparationKm)} apart.`;
}

function sharedAltitude({ meetings, assumptions: { separationLimitKm } }: Planned): Finding | undefined {
  const worst = meetings[0];
  if (worst === undefined) return undefined;
  const how = worst.isOneOrbit
    ? "share height and inclination and come as near as"
    : "have planes that drift past each other, and where both pass their heights differ by";
  return {
    id: "shared-altitude",
    severity: "warning",
    text: `${worst.a} and ${worst.b} ${how} ${km(worst.separationKm)} at the least, under the ${km(separationLimitKm)} asked${meetings.length === 1 ? "" : `; so do ${meetings.length - 1} more pairs of shells`}. Nothing but control keeps them apart.`,
    names: ["altitudeKm", "separationLimitKm"],
  };
}

function missionNotes({ notes }: Planned): Finding | undefined {
  if (notes.length === 0) return undefined;
  return {
    id: "mission-notes",
    severity: "info",
    text: `Stated in the mission: ${notes.map((note) => note.replace(/([^.!?])$/, "$1.")).join(" ")}`,
    names: [],
  };
}
