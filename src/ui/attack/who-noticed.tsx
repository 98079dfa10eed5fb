import Check from 'lucide-react/icons/check';
import Hand from 'lucide-react/icons/hand';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import type { Trace } from '../../lab/trace.ts';
import { isAttack } from '../../lab/scenario.ts';
import { attackWords, type AttackWords } from '../../lesson/attack.ts';
import { sentenceWords } from '../../lesson/sentences.ts';
import { alertCodes } from '../../tls/registry/alerts.ts';
import { whoNoticed, type Guard } from '../../view/attack.ts';
import { Icon } from '../icons/icon.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './attack.module.css';

const icons = { noticed: X, overruled: Hand, passed: Check, 'not-reached': Minus };

/** Every guard of the protocol, and what it said in this run. */
export function WhoNoticed({ trace }: { readonly trace: Trace }) {
  const words = useWords(attackWords);
  const { noticed } = words;
  const result = whoNoticed(trace);
  const { network, preset } = trace.scenario;
  const active = isAttack(preset) || network.some(({ undone }) => undone !== true);
  return (
    <section className={styles.noticed}>
      <h2>{noticed.title}</h2>
      {!active && result.verdict === 'nobody' ? (
        <p className={styles.hint}>{noticed.untouched}</p>
      ) : (
        <>
          {result.key === 'no-renegotiation' && <p>{noticed.refusedHello}</p>}
          {result.replay ? (
            <p>{words.again[result.replay]}</p>
          ) : (
            result.verdict === 'nobody' && (
              <p>{result.key === 'overruled' ? noticed.waved : noticed.nobody}</p>
            )
          )}
          {result.waiting && (
            <p>
              {result.cut ? noticed.cut : noticed.stalled} {noticed.waits('browser', result.waiting.browser)};{' '}
              {noticed.waits('server', result.waiting.server)}.
            </p>
          )}
          <ol>
            {result.guards.map((guard) => (
              <Row key={guard.id} guard={guard} words={words} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Row({ guard, words }: { readonly guard: Guard; readonly words: AttackWords }) {
  const { noticed } = words;
  const { setStep } = useActions();
  const { step, by, alert, code } = guard;
  const sentences = useWords(sentenceWords);
  const detail =
    (guard.detail && sentences.of(guard.detail)) ??
    words.again.reasons[code ?? ''] ??
    words.noticed.codes[code ?? ''];
  return (
    <li data-verdict={guard.verdict}>
      <Icon of={icons[guard.verdict]} size={16} />
      <b>{noticed.guards[guard.id]}</b>
      <span>
        {guard.verdict === 'overruled' && step !== undefined ? (
          <button type="button" onClick={() => setStep(step)}>
            {noticed.overruled(step + 1)}
          </button>
        ) : step !== undefined && by !== undefined ? (
          <>
            <button type="button" onClick={() => setStep(step)}>
              {noticed.by(step + 1, by)}
            </button>
            : {detail}.{' '}
            {alert && (
              <code>
                {alert} ({alertCodes[alert]})
              </code>
            )}
          </>
        ) : guard.verdict === 'passed' ? (
          noticed.passed(guard.passed)
        ) : (
          noticed.notReached
        )}
      </span>
    </li>
  );
}
