import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Level } from '../../lab/trace.ts';
import styles from './bytes.module.css';

export interface ElbowProps {
  readonly panel: RefObject<HTMLDivElement | null>;
  readonly hex: RefObject<HTMLDivElement | null>;
  readonly tree: RefObject<HTMLDivElement | null>;
  /** Changes whenever bytes or row may have moved. */
  readonly version: string | undefined;
  readonly level: Level;
}

/** The 1.5 px line from the filled bytes to the filled row. Drawn after the paint, following both scrollers. */
export function Elbow({ panel, hex, tree, version, level }: ElbowProps) {
  const path = useRef<SVGPathElement>(null);

  useEffect(() => {
    const [frame, left, right] = [panel.current, hex.current, tree.current];
    if (!frame || !left || !right || version === undefined) {
      path.current?.setAttribute('d', '');
      return undefined;
    }
    let waiting = 0;
    const draw = (): void => {
      waiting = 0;
      path.current?.setAttribute('d', route(frame, left, right));
    };
    const later = (): void => {
      if (waiting === 0) waiting = requestAnimationFrame(draw);
    };
    later();
    const resized = new ResizeObserver(later);
    resized.observe(frame);
    const changed = new MutationObserver(later);
    changed.observe(frame, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-filled', 'aria-selected'],
    });
    left.addEventListener('scroll', later, { passive: true });
    right.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      resized.disconnect();
      changed.disconnect();
      left.removeEventListener('scroll', later);
      right.removeEventListener('scroll', later);
    };
  }, [panel, hex, tree, version]);

  return (
    <svg className={styles.elbow} data-level={level} aria-hidden="true">
      <path ref={path} />
    </svg>
  );
}

function route(panel: HTMLElement, hex: HTMLElement, tree: HTMLElement): string {
  const origin = panel.getBoundingClientRect();
  const row = tree.querySelector('[aria-selected=true]')?.getBoundingClientRect();
  const treeBox = tree.getBoundingClientRect();
  const hexBox = hex.getBoundingClientRect();
  const isBeside = treeBox.left >= hexBox.right - 8;
  if (!row || !isBeside || row.top < treeBox.top - 1 || row.bottom > treeBox.bottom + 1) return '';

  const rowY = row.top + row.height / 2;
  const segments = [...hex.querySelectorAll<HTMLElement>('[data-filled]')]
    .map((element) => ({ box: element.getBoundingClientRect(), edge: element.dataset['filled'] === 'edge' }))
    .filter(({ box }) => box.top >= hexBox.top - 3 && box.bottom <= hexBox.bottom + 3);
  const candidates = segments.some(({ edge }) => edge) ? segments.filter(({ edge }) => edge) : segments;
  const nearest = candidates.toSorted((a, b) => distance(a.box, rowY) - distance(b.box, rowY))[0];
  if (!nearest) return '';

  const { box, edge } = nearest;
  // Inside a row the line runs in the gap below it, so that it crosses no byte.
  const y = (edge ? box.top + box.height / 2 : box.bottom) - origin.top;
  const from = box.right - origin.left + (edge ? 2 : 1);
  const to = row.left - origin.left;
  const bend = Math.max(from, to - 14);
  return `M${from} ${y}H${bend}V${rowY - origin.top}H${to}`;
}

function distance(box: DOMRect, y: number): number {
  return Math.abs(box.top + box.height / 2 - y);
}
