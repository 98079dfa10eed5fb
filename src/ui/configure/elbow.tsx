import { type RefObject, useLayoutEffect, useState } from 'react';
import styles from './elbow.module.css';

export interface ElbowProps {
  /** Holds both lists; what was agreed on is marked `data-negotiated` in each. */
  readonly within: RefObject<HTMLElement | null>;
  /** Anything whose change can move the rows. */
  readonly watch: unknown;
}

/** The 1.5 px line that joins what both sides agreed on; decoration, the rows say it in words. */
export function Elbow({ within, watch }: ElbowProps) {
  const [path, setPath] = useState<string>();

  useLayoutEffect(() => {
    const frame = within.current;
    if (!frame) return undefined;
    const draw = (): void => setPath(pathBetween(frame));
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [within, watch]);

  return path === undefined ? null : (
    <svg className={styles.elbow} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** From row to row across the gap; where the lists stand one above the other, along the right edge. */
function pathBetween(frame: HTMLElement): string | undefined {
  const [from, to] = [...frame.querySelectorAll<HTMLElement>('[data-negotiated]')].map((row) => row.getBoundingClientRect());
  if (!from || !to) return undefined;
  const { left, top } = frame.getBoundingClientRect();
  const y1 = from.top + from.height / 2 - top;
  const y2 = to.top + to.height / 2 - top;
  const x1 = from.right - left;
  const x2 = to.left - left;
  if (x2 > x1) return `M${x1} ${y1}H${(x1 + x2) / 2}V${y2}H${x2}`;
  const edge = to.right - left;
  return `M${x1} ${y1}H${edge + 9}V${y2}H${edge}`;
}
