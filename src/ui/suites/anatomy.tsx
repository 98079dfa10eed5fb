import { useState } from 'react';
import { suitesWords } from '../../lesson/suites.ts';
import type { PartKind } from '../../view/suites/anatomy.ts';
import type { SuiteRow } from '../../view/suites/rows.ts';
import { anatomyParts, belongs } from '../../view/suites/selected.ts';
import { useWords } from '../use-lab.ts';
import { AnatomyHead } from './anatomy-head.tsx';
import { Brackets } from './brackets.tsx';
import { partText } from './part-text.ts';
import styles from './anatomy.module.css';

/** The name of the selected suite, its letters bracketed and explained. */
export function Anatomy({ row }: { readonly row: SuiteRow }) {
  const words = useWords(suitesWords);
  const [chosen, setChosen] = useState<PartKind>('exchange');
  const parts = anatomyParts(row);
  const current = parts.some(({ kind }) => kind === chosen) ? chosen : parts.at(1)?.kind;
  const { anatomy, name } = row;

  return (
    <section id="anatomy" aria-label={words.anatomy.title} className={styles.anatomy}>
      <AnatomyHead row={row} />
      <div className={styles.frame}>
        <h2 className={`${styles.name} ${size(name)}`} aria-label={name}>
          {anatomy.parts.map((part, at) =>
            part.kind === undefined ? (
              <span key={at} className={styles.dim} aria-hidden="true">
                {part.text}
                <wbr />
              </span>
            ) : (
              <button
                key={at}
                type="button"
                data-part={parts.findIndex((group) => group.at === at)}
                aria-pressed={belongs(part, current)}
                className={styles.letters}
                onClick={() => setChosen(part.kind)}
              >
                {part.text}
              </button>
            ),
          )}
        </h2>
        <Brackets count={parts.length} chosen={parts.findIndex(({ kind }) => kind === current)} />
        <dl className={styles.parts}>
          {parts.map((part, index) => {
            const { title, text } = partText(words, row, part);
            return (
              <div
                key={part.kind}
                data-column={index}
                className={part.kind === current ? styles.current : undefined}
              >
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            );
          })}
        </dl>
      </div>
      {anatomy.family === 'tls13' && <p className={styles.silent}>{words.anatomy.silent13}</p>}
      {!anatomy.hashInName && anatomy.hash === 'SHA256' && (
        <p className={styles.silent}>{words.anatomy.silentHash}</p>
      )}
    </section>
  );
}

/** Long names are set smaller, so that they stay on one line. */
function size(name: string): string {
  if (name.length > 40) return styles.long ?? '';
  return name.length > 37 ? (styles.medium ?? '') : '';
}
