import { compareWords } from '../../lesson/compare.ts';
import { grouped } from '../../lesson/catalog.ts';
import type { Band } from '../../view/compare/layout.ts';
import { heightAt } from '../../view/compare/playback.ts';
import { useWords } from '../use-lab.ts';
import styles from './axis.module.css';

export interface AxisProps {
  readonly bands: readonly Band[];
  readonly height: number;
  readonly latency: number;
  /** Where the clock stands; absent at the end, where all is drawn. */
  readonly at: number | undefined;
}

/** The instants, as bands across both ladders. */
export function Axis({ bands, height, latency, at }: AxisProps) {
  const { axis: words } = useWords(compareWords);
  return (
    <svg width="44" height={height} className={styles.axis} aria-hidden="true">
      {bands.map(({ instant, top, height: tall }) => (
        <g key={instant}>
          <rect x="44" y={top} width="4000" height={tall} />
          <text x="36" y={top + 12} textAnchor="end" className={instant % 2 === 0 ? styles.whole : undefined}>
            {latency === 0 ? '' : grouped((instant * latency) / 2)}
          </text>
        </g>
      ))}
      {at !== undefined && <path className={styles.now} d={`M44 ${heightAt(bands, at)}h4000`} />}
      <text x="36" y="6" textAnchor="end" className={styles.unit}>
        {latency === 0 ? '' : words.unit}
      </text>
      {latency === 0 && (
        <text transform="rotate(-90)" x={-height / 2} y="24" textAnchor="middle" className={styles.unit}>
          {words.orderOnly}
        </text>
      )}
    </svg>
  );
}
