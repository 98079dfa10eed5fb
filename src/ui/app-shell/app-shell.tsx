import { lazy, Suspense, useState } from 'react';
import { Toast } from '../primitives/toast.tsx';
import { isRunPage } from '../../state/pages/pages.ts';
import { useLab } from '../use-lab.ts';
import { Announcer } from './announcer.tsx';
import { BarPlace } from './bar-controls.tsx';
import { DropTarget } from './drop-target.tsx';
import { PageHost } from './page-host.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import type { LabState } from '../../state/store.ts';
import styles from './app-shell.module.css';

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
  const needed = isRunPage(page) || problem?.kind !== 'run-failed';
  if (!trace && problem && needed)
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
        <BarPlace value={place}>
          <PageHost page={page} />
        </BarPlace>
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
