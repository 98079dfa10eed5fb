/**
 * A chain without a handshake: somebody's certificates, judged by the browser's validator. The record of it
 * is a trace of one step, so that whatever draws the verdict of a run draws this one too.
 */
import type { Bytes, Provider } from '../crypto/port.ts';
import type { Operation } from '../crypto/recorder.ts';
import { Recorder } from '../crypto/recorder.ts';
import { isTlsError } from '../tls/failure.ts';
import { verifyChain } from '../tls/proofs.ts';
import { parseIp } from '../x509/ip.ts';
import type { Certificate } from '../x509/model.ts';
import type { CertificateRef, PathResult } from '../x509/path/result.ts';
import { type Holdings, noHoldings } from './holdings.ts';
import { presets } from './presets.ts';
import type { CertificateRecord, Knowledge, LocalStep, Negotiated, Trace } from './trace.ts';
import { traceVersion } from './trace.ts';

export interface ChainQuestion {
  /** The leaf first, the rest in any order. */
  readonly sent: readonly Certificate[];
  readonly store: readonly Certificate[];
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  /** Host name or address; empty: nobody asks for a name. */
  readonly host: string;
  /** Revocation lists that came with the chain; they count where they are about one of its certificates. */
  readonly lists: readonly Bytes[];
}

export interface JudgeEnvironment {
  readonly provider: Provider;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

export async function judgeChain(question: ChainQuestion, environment: JudgeEnvironment): Promise<Trace> {
  const { sent, store, at, host, lists } = question;
  const began = environment.now();
  const operations: Operation[] = [];
  const recorder = new Recorder({ ...environment, onOperation: (operation) => operations.push(operation) });
  let path: PathResult | undefined;
  const verdict = await verifyChain(
    recorder,
    sent,
    {
      store,
      cached: [],
      at,
      purpose: 'serverAuth',
      ...(host !== '' && { name: { type: parseIp(host) ? ('ip' as const) : ('dns' as const), value: host } }),
      ...(lists.length > 0 && {
        revocation: { mode: 'soft-fail' as const, scope: 'answered' as const, crls: lists },
      }),
    },
    (found) => {
      path = found;
    },
  );
  const error = isTlsError(verdict) ? verdict : undefined;
  const step: LocalStep = {
    kind: 'local',
    work: 'validate_chain',
    parties: ['browser'],
    index: 0,
    id: 'validate_chain',
    flight: 'server',
    operations: operations.map((operation) => ({ ...operation, party: 'browser' as const })),
    knowledge: nothingKnown,
    negotiated: nothingNegotiated,
    lock: error ? 'failed' : 'open',
    serverAuthenticated: false,
    eavesdropper: { read: 0, seen: 0 },
    facts: {},
    ...(path && { path }),
    ...(error && { error }),
  };
  return {
    version: traceVersion,
    source: { kind: 'lab' },
    scenario: scenarioOf(question),
    clock: at,
    steps: [step],
    outcome: error ? { kind: 'failed', step: 0, noticedBy: 'browser', error } : { kind: 'completed' },
    negotiated: nothingNegotiated,
    certificates: [
      ...sent.map((one, index) => recordOf(one, { from: 'sent', index })),
      ...store.map((one, index) => recordOf(one, { from: 'store', index })),
    ],
    keyLog: [],
    secrets: [],
    unread: [],
    trust: { browser: holding(store), server: holding([]) },
    duration: environment.now() - began,
  };
}

/** What of a scenario the texts quote: the name asked for, the names found, what was sent. */
function scenarioOf({ sent, at, host }: ChainQuestion): Trace['scenario'] {
  const preset = presets.tls13;
  const names = sent[0]?.extensions.subjectAltName?.map(({ value }) => value) ?? [];
  return {
    ...preset,
    clock: at,
    browser: { ...preset.browser, serverName: host, roots: [] },
    server: {
      ...preset.server,
      names,
      issuer: 'own',
      sends: sent.length > 1 ? ['leaf', 'intermediate'] : ['leaf'],
    },
  };
}

function recordOf({ der, field }: Certificate, ref: CertificateRef): CertificateRecord {
  const inStore = ref.from === 'store';
  const role = inStore ? 'root' : ref.index === 0 ? 'leaf' : 'intermediate';
  return { der, field, ref, owner: inStore ? 'browser' : 'server', role };
}

function holding(store: readonly Certificate[]): Holdings {
  return { ...noHoldings, store: store.map(({ der }) => ({ id: 'own', der })) };
}

const nobody = { known: [], learned: [] };
const nothingKnown: Knowledge = { browser: nobody, server: nobody, eavesdropper: nobody };
const nothingNegotiated: Negotiated = { helloRetryRequest: false };
