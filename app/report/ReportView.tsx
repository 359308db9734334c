import "./report.css";
import "./print.css";
import { Fragment, useEffect, useRef, useState } from "react";
import { describeOrigin, designFindings, designVerdict, type Report, type Row, severityWords } from "#engine";
import { FigureView, FigureWaiting } from "../figures/FigureView.tsx";
import { type Shown, useFigures } from "../figures/useFigures.ts";
import { typeset } from "../parts/formulas.ts";
import { Icon } from "../parts/Icon.tsx";
import { Value } from "../parts/Value.tsx";
import { networkFiguresFor } from "../state/networkStudy.ts";
import { usePlan, useView } from "../state/use.ts";
import type { ReportFormat } from "../worker/messages.ts";
import { ClaimsTable } from "./ClaimsTable.tsx";
import { NetworkWaiting } from "./NetworkWaiting.tsx";
import { useNetworkStudy } from "./useNetworkStudy.ts";
import { VerdictLine } from "./VerdictLine.tsx";

const downloads = [
  { format: "html", label: "HTML" },
  { format: "markdown", label: "Markdown" },
  { format: "json", label: "JSON" },
] as const satisfies readonly { format: ReportFormat; label: string }[];
const signs = { error: "bad", warning: "warn", info: "info" } as const;

/** The origin column; a source is the number of the list at the end. */
function OriginCell({ row }: { row: Row }) {
  const { because } = row;
  if ("source" in because)
    return (
      <>
        <a
          className="source-link"
          href={`#source-${because.sourceNumber}`}
          aria-label={`Source ${because.sourceNumber}`}
        >
          [{because.sourceNumber}]
        </a>{" "}
        {because.note}
      </>
    );
  if ("formula" in because) return <span className="mono">{typeset(describeOrigin(because))}</span>;
  return <>{describeOrigin(because)}</>;
}

/** Where the time-stepped orbit stands; it comes a moment after the others. */
const CYCLE_SECTION = "battery";
/** Where the network's figures stand; they take seconds. */
const NETWORK_SECTIONS: readonly string[] = ["latency", "network"];

/** Once what came last has been drawn: figures draw themselves after they are in the page. */
const afterPaint = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));

/** A figure with the numbers of the sources that it draws. */
function SheetFigure({ shown, report }: { shown: Shown; report: Report }) {
  const cited = shown.figure.sources.flatMap((id) => report.sources.find((source) => source.id === id)?.number ?? []);
  return (
    <FigureView {...shown}>
      {cited.map((number) => (
        <Fragment key={number}>
          {" "}
          <a className="source-link" href={`#source-${number}`} aria-label={`Source ${number}`}>
            [{number}]
          </a>
        </Fragment>
      ))}
    </FigureView>
  );
}

function SectionTable({
  section,
  report,
  figures,
  waiting,
}: {
  section: Report["sections"][number];
  report: Report;
  figures: readonly Shown[];
  /** What stands there until figures come. */
  waiting: React.ReactNode;
}) {
  return (
    <section className="sheet-section" id={`section-${section.id}`}>
      <h2>{section.title}</h2>
      {waiting}
      {figures
        .filter(({ figure }) => figure.section === section.id)
        .map((shown) => (
          <SheetFigure key={shown.figure.id} shown={shown} report={report} />
        ))}
      <table>
        <thead>
          <tr>
            <th scope="col">Quantity</th>
            <th scope="col" className="at-right">
              Value
            </th>
            <th scope="col">Origin</th>
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row) => (
            <tr key={row.name} data-anchor={`${section.id}.${row.name}`} data-row={row.name}>
              <th scope="row">
                {row.label}
                <span className="row-help">{row.help}</span>
              </th>
              <td className="at-right">
                <Value row={row} size="s" />
              </td>
              <td className="origin-cell">
                <OriginCell row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const contentsOf = ({ closure, sections }: Report) => [
  ...(closure.claims.length > 0 ? [{ id: "claims", title: "The announced sheet" }] : []),
  { id: "findings", title: "The design" },
  ...sections,
  { id: "sources", title: "Sources" },
];

/** After a jump the row is scrolled to and takes the focus. */
function useJump(sheet: React.RefObject<HTMLElement | null>, ready: boolean) {
  const jump = useView((state) => state.jump);
  useEffect(() => {
    if (jump === undefined || !ready) return;
    const row = sheet.current?.querySelector<HTMLElement>(`[data-anchor="${CSS.escape(jump.name)}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    row?.animate(
      [{ background: "color-mix(in srgb, var(--dawn) 24%, transparent)" }, { background: "transparent" }],
      1600,
    );
  }, [jump, sheet, ready]);
}

/** The design report: paper on a desk, and the page that prints. */
export function ReportView({
  onDownload,
  onCopyLink,
}: {
  onDownload: (format: ReportFormat) => Promise<void>;
  onCopyLink: () => void;
}) {
  const report = usePlan(({ answer }) => answer?.report);
  const { shown, isWaitingFor } = useFigures();
  const { study, document: mission } = useNetworkStudy();
  const [isWriting, setWriting] = useState(false);
  const sheet = useRef<HTMLElement>(null);
  useJump(sheet, report !== undefined);
  if (report === undefined)
    return (
      <p className="waiting" role="status">
        Writing the report
      </p>
    );
  const verdict = designVerdict(report.findings);
  const isNetworkKnown = study.status === "done" && study.document === mission;
  const waitingAt = (section: string) => {
    if (section === CYCLE_SECTION && isWaitingFor("cycle")) return <FigureWaiting />;
    if (NETWORK_SECTIONS.includes(section) && !isNetworkKnown)
      return <NetworkWaiting study={study} document={mission} section={section} />;
    return null;
  };
  /** Files and paper hold the network's figures too, so they wait for them. */
  const whenWhole = async (write: () => unknown) => {
    setWriting(true);
    try {
      await networkFiguresFor(mission);
      await write();
    } finally {
      setWriting(false);
    }
  };
  return (
    <div className="desk">
      <aside className="desk-side">
        <nav aria-label="Sections">
          {contentsOf(report).map(({ id, title }) => (
            <button
              type="button"
              key={id}
              onClick={() => document.getElementById(`section-${id}`)?.scrollIntoView({ block: "start" })}
            >
              {title}
            </button>
          ))}
        </nav>
      </aside>
      <div className="desk-paper">
        <div className="desk-tools" role="toolbar" aria-label="Take the report with you">
          {isWriting && !isNetworkKnown ? (
            <span className="desk-words quiet" role="status">
              Waiting for the network's figures
            </span>
          ) : null}
          {downloads.map(({ format, label }) => (
            <button
              type="button"
              className="button"
              key={format}
              disabled={isWriting}
              onClick={() => void whenWhole(() => onDownload(format))}
            >
              <Icon name="save" size={16} /> {label}
            </button>
          ))}
          <button
            type="button"
            className="button"
            disabled={isWriting}
            onClick={() => void whenWhole(() => afterPaint(() => print()))}
          >
            <Icon name="print" size={16} /> Print
          </button>
          <button type="button" className="button" onClick={onCopyLink}>
            <Icon name="share" size={16} /> Copy link
          </button>
        </div>
        <article className="sheet" ref={sheet}>
          <header>
            <h1>{report.title}</h1>
            <p className="quiet">
              Epoch {report.epoch} · {report.sections.reduce((sum, { rows }) => sum + rows.length, 0)} quantities ·{" "}
              {report.sources.length} sources
            </p>
          </header>
          <ClaimsTable closure={report.closure} />
          <section className="sheet-section" id="section-findings">
            <h2>The design</h2>
            <VerdictLine verdict={verdict} />
            <ul className="sheet-findings">
              {designFindings(report.findings).map(({ id, severity, text }) => (
                <li key={id} data-severity={severity}>
                  <span className="sheet-severity">
                    <Icon name={signs[severity]} size={14} /> {severityWords[severity]}
                  </span>
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </section>
          {report.sections.map((section) => (
            <SectionTable
              key={section.id}
              section={section}
              report={report}
              figures={shown}
              waiting={waitingAt(section.id)}
            />
          ))}
          <section className="sheet-section" id="section-sources">
            <h2>Sources</h2>
            <ol className="sheet-sources">
              {report.sources.map(({ number, id, title, kind }) => (
                <li key={id} id={`source-${number}`}>
                  <span>[{number}]</span>
                  <span>
                    {title}{" "}
                    <span className="kind" data-kind={kind}>
                      {kind}
                    </span>
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </article>
      </div>
    </div>
  );
}
