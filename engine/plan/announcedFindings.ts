import { format, formatNumber } from "../glossary/format.ts";
import { wordOf } from "../glossary/glossary.ts";
import { unitOf } from "../glossary/units.ts";
import type { Finding, Planned } from "./findings.ts";

/** Size of the FCC filing and of the announced yearly goal that the reference satellite is compared with. */
const FILED_SATELLITE_COUNT = 1_000_000;
const YEARLY_GOAL_W = 1e12;

/** What was announced, against the design and against itself. */
export const announcedFindings: readonly ((chain: Planned) => Finding | undefined)[] = [
  specificPower,
  millionPower,
  claimContradiction,
];

function specificPower({ satellite, assumptions, rackLabel, announcement }: Planned): Finding | undefined {
  const { announcedSpecificPowerWPerKg } = assumptions;
  if (!announcement.hasSpecificPower || satellite.specificPowerWPerKg >= announcedSpecificPowerWPerKg) return undefined;
  const allowedKg = satellite.sustainedPowerW / announcedSpecificPowerWPerKg;
  return {
    id: "specific-power",
    severity: "warning",
    text: `${format(satellite.massKg, "Kg")} at launch is ${format(satellite.specificPowerWPerKg, "WPerKg")}, not the announced ${format(announcedSpecificPowerWPerKg, "WPerKg")}: ${format(satellite.massKg - allowedKg, "Kg")} over the ${format(allowedKg, "Kg")} that allows (${format(satellite.massKg / allowedKg, "Ratio", 2)} ×). The payload alone, ${formatNumber(satellite.chipCount)} chips of ${rackLabel}, is ${format(satellite.rackMassKg, "Kg")}.`,
    names: ["massKg", "specificPowerWPerKg", "announcedSpecificPowerWPerKg", "rackMassKg"],
  };
}

/** Of satellites with AI1's payload alone: a million of others was never filed. */
function millionPower({ satellite, announcement }: Planned): Finding | undefined {
  const millionW = FILED_SATELLITE_COUNT * satellite.sustainedPowerW;
  if (!announcement.isReferencePayload || millionW >= YEARLY_GOAL_W) return undefined;
  const neededMillions = YEARLY_GOAL_W / satellite.sustainedPowerW / 1e6;
  return {
    id: "million-power",
    severity: "info",
    text: `A million of these, the number filed (FCC SAT-LOA-20260108-00016), are ${format(millionW, "W")} sustained. One terawatt a year needs ${format(neededMillions, "Ratio", 2)} million of them a year.`,
    names: ["sustainedPowerW", "satellitesPerGwCount"],
  };
}

const labelOf = (name: string) => wordOf(name)?.label ?? name;

function claimContradiction({ satellite }: Planned): Finding | undefined {
  const contradicting = satellite.closure.claims.filter(({ verdict }) => verdict === "contradicts");
  if (contradicting.length === 0) return undefined;
  const sentences = contradicting.map(({ name, value, derivedValue, bound, against }) => {
    const asks = `${bound === "most" ? "allow" : "ask"}${against.length === 1 ? "s" : ""}`;
    const limit = bound === undefined ? "" : bound === "most" ? " at the most" : " at the least";
    return `${labelOf(name)} ${format(value, unitOf(name))} against ${against.map(labelOf).join(", ")}, which ${asks} ${format(derivedValue ?? value, unitOf(name))}${limit}`;
  });
  return {
    id: "claim-contradiction",
    severity: "error",
    text: `The announced figures do not close: ${sentences.join("; ")}.`,
    names: [...new Set(contradicting.flatMap(({ name, against }) => [name, ...against]))],
  };
}
