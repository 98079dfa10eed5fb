/** Where the crossings of two runs stand on one vertical time axis. */
import type { Party } from '../../lab/trace.ts';
import type { Crossing, Schedule } from './schedule.ts';

/** One instant, drawn as a band: records that arrive, then records that leave, so that their order stays visible. */
export interface Band {
  readonly instant: number;
  readonly top: number;
  readonly height: number;
}

export interface PlacedCrossing extends Crossing {
  /** Heights at which the wire leaves and arrives. */
  readonly y1: number;
  readonly y2: number;
}

export interface TimeLadders {
  readonly bands: readonly Band[];
  readonly height: number;
  readonly runs: readonly (readonly PlacedCrossing[])[];
}

const arrival = 8;
const leaving = 17;
const margin = 10;

/** Pixels between two bands. At no latency they touch, and only the order is left. */
export function gapFor(latency: number): number {
  return latency === 0 ? 0 : Math.round(16 + latency * 0.25);
}

export function timeLadders(schedules: readonly Schedule[], latency: number): TimeLadders {
  const drawn = schedules.map(({ crossings }) => withoutGoodbye(crossings));
  const end = Math.max(1, ...drawn.flat().map(({ arrives }) => arrives));
  const bands: Band[] = [];
  let top = margin;
  for (let instant = 0; instant <= end; instant++) {
    const height = Math.max(12, ...drawn.map((crossings) => bandHeight(crossings, instant)));
    bands.push({ instant, top, height });
    top += height + gapFor(latency);
  }
  const height = (bands.at(-1)?.top ?? 0) + (bands.at(-1)?.height ?? 0) + margin;
  return { bands, height, runs: drawn.map((crossings) => place(crossings, bands)) };
}

/** Saying goodbye takes time too, but nobody waits for it. */
function withoutGoodbye(crossings: readonly Crossing[]): readonly Crossing[] {
  return crossings.filter(({ alert }) => alert !== 'close_notify');
}

function bandHeight(crossings: readonly Crossing[], instant: number): number {
  const arriving = crossings.filter(({ arrives }) => arrives === instant).length;
  const departing = crossings.filter(({ departs }) => departs === instant).length;
  return arriving * arrival + departing * leaving + 8;
}

function place(crossings: readonly Crossing[], bands: readonly Band[]): readonly PlacedCrossing[] {
  const arrived = new Map<string, number>();
  const left = new Map<string, number>();
  const next = (counts: Map<string, number>, instant: number, party: Party): number => {
    const key = `${instant} ${party}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
  return crossings.map((crossing) => {
    const other: Party = crossing.from === 'browser' ? 'server' : 'browser';
    const from = bands[crossing.departs]?.top ?? 0;
    const to = bands[crossing.arrives]?.top ?? 0;
    const before = crossings.filter(
      ({ arrives, from: sender }) => arrives === crossing.departs && sender === other,
    ).length;
    return {
      ...crossing,
      y1: from + 8 + before * arrival + next(left, crossing.departs, crossing.from) * leaving,
      y2: to + 4 + next(arrived, crossing.arrives, other) * arrival,
    };
  });
}
