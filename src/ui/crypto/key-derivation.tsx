import type { ReactNode } from 'react';
import ArrowDown from 'lucide-react/icons/arrow-down';
import { inspectorWords } from '../../lesson/inspector.ts';
import type { StepOperation } from '../../lab/trace.ts';
import type {
  DerivationStage,
  DerivedValue,
  KeyDerivation as Derivation,
} from '../../view/key-derivation.ts';
import { Icon } from '../icons/icon.tsx';
import { KeyGlyph } from '../icons/key-glyph.tsx';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { useWords } from '../use-lab.ts';
import styles from './key-derivation.module.css';

export interface KeyDerivationProps {
  readonly derivation: Derivation;
  readonly selected: StepOperation | undefined;
  readonly onSelect: (operation: StepOperation) => void;
  /** Stands above it. */
  readonly children?: ReactNode;
}

/** TLS 1.2: premaster secret, main secret, key block, and the block cut into its parts. */
export function KeyDerivation({
  derivation: { stages, parts, finished },
  selected,
  onSelect,
  children,
}: KeyDerivationProps) {
  const words = useWords(inspectorWords).crypto;
  const box = (value: DerivedValue) => (
    <ValueBox
      key={value.name}
      value={value}
      current={selected?.outputs.some(({ name }) => name === value.name) ?? false}
      onSelect={onSelect}
    />
  );
  return (
    <div className={styles.scroller}>
      {children}
      <div role="group" aria-label={words.derivation.label} className={styles.derivation}>
        {stages.map((stage) => (
          <div key={stage.id} className={styles.stage}>
            <How stage={stage} />
            {box(stage.value)}
          </div>
        ))}
        {parts.length > 0 && (
          <div className={styles.stage}>
            <p className={styles.how}>{words.derivation.cut(parts.length)}</p>
            <div className={styles.parts}>{parts.map(box)}</div>
          </div>
        )}
        {finished.length > 0 && (
          <div className={styles.stage}>
            <p className={styles.how}>{words.derivation.finished}</p>
            <div className={styles.parts}>{finished.map(box)}</div>
          </div>
        )}
      </div>
    </div>
  );
}

/** What makes the value below it, and out of what. */
function How({ stage: { id, how, algorithm, prfLabel, inputs, spec } }: { readonly stage: DerivationStage }) {
  const { derivation: words } = useWords(inspectorWords).crypto;
  return (
    <p className={styles.how}>
      {id !== 'premaster' && <Icon of={ArrowDown} size={14} />}
      {how === 'prf' ? (
        <>
          PRF, {algorithm} <code>{`"${prfLabel ?? ''}"`}</code> {words.over(inputs.join(' + '))}
        </>
      ) : (
        words.how[how](algorithm, inputs.join(' + '))
      )}{' '}
      {spec && <RfcLink spec={spec} />}
    </p>
  );
}

interface ValueBoxProps {
  readonly value: DerivedValue;
  readonly current: boolean;
  readonly onSelect: KeyDerivationProps['onSelect'];
}

function ValueBox({ value, current, onSelect }: ValueBoxProps) {
  const words = useWords(inspectorWords).crypto;
  const { label, bytes, hex, later, step, operation } = value;
  const part = operation.name === 'cut';
  return (
    <button
      type="button"
      className={`${styles.value} ${part ? styles.part : ''} ${later ? styles.later : ''} ${current && !later ? styles.current : ''}`}
      aria-pressed={current}
      disabled={later}
      onClick={() => onSelect(operation)}
    >
      <b>
        {!later && <KeyGlyph size={12} inherit={current} />}
        {label}
      </b>
      <small>{later ? words.step(step + 1) : words.parts([bytes])}</small>
      {!later && <code>{hex.length > 28 ? `${hex.slice(0, 16)}…${hex.slice(-8)}` : hex}</code>}
    </button>
  );
}
