import { Slider } from "@mantine/core";
import { useRef } from "react";
import { format, type InputWord, unitOf, unitSymbols } from "#engine";
import { Field, type FieldProps, fieldId, hintIds } from "./Field.tsx";
import { QuantityInput } from "./QuantityInput.tsx";

/** Units whose whole range fits on a slider. */
const slidingUnits = ["Km", "H", "Deg", "K", "Fraction", "Years", "WPerM2", "KgPerM2"];
const MAX_SLIDING = 2000;
/** Stops that a slider has at least. */
const SLIDER_STOPS = 400;

/** The largest of 1, 2, 5 × 10ⁿ that is not above `size`. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return power * ([5, 2, 1].find((digit) => digit * power <= size * (1 + 1e-9)) ?? 1);
}
const tidy = (value: number) => Number(value.toPrecision(12));

/**
 * One number of the mission in its base unit. What is out of its limits stays in the field with its issue beneath;
 * the plan keeps the last good value. `onChange` gets undefined for an emptied optional field.
 */
export function NumberField({
  word,
  name,
  value,
  draft,
  onChange,
  onDraft,
  onEnd,
  isTyped = false,
  ...field
}: Omit<FieldProps, "label" | "help"> & {
  word: InputWord;
  name: string;
  /** The value in force, undefined where none is given. */
  value: number | undefined;
  /** Refused text, shown in place of the value in force. */
  draft: string | undefined;
  onChange: (value: number | undefined) => void;
  /** Text that is no such number, and what was expected. */
  onDraft: (text: string, expected: string) => void;
  onEnd: () => void;
  /** Never a slider beside it: nobody slides to a position. */
  isTyped?: boolean;
}) {
  const { path } = field;
  const unit = unitOf(name);
  const whole = unit === "Count" || unit === "Tokens";
  const symbol = unit === undefined ? "" : unitSymbols[unit];
  const byKeys = useRef(false);

  const slides =
    !isTyped &&
    slidingUnits.includes(unit ?? "") &&
    word.max <= MAX_SLIDING &&
    word.optional !== true &&
    value !== undefined;
  const stepUp = whole
    ? Math.max(1, roundStep(Math.max(1, (value ?? 1) / 20)))
    : roundStep(Math.max(Math.abs(value ?? word.max / 10), (word.max - word.min) * 1e-6) / 20);
  const echo = value === undefined || unit === undefined ? undefined : format(value, unit, 4);
  const plain = `${value}${symbol}`;
  const isLocked = field.lock?.isLocked === true;
  const limits =
    unit === undefined ? `${word.min} to ${word.max}` : `${format(word.min, unit, 4)} to ${format(word.max, unit, 4)}`;
  return (
    <Field
      {...field}
      label={word.label}
      help={word.help}
      limits={limits}
      echo={echo?.replace(/\s/g, "") === plain ? undefined : echo}
    >
      <div className="number" data-slides={slides}>
        <QuantityInput
          id={fieldId(path)}
          value={value}
          unit={unit}
          draft={draft}
          step={() => stepUp}
          onValue={onChange}
          onRefused={onDraft}
          onEmpty={word.optional === true ? () => onChange(undefined) : undefined}
          onEnd={onEnd}
          readOnly={isLocked}
          invalid={field.issues.length > 0}
          placeholder={word.optional === true ? "not given" : undefined}
          aria-describedby={hintIds(path)}
          data-mission-field
        />
        {slides ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what happens on the slider inside
          <div
            onPointerDownCapture={() => {
              byKeys.current = false;
            }}
            onKeyDownCapture={() => {
              byKeys.current = true;
            }}
            onBlur={onEnd}
          >
            <Slider
              value={Math.min(word.max, Math.max(word.min, value))}
              min={word.min}
              max={word.max}
              step={roundStep((word.max - word.min) / SLIDER_STOPS)}
              disabled={isLocked}
              onChange={(next) => {
                if (next !== value) onChange(tidy(next));
              }}
              onChangeEnd={() => {
                // Each key press ends a change for the slider; for a person a run of presses is one.
                if (!byKeys.current) onEnd();
              }}
              label={null}
              size={2}
              thumbSize={14}
              thumbLabel={word.label}
              thumbValueText={() => format(value, unit)}
            />
          </div>
        ) : null}
      </div>
    </Field>
  );
}
