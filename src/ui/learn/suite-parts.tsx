import type { Trace } from '../../lab/trace.ts';
import { suitesWords } from '../../lesson/suites.ts';
import { suiteRow } from '../../view/suites/rows.ts';
import { anatomyParts } from '../../view/suites/selected.ts';
import { partText } from '../suites/part-text.ts';
import { useWords } from '../use-lab.ts';
import styles from './learn.module.css';

/** The suite of the run, its name letter by letter. */
export function SuiteParts({ trace }: { readonly trace: Trace }) {
  const words = useWords(suitesWords);
  const row = trace.negotiated.suite === undefined ? undefined : suiteRow(trace.negotiated.suite);
  if (!row) return null;
  return (
    <section className={styles.parts} aria-label={words.anatomy.title}>
      <h2>
        {row.name} <small>{row.codeText}</small>
      </h2>
      <dl>
        {anatomyParts(row).map((part) => {
          const { title, text } = partText(words, row, part);
          return (
            <div key={part.kind}>
              <dt>
                <code>{part.letters}</code> {title}
              </dt>
              <dd>{text}</dd>
            </div>
          );
        })}
      </dl>
      {row.anatomy.family === 'tls13' && <p>{words.anatomy.silent13}</p>}
    </section>
  );
}
