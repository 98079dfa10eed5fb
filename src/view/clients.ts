/** "What each client says": from the failure of a run to the measured messages for that fault. */
import {
  type Client,
  type ClientId,
  clients,
  type FaultRow,
  type Measured,
  measurements,
} from '../lab/client-messages.ts';
import type { Party, Trace } from '../lab/trace.ts';
import type { PathResult } from '../x509/path/result.ts';
import { type CertificateCard, cardAt } from './trust-certificates.ts';
import { isAddress } from './trust-checks.ts';
import { failedStep } from './trust.ts';

export interface ClientRow {
  readonly client: Client;
  readonly verdict: 'connects' | 'depends' | 'fails' | 'not-measured';
  /** As printed, with the names and times of this run. */
  readonly text?: string;
  readonly code?: number;
  /** The file behind the leaf's AIA address decides. */
  readonly fetches: boolean;
  readonly proceed?: boolean | null;
  readonly inferred: boolean;
}

export interface ClientTable {
  /** Undefined when no measurement fits this very fault. */
  readonly row?: FaultRow;
  readonly rows: readonly ClientRow[];
}

export function clientTable(trace: Trace): ClientTable {
  const row = faultRow(trace);
  const cells = row ? measurements[row] : {};
  const fetched =
    row === 'missing-intermediate' && leafOf(trace)?.issuerUrl !== undefined
      ? measurements['missing-intermediate-fetched']
      : undefined;
  const rows = clients.map((client) => clientRow(client, cells[client.id], fetched?.[client.id], trace));
  return { ...(row && { row }), rows };
}

/** What this client's page says; undefined where it was not measured. */
export function messageOf(table: ClientTable, id: ClientId): ClientRow | undefined {
  const row = table.rows.find(({ client }) => client.id === id);
  return row?.verdict === 'not-measured' ? undefined : row;
}

/** The measured fault that this run's failure is; undefined where none is the same. */
export function faultRow(trace: Trace): FaultRow | undefined {
  const step = failedStep(trace);
  if (trace.outcome.kind !== 'failed' || !step) return undefined;
  const path = step.kind === 'local' ? step.path : undefined;
  if (!path) return byError[trace.outcome.error.code];
  // A server's verdict on a client certificate was not measured.
  return step.kind === 'local' && step.work === 'validate_chain' ? byChecks(trace, path) : undefined;
}

const byError: Readonly<Record<string, FaultRow>> = {
  'bad-certificate-verify': 'bad-certificate-verify',
  'no-common-cipher-suite': 'no-common-suite',
  'certificate-required': 'client-certificate-required',
};

/** One fault, or one of the pairs and triples that were measured together. */
function byChecks(trace: Trace, path: PathResult): FaultRow | undefined {
  const failed = path.checks.filter((check) => check.verdict === 'failed');
  const codes = failed.map((check) => check.code);
  const [first, ...more] = codes;
  if (first === undefined) return undefined;
  if (more.length === 0) return single(trace, path, first);
  const parts = codes.flatMap((code) => pairParts[code] ?? []);
  if (
    parts.length < codes.length ||
    trace.scenario.server.sends.includes('root') ||
    isAddress(trace.scenario.browser.serverName)
  )
    return undefined;
  return combinations[parts.toSorted().join('+')];
}

function single(trace: Trace, path: PathResult, code: string): FaultRow | undefined {
  const address = isAddress(trace.scenario.browser.serverName);
  const at = path.failure?.evidence[0]?.certificate;
  const leaf = at?.from === 'sent' && at.index === 0;
  switch (code) {
    case 'issuer-not-found':
      return 'missing-intermediate';
    case 'root-not-trusted':
      return trace.scenario.server.sends.includes('root') ? 'untrusted-root-sent' : 'untrusted-root';
    case 'self-signed':
      return 'self-signed';
    case 'expired':
      return leaf ? 'expired' : 'expired-issuer';
    case 'not-yet-valid':
      return leaf ? 'not-yet-valid' : undefined;
    case 'name-mismatch':
      return address ? 'wrong-address' : 'wrong-host';
    case 'no-names':
      return address ? 'wrong-address' : undefined;
    case 'bad-signature':
      return 'bad-signature';
    default:
      return undefined;
  }
}

const pairParts: Readonly<Record<string, string>> = {
  expired: 'expired',
  'root-not-trusted': 'untrusted-root',
  'name-mismatch': 'wrong-host',
};

const combinations: Readonly<Record<string, FaultRow>> = {
  'expired+wrong-host': 'expired+wrong-host',
  'expired+untrusted-root': 'expired+untrusted-root',
  'untrusted-root+wrong-host': 'untrusted-root+wrong-host',
  'expired+untrusted-root+wrong-host': 'expired+untrusted-root+wrong-host',
};

function clientRow(
  client: Client,
  cell: Measured | undefined,
  fetched: Measured | undefined,
  trace: Trace,
): ClientRow {
  if (!cell) return { client, verdict: 'not-measured', fetches: false, inferred: false };
  const fetches = fetched?.connects === true && !cell.connects;
  return {
    client,
    verdict: fetches ? 'depends' : cell.connects ? 'connects' : 'fails',
    ...(cell.text !== undefined && { text: filled(cell.text, trace) }),
    ...(cell.code !== undefined && { code: cell.code }),
    fetches,
    ...(cell.proceed !== undefined && { proceed: cell.proceed }),
    inferred: cell.basis === 'inferred',
  };
}

/** The measured wording with the host, names and times of this run in place of those of the measurement. */
function filled(text: string, trace: Trace): string {
  const leaf = leafOf(trace);
  const names = leaf?.names ?? [];
  const values: Readonly<Record<string, string>> = {
    host: trace.scenario.browser.serverName,
    names: names.join(', '),
    'dns-names': names.map((name) => `DNS:${name}`).join(', '),
    now: seconds(trace.clock),
    'not-before': leaf ? seconds(leaf.notBefore) : '',
    'not-after': leaf ? seconds(leaf.notAfter) : '',
  };
  return text.replace(/\{([a-z-]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function leafOf(trace: Trace): CertificateCard | undefined {
  const presenter: Party = 'server';
  return cardAt(trace, { from: 'sent', index: 0 }, presenter);
}

function seconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
