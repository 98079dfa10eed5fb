import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { GlossaryId } from '../../lesson/glossary-ids.ts';
import { loadLanguage } from '../../lesson/load-language.ts';
import type { GlossaryEntry } from '../../lesson/glossary.ts';
import { Popover } from '../primitives/popover.tsx';
import { sayAbsent } from '../late/say-absent.ts';
import { useLabStore, useLanguage } from '../use-lab.ts';
import { RfcLink } from './rfc-link.tsx';
import styles from './glossary-term.module.css';

export interface GlossaryTermProps {
  readonly id: GlossaryId;
  readonly children: ReactNode;
}

const hoverDelay = 300;

/** A dotted word; its definition opens on hover after 300 ms, on focus by key, or on a tap. Esc closes. */
export function GlossaryTerm({ id, children }: GlossaryTermProps) {
  const language = useLanguage();
  const store = useLabStore();
  const anchor = useRef<HTMLButtonElement>(null);
  const box = useId();
  const timer = useRef(0);
  const [open, setOpen] = useState(false);
  const [entry, setEntry] = useState<GlossaryEntry & { readonly more: string }>();

  const close = useCallback(() => setOpen(false), []);
  useEffect(() => {
    if (!open) return undefined;
    let wanted = true;
    Promise.all([
      import('../../lesson/glossary.ts'),
      import('../../lesson/glossary-page.ts'),
      loadLanguage(language),
    ])
      .then(([{ glossaryWords }, { glossaryPageWords }]) => {
        if (wanted) setEntry({ ...glossaryWords[language][id], more: glossaryPageWords[language].open });
      })
      .catch(sayAbsent(store));
    return () => {
      wanted = false;
    };
  }, [open, id, language, store]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const soon = (to: boolean): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOpen(to), hoverDelay);
  };
  const now = (to: boolean): void => {
    window.clearTimeout(timer.current);
    setOpen(to);
  };
  const isMouse = (event: { readonly pointerType: string }): boolean => event.pointerType === 'mouse';

  return (
    <span
      className={styles.anchor}
      onPointerEnter={(event) => isMouse(event) && soon(true)}
      onPointerLeave={(event) => isMouse(event) && soon(false)}
    >
      <button
        ref={anchor}
        type="button"
        className={styles.term}
        aria-expanded={open}
        aria-details={open ? box : undefined}
        onClick={() => now(true)}
        onFocus={(event) => event.target.matches(':focus-visible') && now(true)}
        onBlur={() => soon(false)}
      >
        {children}
      </button>
      <Popover
        open={open && entry !== undefined}
        onClose={close}
        anchor={anchor}
        id={box}
        label={entry?.name}
        role="dialog"
        className={styles.box}
      >
        {entry && (
          <>
            <b>{entry.name}</b>
            <p>{entry.text}</p>
            <RfcLink spec={entry.spec} arrow />{' '}
            <a className={styles.more} href={`#/glossary?v=1&term=${id}`}>
              {entry.more}
            </a>
          </>
        )}
      </Popover>
    </span>
  );
}
