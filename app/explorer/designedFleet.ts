/** What the graphics card gets of the designed shells: phases once, a handful of numbers a shell each frame. */
import { DataTexture, FloatType, NearestFilter, RGBAFormat } from "three";
import { type Instant, MOMENT_LENGTH, momentInto, phasesInto, secondsBetween } from "#engine";
import type { FlightShell } from "../worker/messages.ts";

const TEXEL_LENGTH = 4;

export type DesignedFleet = {
  /** [n × 2], parts of a turn: mean longitude and node at the epoch. */
  readonly phases: Uint32Array;
  /** [n], row of the shell's moment. */
  readonly shellRows: Uint16Array;
  /** Four texels a shell. */
  readonly moments: DataTexture;
  /** Works the shells' moments out for an instant. */
  moveTo(instant: Instant): void;
};

export function makeDesignedFleet(shells: readonly FlightShell[]): DesignedFleet {
  const designed = shells.flatMap((shell) => (shell.designed === undefined ? [] : [shell.designed]));
  const count = designed.reduce((sum, { satelliteCount }) => sum + satelliteCount, 0);
  const phases = new Uint32Array(count * 2);
  const shellRows = new Uint16Array(count);
  let row = 0;
  designed.forEach((shell, shellRow) => {
    phasesInto({ shell, phases, row });
    shellRows.fill(shellRow, row, row + shell.satelliteCount);
    row += shell.satelliteCount;
  });
  const numbers = new Float32Array(designed.length * MOMENT_LENGTH);
  const moments = new DataTexture(
    numbers,
    MOMENT_LENGTH / TEXEL_LENGTH,
    Math.max(1, designed.length),
    RGBAFormat,
    FloatType,
  );
  moments.minFilter = NearestFilter;
  moments.magFilter = NearestFilter;
  return {
    phases,
    shellRows,
    moments,
    moveTo(instant) {
      designed.forEach(({ constants }, shellRow) => {
        const minutes = secondsBetween(constants.epoch, instant) / 60;
        momentInto({ constants, minutes, moments: numbers, at: shellRow * MOMENT_LENGTH });
      });
      moments.needsUpdate = true;
    },
  };
}

let current: { readonly flightNumber: number; readonly fleet: DesignedFleet } | undefined;
/** The fleet of the open flight: made once, for the picture and for whoever probes it. */
export function designedFleetOf(flight: {
  readonly number: number;
  readonly shells: readonly FlightShell[];
}): DesignedFleet {
  if (current?.flightNumber !== flight.number) {
    current?.fleet.moments.dispose();
    current = { flightNumber: flight.number, fleet: makeDesignedFleet(flight.shells) };
  }
  return current.fleet;
}
