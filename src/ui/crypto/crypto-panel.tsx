import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Step, StepOperation, Trace } from '../../lab/trace.ts';
import { valueNameWords } from '../../lesson/value-names.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { operationRows } from '../../view/crypto.ts';
import { keySchedule } from '../../view/crypto-graph.ts';
import { keyDerivation } from '../../view/key-derivation.ts';
import { phone, useMedia } from '../inspector/use-media.ts';
import { useAside, useSwitchSlot } from '../inspector/use-slots.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useWords } from '../use-lab.ts';
import { ClassicSteps } from './classic-steps.tsx';
import { KeyDerivation } from './key-derivation.tsx';
import { KeyGraph } from './key-graph.tsx';
import { OperationList } from './operation-list.tsx';
import { OperationPanel } from './operation-panel.tsx';
import styles from './crypto.module.css';

export interface CryptoPanelProps {
  readonly trace: Trace;
  readonly step: Step;
  /** Name of the operation that is open before one is chosen; without it the most telling one waits. */
  readonly first?: StepOperation['name'] | undefined;
}

/** The key schedule or the list of operations, and one operation taken apart beside it. */
export function CryptoPanel({ trace, step, first }: CryptoPanelProps) {
  const words = useWords(inspectorWords).crypto;
  const isPhone = useMedia(phone);
  const slot = useSwitchSlot();
  const aside = useAside();
  const names = useWords(valueNameWords);
  const graph = useMemo(() => keySchedule(trace, step, names), [trace, step, names]);
  const derivation = useMemo(() => keyDerivation(trace, step, names), [trace, step, names]);
  const drawn = graph ?? derivation;
  const rows = useMemo(() => operationRows(step, names), [step, names]);
  const [wanted, setWanted] = useState<'graph' | 'list'>();
  const [chosen, setChosen] = useState<{
    readonly step: Step;
    readonly operation: StepOperation | undefined;
  }>();
  const derives = step.operations.some(({ name }) => name.startsWith('hkdf') || name === 'prf');
  const opened = first === undefined ? undefined : rows.find(({ operation: { name } }) => name === first);
  const graphFirst = (derives && !opened) || rows.length === 0;
  const view = isPhone || !drawn ? 'list' : (wanted ?? (graphFirst ? 'graph' : 'list'));
  // Until something is chosen: the most telling operation, in the room beside the column only.
  const isChosen = chosen?.step === step;
  const operation = isChosen ? chosen.operation : (opened?.operation ?? telling(rows));
  const choose = (next: StepOperation | undefined): void => setChosen({ step, operation: next });

  const isOpen = isChosen || opened !== undefined;
  const panel = operation && (
    <OperationPanel
      trace={trace}
      step={step}
      operation={operation}
      rows={view === 'graph' ? rows : []}
      open={isOpen}
      onSelect={choose}
      onClose={() => choose(undefined)}
    />
  );
  // Nothing beside the column: under its row, or under the graph.
  const inPlace = aside === null && isOpen ? panel : undefined;

  return (
    <div className={styles.panel}>
      {slot &&
        drawn &&
        !isPhone &&
        createPortal(
          <Segmented
            label={words.view}
            segments={[
              { id: 'graph', label: words.graph },
              { id: 'list', label: words.list },
            ]}
            selected={view}
            onSelect={setWanted}
          />,
          slot,
        )}
      {view === 'graph' && graph ? (
        <KeyGraph graph={graph} selected={operation} onSelect={choose} />
      ) : view === 'graph' && derivation ? (
        <KeyDerivation derivation={derivation} selected={operation} onSelect={choose}>
          <ClassicSteps trace={trace} current={step} />
        </KeyDerivation>
      ) : (
        <OperationList rows={rows} selected={operation} onSelect={choose} opened={inPlace} />
      )}
      {view === 'graph' && inPlace}
      {aside && panel && createPortal(panel, aside)}
    </div>
  );
}

/** A traffic secret, else the first operation that is more than drawing or joining bytes. */
function telling(rows: ReturnType<typeof operationRows>): StepOperation | undefined {
  const dull = new Set(['random', 'xor', 'concatenate', 'hash']);
  const secret = rows.findLast(({ operation: { label } }) => label?.includes(' traffic'));
  return (secret ?? rows.find(({ operation: { name } }) => !dull.has(name)) ?? rows[0])?.operation;
}
