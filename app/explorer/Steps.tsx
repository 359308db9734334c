import { Menu } from "@mantine/core";
import { useStore } from "zustand";
import { addSeconds } from "#engine";
import { clockStore } from "../state/clock.ts";
import { clockStepStore, clockSteps, stepClock } from "./clockSteps.ts";
import { writeShort } from "./instants.ts";
import { neighbourEvent, type TimeEvent } from "./timeEvents.ts";

function Arrow({ label, keys, isLater, onClick }: { label: string; keys: string; isLater: boolean; onClick(): void }) {
  return (
    <button type="button" className="step-arrow" aria-label={label} title={`${label}  ${keys}`} onClick={onClick}>
      <svg viewBox="0 0 24 24" width="14" height="14" aria-hidden="true">
        <path d={isLater ? "m9 5 7 7-7 7" : "m15 5-7 7 7 7"} />
      </svg>
    </button>
  );
}

/** The clock by exact steps. */
export function Steps() {
  const id = useStore(clockStepStore, (state) => state.id);
  const { label, key } = clockSteps.find((step) => step.id === id)!;
  const [earlierKeys, laterKeys] = id === "frame" ? [",", "."] : [`Shift ${key.toUpperCase()}`, key.toUpperCase()];
  return (
    <fieldset className="steps">
      <legend className="unseen">Step the clock</legend>
      <Arrow label={`${label} earlier`} keys={earlierKeys} isLater={false} onClick={() => stepClock(id, false)} />
      <select
        aria-label="Step"
        value={id}
        onChange={(event) => clockStepStore.setState({ id: event.target.value as typeof id })}
      >
        {clockSteps.map((step) => (
          <option key={step.id} value={step.id}>
            {step.label}
          </option>
        ))}
      </select>
      <Arrow label={`${label} later`} keys={laterKeys} isLater onClick={() => stepClock(id, true)} />
    </fieldset>
  );
}

/** Sets the clock to the event after or before what it shows. False when there is none. */
export function goToNeighbour(events: readonly TimeEvent[], isLater: boolean): boolean {
  const { instantAt, setInstant } = clockStore.getState();
  const event = neighbourEvent(events, instantAt(), isLater);
  if (event !== undefined) setInstant(event.instant);
  return event !== undefined;
}

const writeWhen = ({ instant, isDay }: TimeEvent) =>
  isDay ? writeShort(instant).replace(/ \d\d:\d\d$/, "") : writeShort(addSeconds(instant, 30));

/** The year's events, to go to. `yearEvents`: those of the shown year; `events`: with the years beside it. */
export function Events({
  events,
  yearEvents,
  year,
}: {
  events: readonly TimeEvent[];
  yearEvents: readonly TimeEvent[];
  year: number;
}) {
  return (
    <fieldset className="steps">
      <legend className="unseen">Go to an event</legend>
      <Arrow label="Event before" keys="Shift N" isLater={false} onClick={() => void goToNeighbour(events, false)} />
      <Menu position="top-end" width={300}>
        <Menu.Target>
          <button type="button" className="steps-word">
            Events
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{year}, UTC</Menu.Label>
          {yearEvents.map((event) => (
            <Menu.Item
              key={`${event.label} ${event.instant.day}`}
              rightSection={<span className="quiet">{writeWhen(event)}</span>}
              onClick={() => clockStore.getState().setInstant(event.instant)}
            >
              {event.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Arrow label="Next event" keys="N" isLater onClick={() => void goToNeighbour(events, true)} />
    </fieldset>
  );
}
