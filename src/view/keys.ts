/** The Keys tab: every named value of the run in derivation order, and who has it from which step on. */
import { toHex } from '../bytes/hex.ts';
import type { Observer, SecretRecord, Step, Trace } from '../lab/trace.ts';
import { schemeByCode } from '../tls/registry/schemes.ts';
import { certificateOf } from './certificates.ts';
import type { Tone } from './ledger.ts';
import { observers, unrecordedParty } from './ledger.ts';

export type How = NonNullable<SecretRecord['knownTo'][Observer]>['how'];

/** Rows whose name is a word of the catalog; all others are called by their label in the protocol. */
export type KeyRowWord =
  | 'public'
  | 'browser-keys'
  | 'server-keys'
  | 'signing-key'
  | 'client-signing-key'
  | 'shared-secret'
  | 'psk'
  | 'early-secret'
  | 'early-keys'
  | 'ticket-key'
  | 'handshake-secret'
  | 'main-secret'
  | 'certificate-key'
  | 'premaster-secret'
  | 'key-block'
  | 'client-write'
  | 'server-write'
  | 'handshake-keys'
  | 'application-keys';

export type KeyCell =
  | {
      readonly kind: 'known';
      readonly hows: readonly How[];
      /** Indices of steps. */
      readonly from: number;
      readonly to: number;
      readonly tone: Tone | 'leaked';
    }
  | { readonly kind: 'later'; readonly step: number }
  | { readonly kind: 'cannot' }
  /** The peer of a bridge: it may well know, but not in this trace. */
  | { readonly kind: 'unrecorded' };

export interface KeyRow {
  readonly id: string;
  readonly word?: KeyRowWord;
  /** Label of the protocol: 'c hs traffic'; with a generation behind it after a KeyUpdate. */
  readonly label?: string;
  /** How far down the derivation it stands. */
  readonly depth: 0 | 1 | 2;
  /** Kinds of key, where that says more than its bytes. */
  readonly algorithms: readonly string[];
  readonly values: readonly { readonly name: string; readonly hex: string }[];
  readonly cells: Readonly<Record<Observer, KeyCell>>;
  /** Somebody learns it in this step. */
  readonly isNew: boolean;
  /** Nobody has it yet. */
  readonly isLater: boolean;
}

interface RowPlan {
  readonly id: string;
  readonly word?: KeyRowWord;
  readonly label?: string;
  readonly depth: 0 | 1 | 2;
  readonly tone: Tone;
  readonly matches: RegExp;
}

const plans: readonly RowPlan[] = [
  {
    id: 'public',
    word: 'public',
    depth: 0,
    tone: 'public',
    matches: /^(?:(?:client|server)_random|.*_public_key|.*_ciphertext)$/,
  },
  {
    id: 'browser-keys',
    word: 'browser-keys',
    depth: 0,
    tone: 'secret',
    matches: /^client_(?!signing).*private_key$/,
  },
  {
    id: 'server-keys',
    word: 'server-keys',
    depth: 0,
    tone: 'secret',
    matches: /^server_(?!signing|private|static).*private_key$/,
  },
  { id: 'signing-key', word: 'signing-key', depth: 0, tone: 'secret', matches: /^server_signing_key$/ },
  {
    id: 'client-signing-key',
    word: 'client-signing-key',
    depth: 0,
    tone: 'secret',
    matches: /^client_signing_key$/,
  },
  { id: 'shared-secret', word: 'shared-secret', depth: 0, tone: 'secret', matches: /^shared_secret$/ },
  { id: 'psk', word: 'psk', depth: 0, tone: 'secret', matches: /^(resumption|external)_psk$/ },
  { id: 'early-secret', word: 'early-secret', depth: 0, tone: 'secret', matches: /^early_secret$/ },
  { id: 'binder-key', label: 'binder key', depth: 1, tone: 'secret', matches: /^binder_key$/ },
  {
    id: 'c-e',
    label: 'c e traffic',
    depth: 1,
    tone: 'early',
    matches: /^client_early_traffic_secret$/,
  },
  {
    id: 'early-keys',
    word: 'early-keys',
    depth: 2,
    tone: 'early',
    matches: /^client_early_(key|iv)$/,
  },
  {
    id: 'early-exporter',
    label: 'e exp master',
    depth: 1,
    tone: 'secret',
    matches: /^early_exporter_secret$/,
  },
  {
    id: 'handshake-secret',
    word: 'handshake-secret',
    depth: 0,
    tone: 'secret',
    matches: /^handshake_secret$/,
  },
  {
    id: 'c-hs',
    label: 'c hs traffic',
    depth: 1,
    tone: 'handshake',
    matches: /^client_handshake_traffic_secret$/,
  },
  {
    id: 's-hs',
    label: 's hs traffic',
    depth: 1,
    tone: 'handshake',
    matches: /^server_handshake_traffic_secret$/,
  },
  {
    id: 'hs-keys',
    word: 'handshake-keys',
    depth: 2,
    tone: 'handshake',
    matches: /^(client|server)_(handshake_(key|iv)|finished_key)$/,
  },
  {
    id: 'certificate-key',
    word: 'certificate-key',
    depth: 0,
    tone: 'secret',
    matches: /^server_(static_)?private_key$/,
  },
  {
    id: 'premaster-secret',
    word: 'premaster-secret',
    depth: 0,
    tone: 'secret',
    matches: /^(premaster_secret|other_secret)(_fallback)?$/,
  },
  { id: 'main-secret', word: 'main-secret', depth: 0, tone: 'secret', matches: /^main_secret$/ },
  { id: 'key-block', word: 'key-block', depth: 1, tone: 'secret', matches: /^key_block$/ },
  {
    id: 'client-write',
    word: 'client-write',
    depth: 2,
    tone: 'application',
    matches: /^client_write_(MAC_key|key|IV)$/,
  },
  {
    id: 'server-write',
    word: 'server-write',
    depth: 2,
    tone: 'application',
    matches: /^server_write_(MAC_key|key|IV)$/,
  },
  {
    id: 'c-ap',
    label: 'c ap traffic',
    depth: 1,
    tone: 'application',
    matches: /^client_application_traffic_secret_\d+$/,
  },
  {
    id: 's-ap',
    label: 's ap traffic',
    depth: 1,
    tone: 'application',
    matches: /^server_application_traffic_secret_\d+$/,
  },
  {
    id: 'ap-keys',
    word: 'application-keys',
    depth: 2,
    tone: 'application',
    matches: /^(client|server)_application_(key|iv)(_\d+)?$/,
  },
  { id: 'exporter', label: 'exp master', depth: 1, tone: 'secret', matches: /^exporter_secret$/ },
  { id: 'resumption', label: 'res master', depth: 1, tone: 'secret', matches: /^resumption_secret$/ },
  { id: 'ticket-psk', label: 'resumption', depth: 2, tone: 'secret', matches: /^resumption_psk_\d+$/ },
  { id: 'ticket-key', word: 'ticket-key', depth: 0, tone: 'secret', matches: /^ticket_key$/ },
];

/** Rows of the run as they stand after `step`. Values that this run never makes have no row. */
export function keyRows(trace: Trace, step: Pick<Step, 'index'>): readonly KeyRow[] {
  return plans.flatMap((plan) => {
    const records = trace.secrets.filter(({ name }) => plan.matches.test(name));
    return records.length === 0 ? [] : [rowOf(plan, records, trace, step.index)];
  });
}

/** Lines of the key log that exist after `step`, taken apart for the screen. */
export function keyLogLines(
  trace: Pick<Trace, 'keyLog'>,
  step: Pick<Step, 'index'>,
): readonly {
  readonly line: string;
  readonly label: string;
  readonly random: string;
  readonly secret: string;
  readonly level: string;
}[] {
  return trace.keyLog
    .filter((entry) => entry.step <= step.index)
    .map(({ line, level }) => {
      const [label = '', random = '', secret = ''] = line.split(' ');
      return { line, label, random, secret, level };
    });
}

function rowOf(plan: RowPlan, records: readonly SecretRecord[], trace: Trace, index: number): KeyRow {
  const cells = Object.fromEntries(
    observers.map((observer) => {
      const cell = cellOf(plan, records, observer, index);
      const elsewhere = cell.kind === 'cannot' && observer === unrecordedParty(trace);
      return [observer, elsewhere ? { kind: 'unrecorded' } : cell];
    }),
  ) as Record<Observer, KeyCell>;
  const all = Object.values(cells);
  return {
    id: plan.id,
    ...(plan.word && { word: plan.word }),
    ...(plan.label && { label: plan.label }),
    depth: plan.depth,
    algorithms: algorithmsOf(plan, records, trace),
    values: records.map(({ name, bytes }) => ({ name, hex: toHex(bytes) })),
    cells,
    isNew: records.some(({ knownTo }) =>
      observers.some((observer) => knownTo[observer]?.step === index && knownTo[observer]?.how !== 'had'),
    ),
    isLater: all.every((cell) => cell.kind !== 'known'),
  };
}

function cellOf(plan: RowPlan, records: readonly SecretRecord[], observer: Observer, index: number): KeyCell {
  const known = records.flatMap(({ knownTo }) => knownTo[observer] ?? []);
  // A key that was there before the run is known at every step, though it is first used later.
  const now = known.filter(({ step, how }) => step <= index || how === 'had');
  const first = known[0];
  if (first === undefined) return { kind: 'cannot' };
  if (now.length === 0) return { kind: 'later', step: Math.min(...known.map(({ step }) => step)) };
  const steps = now.map(({ step }) => step);
  const hows = [...new Set(now.map(({ how }) => how))];
  return {
    kind: 'known',
    hows,
    from: Math.min(...steps),
    to: Math.max(...steps),
    tone: toneOf(plan, records, observer, hows),
  };
}

/** What follows from constants alone is no secret; what Eve computed and should not have is a leak. */
function toneOf(
  plan: RowPlan,
  records: readonly SecretRecord[],
  observer: Observer,
  hows: readonly How[],
): Tone | 'leaked' {
  // Without a PSK the Early Secret is made of zeros.
  const constant = records.every(({ knownTo }) => knownTo.eavesdropper?.how === 'constant');
  if (plan.tone === 'public' || (plan.id === 'early-secret' && constant)) return 'public';
  if (observer === 'eavesdropper') return hows.every((how) => how === 'constant') ? 'public' : 'leaked';
  return plan.tone;
}

function algorithmsOf(plan: RowPlan, records: readonly SecretRecord[], trace: Trace): readonly string[] {
  if (plan.id === 'signing-key' || plan.id === 'client-signing-key') {
    const { signatureScheme, clientSignatureScheme } = trace.negotiated;
    const own = plan.id === 'signing-key';
    const scheme = schemeByCode((own ? signatureScheme : clientSignatureScheme) ?? -1);
    if (scheme) return [signingCurve(own, trace) ?? scheme.key];
    // Nobody opened what it signed: its certificate says of what kind it is.
    const leaf = trace.certificates.find(
      ({ ref, owner }) => ref.from === 'sent' && ref.index === 0 && owner === (own ? 'server' : 'browser'),
    );
    const kind = leaf && certificateOf(leaf)?.publicKey.kind;
    return kind === undefined ? [] : [kind.replace(/^EC /, '')];
  }
  if (plan.id !== 'browser-keys' && plan.id !== 'server-keys') return [];
  const made = trace.steps
    .flatMap(({ operations }) => operations)
    .filter(
      ({ name, outputs }) =>
        name === 'generate-key-pair' && records.some((record) => record.name === outputs[0]?.name),
    );
  return [...new Set(made.map(({ algorithm }) => algorithm))];
}

/** The curve of an ECDSA key: in TLS 1.2 the scheme does not say it, but what verified the signature does. */
function signingCurve(server: boolean, trace: Trace): string | undefined {
  const work = server ? 'verify_signature' : 'verify_client_signature';
  const operations = trace.steps.find((step) => step.kind === 'local' && step.work === work)?.operations;
  const verified = operations?.find(({ name }) => name === 'verify')?.algorithm;
  const bits = /^ECDSA-P(\d+)/.exec(verified ?? '')?.[1];
  return bits && `P-${bits}`;
}
