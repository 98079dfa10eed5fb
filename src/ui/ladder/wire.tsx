import { memo } from 'react';
import type { Level } from '../../lab/trace.ts';
import { useMotionKit } from '../motion/motion.ts';
import styles from './wire.module.css';

export type WireKind = Level | 'failed';

export interface WireProps {
  readonly kind: WireKind;
  readonly to: 'left' | 'right';
  /** Seconds to draw it from sender to receiver; 0 shows it as it is. */
  readonly draw: number;
}

/** Bare, sheathed, solid or broken: the level without its colour. */
export const Wire = memo(function Wire({ kind, to, draw }: WireProps) {
  const kit = useMotionKit();
  const className = `${styles.wire} ${styles[kind]}`;
  const head = <ArrowHead kind={kind} to={to} />;
  return (
    <i className={styles.lane}>
      {draw === 0 || !kit ? (
        <>
          <i className={className} />
          {head}
        </>
      ) : (
        <kit.Draw
          seconds={draw}
          className={`${className} ${styles[to]}`}
          lateClassName={styles.late}
          head={head}
        />
      )}
    </i>
  );
});

/** The sample in the legend. */
export function WireSample({ kind }: { readonly kind: WireKind }) {
  return <i className={`${styles.sample} ${styles.wire} ${styles[kind]}`} />;
}

function ArrowHead({ kind, to }: { readonly kind: WireKind; readonly to: 'left' | 'right' }) {
  return (
    <svg
      className={`${styles.head} ${styles[`${to}Head`]} ${styles[`${kind}Head`]}`}
      width="9"
      height="12"
      viewBox="0 0 9 12"
      aria-hidden="true"
    >
      <path d={to === 'right' ? 'M1 1l6 5-6 5' : 'M8 1L2 6l6 5'} />
    </svg>
  );
}
