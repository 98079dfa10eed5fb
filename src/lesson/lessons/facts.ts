/** What the texts of lessons quote: read from the learner's own run, never written by hand. */
import { groupByCode } from '../../tls/registry/groups.ts';
import { schemeName, suiteName, versionName } from '../../tls/registry/names.ts';
import { toHex } from '../../bytes/hex.ts';
import type { Step, StepOperation, Trace } from '../../lab/trace.ts';
import { type ChainFacts, chainFactsOf } from './chain-facts.ts';
import { type EndFacts, endFactsOf } from './end-facts.ts';

export interface RunFacts {
  readonly trace: Trace;
  readonly host: string;
  /** 'TLS 1.3', or '' where none was agreed on. */
  readonly version: string;
  readonly suite: string;
  readonly group: string;
  readonly scheme: string;
  readonly steps: number;
  /** Messages that crossed the wire, and those of them that Eve could read. */
  readonly eve: { readonly seen: number; readonly read: number };
  /** Position of a step, from 1; 0 where the run has none of that id. */
  readonly number: (id: string) => number;
  /** Bytes on the wire of a message, record headers included; 0 where there is none. */
  readonly bytes: (id: string) => number;
  /** The first operation of that name, in the whole run or in one step, by either party or by one. */
  readonly operation: (
    name: StepOperation['name'],
    id?: string,
    party?: StepOperation['party'],
  ) => StepOperation | undefined;
  /** First line of what the browser asked for. */
  readonly request: string;
  /** The last eight octets of ServerHello.random as it arrived, in hex with spaces; '' without one. */
  readonly endOfRandom: string;
  /** The server's certificates, and the path that the browser found or looked for. */
  readonly chain: ChainFacts;
  /** How the run ended. */
  readonly end: EndFacts;
}

export function factsOf(trace: Trace): RunFacts {
  const { scenario, negotiated, steps } = trace;
  const find = (id: string) => steps.find((step) => step.id === id);
  const last = steps.at(-1);
  let chain: ChainFacts | undefined;
  return {
    trace,
    host: scenario.browser.serverName,
    version: nameOf(negotiated.version, versionName),
    suite: nameOf(negotiated.suite, suiteName),
    group: nameOf(negotiated.group, (code) => groupByCode(code)?.name),
    scheme: nameOf(negotiated.signatureScheme, schemeName),
    steps: steps.length,
    eve: { seen: last?.eavesdropper.seen ?? 0, read: last?.eavesdropper.read ?? 0 },
    number: (id) => (find(id)?.index ?? -1) + 1,
    bytes: (id) => {
      const step = find(id);
      return step?.kind === 'message' ? step.wire.bytes.length : 0;
    },
    operation: (name, id, party) =>
      steps
        .filter((step) => id === undefined || step.id === id)
        .flatMap(({ operations }) => operations)
        .find((operation) => operation.name === name && (party === undefined || operation.party === party)),
    request: scenario.browser.request.split('\r\n')[0] ?? '',
    endOfRandom: endOfRandom(find('server_hello')),
    get chain() {
      return (chain ??= chainFactsOf(trace));
    },
    end: endFactsOf(trace),
  };
}

// ServerHello: type and length, legacy_version, then random[32], RFC 9846 §4.2.3.
function endOfRandom(hello: Step | undefined): string {
  if (hello?.kind !== 'message') return '';
  return toHex(hello.content.slice(30, 38)).replace(/..(?=.)/g, '$& ');
}

function nameOf(code: number | undefined, name: (code: number) => string | undefined): string {
  return code === undefined ? '' : (name(code) ?? `0x${code.toString(16).padStart(4, '0')}`);
}
