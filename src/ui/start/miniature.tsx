import { useEffect, useState } from 'react';
import Lock from 'lucide-react/icons/lock-open';
import Server from 'lucide-react/icons/server';
import type { Trace } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import { startWords, type StartWords } from '../../lesson/start.ts';
import { miniature, type MiniatureRow } from '../../view/start.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { Wire } from '../ladder/wire.tsx';
import { useWords } from '../use-lab.ts';
import styles from './start.module.css';

/** One message at a time, once, then it rests. */
const beat = 900;

export function Miniature({
  trace,
  onOpen,
}: {
  readonly trace: Trace;
  readonly onOpen: (step: number) => void;
}) {
  const words = useWords(startWords);
  const { parties } = useWords(labWords);
  const { rows, later } = miniature(trace);
  const reached = usePlayedOnce(rows.length);
  const { serverName } = trace.scenario.browser;
  return (
    <div className={styles.mini}>
      <div className={styles.heads}>
        <p>
          <b>{parties.browser}</b>
          <span>
            <Icon of={Lock} size={14} />
            {serverName}
          </span>
        </p>
        <p>
          <b>{parties.server}</b>
          <span>
            <Icon of={Server} size={14} />
            {`${serverName}:443`}
          </span>
        </p>
      </div>
      <ol>
        {rows.map((row, at) => (
          <Row
            key={row.id}
            row={row}
            words={words}
            state={at < reached ? 'past' : 'future'}
            current={at === reached - 1}
            onOpen={onOpen}
            full
          />
        ))}
        {later.map((row) => (
          <Row
            key={row.id}
            row={row}
            words={words}
            state="future"
            onOpen={onOpen}
            full={false}
            current={false}
          />
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  readonly row: MiniatureRow;
  readonly words: StartWords;
  readonly state: 'past' | 'future';
  readonly onOpen: (step: number) => void;
  readonly full: boolean;
  /** The last one that has played. */
  readonly current: boolean;
}

function Row({ row, words, state, onOpen, full, current }: RowProps) {
  const name = row.kind === 'local' ? words.both : row.name;
  return (
    <li
      className={`${styles.row} ${styles[state]} ${full ? styles.full : ''}`}
      data-kind={row.kind}
      aria-current={current ? 'step' : undefined}
    >
      <span className={styles.number}>{row.index + 1}</span>
      <button
        type="button"
        className={styles.name}
        aria-label={words.openAt(row.index + 1, name)}
        onClick={() => onOpen(row.index)}
      >
        {name}
      </button>
      {row.kind === 'message' ? (
        <>
          <span className={styles.bytes}>
            {words.bytes(row.bytes)} <small>B</small>
          </span>
          <span className={styles.wire}>
            <Wire kind={row.level} to={row.from === 'browser' ? 'right' : 'left'} draw={0} />
          </span>
          {full && (
            <p className={styles.first}>
              <code>
                {row.cells.map(({ hex, protected: sealed, tint }, at) => (
                  <span key={at} data-sealed={sealed || undefined} data-tint={tint || undefined}>
                    {hex}
                  </span>
                ))}{' '}
                …
              </code>
              <span>{said(row, words)}</span>
            </p>
          )}
        </>
      ) : (
        <>
          <i className={styles.left}>
            <Seal kind="local" size={13} />
          </i>
          <i className={styles.right}>
            <Seal kind="local" size={13} />
          </i>
        </>
      )}
    </li>
  );
}

function said(row: MiniatureRow & { readonly kind: 'message' }, { said: texts }: StartWords): string {
  if (row.id === 'client_hello') return texts.client_hello(row.bytes);
  return row.id === 'server_hello' ? texts.server_hello : texts.encrypted_extensions;
}

/** How many rows have played; all of them at once where motion is unwelcome. */
function usePlayedOnce(count: number): number {
  const [played, setPlayed] = useState(() =>
    window.matchMedia('(prefers-reduced-motion: reduce)').matches ? count : 1,
  );
  useEffect(() => {
    if (played >= count) return undefined;
    const timer = setTimeout(() => setPlayed(played + 1), beat);
    return () => clearTimeout(timer);
  }, [played, count]);
  return played;
}
