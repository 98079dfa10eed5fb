import { memo, useMemo } from 'react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import PanelLeftOpen from 'lucide-react/icons/panel-left-open';
import type { Trace } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import { bracketed, ladderRows, messageTitle } from '../../view/ladder.ts';
import type { LocalRow, MessageRow } from '../../view/ladder.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { IconButton } from '../primitives/button.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { Connections } from './connections.tsx';
import type { RowState } from './ladder-row.tsx';
import styles from './step-list.module.css';

/** The ladder folded to a list, beside tabs that need the room. */
export function StepList({ trace }: { readonly trace: Trace }) {
  const { ladder } = useWords(labWords);
  const index = useLab((state) => state.step);
  const { setStep, setTab } = useActions();
  const rows = useMemo(() => ladderRows(trace).filter((row) => 'index' in row), [trace]);
  return (
    <section className={styles.list} aria-label={ladder.label}>
      <header className={styles.head}>
        <h2>{ladder.list}</h2>
        <IconButton
          icon={PanelLeftOpen}
          label={ladder.unfold}
          tip="below-end"
          onClick={() => setTab('bytes')}
        />
      </header>
      <Connections />
      <ol aria-label={ladder.steps}>
        {rows.map((row) => (
          <StepItem
            key={row.id}
            row={row}
            state={row.index === index ? 'current' : row.index < index ? 'past' : 'future'}
            onSelect={setStep}
          />
        ))}
      </ol>
    </section>
  );
}

interface StepItemProps {
  readonly row: MessageRow | LocalRow;
  readonly state: RowState;
  readonly onSelect: (index: number) => void;
}

const StepItem = memo(function StepItem({ row, state, onSelect }: StepItemProps) {
  const words = useWords(labWords);
  const kind = row.failed ? 'failed' : row.kind === 'local' ? 'local' : row.level;
  return (
    <li
      className={`${styles[state]} ${row.failed ? styles.failed : ''}`}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      <button type="button" tabIndex={state === 'current' ? 0 : -1} onClick={() => onSelect(row.index)}>
        <span className={styles.number}>{row.index + 1}</span>
        <Seal kind={kind} />
        <span className={styles.name}>
          {row.kind === 'local'
            ? words.work[row.work]
            : `${bracketed(messageTitle(row.message), row.notation)}${row.alert ? ` ${row.alert}` : ''}`}
        </span>
        {row.kind === 'message' && (
          <Icon of={row.from === 'browser' ? ArrowRight : ArrowLeft} size={12} className={styles.arrow} />
        )}
      </button>
    </li>
  );
});
