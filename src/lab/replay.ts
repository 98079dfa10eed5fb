/**
 * A recording, sent again: what a browser put on the wire in one connection goes to the same server over a new one,
 * byte for byte. Whoever sends it has no key and cannot answer anything that the server asks.
 */
import { concat, equal } from '../bytes/hex.ts';
import type { ConnectionEvent } from '../tls/connection/events.ts';
import type { Server } from '../tls/server/server.ts';
import type { Collector } from './collector.ts';
import type { Trace } from './trace.ts';

export interface Recording {
  /** The connection that was recorded. */
  readonly of: Trace;
  /** What its browser sent, in order. */
  readonly said: readonly ConnectionEvent[];
}

/** What a recording waits for when it is over: nothing, it cannot answer. */
export const recordingOver = 'recording_over';

/**
 * The connection in which everything up to the message `until` arrives again; undefined where the recorded browser
 * sent no such message. `index` is the place of the act in the scenario.
 */
export async function replay(
  { of, said }: Recording,
  until: string,
  index: number,
  open: () => { readonly collector: Collector; readonly server: Server },
): Promise<Trace | undefined> {
  const step = of.steps.find(({ id }) => id === until);
  if (step?.kind !== 'message' || step.from !== 'browser') return undefined;
  const target = (step.network?.sent ?? step.wire).bytes;
  const last = said.findIndex(
    (event) => event.type === 'message' && equal(concat(...event.records.map(({ bytes }) => bytes)), target),
  );
  if (last < 0) return undefined;
  const { collector, server } = open();
  const listen = collector.listen('browser');
  const again = said.slice(0, last + 1);
  // It is all there from the start: whoever sends it waits for nothing.
  again.forEach(listen);
  for (const event of again) {
    if (event.type === 'change-cipher-spec') await server.receive(event.bytes);
    if (event.type !== 'message') continue;
    const records = event.records.map(({ bytes }) => bytes);
    const mark = { from: 'browser', acts: [index], fate: 'replayed', refused: [] } as const;
    collector.passed({ ...mark, sent: records, delivered: records });
    for (const record of records) await server.receive(record);
  }
  return collector.trace({ waiting: { browser: recordingOver, server: server.state.state }, cut: false });
}
