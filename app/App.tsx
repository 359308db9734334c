import { MantineProvider } from "@mantine/core";
import { lazy, Suspense, useEffect, useState } from "react";
import { Boundary } from "./parts/Boundary.tsx";
import { ValueCard } from "./parts/ValueCard.tsx";
import { copyLink, downloadMission, downloadReport } from "./shell/actions.ts";
import { DropZone } from "./shell/DropZone.tsx";
import { FirstGlobe } from "./shell/FirstGlobe.tsx";
import { Notices } from "./shell/Notices.tsx";
import { Pages } from "./shell/Pages.tsx";
import { Palette } from "./shell/Palette.tsx";
import { Rail } from "./shell/Rail.tsx";
import { TopLine } from "./shell/TopLine.tsx";
import { Tour } from "./shell/Tour.tsx";
import { useScheme, useView } from "./state/use.ts";
import type { View } from "./state/view.ts";
import { mantineTheme, mantineVariables } from "./theme.ts";

const Explorer = lazy(() => import("./explorer/Explorer.tsx").then(({ Explorer }) => ({ default: Explorer })));
/** Read only when somebody asks for the keys: the explorer's files are large. */
const keysOfExplorer = () => import("./explorer/globeKeys.ts").then(({ globeKeys }) => globeKeys);
const loadWizard = () => import("./wizard/Wizard.tsx").then(({ Wizard }) => ({ default: Wizard }));
const loadReport = () => import("./report/ReportView.tsx").then(({ ReportView }) => ({ default: ReportView }));
const Wizard = lazy(loadWizard);
const ReportView = lazy(loadReport);
/** By then the first window stands, and the others' files may come. */
const OTHERS_AFTER_MS = 4000;

/** One window. `keep`: once seen it stays mounted behind the others, since a lost GPU context is slow to bring back. */
function Window({
  of,
  title,
  keep = false,
  waiting,
  children,
}: {
  of: View;
  title: string;
  keep?: boolean;
  waiting?: React.ReactNode;
  children: React.ReactNode;
}) {
  const front = useView(({ view }) => view === of);
  const [seen, setSeen] = useState(front);
  if (front && !seen) setSeen(true);
  if (!front && !(keep && seen)) return null;
  return (
    <section className="window" data-window={of} data-front={front} aria-label={title} inert={!front}>
      <Boundary title={title} onSave={downloadMission}>
        <Suspense
          fallback={
            waiting ?? (
              <p className="waiting" role="status">
                Opening {title}
              </p>
            )
          }
        >
          {children}
        </Suspense>
      </Boundary>
    </section>
  );
}

export function App() {
  const scheme = useScheme();
  useEffect(() => {
    const timer = setTimeout(() => void Promise.allSettled([loadWizard(), loadReport()]), OTHERS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <MantineProvider theme={mantineTheme} cssVariablesResolver={mantineVariables} forceColorScheme={scheme}>
      <a className="skip" href="#stage">
        Skip to the window
      </a>
      <div className="app">
        <TopLine />
        <Rail />
        <main className="stage" id="stage" tabIndex={-1}>
          <Notices />
          <Window of="explore" title="Explore" keep waiting={<FirstGlobe />}>
            <Explorer />
          </Window>
          <Window of="size" title="Size">
            <Wizard />
          </Window>
          <Window of="report" title="Report">
            <ReportView onDownload={downloadReport} onCopyLink={copyLink} />
          </Window>
        </main>
      </div>
      <Tour />
      <DropZone />
      <Palette />
      <Pages keysOfExplorer={keysOfExplorer} />
      <ValueCard />
    </MantineProvider>
  );
}
