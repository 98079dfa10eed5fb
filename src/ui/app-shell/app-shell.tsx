import { lazy, Suspense, useEffect, useState } from 'react';
import { Ladder } from '../ladder/ladder.tsx';
import { loadMotion } from '../motion/motion.ts';
import { Waiting } from '../pages/waiting.tsx';
import { Player } from '../player/player.tsx';
import { Toast } from '../primitives/toast.tsx';
import { needsRun } from '../../state/pages/pages.ts';
import { useLab, useLabStore } from '../use-lab.ts';
import { Announcer } from './announcer.tsx';
import { BarPlace } from './bar-controls.tsx';
import { DropTarget } from './drop-target.tsx';
import { PageHost, usePageTurn } from './page-host.tsx';
import { prefetchPanels } from './prefetch.ts';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import { WholePage } from './whole-page.tsx';
import type { LabState } from '../../state/store.ts';
import styles from './app-shell.module.css';

const Inspector = lazy(() =>
  import('../inspector/inspector.tsx').then((module) => ({ default: module.Inspector })),
);
const ConfigureSheet = lazy(() =>
  import('../configure/configure-sheet.tsx').then((module) => ({ default: module.ConfigureSheet })),
);
const Share = lazy(() => import('../share/share.tsx').then((module) => ({ default: module.Share })));
const ProblemPage = lazy(() =>
  import('../pages/problem-page.tsx').then((module) => ({ default: module.ProblemPage })),
);
const Strips = lazy(() => import('../pages/strip.tsx').then((module) => ({ default: module.Strips })));
const Help = lazy(() => import('./help.tsx').then((module) => ({ default: module.Help })));

/** The whole screen: the bar and the page on screen; or the page that says why there is none. */
export function AppShell() {
  const trace = useLab((state) => state.trace);
  const problem = useLab((state) => state.problem);
  const page = useLab((state) => state.page);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const embedded = useLab((state) => state.embedded);
  const striped = useLab(hasStrip);
  useKeys();
  usePageTurn();
  if (!trace && problem && (needsRun(page) || problem.kind !== 'run-failed'))
    return (
      <Suspense>
        <ProblemPage problem={problem} />
      </Suspense>
    );
  return (
    <>
      <div className={styles.shell}>
        {page !== 'present' && !embedded && <TopBar onPlace={setPlace} />}
        {striped && (
          <Suspense>
            <Strips />
          </Suspense>
        )}
        {page === 'lab' ? (
          trace ? (
            <Stage />
          ) : (
            <Waiting />
          )
        ) : (
          <BarPlace value={place}>
            <PageHost page={page} />
          </BarPlace>
        )}
      </div>
      <Overlays />
    </>
  );
}

/** Whether something stands under the top bar; what that is loads with it. */
function hasStrip(state: LabState): boolean {
  const { update, fileProblem, linkProblem, problem, trace } = state;
  return Boolean(update ?? fileProblem ?? linkProblem ?? problem) || trace?.source.kind === 'capture';
}

/** The Lab: ladder, inspector, player. */
function Stage() {
  const trace = useLab((state) => state.trace);
  const embedded = useLab((state) => state.embedded);
  const configuring = useLab((state) => state.configureOpen);
  const wide = useLab((state) => state.tab === 'crypto' && !state.configureOpen);
  const painted = usePainted();
  const store = useLabStore();
  useEffect(() => {
    loadMotion();
    prefetchPanels(store);
  }, [store]);
  if (!trace) return null;
  return (
    <>
      <main tabIndex={-1} className={`${styles.stage} ${wide ? styles.wideTab : ''}`}>
        <Ladder trace={trace} folded={wide} />
        <div className={styles.inspector}>
          {painted && (
            <Suspense>
              <Inspector />
            </Suspense>
          )}
          {configuring && (
            <Suspense>
              <ConfigureSheet />
            </Suspense>
          )}
        </div>
      </main>
      {embedded ? <WholePage /> : <Player trace={trace} />}
    </>
  );
}

/** False until the browser has painted once: the handshake shows before the inspector's code is asked for. */
function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setPainted(true)));
    // Hidden tabs get no frames.
    const fallback = setTimeout(() => setPainted(true), 100);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(fallback);
    };
  }, []);
  return painted;
}

function Overlays() {
  const help = useLab((state) => state.helpOpen);
  const share = useLab((state) => state.shareOpen);
  return (
    <>
      {help && (
        <Suspense>
          <Help />
        </Suspense>
      )}
      {share && (
        <Suspense>
          <Share />
        </Suspense>
      )}
      <DropTarget />
      <Toast />
      <Announcer />
    </>
  );
}
