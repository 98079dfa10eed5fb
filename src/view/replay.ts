/** What the server handed on to its application, connection by connection, and how it met a recording. */
import type { MessageStep, Trace } from '../lab/trace.ts';
import { allConnections } from '../lab/connections.ts';

/** Application data of a client, as its server took it or not. */
export interface HandedOn {
  /** Place of the connection in the run, from 0, and of the step in the connection. */
  readonly connection: number;
  readonly step: number;
  readonly early: boolean;
  readonly replayed: boolean;
  /** Absent where the server passed it over. */
  readonly text?: string;
  /** Why it was passed over, as `earlyDataVerdict` and `pskPassedOver` name it. */
  readonly reason?: string;
}

/** From the recorded connection on: what came before it has no copy. */
export function handedOn(last: Trace): readonly HandedOn[] {
  const all = allConnections(last);
  const recorded = all.findLastIndex(({ source }) => source.kind !== 'replay');
  return all.flatMap((trace, connection) =>
    (connection < recorded ? [] : trace.steps)
      .filter((step): step is MessageStep => step.kind === 'message')
      .filter(({ message, from }) => message === 'ApplicationData' && from === 'browser')
      .map((step): HandedOn => {
        const read = step.facts['skipped'] !== true && step.error === undefined;
        const reason = refusalOf(trace);
        return {
          connection,
          step: step.index,
          early: step.level === 'early',
          replayed: trace.source.kind === 'replay',
          ...(read && { text: new TextDecoder().decode(step.content) }),
          ...(!read && reason !== undefined && { reason }),
        };
      }),
  );
}

/** Whether Mallory sits where the browser would: with a recording, or with a connection of her own. */
export function attackerIsClient({ source, scenario }: Trace): boolean {
  return source.kind === 'replay' || scenario.browser.renegotiate;
}

/** How a server met a recording with early data: it read it once more, or it knew better. */
export function replayOutcome(trace: Trace): 'twice' | 'refused' | undefined {
  if (trace.source.kind !== 'replay') return undefined;
  const again = handedOn(trace).filter(({ replayed }) => replayed);
  if (again.some(({ text }) => text !== undefined)) return 'twice';
  return again.length > 0 && refusalOf(trace) !== undefined ? 'refused' : undefined;
}

/** Why early data was not taken; undefined where it was, or none came. */
export function refusalOf(trace: Trace): string | undefined {
  const fact = (name: string): string | undefined => {
    const found = trace.steps.map(({ facts }) => facts[name]).find((one) => one !== undefined);
    return typeof found === 'string' ? found : undefined;
  };
  const verdict = fact('earlyDataVerdict');
  if (verdict === undefined || verdict === 'accepted') return undefined;
  return verdict === 'no-psk' ? (fact('pskPassedOver') ?? verdict) : verdict;
}

/** The step at which the server decided about early data. */
export function decidedAt(trace: Trace): number | undefined {
  return trace.steps.find(({ facts }) => facts['earlyDataVerdict'] !== undefined)?.index;
}
