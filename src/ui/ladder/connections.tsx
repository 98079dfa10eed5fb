import { labWords } from '../../lesson/lab.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './connections.module.css';

/** Which of a run's two connections is on screen; nothing for runs of one. */
export function Connections() {
  const words = useWords(labWords).ladder.connections;
  const isFirst = useLab((state) => state.later !== undefined);
  const hasFirst = useLab((state) => state.trace?.previous !== undefined);
  const { showConnection } = useActions();
  if (!isFirst && !hasFirst) return null;
  return (
    <div className={styles.connections}>
      <span>{words.label}</span>
      <Segmented
        label={words.label}
        segments={[
          { id: 'first', label: words.first },
          { id: 'second', label: words.second },
        ]}
        selected={isFirst ? 'first' : 'second'}
        onSelect={showConnection}
      />
    </div>
  );
}
