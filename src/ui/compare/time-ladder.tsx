import { compareWords } from '../../lesson/compare.ts';
import type { PlacedCrossing, TimeLadders } from '../../view/compare/layout.ts';
import { wayOf } from '../../view/compare/playback.ts';
import { bracketed, messageTitle } from '../../view/ladder.ts';
import { useWords } from '../use-lab.ts';
import { CrossingWire } from './crossing-wire.tsx';
import type { Geometry } from './geometry.ts';
import styles from './time-ladder.module.css';

export interface TimeLadderProps {
  readonly name: string;
  readonly crossings: readonly PlacedCrossing[];
  readonly bands: TimeLadders['bands'];
  readonly height: number;
  readonly latency: number;
  /** The clock, in half round trips. */
  readonly at: number;
  readonly geometry: Geometry;
  /** Half round trips to the first application data of this run, and of the other one. */
  readonly firstData: number | undefined;
  readonly otherFirstData: number | undefined;
  /** Steps that a difference points at. */
  readonly marked: ReadonlySet<string>;
}

/** One run on the clock: messages slant from when they leave to when they arrive. */
export function TimeLadder(props: TimeLadderProps) {
  const { name, crossings, bands, height, latency, geometry, firstData, otherFirstData, marked } = props;
  const now = props.at;
  const words = useWords(compareWords);
  const at = (instant: number): number => (instant * latency) / 2;
  const { width, left, right } = geometry;
  const lead =
    firstData !== undefined && otherFirstData !== undefined && otherFirstData > firstData
      ? (otherFirstData - firstData) / 2
      : 0;
  const end = Math.max(0, ...crossings.map(({ y2 }) => y2)) + 12;
  return (
    <div className={styles.ladder}>
      <svg width={width} height={height} className={styles.drawing} aria-hidden="true">
        <path className={styles.lifeline} d={`M${left} 0V${end}M${right} 0V${end}`} />
        {trips(firstData, now).map((trip) => (
          <Trip key={trip} number={trip} bands={bands} geometry={geometry} />
        ))}
        {crossings.map((crossing) => (
          <CrossingWire
            key={crossing.id}
            crossing={crossing}
            geometry={geometry}
            marked={marked.has(crossing.id)}
            way={wayOf(crossing, now)}
            note={crossing.first ? words.ladder.first : undefined}
          />
        ))}
        {crossings
          .filter(({ first, departs }) => first && departs <= now)
          .map(({ id, y1, departs }) => (
            <g key={id} className={styles.first}>
              <path d={`M${left} ${y1}H${right}`} />
              <rect x={right} y={y1 - 10} width={62} height={20} rx={2} />
              <text x={right + 31} y={y1 + 4.5} textAnchor="middle">
                {words.milliseconds(at(departs))}
              </text>
            </g>
          ))}
        {lead > 0 && now >= (otherFirstData ?? 0) && (
          <g className={styles.lead}>
            <text x={right - 4} y={end + 22} textAnchor="end" className={styles.leadTitle}>
              {latency === 0 ? '' : words.ladder.earlier(lead * latency)}
            </text>
          </g>
        )}
      </svg>
      <ol className="spoken" aria-label={words.ladder.label(name)}>
        {crossings.map(({ id, message, level, alert, from, bytes, departs, arrives }) => (
          <li key={id}>
            {words.ladder.crossing(
              bracketed(messageTitle(message), level) + (alert === undefined ? '' : ` ${alert}`),
              from,
              at(departs),
              at(arrives),
              bytes,
            )}
          </li>
        ))}
      </ol>
      {lead > 0 && <p className="spoken">{words.ladder.earlierText(lead)}</p>}
    </div>
  );
}

/** Round trips that pass before data and are over now: 1, 2, … */
function trips(firstData: number | undefined, now: number): readonly number[] {
  return Array.from({ length: Math.floor(Math.min(firstData ?? 0, now) / 2) }, (_, index) => index + 1);
}

interface TripProps {
  readonly number: number;
  readonly bands: TimeLadders['bands'];
  readonly geometry: Geometry;
}

function Trip({ number, bands, geometry: { bracket } }: TripProps) {
  const from = bands[number * 2 - 2];
  const to = bands[number * 2];
  if (!from || !to) return null;
  const top = from.top + 6;
  const bottom = to.top + 2;
  const middle = (top + bottom) / 2;
  return (
    <g className={styles.trip}>
      <path d={`M${bracket + 6} ${top}H${bracket}V${bottom}H${bracket + 6}`} />
      <rect x={bracket - 8} y={middle - 9} width={16} height={18} rx={2} />
      <text x={bracket} y={middle + 4} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}
