import { useState } from 'react';
import KeyRound from 'lucide-react/icons/key-round';
import type { Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { recordingOf } from '../../view/attack.ts';
import { messageTitle } from '../../view/ladder.ts';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import styles from './attack.module.css';

/** The recorded run in the hands of somebody who gets the server's key afterwards. */
export function StolenKey({ trace }: { readonly trace: Trace }) {
  const { recording: words } = useWords(attackWords);
  const [stolen, setStolen] = useState(false);
  const ends = trace.outcome.kind === 'completed';
  if (!ends) return null;
  return (
    <section className={styles.recording}>
      <h2>
        {words.title} <small>{words.note}</small>
      </h2>
      {stolen ? (
        <Loot trace={trace} />
      ) : (
        <Button icon={KeyRound} onClick={() => setStolen(true)}>
          {words.steal}
        </Button>
      )}
    </section>
  );
}

function Loot({ trace }: { readonly trace: Trace }) {
  const { recording: words } = useWords(attackWords);
  const { stolen, messages, readsNow } = recordingOf(trace);
  const opened = messages.filter(({ readable }) => readable).length;
  return (
    <div role="status">
      <p>
        {readsNow && `${words.readsNow} `}
        {stolen.length === 0 ? words.none : words.stolen(stolen)}{' '}
        {messages.length > 0 && words.opened(opened, messages.length)}
      </p>
      <ul>
        {messages
          .filter(({ message }) => message === 'ApplicationData')
          .map(({ step, message, text, readable }) => (
            <li key={step} data-readable={readable || undefined}>
              <b>{`${step + 1} ${messageTitle(message)}`}</b>
              <code>{readable ? (text ?? '') : words.shut}</code>
            </li>
          ))}
      </ul>
    </div>
  );
}
