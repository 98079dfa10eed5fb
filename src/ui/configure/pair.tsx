import type { ReactNode } from 'react';
import type { Spec } from '../../bytes/spec.ts';
import { SpecLink } from '../trust/spec-link.tsx';
import { Elbow } from './elbow.tsx';
import styles from './configure.module.css';

export interface PairProps {
  readonly title: string;
  /** The rule that chose. */
  readonly note: string;
  readonly spec: Spec;
  readonly browser: ReactNode;
  readonly server: ReactNode;
  /** Suite lists stand one above the other where the sheet is narrow. */
  readonly stacks?: boolean;
  readonly children?: ReactNode;
}

/** One thing that both sides have a list of: browser left, server right, joined where they agree. */
export function Pair({ title, note, spec, browser, server, stacks = false, children }: PairProps) {
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>
        {title}
        <em>{note}</em>
        <SpecLink spec={spec} />
      </h3>
      <div className={`${styles.pair} ${stacks ? styles.stacks : ''}`}>
        <div className={styles.browser}>{browser}</div>
        <div className={styles.server}>{server}</div>
        <Elbow />
      </div>
      {children}
    </section>
  );
}
