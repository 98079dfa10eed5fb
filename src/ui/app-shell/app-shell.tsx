import { useState } from 'react';
import { needsRun } from '../../state/pages/pages.ts';
import { useLab, useLabStore } from '../use-lab.ts';
import { BarPlace } from './bar-controls.tsx';
import { PageHost } from './page-host.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import type { LabState } from '../../state/store.ts';
import { AbsentPage } from '../late/absent.tsx';
import { Awaited, late, lateQuietly } from '../late/late.tsx';
import styles from './app-shell.module.css';

const ProblemPage = late(
  () => import('../pages/problem-page.tsx').then((module) => module.ProblemPage),
  AbsentPage,
);
const Strips = lateQuietly(() => import('../pages/strip.tsx').then((module) => module.Strips));
const Overlays = lateQuietly(() => import('./overlays.tsx').then((module) => module.Overlays));

/** The whole screen: the bar and the page on screen; or the page that says why there is none. */
export function AppShell() {
  const trace = useLab((state) => state.trace);
  const problem = useLab((state) => state.problem);
  const page = useLab((state) => state.page);
  const painted = useLab((state) => state.painted);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const embedded = useLab((state) => state.embedded);
  const striped = useLab(hasStrip);
  const [opened] = useState(useLabStore().getState);
  useKeys();
  if (!trace && problem && (needsRun(page) || problem.kind !== 'run-failed'))
    return (
      <Awaited part={ProblemPage}>
        <ProblemPage problem={problem} />
      </Awaited>
    );
  return (
    <>
      <div className={styles.shell}>
        {page !== 'present' && !embedded && <TopBar onPlace={setPlace} />}
        {striped && <Strips />}
        <BarPlace value={place}>
          <PageHost page={page} />
        </BarPlace>
      </div>
      {painted && <Overlays opened={opened} />}
    </>
  );
}

/** Whether something stands under the top bar; what that is loads with it. */
function hasStrip(state: LabState): boolean {
  const { update, fileProblem, linkProblem, problem, trace } = state;
  return Boolean(update ?? fileProblem ?? linkProblem ?? problem) || trace?.source.kind === 'capture';
}
