import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { readQuantity, type UnitSuffix, unitSymbols } from "#engine";

const THIN_SPACE = "\u2009";
/** Digits that a field shows while nobody types in it; all of them stand in the value's card. */
const SHOWN_DIGITS = 9;

/** A number for a field: all its digits up to nine, thousands apart. */
export function writeQuantity(value: number): string {
  const [mantissa, exponent] = String(Number(value.toPrecision(SHOWN_DIGITS))).split("e") as [string, string?];
  if (exponent !== undefined) return `${mantissa}e${exponent}`;
  const [whole, fraction] = mantissa.split(".") as [string, string?];
  return whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) + (fraction === undefined ? "" : `.${fraction}`);
}

/**
 * A number with its unit, typed as people write numbers: "150 000", "1.5e5", "150 kW". What cannot be read stays in the field; nothing is
 * dropped from it. Up and down change the value by `step`.
 */
export function QuantityInput({
  value,
  unit,
  draft,
  step,
  onValue,
  onRefused,
  onEmpty,
  onEnd = () => {},
  readOnly = false,
  invalid = false,
  ...input
}: {
  value: number | undefined;
  unit: UnitSuffix | undefined;
  /** Refused text, shown in place of the value. */
  draft?: string | undefined;
  step?: ((value: number) => number) | undefined;
  onValue: (value: number) => void;
  onRefused: (text: string, reason: string) => void;
  /** Left out where a number is needed. */
  onEmpty?: (() => void) | undefined;
  onEnd?: () => void;
  readOnly?: boolean;
  invalid?: boolean;
  id?: string;
  placeholder?: string | undefined;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "data-mission-field"?: boolean;
}) {
  const shown = draft ?? (value === undefined ? "" : writeQuantity(value));
  // While somebody types, the field keeps their text ("0.90" is not turned into 0.9 under their hands).
  const [typed, setTyped] = useState(shown);
  const focused = useRef(false);
  const sent = useRef(value);
  useEffect(() => {
    if (!focused.current || (draft === undefined && value !== sent.current)) {
      setTyped(shown);
      sent.current = value;
    }
  }, [shown, draft, value]);
  const send = (next: number) => {
    sent.current = next;
    onValue(next);
  };
  const symbol = unit === undefined || unitSymbols[unit] === "×" ? "" : unitSymbols[unit];
  return (
    <TextInput
      {...input}
      value={typed}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      readOnly={readOnly}
      error={invalid}
      withErrorStyles={false}
      rightSection={symbol === "" ? undefined : <span className="unit">{symbol}</span>}
      rightSectionWidth={symbol === "" ? undefined : 22 + symbol.length * 7}
      rightSectionPointerEvents="none"
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text);
        if (text.trim() === "" && onEmpty !== undefined) {
          sent.current = undefined;
          onEmpty();
          return;
        }
        const read = readQuantity(text, unit);
        if ("value" in read) send(read.value);
        else {
          sent.current = undefined;
          onRefused(text, read.reason);
        }
      }}
      onKeyDown={(event) => {
        const up = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (up === undefined || readOnly || value === undefined || step === undefined) return;
        event.preventDefault();
        const next = Number((value + up * step(value)).toPrecision(12));
        setTyped(writeQuantity(next));
        send(next);
      }}
      onFocus={() => {
        focused.current = true;
      }}
      onBlur={() => {
        focused.current = false;
        setTyped(shown);
        onEnd();
      }}
    />
  );
}
