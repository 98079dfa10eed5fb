/** The ladder as plain rows: one per step, and dashed ones for messages that were possible but not sent. */
import type { AlertName } from '../tls/registry/alerts.ts';
import { alertName } from '../tls/registry/alerts.ts';
import { tls12Part } from '../tls/tls12/part.ts';
import type {
  Level,
  LocalStep,
  MessageName,
  MessageStep,
  NetworkMark,
  Party,
  Step,
  Trace,
} from '../lab/trace.ts';

export type LadderRow = MessageRow | LocalRow | OptionalRow | UnreadRow;

export interface MessageRow {
  readonly kind: 'message';
  readonly id: string;
  /** In trace.steps, from 0. */
  readonly index: number;
  readonly message: MessageName;
  readonly level: Level;
  /** Whose brackets stand around the name; in TLS 1.2 they say handshake or not, since there is one set of keys. */
  readonly notation: Level;
  readonly from: Party;
  /** A fatal alert, or the message the run failed at. */
  readonly failed: boolean;
  readonly alert?: AlertName;
  /** On the wire, record headers included. */
  readonly bytes: number;
  /** What its sender did for it, in the gutter. */
  readonly note?: WorkNote;
  /** What an eavesdropper gets: the message itself, or type and length of the record around it. */
  readonly eavesdropper:
    | { readonly reads: true }
    | { readonly reads: false; readonly outerType: number; readonly bytes: number };
  /** What the network did to it, if anything. */
  readonly network?: NetworkMark['fate'];
  /** Dummy ChangeCipherSpec records that travelled right before it. */
  readonly compatibility: readonly { readonly from: Party; readonly bytes: number }[];
}

export interface LocalRow {
  readonly kind: 'local';
  readonly id: string;
  readonly index: number;
  readonly work: LocalStep['work'];
  readonly parties: readonly Party[];
  readonly failed: boolean;
}

/** A message that the protocol allows here and this run did without. No number. */
export interface OptionalRow {
  readonly kind: 'optional';
  readonly id: string;
  /** Index of the step it would stand before; it is past once that step is reached. */
  readonly before: number;
  readonly messages: readonly MessageName[];
  readonly notation: Level;
  readonly from: Party;
  /** The key exchange that has no use for it. */
  readonly never?: string;
}

/** A message that arrived after its receiver had given up, and was never opened. No number. */
export interface UnreadRow {
  readonly kind: 'unread';
  readonly id: string;
  /** Index of the step it would stand before. */
  readonly before: number;
  readonly message: MessageName;
  readonly from: Party;
  readonly level: Level;
  readonly bytes: number;
  /** Said once for all of them. */
  readonly first: boolean;
}

export type WorkNote =
  | { readonly kind: 'key-pairs'; readonly count: number; readonly algorithm: string }
  | { readonly kind: 'no-usable-share' }
  | { readonly kind: 'cookie' }
  | { readonly kind: 'agree' }
  /** TLS 1.2: how a secret will be agreed on. */
  | { readonly kind: 'choose'; readonly exchange: string }
  | { readonly kind: 'encrypt-premaster' }
  | { readonly kind: 'sign-half' }
  | { readonly kind: 'send-chain'; readonly certificates: number }
  | { readonly kind: 'sign' }
  | { readonly kind: 'mac' }
  /** First line of the data, as it was typed. */
  | { readonly kind: 'data'; readonly line: string };

export function ladderRows(trace: Trace): readonly LadderRow[] {
  const messages = new Set(
    trace.steps.map((step) => (step.kind === 'message' ? `${step.from} ${step.message}` : '')),
  );
  const failed = failedStep(trace);
  return trace.steps.flatMap((step, index): readonly LadderRow[] => {
    const row =
      step.kind === 'message' ? messageRow(step, index === failed) : localRow(step, index === failed);
    const optional = optionalBefore(trace.steps, index, messages);
    return [...(optional ? [optional] : []), row, ...(index === failed ? unreadRows(trace, index) : [])];
  });
}

/** How much of the protocol's notation a name carries: `Name`, `(Name)`, `{Name}`, `[Name]` (RFC 9846 Figures 1 and 4). */
export function bracketed(name: string, level: Level): string {
  if (level === 'early') return `(${name})`;
  if (level === 'handshake') return `{${name}}`;
  return level === 'application' ? `[${name}]` : name;
}

/** 'ApplicationData' as the RFC's figures write it. */
export function messageTitle(message: MessageName): string {
  return message === 'ApplicationData' ? 'Application Data' : message;
}

/** Index of the first step at which the run failed, if it did. */
export function failedStep(trace: Trace): number | undefined {
  return trace.outcome.kind === 'failed' ? trace.outcome.step : undefined;
}

/** The description in an alert's second byte. */
export function alertOf(step: MessageStep): AlertName | undefined {
  const code = step.message === 'Alert' ? step.content[1] : undefined;
  return code === undefined ? undefined : alertName(code);
}

function messageRow(step: MessageStep, noticed: boolean): MessageRow {
  const alert = alertOf(step);
  const note = noteOf(step);
  return {
    kind: 'message',
    id: step.id,
    index: step.index,
    message: step.message,
    level: step.level,
    notation: notationOf(step),
    from: step.from,
    failed: noticed || (alert !== undefined && alert !== 'close_notify' && alert !== 'no_renegotiation'),
    ...(alert ? { alert } : {}),
    bytes: step.wire.bytes.length,
    ...(note ? { note } : {}),
    ...(step.network && { network: step.network.fate }),
    eavesdropper:
      step.level === 'plaintext'
        ? { reads: true }
        : {
            reads: false,
            outerType: step.records[0]?.outerType ?? 23,
            bytes: ciphertextLength(step),
          },
    compatibility: step.compatibilityRecords.map(({ from, bytes }) => ({ from, bytes: bytes.length })),
  };
}

/** RFC 5246 Figure 1 puts ChangeCipherSpec in brackets, because it is no handshake message. */
function notationOf({ message, level, negotiated }: MessageStep): Level {
  if (negotiated.version !== tls12) return level;
  if (message === 'ChangeCipherSpec') return 'application';
  const content = message === 'ApplicationData' || message === 'Alert' || message === 'UnreadableRecord';
  return level === 'application' && !content ? 'handshake' : level;
}

const tls12 = 0x0303;
const headerLength = 5;

/** What the length fields of its records say, as in 'application_data (23), 1 195 B'. */
function ciphertextLength({ wire, records }: MessageStep): number {
  return wire.bytes.length - headerLength * records.length;
}

function localRow(step: LocalStep, noticed: boolean): LocalRow {
  const { id, index, work, parties } = step;
  return { kind: 'local', id, index, work, parties, failed: noticed };
}

function unreadRows(trace: Trace, failed: number): readonly UnreadRow[] {
  // After ServerHello the server protects everything; nothing the browser sends goes unread in a lab run before that.
  const hello = trace.steps.findIndex((step) => step.kind === 'message' && step.message === 'ServerHello');
  const version = trace.steps[failed]?.negotiated.version;
  const protects = version === undefined || version > tls12;
  const level = hello >= 0 && hello <= failed && protects ? 'handshake' : 'plaintext';
  return trace.unread.map(({ message, from, length }, index) => ({
    kind: 'unread',
    id: `unread_${index}`,
    before: failed + 1,
    message,
    from,
    level,
    bytes: length,
    first: index === 0,
  }));
}

function optionalBefore(
  steps: readonly Step[],
  index: number,
  sent: ReadonlySet<string>,
): OptionalRow | undefined {
  const step = steps[index];
  const previous = steps[index - 1];
  // With a PSK nobody may ask for a certificate in the handshake, RFC 9846 §4.4.2.
  if (step === undefined || step.negotiated.psk !== undefined) return undefined;
  if (step.negotiated.version === tls12) return tls12OptionalBefore(step, sent);
  const follows = previous?.kind === 'message' && previous.message === 'EncryptedExtensions';
  if (follows && !sent.has('server CertificateRequest'))
    return {
      kind: 'optional',
      id: 'no_certificate_request',
      before: index,
      messages: ['CertificateRequest'],
      notation: 'handshake',
      from: 'server',
    };
  const clientFinished = step.kind === 'message' && step.message === 'Finished' && step.from === 'browser';
  if (clientFinished && !sent.has('browser Certificate'))
    return {
      kind: 'optional',
      id: 'no_client_certificate',
      before: index,
      messages: ['Certificate', 'CertificateVerify'],
      notation: 'handshake',
      from: 'browser',
    };
  return undefined;
}

/** Before ServerHelloDone: the half that this key exchange does not need, or the question that was not asked. */
function tls12OptionalBefore(step: Step, sent: ReadonlySet<string>): OptionalRow | undefined {
  if (step.kind !== 'message' || step.message !== 'ServerHelloDone') return undefined;
  const suite = tls12Part().suiteByCode(step.negotiated.suite ?? -1);
  if (suite === undefined) return undefined;
  const base = { kind: 'optional', before: step.index, notation: 'plaintext', from: 'server' } as const;
  if (!sent.has('server ServerKeyExchange')) {
    const never = { never: suite.keyExchange } as const;
    return { ...base, id: 'no_server_key_exchange', messages: ['ServerKeyExchange'], ...never };
  }
  if (sent.has('server CertificateRequest') || !sent.has('server Certificate')) return undefined;
  return { ...base, id: 'no_certificate_request', messages: ['CertificateRequest'] };
}

function noteOf(step: MessageStep): WorkNote | undefined {
  const own = step.operations.filter((operation) => operation.party === step.from);
  switch (step.message) {
    case 'ClientHello': {
      const pairs = own.filter((operation) => operation.name === 'generate-key-pair');
      const [first] = pairs;
      return first && { kind: 'key-pairs', count: pairs.length, algorithm: first.algorithm };
    }
    case 'HelloRetryRequest':
      return { kind: step.facts['shareMissing'] === false ? 'cookie' : 'no-usable-share' };
    case 'ServerHello': {
      if (step.negotiated.version === undefined || step.negotiated.version > tls12) return { kind: 'agree' };
      const suite = tls12Part().suiteByCode(step.negotiated.suite ?? -1);
      const resumed = step.negotiated.resumed === true;
      return suite && !resumed ? { kind: 'choose', exchange: suite.keyExchange } : undefined;
    }
    case 'ServerKeyExchange':
      return own.some(({ name }) => name === 'sign') ? { kind: 'sign-half' } : undefined;
    case 'ClientKeyExchange':
      if (own.some(({ name }) => name === 'rsa-encrypt')) return { kind: 'encrypt-premaster' };
      return own.some(({ name }) => name === 'agree') ? { kind: 'agree' } : undefined;
    case 'Certificate':
      return { kind: 'send-chain', certificates: step.certificates.length };
    case 'CertificateVerify':
      return { kind: 'sign' };
    case 'Finished':
      return { kind: 'mac' };
    case 'ApplicationData': {
      const line = firstLine(step.content);
      return line === undefined ? undefined : { kind: 'data', line };
    }
    default:
      return undefined;
  }
}

const longestLine = 64;

/** The first line of printable ASCII data without its HTTP version ('GET /cart', '200 OK'); undefined for anything else. */
function firstLine(data: Uint8Array): string | undefined {
  const head = Array.from(data.subarray(0, longestLine), (byte) => String.fromCharCode(byte)).join('');
  const line = head.split(/[\r\n]/, 1)[0] ?? '';
  if (line === '' || !/^[\x20-\x7e]+$/.test(line)) return undefined;
  return line.replace(/ HTTP\/\d(\.\d)?$/, '').replace(/^HTTP\/\d(\.\d)? /, '');
}
