import { lazy, Suspense, useEffect, useState } from 'react';
import { Ladder } from '../ladder/ladder.tsx';
import { loadMotion } from '../motion/motion.ts';
import { ProblemPage } from '../pages/problem-page.tsx';
import { Strips } from '../pages/strip.tsx';
import { Waiting } from '../pages/waiting.tsx';
import { Player } from '../player/player.tsx';
import { Toast } from '../primitives/toast.tsx';
import { isRunPage } from '../../state/pages/pages.ts';
import { useLab } from '../use-lab.ts';
import { Announcer } from './announcer.tsx';
import { BarPlace } from './bar-controls.tsx';
import { DropTarget } from './drop-target.tsx';
import { PageHost, usePageTurn } from './page-host.tsx';
import { prefetchPanels } from './prefetch.ts';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import styles from './app-shell.module.css';

const Inspector = lazy(() =>
  import('../inspector/inspector.tsx').then((module) => ({ default: module.Inspector })),
);
const ConfigureSheet = lazy(() =>
  import('../configure/configure-sheet.tsx').then((module) => ({ default: module.ConfigureSheet })),
);
const Help = lazy(() => import('./help.tsx').then((module) => ({ default: module.Help })));

/** The whole screen: the bar and the page on screen; or the page that says why there is none. */
export function AppShell() {
  const trace = useLab((state) => state.trace);
  const problem = useLab((state) => state.problem);
  const page = useLab((state) => state.page);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useKeys();
  usePageTurn();
  const needed = isRunPage(page) || problem?.kind !== 'run-failed';
  if (!trace && problem && needed) return <ProblemPage problem={problem} />;
  return (
    <>
      <div className={styles.shell}>
        <TopBar onPlace={setPlace} />
        <Strips />
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

/** The Lab: ladder, inspector, player. */
function Stage() {
  const trace = useLab((state) => state.trace);
  const configuring = useLab((state) => state.configureOpen);
  const wide = useLab((state) => state.tab === 'crypto' && !state.configureOpen);
  const painted = usePainted();
  useEffect(() => {
    loadMotion();
    prefetchPanels();
  }, []);
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
      <Player trace={trace} />
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
  return (
    <>
      {help && (
        <Suspense>
          <Help />
        </Suspense>
      )}
      <DropTarget />
      <Toast />
      <Announcer />
    </>
  );
}
