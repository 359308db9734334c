import { useEffect, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { sources, wordOf } from "#engine";
import { planStore } from "../state/plan.ts";
import { typeset } from "./formulas.ts";
import { Icon } from "./Icon.tsx";
import { closeValueCard, showInCard, valueCardStore } from "./valueCardStore.ts";
import { allDigits, type ValueRow } from "./valueRow.ts";

const GAP_PX = 6;
const EDGE_PX = 8;

const kindWords = {
  standard: "standard",
  measured: "measured",
  datasheet: "data sheet",
  claim: "claim",
  estimate: "estimate",
} as const;

/** A name of a formula; where the report has its row, a press shows that one's origin in the same card. */
function NameLink({ name }: { name: string }) {
  const row = useStore(planStore, ({ answer }) =>
    answer?.report.sections.flatMap(({ rows }) => rows).find((each) => each.name === name),
  );
  if (row === undefined) return <span className="mono">{name}</span>;
  return (
    <button type="button" className="card-link mono" onClick={() => showInCard(row)}>
      {name} = {row.text}
    </button>
  );
}

function Origin({ row }: { row: ValueRow }) {
  const { because } = row;
  if ("given" in because) return <p className="card-origin">Given in the mission document.</p>;
  if ("source" in because) {
    const { title, kind } = sources[because.source];
    return (
      <div className="card-origin">
        <p>
          <span className="kind" data-kind={kind}>
            {kindWords[kind]}
          </span>{" "}
          {because.note}
        </p>
        <p className="quiet">{title}</p>
      </div>
    );
  }
  if ("method" in because)
    return (
      <p className="card-origin">
        <span className="kind">method</span> {because.method}
      </p>
    );
  return (
    <div className="card-origin">
      <p className="card-formula">
        <span className="quiet">=</span> {typeset(because.formula)}
      </p>
      <p className="card-formula">
        <span className="quiet">=</span> {typeset(because.values)}
      </p>
      <ul className="card-names">
        {[...new Set(because.formula.match(/[A-Za-z_]\w*/g) ?? [])].map((name) => {
          const word = wordOf(name);
          return word === undefined ? null : (
            <li key={name}>
              <NameLink name={name} /> <span className="quiet">{word.label}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The card beside a clicked number: formula, values put in, all digits, unit, source and its kind. Mounted once. */
export function ValueCard() {
  const opened = useStore(valueCardStore, (state) => state.opened);
  const card = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = card.current;
    if (element === null || opened === undefined) return;
    const anchor = opened.anchor.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const below = anchor.bottom + GAP_PX + height <= innerHeight - EDGE_PX;
    const top = below ? anchor.bottom + GAP_PX : Math.max(EDGE_PX, anchor.top - GAP_PX - height);
    const left = Math.min(Math.max(EDGE_PX, anchor.left - 12), innerWidth - EDGE_PX - width);
    element.style.translate = `${left}px ${top}px`;
    element.focus({ preventScroll: true });
  }, [opened]);

  useEffect(() => {
    if (opened === undefined) return;
    const { anchor } = opened;
    const leave = (event: Event) => {
      const target = event.target as Node;
      if (!card.current?.contains(target) && !anchor.contains(target)) closeValueCard();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape" && event.key !== "Tab") return;
      if (event.key === "Escape") event.preventDefault();
      closeValueCard();
      anchor.focus();
    };
    addEventListener("pointerdown", leave);
    addEventListener("scroll", leave, true);
    addEventListener("resize", closeValueCard);
    addEventListener("keydown", key);
    return () => {
      removeEventListener("pointerdown", leave);
      removeEventListener("scroll", leave, true);
      removeEventListener("resize", closeValueCard);
      removeEventListener("keydown", key);
    };
  }, [opened]);

  if (opened === undefined) return null;
  const { row } = opened;
  return (
    <div className="card" ref={card} role="dialog" aria-label={`${row.label}: where it comes from`} tabIndex={-1}>
      <div className="card-head">
        <div>
          <h3>{row.label}</h3>
          <p className="quiet">{row.help}</p>
        </div>
        <button type="button" className="icon-button" aria-label="Close" onClick={closeValueCard}>
          <Icon name="close" size={16} />
        </button>
      </div>
      <p className="card-digits">{allDigits(row)}</p>
      <Origin row={row} />
      <p className="card-name mono">{row.name}</p>
    </div>
  );
}
