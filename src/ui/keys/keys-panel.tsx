import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { Step, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { keyRows } from '../../view/keys.ts';
import { GlossaryTerm } from '../inspector/glossary-term.tsx';
import { useSwitchSlot } from '../inspector/use-slots.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useWords } from '../use-lab.ts';
import { KeyLog } from './key-log.tsx';
import { KeyMatrix } from './key-matrix.tsx';
import styles from './keys.module.css';

export interface KeysPanelProps {
  readonly trace: Trace;
  readonly step: Step;
}

/** The ledger in full: every value, who has it and how, and the key log that Wireshark reads. */
export function KeysPanel({ trace, step }: KeysPanelProps) {
  const words = useWords(inspectorWords).keys;
  const [length, setLength] = useState<'short' | 'full'>('short');
  const slot = useSwitchSlot();
  const rows = keyRows(trace, step);
  const browserKeys = rows.find(({ id }) => id === 'browser-keys');
  const eveCannot = rows.find(({ id }) => id === 'shared-secret')?.cells.eavesdropper.kind === 'cannot';
  return (
    <div className={styles.panel}>
      {slot &&
        createPortal(
          <Segmented
            label={words.view}
            segments={[
              { id: 'short', label: words.short },
              { id: 'full', label: words.full },
            ]}
            selected={length}
            onSelect={setLength}
          />,
          slot,
        )}
      <div className={styles.body}>
        <KeyMatrix rows={rows} full={length === 'full'} />
        {eveCannot && (
          <p className={styles.note}>
            {words.note(browserKeys?.values.length ?? 0)}
            <GlossaryTerm id="forward-secrecy">{words.noteTerm}</GlossaryTerm>.
          </p>
        )}
      </div>
      <KeyLog trace={trace} step={step} full={length === 'full'} />
    </div>
  );
}
