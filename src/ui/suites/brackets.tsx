import { useLayoutEffect, useRef, useState } from 'react';
import styles from './brackets.module.css';

export interface BracketsProps {
  readonly count: number;
  readonly chosen: number;
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly column: number;
}

const height = 44;

/** Under the letters (data-part) and over the columns (data-column) of its parent: a bracket each, and an elbow. */
export function Brackets({ count, chosen }: BracketsProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const [lines, setLines] = useState<readonly Line[]>([]);

  useLayoutEffect(() => {
    const element = drawing.current?.parentElement;
    if (!element) return undefined;
    const measure = (): void => setLines(measured(element, count));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [count]);

  return (
    <svg ref={drawing} className={styles.brackets} height={height} aria-hidden="true">
      {lines.map(({ from, to, column }, index) => {
        const middle = Math.round((from + to) / 2) + 0.5;
        const turn = height - 20.5;
        return (
          <path
            key={index}
            className={index === chosen ? styles.chosen : undefined}
            d={`M${from + 0.5} 2V8.5H${to - 0.5}V2M${middle} 8.5V${turn}H${column + 0.5}V${height}`}
          />
        );
      })}
    </svg>
  );
}

function measured(frame: HTMLElement, count: number): readonly Line[] {
  const { left } = frame.getBoundingClientRect();
  const lines: Line[] = [];
  for (let index = 0; index < count; index++) {
    const letters = frame.querySelector(`[data-part="${index}"]`)?.getBoundingClientRect();
    const column = frame.querySelector(`[data-column="${index}"]`)?.getBoundingClientRect();
    if (!letters || !column) return [];
    lines.push({
      from: Math.round(letters.left - left),
      to: Math.round(letters.right - left),
      column: Math.round(column.left - left),
    });
  }
  return lines;
}
