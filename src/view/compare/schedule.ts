/**
 * When each message of a run leaves and arrives: a side that has to wait for a message waits half a round trip
 * for it. Computing takes no time here, and TCP is open already.
 */
import { departuresOf } from '../../lab/departures.ts';
import type { Level, MessageName, Party, Trace } from '../../lab/trace.ts';
import { alertOf } from '../ladder.ts';

/** Instants are counted in half round trips: 0 is the first ClientHello leaving. */
export interface Crossing {
  readonly id: string;
  readonly message: MessageName;
  readonly alert: string | undefined;
  readonly from: Party;
  readonly level: Level;
  readonly bytes: number;
  readonly departs: number;
  readonly arrives: number;
  /** Carries the first application data of the run. */
  readonly first: boolean;
}

export interface Schedule {
  readonly crossings: readonly Crossing[];
  /** The last arrival. */
  readonly end: number;
  /** When the first application data leaves its sender; undefined where the run never gets there. */
  readonly firstData: number | undefined;
  /** When the first application data of the server arrives at the browser. */
  readonly answer: number | undefined;
  readonly bytes: Readonly<Record<Party, number>>;
  /** Messages an eavesdropper could read, of those she saw. */
  readonly eavesdropper: { readonly read: number; readonly seen: number };
}

export function scheduleOf(trace: Trace): Schedule {
  const departures = departuresOf(trace);
  const bytes: Record<Party, number> = { browser: 0, server: 0 };
  const crossings: Crossing[] = [];
  for (const step of trace.steps) {
    if (step.kind !== 'message') continue;
    const departs = departures.get(step.id) ?? 0;
    const data = step.message === 'ApplicationData';
    crossings.push({
      id: step.id,
      message: step.message,
      alert: alertOf(step),
      from: step.from,
      level: step.level,
      bytes: step.wire.bytes.length,
      departs,
      arrives: departs + 1,
      first: data && !crossings.some(({ message }) => message === 'ApplicationData'),
    });
    bytes[step.from] += step.wire.bytes.length;
    for (const dummy of step.compatibilityRecords) bytes[dummy.from] += dummy.bytes.length;
  }
  const data = crossings.filter(({ message }) => message === 'ApplicationData');
  return {
    crossings,
    end: Math.max(0, ...crossings.map(({ arrives }) => arrives)),
    firstData: data[0]?.departs,
    answer: data.find(({ from }) => from === 'server')?.arrives,
    bytes,
    eavesdropper: trace.steps.at(-1)?.eavesdropper ?? { read: 0, seen: 0 },
  };
}
