import { memo } from 'react';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import type { Party } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import type { LabWords } from '../../lesson/lab.ts';
import { bracketed, messageTitle } from '../../view/ladder.ts';
import type { LocalRow, MessageRow, OptionalRow, UnreadRow, WorkNote } from '../../view/ladder.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { useWords } from '../use-lab.ts';
import type { LadderLayout } from './metrics.ts';
import { Wire } from './wire.tsx';
import { lateQuietly } from '../late/late.tsx';
import styles from './ladder-row.module.css';

// Only who has something to do on the wire stands on it.
const NetworkNode = lateQuietly(() => import('./network-node.tsx').then((module) => module.NetworkNode));

export type RowState = 'past' | 'current' | 'future';

interface RowProps<Row> {
  readonly row: Row;
  readonly state: RowState;
  readonly layout: LadderLayout;
  readonly added: boolean;
  readonly onSelect: (index: number) => void;
}

export interface MessageRowProps extends RowProps<MessageRow> {
  readonly eve: boolean;
  readonly attack: boolean;
  /** Seconds to draw the wire; 0 for still. */
  readonly draw: number;
}

export const MessageRowItem = memo(function MessageRowItem({
  row,
  state,
  layout,
  added,
  eve,
  attack,
  draw,
  onSelect,
}: MessageRowProps) {
  const words = useWords(labWords);
  const to = row.from === 'browser' ? 'right' : 'left';
  const kind = row.failed && row.message === 'Alert' ? 'failed' : row.level;
  const note = row.note && noteText(row.note, words);
  const seen = eve && state !== 'future';
  return (
    <>
      {layout !== 'phone' &&
        row.compatibility.map(({ from, bytes }, index) => (
          <CompatibilityItem key={`${from}${index}`} from={from} bytes={bytes} state={state} />
        ))}
      <li
        className={[
          styles.row,
          styles.message,
          styles[state],
          row.note ? styles.noted : '',
          row.failed ? styles.failed : '',
        ].join(' ')}
        data-fate={attack ? row.network : undefined}
        aria-current={state === 'current' ? 'step' : undefined}
      >
        <span className={styles.number} data-added={added || undefined}>
          {row.index + 1}
          {added && <span className="spoken">, {words.ladder.added}</span>}
        </span>
        <Gutter side="browser" note={row.from === 'browser' && layout === 'gutters' ? note : undefined} />
        <span className={styles.middle}>
          <button
            type="button"
            className={styles.label}
            tabIndex={state === 'current' ? 0 : -1}
            data-step={row.index}
            onClick={() => onSelect(row.index)}
          >
            {bracketed(messageTitle(row.message), row.notation)}
            {row.alert && ` ${row.alert}`}
          </button>
          <span className={styles.bytes}>
            {words.ladder.bytes(row.bytes)}
            <small>{words.ladder.unit}</small>
          </span>
          <span className={styles.wire}>
            <Wire kind={kind} to={to} draw={draw} />
          </span>
          {attack && <NetworkNode fate={row.network} />}
          {seen && (
            <span className={`${styles.eye} ${styles[kind]}`}>
              <Icon of={row.eavesdropper.reads ? Eye : EyeOff} size={12} />
            </span>
          )}
          {note !== undefined && layout === 'folded' && (
            <span className={`${styles.folded} ${styles[row.from]}`}>{note}</span>
          )}
          {seen && state === 'current' && layout !== 'phone' && <EveNote row={row} />}
        </span>
        <Gutter side="server" note={row.from === 'server' && layout === 'gutters' ? note : undefined} />
      </li>
    </>
  );
});

export const LocalRowItem = memo(function LocalRowItem({
  row,
  state,
  layout,
  added,
  onSelect,
}: RowProps<LocalRow>) {
  const words = useWords(labWords);
  const label = words.work[row.work];
  const first = row.parties.includes('browser') ? 'browser' : 'server';
  const button = (
    <button
      type="button"
      className={styles.label}
      tabIndex={state === 'current' ? 0 : -1}
      data-step={row.index}
      onClick={() => onSelect(row.index)}
    >
      {label}
    </button>
  );
  const side = (party: Party) => {
    const works = row.parties.includes(party);
    return (
      <span className={`${styles.gutter} ${styles[party]}`}>
        {works &&
          layout === 'gutters' &&
          (party === first ? button : <span aria-hidden="true">{label}</span>)}
        {works && (
          <i className={styles.node}>
            <Seal kind={row.failed ? 'failed' : 'local'} size={13} />
          </i>
        )}
      </span>
    );
  };
  return (
    <li
      className={[styles.row, styles.local, styles[state], row.failed ? styles.failed : ''].join(' ')}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      <span className={styles.number} data-added={added || undefined}>
        {row.index + 1}
        {added && <span className="spoken">, {words.ladder.added}</span>}
      </span>
      {side('browser')}
      <span className={`${styles.middle} ${first === 'server' ? styles.atServer : ''}`}>
        {layout !== 'gutters' && button}
      </span>
      {side('server')}
    </li>
  );
});

export interface OptionalRowProps {
  readonly row: OptionalRow;
  readonly state: RowState;
}

export const OptionalRowItem = memo(function OptionalRowItem({ row, state }: OptionalRowProps) {
  const words = useWords(labWords);
  return (
    <li className={`${styles.row} ${styles.optional} ${styles[state]}`}>
      <span className={styles.number} />
      <span className={styles.gutter} />
      <span className={styles.middle}>
        <i className={styles.dashes} />
        <span className={styles.label}>
          {row.messages.map((message) => bracketed(message, row.notation)).join(' ')}
        </span>
        <span className={styles.bytes}>
          {row.never !== undefined
            ? words.ladder.never(row.never)
            : state === 'past'
              ? words.ladder.notSent
              : words.ladder.optional}
        </span>
      </span>
      <span className={styles.gutter} />
    </li>
  );
});

export interface UnreadRowProps {
  readonly row: UnreadRow;
  readonly layout: LadderLayout;
}

/** It crossed the wire, and nobody looked inside. */
export const UnreadRowItem = memo(function UnreadRowItem({ row, layout }: UnreadRowProps) {
  const { ladder } = useWords(labWords);
  const receiver = row.from === 'server' ? 'browser' : 'server';
  const note = row.first ? ladder.neverOpened : undefined;
  const gutters = layout === 'gutters';
  return (
    <li className={`${styles.row} ${styles.message} ${row.first ? styles.noted : ''} ${styles.future}`}>
      <span className={styles.number} />
      <Gutter side="browser" note={receiver === 'browser' && gutters ? note : undefined} />
      <span className={styles.middle}>
        <span className={styles.label}>{bracketed(messageTitle(row.message), row.level)}</span>
        <span className={styles.bytes}>
          {ladder.bytes(row.bytes)}
          <small>{ladder.unit}</small>
        </span>
        <span className={styles.wire}>
          <Wire kind={row.level} to={row.from === 'browser' ? 'right' : 'left'} draw={0} />
        </span>
        {note !== undefined && layout === 'folded' && (
          <span className={`${styles.folded} ${styles[receiver]}`}>{note}</span>
        )}
      </span>
      <Gutter side="server" note={receiver === 'server' && gutters ? note : undefined} />
    </li>
  );
});

interface CompatibilityItemProps {
  readonly from: Party;
  readonly bytes: number;
  readonly state: RowState;
}

function CompatibilityItem({ from, bytes, state }: CompatibilityItemProps) {
  const words = useWords(labWords);
  return (
    <li
      className={`${styles.row} ${styles.small} ${state === 'future' ? styles.future : styles.past}`}
      title={words.ladder.compatibilityNote(bytes)}
    >
      <span className={styles.number} />
      <span className={styles.gutter} />
      <span className={styles.middle}>
        <span className={styles.label}>{words.ladder.compatibility}</span>
        <span className={styles.bytes}>
          {words.ladder.bytes(bytes)}
          <small>{words.ladder.unit}</small>
        </span>
        <span className={styles.wire}>
          <Wire kind="plaintext" to={from === 'browser' ? 'right' : 'left'} draw={0} />
        </span>
      </span>
      <span className={styles.gutter} />
    </li>
  );
}

function Gutter({ side, note }: { readonly side: Party; readonly note: string | undefined }) {
  return (
    <span className={`${styles.gutter} ${styles[side]}`}>
      {note !== undefined && <em title={note}>{note}</em>}
    </span>
  );
}

function EveNote({ row }: { readonly row: MessageRow }) {
  const { ladder } = useWords(labWords);
  const sees = row.eavesdropper;
  const types: Readonly<Record<number, string>> = ladder.recordTypes;
  return (
    <span className={styles.sees}>
      <b>{ladder.eveSees}</b>{' '}
      {sees.reads
        ? ladder.eveReadsAll
        : ladder.record(types[sees.outerType] ?? `(${sees.outerType})`, sees.bytes)}
    </span>
  );
}

function noteText(note: WorkNote, { ladder }: LabWords): string {
  const { notes } = ladder;
  switch (note.kind) {
    case 'key-pairs':
      return note.count === 1 ? notes.keyPair(note.algorithm) : notes.keyPairs;
    case 'no-usable-share':
      return notes.noUsableShare;
    case 'cookie':
      return notes.cookie;
    case 'agree':
      return notes.agree;
    case 'choose':
      return notes.choose(note.exchange);
    case 'encrypt-premaster':
      return notes.encryptPremaster;
    case 'sign-half':
      return notes.signHalf;
    case 'send-chain':
      return notes.sendChain(note.certificates);
    case 'sign':
      return notes.sign;
    case 'mac':
      return notes.mac;
    case 'data':
      return note.line;
  }
}
