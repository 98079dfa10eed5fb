import type { ReactNode } from 'react';
import { Mark } from '../icons/mark.tsx';
import styles from './calm-page.module.css';

export interface CalmPageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A whole page that says what is wrong and how to go on. */
export function CalmPage({ title, children }: CalmPageProps) {
  return (
    <main className={styles.page}>
      <Mark size={32} />
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** What the program said, folded away. */
export function Details({ summary, text }: { readonly summary: string; readonly text: string }) {
  return (
    <details className={styles.details}>
      <summary>{summary}</summary>
      <pre lang="en">{text}</pre>
    </details>
  );
}

export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
