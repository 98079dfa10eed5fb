import { memo } from 'react';
import { labWords } from '../../lesson/lab.ts';
import { allConnections } from '../../lab/connections.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './connections.module.css';

/** Which of a run's connections is on screen; nothing for runs of one. */
export const Connections = memo(function Connections() {
  const words = useWords(labWords).ladder.connections;
  const trace = useLab((state) => state.trace);
  const last = useLab((state) => state.later ?? state.trace);
  const { showConnection } = useActions();
  const all = last ? allConnections(last) : [];
  if (all.length < 2) return null;
  return (
    <div className={styles.connections}>
      <span>{words.label}</span>
      <Segmented
        label={words.label}
        segments={all.map(({ source }, place) => ({
          id: `${place}`,
          label: source.kind === 'replay' ? words.replayed : (words.places[place] ?? `${place + 1}`),
        }))}
        selected={`${all.findIndex((one) => one === trace)}`}
        onSelect={(place) => showConnection(Number(place))}
      />
    </div>
  );
});
