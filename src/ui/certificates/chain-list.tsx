import type { KeyboardEvent } from 'react';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ShieldCheck from 'lucide-react/icons/shield-check';
import { inspectorWords } from '../../lesson/inspector.ts';
import type { Chain, ChainEntry } from '../../view/certificates.ts';
import { Icon } from '../icons/icon.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './certificates.module.css';

export interface ChainListProps {
  readonly chain: Chain;
  readonly selected: number;
  readonly onSelect: (position: number) => void;
}

/** What was sent, in order, then the root from the store; between two the key id that joins them. */
export function ChainList({ chain, selected, onSelect }: ChainListProps) {
  const words = useWords(inspectorWords).certificates;
  const { setStep } = useActions();
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = chain.entries.length - 1;
    const to = { ArrowDown: selected + 1, ArrowUp: selected - 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(Math.min(Math.max(to, 0), last));
  };
  return (
    <div className={styles.chain}>
      <div
        role="listbox"
        aria-label={words.list}
        tabIndex={0}
        aria-activedescendant={`certificate-${selected}`}
        onKeyDown={onKeyDown}
      >
        {chain.entries.map((entry, i) => (
          <Entry
            key={entry.index}
            entry={entry}
            position={i}
            isSelected={i === selected}
            onSelect={onSelect}
          />
        ))}
      </div>
      <p className={styles.chainNote}>
        {chain.entries.length > 1 && (chain.fits ? words.fits : words.fitsNot)}{' '}
        {chain.checkedAt !== undefined && (
          <>
            {words.signaturesIn}
            <button type="button" className={styles.stepLink} onClick={() => setStep(chain.checkedAt ?? 0)}>
              {words.signaturesStep(chain.checkedAt + 1)}
            </button>
            .
          </>
        )}
      </p>
    </div>
  );
}

interface EntryProps {
  readonly entry: ChainEntry;
  readonly position: number;
  readonly isSelected: boolean;
  readonly onSelect: (position: number) => void;
}

function Entry({ entry, position, isSelected, onSelect }: EntryProps) {
  const words = useWords(inspectorWords).certificates;
  const isStored = entry.from !== 'sent';
  return (
    <>
      {/* Keys are handled by the list, which has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        id={`certificate-${position}`}
        role="option"
        tabIndex={-1}
        aria-selected={isSelected}
        className={`${styles.entry} ${isSelected ? styles.selected : ''} ${isStored ? styles.stored : ''}`}
        onClick={() => onSelect(position)}
      >
        <span className={styles.position}>
          {isStored ? <Icon of={ShieldCheck} size={14} /> : `[${entry.position}]`}
        </span>
        <b>{entry.name || words.broken}</b>
        <small>{roleText(entry, words)}</small>
        <small className={styles.mono}>{words.size(entry.size, entry.kind)}</small>
      </div>
      {entry.link && (
        <div role="presentation" className={styles.link}>
          <Icon of={ArrowDown} size={14} />
          <small>
            {entry.link.fits ? words.link : words.linkBroken}
            <br />
            <code>
              {entry.link.keyId === ''
                ? words.noKeyId
                : `${entry.link.keyId.slice(0, 6)}…${entry.link.keyId.slice(-4)}`}
            </code>
          </small>
        </div>
      )}
    </>
  );
}

function roleText(
  { from, role, record }: ChainEntry,
  words: {
    readonly stored: string;
    readonly storedSent: string;
    readonly clientLeaf: string;
    readonly roles: Readonly<Record<ChainEntry['role'], string>>;
  },
): string {
  if (from !== 'sent') return words.stored;
  if (role === 'root') return words.storedSent;
  return role === 'leaf' && record.owner === 'browser' ? words.clientLeaf : words.roles[role];
}
