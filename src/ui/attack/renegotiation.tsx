import type { Trace } from '../../lab/trace.ts';
import { attackWords } from '../../lesson/attack.ts';
import { renegotiationOf } from '../../view/renegotiation.ts';
import { useActions, useWords } from '../use-lab.ts';
import styles from './attack.module.css';

/** A hello inside of a connection: what this run made of it, and what servers made of it before RFC 5746. */
export function RenegotiationHistory({ trace }: { readonly trace: Trace }) {
  const { renegotiation: words } = useWords(attackWords);
  const { setStep } = useActions();
  const found = renegotiationOf(trace);
  if (found === undefined) return null;
  const { offered, answered, inside, refused, prefix } = found;
  const rows: readonly (readonly [step: number, text: string])[] = [
    [offered.step, words.offered[offered.by]],
    ...(answered ? [[answered.step, words.answered[answered.by]] as const] : []),
    [inside.step, words.inside(inside.bytes)],
    [refused?.step ?? inside.step, refused ? words.refused : words.notRefused],
  ];
  return (
    <section className={styles.recording}>
      <h2>
        {words.title} <small>{words.note}</small>
      </h2>
      <h3>{words.shows}</h3>
      <ul>
        {rows.map(([step, text]) => (
          <li key={text}>
            <button type="button" onClick={() => setStep(step)}>
              {words.step(step + 1)}
            </button>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <h3>{words.before}</h3>
      <p>{words.history}</p>
      <ul>
        <li data-readable="true">
          <span>{words.mallorys}</span>
          <code>{prefix}</code>
        </li>
        <li>
          <span>{words.visitors}</span>
          <code>{words.visitor}</code>
        </li>
      </ul>
      <p>{words.outcome}</p>
      <p>{words.since}</p>
    </section>
  );
}
