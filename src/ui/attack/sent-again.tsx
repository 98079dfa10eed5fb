import type { AntiReplay, NetworkAct } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { handedOn } from '../../view/replay.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './attack.module.css';

const protections: readonly AntiReplay[] = ['list', 'single-use', 'off'];
const pauses = ['1', '60'] as const;

/** What the server's application got in each connection of a run with a recording, and what would have kept the copy away. */
export function SentAgain({ last }: { readonly last: Trace }) {
  const { again } = useWords(attackWords);
  const { change, showConnection } = useActions();
  if (last.source.kind !== 'replay') return null;
  const rows = handedOn(last);
  const { network, server } = last.scenario;
  const seconds = network.find(({ act }) => act === 'reconnect');
  const wait = (pause: number): readonly NetworkAct[] =>
    network.map((act) => (act.act === 'reconnect' ? { ...act, seconds: pause } : act));
  return (
    <section className={styles.recording}>
      <h2>
        {again.title} <small>{again.note}</small>
      </h2>
      {rows.length === 0 ? (
        <p>{again.nothing}</p>
      ) : (
        <ul>
          {rows.map(({ connection, step, text, reason, replayed }) => (
            <li key={`${connection} ${step}`} data-readable={(replayed && text !== undefined) || undefined}>
              <button type="button" onClick={() => showConnection(connection)}>
                {again.connection(connection + 1, replayed)}
              </button>
              <code>{text?.trim() ?? again.passedOver(again.reasons[reason ?? ''] ?? '')}</code>
            </li>
          ))}
        </ul>
      )}
      {server.earlyData === 'accept' && (
        <div className={styles.defences}>
          <span>{again.protection}</span>
          <Segmented
            label={again.protection}
            segments={protections.map((id) => ({ id, label: again.protections[id] }))}
            selected={server.antiReplay}
            onSelect={(antiReplay) => change({ server: { antiReplay } })}
          />
          <span>{again.pause}</span>
          <Segmented
            label={again.pause}
            segments={pauses.map((id) => ({ id, label: again.seconds(Number(id)) }))}
            selected={seconds?.act === 'reconnect' && seconds.seconds > 10 ? '60' : '1'}
            onSelect={(pause) => change({ network: wait(Number(pause)) })}
          />
          <p>{again.defences[server.antiReplay]}</p>
        </div>
      )}
    </section>
  );
}
