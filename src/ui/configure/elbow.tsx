import { useLayoutEffect, useRef, useState } from 'react';
import styles from './elbow.module.css';

/**
 * The 1.5 px line that joins what both sides agreed on, marked `data-negotiated` in each of the two
 * lists beside it. Decoration: the rows say it in words.
 */
export function Elbow() {
  const [path, setPath] = useState('');
  const drawing = useRef<SVGSVGElement>(null);

  useLayoutEffect(() => {
    const frame = drawing.current?.parentElement;
    if (!frame) return undefined;
    const draw = (): void => setPath(pathBetween(frame));
    draw();
    // Rows move when the room changes, and when a list or what was agreed on does.
    const room = new ResizeObserver(draw);
    room.observe(frame);
    const rows = new MutationObserver(draw);
    rows.observe(frame, { childList: true, subtree: true, attributeFilter: ['data-negotiated'] });
    return () => {
      room.disconnect();
      rows.disconnect();
    };
  }, []);

  return (
    <svg ref={drawing} className={styles.elbow} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** From row to row across the gap; where the lists stand one above the other, along the right edge. */
function pathBetween(frame: HTMLElement): string {
  const [from, to] = [...frame.querySelectorAll<HTMLElement>('[data-negotiated]')].map((row) =>
    row.getBoundingClientRect(),
  );
  if (!from || !to) return '';
  const { left, top } = frame.getBoundingClientRect();
  const y1 = from.top + from.height / 2 - top;
  const y2 = to.top + to.height / 2 - top;
  const x1 = from.right - left;
  const x2 = to.left - left;
  if (x2 > x1) return `M${x1} ${y1}H${(x1 + x2) / 2}V${y2}H${x2}`;
  const edge = to.right - left;
  return `M${x1} ${y1}H${edge + 9}V${y2}H${edge}`;
}
