import type { ReactNode } from 'react';
import { workshopWords } from '../../lesson/workshop.ts';
import { useWords } from '../use-lab.ts';
import styles from './workshop.module.css';

export type DeskId = 'applicant' | 'registration' | 'certification' | 'directory' | 'validation';

export interface DeskProps {
  readonly id: DeskId;
  readonly number?: number;
  readonly role?: string | undefined;
  readonly children: ReactNode;
}

/** One office: number, role, one sentence, its documents. */
export function Desk({ id, number, role, children }: DeskProps) {
  const words = useWords(workshopWords).desks[id];
  return (
    <section className={styles.desk} data-desk={id} aria-label={words.title}>
      <header>
        {number !== undefined && (
          <span className={styles.number} aria-hidden="true">
            {number}
          </span>
        )}
        <div>
          <h2>{words.title}</h2>
          <p>{role ?? words.role}</p>
        </div>
      </header>
      {children}
    </section>
  );
}

export function Waits({ children }: { readonly children: ReactNode }) {
  return <p className={styles.waits}>{children}</p>;
}
