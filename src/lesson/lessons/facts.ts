/** What the texts of lessons quote: read from the learner's own run, never written by hand. */
import { toHex } from '../../bytes/hex.ts';
import { groupByCode } from '../../tls/registry/groups.ts';
import { schemeName, versionName } from '../../tls/registry/names.ts';
import { suiteName } from '../../tls/registry/suite-names.ts';
import { readWithStolenKey } from '../../lab/knowledge.ts';
import type { MessageStep, Party, StepOperation, Trace } from '../../lab/trace.ts';
import { type ChainFacts, chainFactsOf } from './chain-facts.ts';
import { type EndFacts, endFactsOf } from './end-facts.ts';

export interface RunFacts {
  readonly trace: Trace;
  readonly host: string;
  /** Versions that the browser speaks. */
  readonly offers: string;
  /** The alert that ended the run, or ''. */
  readonly alert: string;
  /** 'TLS 1.3', or '' where none was agreed on. */
  readonly version: string;
  readonly suite: string;
  /** Its number, '0xc02b', or ''. */
  readonly code: string;
  /** Names of the suites of a side, favourite first. */
  readonly suites: (party: Party) => readonly string[];
  readonly group: string;
  readonly scheme: string;
  readonly steps: number;
  /** Messages that crossed the wire, and those of them that Eve could read. */
  readonly eve: { readonly seen: number; readonly read: number };
  /** Position of a step, from 1; 0 where the run has none of that id. */
  readonly number: (id: string) => number;
  /** A message by the id of its step. */
  readonly message: (id: string) => MessageStep | undefined;
  /** Bytes on the wire of a message, record headers included; 0 where there is none. */
  readonly bytes: (id: string) => number;
  /** Bytes of a message without records and protection; 0 where there is none. */
  readonly inside: (id: string) => number;
  /** Bytes of a value of the run by its name; 0 where nobody made one. */
  readonly length: (name: string) => number;
  /** The first operation of that name, in the whole run or in one step, by either party or by one. */
  readonly operation: (
    name: StepOperation['name'],
    id?: string,
    party?: StepOperation['party'],
  ) => StepOperation | undefined;
  /** What Eve opens of the protected messages of her recording with the keys that the server keeps. */
  readonly theft: () => { readonly opened: number; readonly of: number };
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
  const message = (id: string): MessageStep | undefined => {
    const step = find(id);
    return step?.kind === 'message' ? step : undefined;
  };
  const last = steps.at(-1);
  let chain: ChainFacts | undefined;
  return {
    trace,
    host: scenario.browser.serverName,
    offers: scenario.browser.versions.map((code) => nameOf(code, versionName)).join(', '),
    alert: trace.outcome.kind === 'failed' ? trace.outcome.error.alert : '',
    version: nameOf(negotiated.version, versionName),
    suite: nameOf(negotiated.suite, suiteName),
    code: nameOf(negotiated.suite, () => undefined),
    suites: (party) => scenario[party].suites.map((code) => nameOf(code, suiteName)),
    group: nameOf(negotiated.group, (code) => groupByCode(code)?.name),
    scheme: nameOf(negotiated.signatureScheme, schemeName),
    steps: steps.length,
    eve: { seen: last?.eavesdropper.seen ?? 0, read: last?.eavesdropper.read ?? 0 },
    number: (id) => (find(id)?.index ?? -1) + 1,
    message,
    bytes: (id) => message(id)?.wire.bytes.length ?? 0,
    inside: (id) => message(id)?.content.length ?? 0,
    length: (name) => trace.secrets.find((secret) => secret.name === name)?.bytes.length ?? 0,
    operation: (name, id, party) =>
      steps
        .filter((step) => id === undefined || step.id === id)
        .flatMap(({ operations }) => operations)
        .find((operation) => operation.name === name && (party === undefined || operation.party === party)),
    theft: () => {
      const { messages } = readWithStolenKey(trace);
      return {
        opened: messages.filter(({ readable }) => readable).length,
        of: messages.length,
      };
    },
    request: scenario.browser.request.split('\r\n')[0] ?? '',
    endOfRandom: endOfRandom(message('server_hello')),
    get chain() {
      return (chain ??= chainFactsOf(trace));
    },
    end: endFactsOf(trace),
  };
}

// ServerHello: type and length, legacy_version, then random[32], RFC 9846 §4.2.3.
function endOfRandom(hello: MessageStep | undefined): string {
  if (!hello) return '';
  return toHex(hello.content.slice(30, 38)).replace(/..(?=.)/g, '$& ');
}

/** How many decimal digits a number has, given as bytes. */
export function digitsOf(number: Uint8Array | undefined): number {
  return number === undefined ? 0 : BigInt(`0x${toHex(number)}`).toString().length;
}

function nameOf(code: number | undefined, name: (code: number) => string | undefined): string {
  return code === undefined ? '' : (name(code) ?? `0x${code.toString(16).padStart(4, '0')}`);
}
