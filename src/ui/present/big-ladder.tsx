import { useEffect, useMemo, useRef } from 'react';
import AppWindow from 'lucide-react/icons/app-window';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import Server from 'lucide-react/icons/server';
import type { Trace } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import { attackerIsClient } from '../../view/replay.ts';
import { bracketed, ladderRows, messageTitle, type LocalRow, type MessageRow } from '../../view/ladder.ts';
import { Icon } from '../icons/icon.tsx';
import { Seal } from '../icons/seal.tsx';
import { Wire } from '../ladder/wire.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './present.module.css';

/** Every step, large, with the current one in sight. */
export function BigLadder({ trace, index }: { readonly trace: Trace; readonly index: number }) {
  const words = useWords(labWords);
  const { setStep } = useActions();
  const list = useRef<HTMLOListElement>(null);
  const rows = useMemo(
    () => ladderRows(trace).filter((row): row is MessageRow | LocalRow => 'index' in row),
    [trace],
  );
  useEffect(() => {
    list.current?.querySelector(`[data-step="${index}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <section className={styles.ladder} aria-label={words.ladder.label}>
      <p className={styles.heads}>
        <span>
          <Icon of={AppWindow} size={20} />
          {attackerIsClient(trace) ? words.ladder.mallory : words.parties.browser}
        </span>
        <span>
          {words.parties.server}
          <Icon of={Server} size={20} />
        </span>
      </p>
      <ol ref={list} aria-label={words.ladder.steps}>
        {rows.map((row) => {
          const state = row.index === index ? 'current' : row.index < index ? 'past' : 'future';
          return (
            <li
              key={row.id}
              data-step={row.index}
              data-kind={row.kind}
              className={styles[state]}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              <span className={styles.number}>{row.index + 1}</span>
              <button type="button" onClick={() => setStep(row.index)}>
                {row.kind === 'local'
                  ? words.work[row.work]
                  : `${bracketed(messageTitle(row.message), row.level)}${row.alert ? ` ${row.alert}` : ''}`}
              </button>
              {row.kind === 'local' ? <Seals row={row} /> : <Message row={row} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Seals({ row }: { readonly row: LocalRow }) {
  return (
    <>
      {(['browser', 'server'] as const)
        .filter((party) => row.parties.includes(party))
        .map((party) => (
          <i key={party} className={styles[party]}>
            <Seal kind={row.failed ? 'failed' : 'local'} size={16} />
          </i>
        ))}
    </>
  );
}

function Message({ row }: { readonly row: MessageRow }) {
  const words = useWords(labWords);
  const eve = useLab((state) => state.eve);
  const kind = row.failed && row.message === 'Alert' ? 'failed' : row.level;
  return (
    <>
      <span className={styles.size}>
        {row.network && <b>{words.ladder.fates[row.network]}</b>} {words.ladder.bytes(row.bytes)}{' '}
        <small>B</small>
      </span>
      <span className={styles.wire}>
        <Wire kind={kind} to={row.from === 'browser' ? 'right' : 'left'} draw={0} />
      </span>
      {eve && (
        <span className={styles.eye} data-level={kind}>
          <Icon of={row.eavesdropper.reads ? Eye : EyeOff} size={16} />
        </span>
      )}
    </>
  );
}
