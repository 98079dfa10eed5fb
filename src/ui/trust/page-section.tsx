import type { ReactNode } from 'react';
import styles from './trust-page.module.css';

export interface PageSectionProps {
  readonly title: string;
  readonly note?: string | undefined;
  /** At the right end of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the Trust page under its heading. */
export function PageSection({ title, note, aside, children }: PageSectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>
        {title}
        {note !== undefined && <small>{note}</small>}
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </h2>
      {children}
    </section>
  );
}
