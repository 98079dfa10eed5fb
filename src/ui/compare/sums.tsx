import { grouped } from '../../lesson/catalog.ts';
import { compareWords } from '../../lesson/compare.ts';
import type { Trace } from '../../lab/trace.ts';
import { keyShareBytes } from '../../view/compare/differences.ts';
import type { Schedule } from '../../view/compare/schedule.ts';
import { useWords } from '../use-lab.ts';
import styles from './sums.module.css';

export interface SumsProps {
  readonly names: readonly [string, string];
  readonly traces: readonly [Trace, Trace];
  readonly schedules: readonly [Schedule, Schedule];
  readonly latency: number;
}

/** What can be counted in both runs, side by side. */
export function Sums({ names, traces, schedules, latency }: SumsProps) {
  const { sums: words } = useWords(compareWords);
  const [left, right] = schedules;
  const time = (instant: number | undefined): number | undefined =>
    instant === undefined ? undefined : (instant * latency) / 2;
  const trips = (instant: number | undefined): number | undefined =>
    instant === undefined ? undefined : instant / 2;
  const rows: readonly (readonly [string, number | undefined, number | undefined, string, boolean?])[] = [
    [words.roundTrips, trips(left.firstData), trips(right.firstData), '', true],
    [words.first, time(left.firstData), time(right.firstData), words.unit.ms, true],
    [words.answer, time(left.answer), time(right.answer), words.unit.ms],
    [words.sends('browser'), left.bytes.browser, right.bytes.browser, words.unit.bytes],
    [words.sends('server'), left.bytes.server, right.bytes.server, words.unit.bytes],
    [words.shares, keyShareBytes(traces[0]), keyShareBytes(traces[1]), words.unit.bytes],
  ];
  const eve = (schedule: Schedule): string => `${schedule.eavesdropper.read}/${schedule.eavesdropper.seen}`;
  return (
    <table className={styles.sums}>
      <thead>
        <tr>
          <td>
            <span className="spoken">{words.counted}</span>
          </td>
          <th scope="col">{names[0]}</th>
          <th scope="col">{names[1]}</th>
          <th scope="col">
            <span className="spoken">{words.gain}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, before, after, unit, strong]) => (
          <tr key={label} className={strong ? styles.strong : undefined}>
            <th scope="row">{label}</th>
            <td>{before === undefined ? words.none : grouped(before)}</td>
            <td>{after === undefined ? words.none : grouped(after)}</td>
            <td>{unit === '' ? signed(before, after) : unit}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.eve}</th>
          <td>{eve(left)}</td>
          <td>{eve(right)}</td>
          <td aria-hidden="true">/</td>
        </tr>
      </tbody>
    </table>
  );
}

function signed(before: number | undefined, after: number | undefined): string {
  if (before === undefined || after === undefined || before === after) return '';
  return after > before ? `+${grouped(after - before)}` : grouped(after - before);
}
