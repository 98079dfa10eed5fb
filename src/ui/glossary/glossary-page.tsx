import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import Search from 'lucide-react/icons/search';
import { glossaryWords, type GlossaryWords } from '../../lesson/glossary.ts';
import { glossaryConfusionWords, glossaryPageWords } from '../../lesson/glossary-page.ts';
import type { Rich } from '../../lesson/rich.ts';
import { findTerms, type GlossaryRow, glossaryRows } from '../../view/glossary.ts';
import { Icon } from '../icons/icon.tsx';
import { untilHere } from '../late/arrival.ts';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { useActions, useLanguage, usePageView, useWords } from '../use-lab.ts';
import reading from '../pages/reading.module.css';
import styles from './glossary.module.css';

/** Every term with its definition, its names, what it is confused with, and where it can be seen. */
export function GlossaryPage() {
  const frame = useWords(glossaryPageWords);
  const words = useWords(glossaryWords);
  const confusions = useWords(glossaryConfusionWords);
  const language = useLanguage();
  const others = useOtherLanguage();
  const { term, query } = usePageView('glossary');
  const { setView } = useActions();
  // Typing stays fluent; the list follows.
  const wanted = useDeferredValue(query);
  const rows = useMemo(
    () => glossaryRows({ words, confusions, others, language }),
    [words, confusions, others, language],
  );
  const shown = useMemo(() => findTerms(rows, words, wanted), [rows, words, wanted]);
  const known = term === '' || rows.some(({ id }) => id === term);
  useEffect(() => {
    if (term !== '') document.getElementById(anchor(term))?.scrollIntoView({ block: 'start' });
  }, [term]);

  return (
    <main tabIndex={-1} className={reading.page}>
      <h1>{frame.title}</h1>
      <p className={reading.lead}>{frame.lead(rows.length)}</p>
      <label className={styles.find}>
        <Icon of={Search} size={14} />
        <input
          type="search"
          aria-label={frame.find}
          placeholder={frame.find}
          value={query}
          maxLength={100}
          onChange={(event) => setView('glossary', { query: event.currentTarget.value, term: '' })}
        />
        <span role="status">{wanted !== '' && frame.found(shown.length)}</span>
      </label>
      {!known && (
        <p role="alert" className={styles.unknown}>
          {frame.unknown(term)}
        </p>
      )}
      {shown.length === 0 && <p className={reading.lead}>{frame.nothing}</p>}
      {shown.map((row) => (
        <Entry key={row.id} row={row} current={row.id === term} />
      ))}
    </main>
  );
}

function Entry({ row, current }: { readonly row: GlossaryRow; readonly current: boolean }) {
  const frame = useWords(glossaryPageWords);
  const { id, name, text, spec, rfc, other, confusion, show } = row;
  return (
    <article id={anchor(id)} className={styles.entry} data-current={current || undefined}>
      <h2>{name}</h2>
      <p>
        <LinkedText text={text} />
      </p>
      {confusion !== undefined && (
        <p className={styles.confusion}>
          <b>{frame.confusion}</b> {confusion}
        </p>
      )}
      <dl>
        <div>
          <dt>{frame.rfc}</dt>
          <dd>
            <code lang="en">{rfc}</code> <RfcLink spec={spec} arrow />
          </dd>
        </div>
        {other !== undefined && (
          <div>
            <dt>{frame.other}</dt>
            <dd lang={frame.otherLanguage}>{other}</dd>
          </div>
        )}
      </dl>
      <a className={styles.show} href={show} aria-label={frame.showNamed(name)}>
        {frame.show} <Icon of={ArrowUpRight} size={14} />
      </a>
    </article>
  );
}

/** Terms lead to their entries on this page. */
function LinkedText({ text }: { readonly text: Rich }) {
  return text.map((part, i) => {
    if (typeof part === 'string') return part;
    if (!('term' in part)) return null;
    return (
      <a key={i} href={`#/glossary?v=1&term=${part.term}`}>
        {part.text}
      </a>
    );
  });
}

/** By the language of the page. */
const otherWords = {
  en: () => import('../../lesson/de/glossary.ts'),
  de: () => import('../../lesson/en/glossary.ts'),
};

/** The entries in the other language, for their names. */
function useOtherLanguage(): GlossaryWords | undefined {
  const language = useLanguage();
  const [others, setOthers] = useState<GlossaryWords>();
  useEffect(() => {
    let wanted = true;
    void untilHere(otherWords[language]).then(({ glossary }) => wanted && setOthers(glossary));
    return () => {
      wanted = false;
    };
  }, [language]);
  return others;
}

function anchor(id: string): string {
  return `term-${id}`;
}
