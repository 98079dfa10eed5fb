import type { Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { warningsOf } from '../../view/attack.ts';
import { handedOn } from '../../view/replay.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './attack.module.css';

/** The browser's warning, what its user made of it, and who read what afterwards. */
export function ClickThrough({ last }: { readonly last: Trace }) {
  const { warning: words } = useWords(attackWords);
  const { change, showConnection, setStep } = useActions();
  const { clickThrough, hsts, serverName } = last.scenario.browser;
  const warnings = warningsOf(last);
  if (warnings.length === 0 || !last.scenario.preset.startsWith('attack-click-through')) return null;
  const read = handedOn(last).flatMap(({ text }) => text?.trim() ?? []);
  return (
    <section className={styles.recording}>
      <h2>
        {words.title} <small>{words.note(serverName)}</small>
      </h2>
      <ul>
        {warnings.map(({ connection, step, overruled }) => (
          <li key={connection}>
            <button
              type="button"
              onClick={() => {
                showConnection(connection);
                setStep(step);
              }}
            >
              {words.step(connection + 1, step + 1)}
            </button>
            <span>{overruled ? words.excepted : words.warned}</span>
          </li>
        ))}
        {read.map((text) => (
          <li key={text} data-readable="true">
            <span>{words.delivered}</span>
            <code>{text}</code>
          </li>
        ))}
      </ul>
      {read.length === 0 && <p>{words.nothing}</p>}
      <div className={styles.defences}>
        <span>{words.user}</span>
        <Segmented
          label={words.user}
          segments={(['back', 'on'] as const).map((id) => ({ id, label: words.choices[id] }))}
          selected={clickThrough ? 'on' : 'back'}
          onSelect={(id) => change({ browser: { clickThrough: id === 'on' } })}
        />
        <span>{words.hsts}</span>
        <Segmented
          label={words.hsts}
          segments={(['off', 'on'] as const).map((id) => ({ id, label: words.lists[id] }))}
          selected={hsts ? 'on' : 'off'}
          onSelect={(id) => change({ browser: { hsts: id === 'on' } })}
        />
        <p>{words.others}</p>
      </div>
    </section>
  );
}
