/** Two runs on one clock that can be stopped anywhere. Like the schedules, it counts half round trips. */
import type { Level } from '../../lab/trace.ts';
import type { Band } from './layout.ts';
import type { Crossing } from './schedule.ts';

export interface TrackMark {
  readonly instant: number;
  /** Of the last message that leaves then; 'failed' for an alert that ends the run. */
  readonly kind: Level | 'failed';
}

/** One run as a line: something leaves at each mark, and everything has arrived at the end. */
export interface Track {
  readonly marks: readonly TrackMark[];
  readonly end: number;
}

export function trackOf(crossings: readonly Crossing[]): Track {
  const marks = new Map<number, TrackMark['kind']>();
  for (const { departs, level, alert } of crossings)
    marks.set(departs, alert === undefined ? level : 'failed');
  return {
    marks: [...marks].map(([instant, kind]) => ({ instant, kind })),
    end: Math.max(0, ...crossings.map(({ arrives }) => arrives)),
  };
}

/** How much of its way a message has behind it: 0 to 1; undefined where it has not been sent. */
export function wayOf({ departs, arrives }: Crossing, at: number): number | undefined {
  if (at < departs) return undefined;
  return Math.min(1, (at - departs) / (arrives - departs));
}

export function arrivedBy(crossings: readonly Crossing[], at: number): number {
  return crossings.filter(({ arrives }) => arrives <= at).length;
}

/** The instants before and after: something leaves or arrives at each of them in one of the runs. */
export function stopBefore(at: number): number {
  return Math.max(0, Math.ceil(at) - 1);
}

export function stopAfter(at: number, end: number): number {
  return Math.min(end, Math.floor(at) + 1);
}

/** Height of the clock in the drawing: the upper edge of an instant's band, and between two of them on the way. */
export function heightAt(bands: readonly Band[], at: number): number {
  const from = bands[Math.floor(at)];
  const to = bands[Math.ceil(at)];
  if (from === undefined || to === undefined) return 0;
  return from.top + (to.top - from.top) * (at - Math.floor(at));
}

/** Half round trips that pass in a millisecond of the film. Without latency there is an order, and it is played at a pace. */
export function paceOf(speed: number, latency: number): number {
  return speed / ((latency === 0 ? usualLatency : latency) / 2);
}

const usualLatency = 80;
