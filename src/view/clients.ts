/** "What each client says": the answers of all clients to one chain, or the measured words for a fault of the handshake. */
import { staplesIn } from '../lab/certificates.ts';
import type { ClientSurvey } from '../lab/clients/ask.ts';
import { type Client, type ClientId, clients, type Report } from '../lab/clients/clients.ts';
import type { Finding } from '../lab/clients/findings.ts';
import { type HandshakeFault, handshakeReports } from '../lab/clients/handshake.ts';
import type { ClientAnswer } from '../lab/clients/judge.ts';
import type { Trace } from '../lab/trace.ts';
import { alertName } from '../tls/registry/alerts.ts';
import { suiteName } from '../tls/registry/names.ts';
import { failedStep } from './trust.ts';

/**
 * Where a row comes from: `measured` this very fault with this version; `inferred` from a sibling;
 * `derived` by the client's policy, never measured; `read` in sources.
 */
export type Basis = 'measured' | 'inferred' | 'derived' | 'read';

export interface ClientRow {
  readonly client: Client;
  readonly verdict: 'connects' | 'fails' | 'not-measured';
  readonly basis: Basis;
  readonly text?: string;
  readonly code?: number;
  /** What it puts on the wire; null: it closes without a word. */
  readonly alert?: { readonly code: number; readonly name: string } | null;
  readonly proceed?: boolean | null;
  /** What made the difference to the clients that fail. */
  readonly helped?: 'cache' | 'aia';
  /** Why it does not mind what others do. */
  readonly lets: readonly Finding[];
}

export interface ClientTable {
  readonly kind: 'chain' | 'handshake';
  /** What is wrong with the chain; for the handshake the fault. */
  readonly findings: readonly Finding[];
  readonly fault?: HandshakeFault;
  readonly measured: boolean;
  readonly rows: readonly ClientRow[];
}

/** Undefined where there is nothing to ask about. */
export function clientTable(trace: Trace, survey: ClientSurvey | undefined): ClientTable | undefined {
  const fault = handshakeFault(trace);
  if (fault !== undefined) return handshakeTable(fault);
  const step = failedStep(trace);
  const about = step?.kind === 'local' && step.work === 'validate_client_chain';
  if (survey === undefined || about) return undefined;
  const findings = survey.findings.toSorted().join('+');
  const measured =
    measuredFindings.has(findings) || (findings === 'revoked' && staplesIn(trace)[0] !== undefined);
  return {
    kind: 'chain',
    findings: survey.findings,
    measured,
    rows: survey.answers.flatMap((answer) => chainRow(answer, survey.findings, measured) ?? []),
  };
}

/**
 * What the clients say to what went wrong in a run on the wire. Undefined where no client was measured with it; a
 * run that was disturbed or ended elsewhere says nothing about its chain.
 */
export function clientsOfAttack(trace: Trace, survey: ClientSurvey | undefined): ClientTable | undefined {
  const fault = handshakeFault(trace) ?? wireFault(trace) ?? suiteFault(trace);
  if (fault !== undefined) return handshakeTable(fault);
  const { outcome, negotiated, scenario } = trace;
  if (outcome.kind === 'failed')
    return trace.steps[outcome.step]?.kind === 'local' ? clientTable(trace, survey) : undefined;
  const quiet =
    outcome.kind === 'completed' &&
    !scenario.browser.renegotiate &&
    scenario.network.every(({ undone }) => undone === true);
  return quiet && offeredByAll(negotiated) ? clientTable(trace, survey) : undefined;
}

/** What a network did that was measured as well: a changed byte, or an answer that is no TLS. */
function wireFault({ outcome, negotiated, scenario, steps }: Trace): HandshakeFault | undefined {
  if (outcome.kind !== 'failed' || outcome.noticedBy !== 'browser') return undefined;
  const { code } = outcome.error;
  const at = steps[outcome.step];
  const acts = scenario.network.filter(({ undone }) => undone !== true);
  const http = acts.some((act) => act.act === 'inject' && act.bytes.startsWith(hexOfHttp));
  if (http && at?.kind === 'message' && at.network?.fate === 'injected') return 'plain-http';
  const [only] = acts;
  if (code !== 'bad-record-mac' || negotiated.version !== 0x0304 || acts.length !== 1 || !only)
    return undefined;
  const random = only.act === 'flip' && only.at >= randomAt && only.at < randomAt + 32;
  if (only.on === 'server_hello' && random) return 'changed-server-random';
  return only.on === at?.id && (only.act === 'flip' || only.act === 'overwrite') ? 'bad-record' : undefined;
}

/** 'HTTP/' */
const hexOfHttp = '485454502f';
/** Record header, message header, legacy_version. */
const randomAt = 5 + 4 + 2;

/** Suites of TLS 1.2 with which servers were measured that have no other. */
function suiteFault({ outcome, negotiated }: Trace): HandshakeFault | undefined {
  if (outcome.kind !== 'completed' || negotiated.version !== 0x0303 || negotiated.resumed === true)
    return undefined;
  const name = suiteName(negotiated.suite ?? -1) ?? '';
  if (name.includes('_RC4_')) return 'no-common-suite';
  if (name.includes('_3DES_')) return 'no-common-suite-3des';
  return name.startsWith('TLS_RSA_WITH_AES_') ? 'static-rsa' : undefined;
}

/** Suites that every client here offers; what they say to others is not in their policies for chains. */
function offeredByAll({ version, suite }: Trace['negotiated']): boolean {
  return version === 0x0304 || /^TLS_ECDHE_(RSA|ECDSA)_WITH_AES_.*GCM/.test(suiteName(suite ?? -1) ?? '');
}

export function rowOf(table: ClientTable | undefined, id: ClientId): ClientRow | undefined {
  return table?.rows.find(({ client }) => client.id === id);
}

/** The client to draw: the one chosen, else the first that stops where this run does. */
export function shownClient(
  table: ClientTable | undefined,
  chosen: ClientId | undefined,
  failed: boolean,
): ClientRow | undefined {
  if (chosen !== undefined) return rowOf(table, chosen);
  const browsers = table?.rows.filter(({ client }) => client.id === 'chromium' || client.id === 'firefox');
  return browsers?.find(({ verdict }) => verdict === (failed ? 'fails' : 'connects')) ?? browsers?.[0];
}

/**
 * Findings that were measured together, each set in the order of the alphabet. Revocation is not among
 * them: it was measured with a staple, and mostly it stands in a list here.
 */
const measuredFindings: ReadonlySet<string> = new Set([
  '',
  'missing-issuer',
  'untrusted',
  'untrusted-sent',
  'self-signed',
  'expired',
  'not-yet-valid',
  'expired-issuer',
  'wrong-host',
  'common-name-only',
  'wrong-address',
  'no-cert-sign+not-a-ca',
  'no-basic-constraints',
  'no-cert-sign',
  'path-length',
  'client-purpose',
  'no-signing',
  'name-constraints',
  'bad-signature',
  'key-id',
  'weak-key',
  'critical-extension',
  'leaf-is-ca',
  'staple-missing',
  'weak-hash',
  'expired+wrong-host',
  'expired+untrusted',
  'untrusted+wrong-host',
  'expired+untrusted+wrong-host',
]);

function chainRow(
  answer: ClientAnswer,
  findings: readonly Finding[],
  measured: boolean,
): ClientRow | undefined {
  const client = clients.find(({ id }) => id === answer.client);
  if (client === undefined) return undefined;
  const basis = basisOf(client, answer, measured);
  return {
    client,
    basis,
    verdict: answer.verdict === 'unknown' ? 'not-measured' : answer.verdict,
    ...reported(answer.report),
    ...(answer.helped && { helped: answer.helped }),
    lets: answer.verdict === 'connects' && answer.helped === undefined ? findings : [],
  };
}

function basisOf(client: Client, answer: ClientAnswer, measured: boolean): Basis {
  if (client.version === undefined) return 'read';
  if (!measured || answer.helped === 'cache') return 'derived';
  // Firefox had seen the genuine certificate before; the cell is taken from its two siblings.
  return client.id === 'firefox' && answer.findings[0] === 'bad-signature' ? 'inferred' : 'measured';
}

function handshakeTable(fault: HandshakeFault): ClientTable {
  const cells = handshakeReports[fault];
  return {
    kind: 'handshake',
    findings: [],
    fault,
    measured: true,
    rows: clients.map((client): ClientRow => {
      const cell = cells[client.id];
      const common = { client, basis: 'measured', lets: [] } as const;
      if (cell === undefined) return { ...common, verdict: 'not-measured' };
      if (cell === 'connects') return { ...common, verdict: 'connects' };
      return { ...common, verdict: 'fails', ...reported(cell) };
    }),
  };
}

function reported(report: Report | undefined): Partial<ClientRow> {
  if (report === undefined) return {};
  const { text, code, alert, proceed } = report;
  return {
    text,
    ...(code !== undefined && { code }),
    ...(alert !== undefined && {
      alert: alert === null ? null : { code: alert, name: alertName(alert) ?? '' },
    }),
    ...(proceed !== undefined && { proceed }),
  };
}

/** The measured fault that ended this run, if it was one of the handshake. */
function handshakeFault(trace: Trace): HandshakeFault | undefined {
  if (trace.outcome.kind !== 'failed') return undefined;
  const old = trace.negotiated.version === 0x0303;
  switch (trace.outcome.error.code) {
    case 'bad-certificate-verify':
      return 'bad-certificate-verify';
    case 'bad-server-key-exchange':
      return 'bad-key-exchange-signature';
    case 'no-common-cipher-suite':
      return 'no-common-suite';
    case 'no-common-version':
      return 'old-version';
    case 'certificate-required':
      return old ? 'client-certificate-required-12' : 'client-certificate-required';
    default:
      return undefined;
  }
}
