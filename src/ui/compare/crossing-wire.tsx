import { grouped } from '../../lesson/catalog.ts';
import type { PlacedCrossing } from '../../view/compare/layout.ts';
import { bracketed, messageTitle } from '../../view/ladder.ts';
import { Seal } from '../icons/seal.tsx';
import type { Geometry } from './geometry.ts';
import styles from './time-ladder.module.css';

export interface CrossingWireProps {
  readonly crossing: PlacedCrossing;
  readonly geometry: Geometry;
  readonly marked: boolean;
  /** How far it has come, 0 to 1; undefined: not sent yet. */
  readonly way: number | undefined;
  /** Under the label. */
  readonly note: string | undefined;
}

/** The label at its sender, the seal beside the lifeline, the wire slanting across. */
export function CrossingWire({ crossing, geometry, marked, way, note }: CrossingWireProps) {
  const { message, alert, level, from, bytes, y1, y2, first } = crossing;
  const failed = alert !== undefined && alert !== 'close_notify';
  const outward = from === 'browser';
  const [x1, far] = outward ? [geometry.left, geometry.right] : [geometry.right, geometry.left];
  const [x2, yEnd] = [x1 + (far - x1) * (way ?? 0), y1 + (y2 - y1) * (way ?? 0)];
  const side = outward ? -1 : 1;
  const name = bracketed(messageTitle(message), level) + (alert === undefined ? '' : ` ${alert}`);
  const kind = failed ? 'failed' : level;
  return (
    <g
      className={`${styles.crossing} ${styles[kind] ?? ''} ${marked ? styles.marked : ''} ${way === undefined ? styles.ahead : ''}`}
    >
      <path className={styles.wire} d={`M${x1} ${y1}L${x2} ${yEnd}`} />
      {(level === 'handshake' || level === 'early') && !failed && (
        <path className={styles.core} d={`M${x1} ${y1}L${x2} ${yEnd}`} />
      )}
      {way !== undefined && way > 0 && <path className={styles.arrow} d={arrow(x1, y1, x2, yEnd)} />}
      <svg x={x1 + side * geometry.seal - 5.5} y={y1 - 5.5} width="11" height="11" overflow="visible">
        <Seal kind={kind} />
      </svg>
      <text x={x1 + side * geometry.label} y={y1 + 4.5} textAnchor={outward ? 'end' : 'start'}>
        {outward && geometry.bytes && <tspan className={styles.bytes}>{grouped(bytes)} </tspan>}
        <tspan className={first ? styles.bold : undefined}>{name}</tspan>
        {!outward && geometry.bytes && <tspan className={styles.bytes}> {grouped(bytes)}</tspan>}
      </text>
      {note !== undefined && (
        <text
          x={x1 + side * geometry.label}
          y={y1 + 19}
          textAnchor={outward ? 'end' : 'start'}
          className={styles.note}
        >
          {note}
        </text>
      )}
    </g>
  );
}

/** An open arrowhead along the wire. */
function arrow(x1: number, y1: number, x2: number, y2: number): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const ux = (x2 - x1) / length;
  const uy = (y2 - y1) / length;
  const size = 7;
  const point = (turn: number): string =>
    `${(x2 - ux * size - uy * size * 0.6 * turn).toFixed(1)} ${(y2 - uy * size + ux * size * 0.6 * turn).toFixed(1)}`;
  return `M${point(1)}L${x2} ${y2}L${point(-1)}`;
}
