/** Who knows what after a step, as one row of chips per observer. All from step.knowledge. */
import { tls13 } from '../lab/base-scenarios.ts';
import type { Knowledge, Observer, Party, Step, Trace } from '../lab/trace.ts';

export type LedgerColumnId =
  | 'hellos'
  | 'browser-key'
  | 'server-key'
  | 'psk'
  | 'shared-secret'
  | 'c-early'
  | 'c-hs'
  | 's-hs'
  | 'c-ap'
  | 's-ap'
  | 'certificate-key'
  | 'premaster'
  | 'main-secret'
  | 'c-mac'
  | 's-mac'
  | 'c-write'
  | 's-write'
  | 'signing-key'
  | 'client-signing-key';

/** What a chip protects, or that it is public, or secret material that protects nothing by itself. */
export type Tone = 'public' | 'secret' | 'early' | 'handshake' | 'application';

export interface LedgerColumn {
  readonly id: LedgerColumnId;
  readonly tone: Tone;
  /** Names in the trace that this chip stands for. */
  readonly matches: RegExp;
}

export interface LedgerCell {
  readonly column: LedgerColumn;
  /** `leaked`: known to the eavesdropper, who should not be able to; `unrecorded`: see `unrecordedParty`. */
  readonly state: 'unknown' | 'known' | 'leaked' | 'unrecorded';
  /** New in this very step. */
  readonly learned: boolean;
}

export interface LedgerRow {
  readonly observer: Observer;
  readonly cells: readonly LedgerCell[];
}

export const observers: readonly Observer[] = ['browser', 'eavesdropper', 'server'];

const columns: readonly LedgerColumn[] = [
  { id: 'hellos', tone: 'public', matches: /^(client|server)_random$/ },
  { id: 'browser-key', tone: 'secret', matches: /^client_(?!signing).*private_key$/ },
  { id: 'server-key', tone: 'secret', matches: /^server_(?!signing).*private_key$/ },
  { id: 'psk', tone: 'secret', matches: /^(resumption|external)_psk$/ },
  { id: 'c-early', tone: 'early', matches: /^client_early_traffic_secret$/ },
  { id: 'shared-secret', tone: 'secret', matches: /^shared_secret$/ },
  { id: 'c-hs', tone: 'handshake', matches: /^client_handshake_traffic_secret$/ },
  { id: 's-hs', tone: 'handshake', matches: /^server_handshake_traffic_secret$/ },
  { id: 'c-ap', tone: 'application', matches: /^client_application_traffic_secret_\d+$/ },
  { id: 's-ap', tone: 'application', matches: /^server_application_traffic_secret_\d+$/ },
  { id: 'signing-key', tone: 'secret', matches: /^server_signing_key$/ },
  { id: 'client-signing-key', tone: 'secret', matches: /^client_signing_key$/ },
];

/** TLS 1.2: one secret, and one set of keys cut from it. */
const tls12Columns: readonly LedgerColumn[] = [
  { id: 'hellos', tone: 'public', matches: /^(client|server)_random$/ },
  { id: 'browser-key', tone: 'secret', matches: /^client_(?!signing).*private_key$/ },
  { id: 'server-key', tone: 'secret', matches: /^server_(?!signing|private|static).*private_key$/ },
  { id: 'certificate-key', tone: 'secret', matches: /^server_(static_)?private_key$/ },
  { id: 'psk', tone: 'secret', matches: /^external_psk$/ },
  { id: 'premaster', tone: 'secret', matches: /^premaster_secret(_fallback)?$/ },
  { id: 'main-secret', tone: 'secret', matches: /^main_secret$/ },
  { id: 'c-mac', tone: 'application', matches: /^client_write_MAC_key$/ },
  { id: 's-mac', tone: 'application', matches: /^server_write_MAC_key$/ },
  { id: 'c-write', tone: 'application', matches: /^client_write_key$/ },
  { id: 's-write', tone: 'application', matches: /^server_write_key$/ },
  { id: 'signing-key', tone: 'secret', matches: /^server_signing_key$/ },
  { id: 'client-signing-key', tone: 'secret', matches: /^client_signing_key$/ },
];

/** The peer of a bridge: what it computes happens elsewhere, and the trace cannot say. */
export function unrecordedParty({ source }: Partial<Pick<Trace, 'source'>>): Party | undefined {
  if (source?.kind !== 'bridge') return undefined;
  return source.party === 'browser' ? 'server' : 'browser';
}

/** Columns that only some runs have: a signing key where one signed, a PSK where one was used. */
const ifThere: ReadonlySet<LedgerColumnId> = new Set(['signing-key', 'client-signing-key', 'psk', 'c-early']);
/** What every run of TLS 1.2 is after, also one that ends before anybody has it. */
const always12: ReadonlySet<LedgerColumnId> = new Set(['hellos', 'main-secret', 'c-write', 's-write']);

/** Columns of a run: the same at every step. */
export function ledgerColumns(
  trace: Pick<Trace, 'secrets' | 'negotiated' | 'scenario'>,
): readonly LedgerColumn[] {
  const there = ({ matches }: LedgerColumn): boolean => trace.secrets.some(({ name }) => matches.test(name));
  // A run that ended before ServerHello has no version: the browser's best counts.
  const version = trace.negotiated.version ?? Math.max(...trace.scenario.browser.versions);
  return version < tls13
    ? tls12Columns.filter((column) => always12.has(column.id) || there(column))
    : columns.filter((column) => !ifThere.has(column.id) || there(column));
}

export function ledgerRows(
  trace: Pick<Trace, 'secrets' | 'source' | 'negotiated' | 'scenario'>,
  step: Pick<Step, 'knowledge'>,
): readonly LedgerRow[] {
  const columns = ledgerColumns(trace);
  return observers.map((observer) => {
    // What a party had before the run it knows at every step, though it is first used later.
    const before = trace.secrets
      .filter(({ knownTo }) => knownTo[observer]?.how === 'had')
      .map(({ name }) => name);
    const cells = columns.map((column) => ledgerCell(column, observer, before, step.knowledge));
    if (observer !== unrecordedParty(trace)) return { observer, cells };
    return {
      observer,
      cells: cells.map((cell) => (cell.state === 'unknown' ? { ...cell, state: 'unrecorded' } : cell)),
    };
  });
}

function ledgerCell(
  column: LedgerColumn,
  observer: Observer,
  before: readonly string[],
  knowledge: Knowledge,
): LedgerCell {
  const { known } = knowledge[observer];
  const learned = knowledge[observer].learned.filter((name) => !before.includes(name));
  const knows = [...known, ...before].some((name) => column.matches.test(name));
  const leaked = knows && observer === 'eavesdropper' && column.tone !== 'public';
  return {
    column,
    state: leaked ? 'leaked' : knows ? 'known' : 'unknown',
    learned: learned.some((name) => column.matches.test(name)),
  };
}
