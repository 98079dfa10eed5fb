import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { useEffect } from 'react';
import { configureWords, type ConfigureWords } from '../../lesson/configure.ts';
import { runLine, type RunLine as Line } from '../../view/configure-run-line.ts';
import { Icon } from '../icons/icon.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import type { Changes } from './use-sheet.ts';
import styles from './configure.module.css';

/** How the run ended, compared with the scenario as it comes; spoken politely after every change. */
export function RunLine({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords);
  const { countSteps } = useActions();
  const trace = useLab((state) => state.trace);
  const run = useLab((state) => state.run);
  const problem = useLab((state) => state.problem);
  const counted = useLab((state) => state.stepCounts[changes.preset.preset]);
  useEffect(() => {
    if (counted === undefined && trace !== undefined) countSteps();
  }, [counted, trace, countSteps]);

  const asked = useLab((state) => state.curtain !== undefined);
  const line = runLine(trace, changes.preset, counted, asked);
  const broken = problem?.kind === 'run-failed' ? problem.message : undefined;
  const bad = broken !== undefined || line.kind === 'fails';
  const [head, rest] =
    broken === undefined ? sentence(line, changes.chips.length, words) : [words.run.broken, broken];
  return (
    <p className={`${styles.runLine} ${bad ? styles.failing : ''}`}>
      <span role="status" className={styles.runText}>
        {(bad || line.kind === 'completes') && <Icon of={bad ? X : Check} size={14} strokeWidth={2.25} />}
        <span>
          <b>{head}</b> {rest}
        </span>
      </span>
      <small>{words.run.number(run)}</small>
    </p>
  );
}

function sentence(line: Line, changes: number, { run }: ConfigureWords): readonly [string, string] {
  switch (line.kind) {
    case 'running':
      return [run.running, ''];
    case 'asked':
      return [run.asked, ''];
    case 'completes': {
      const head = run.completes(line.steps);
      if (changes === 0 || line.difference === undefined) return [`${head}.`, ''];
      const compared = line.difference === 0 ? run.same : run.difference(line.difference);
      return [
        `${head},`,
        line.because.length > 0
          ? `${compared}: ${line.because.map((one) => run.because[one]).join('; ')}.`
          : `${compared}.`,
      ];
    }
    case 'fails':
      return [
        run.fails(line.step, line.message ?? (line.work ? run.work[line.work] : '')),
        run.alert(line.closedBy, line.alert, line.alertCode),
      ];
  }
}
