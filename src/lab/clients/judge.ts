/** What one client makes of a chain: the validator with its policy, and its own choice of what to say. */
import { parseIp } from '../../x509/ip.ts';
import type { Certificate } from '../../x509/model.ts';
import { type FetchIssuer, validateFetching } from '../../x509/path/fetch.ts';
import type { PathInput } from '../../x509/path/input.ts';
import type { CertificateRef, PathResult } from '../../x509/path/result.ts';
import type { ClientId, Report } from './clients.ts';
import { type Finding, findingsOf, type Found, type PathFindings } from './findings.ts';
import { type ClientProfile, observer, profiles } from './profiles.ts';
import { reports } from './reports.ts';

/** The bytes all clients get, and the world each of them finds. */
export interface ChainQuestion {
  readonly sent: readonly Certificate[];
  readonly store: readonly Certificate[];
  /** For clients that keep intermediates. */
  readonly cached: readonly Certificate[];
  readonly distrusted: readonly Certificate[];
  /** For clients that fetch by AIA. */
  readonly fetch: FetchIssuer;
  readonly stapled?: readonly (Uint8Array<ArrayBuffer> | undefined)[];
  /** Lists that an observer may read; no client here fetches one by default. */
  readonly crls?: readonly Uint8Array<ArrayBuffer>[];
  readonly at: number;
  readonly host: string;
}

/** What validation computes with. */
export type ChainCrypto = Pick<PathInput, 'verify' | 'digest'>;

export interface ClientAnswer {
  readonly client: ClientId;
  /** `unknown`: it would stop at something that this client was never seen to report. */
  readonly verdict: 'connects' | 'fails' | 'unknown';
  /** All it would object to, in its own order. */
  readonly findings: readonly Finding[];
  readonly report?: Report;
  /** A source besides the server that made the difference. */
  readonly helped?: 'cache' | 'aia';
}

export async function judgeChain(
  client: ClientId,
  question: ChainQuestion,
  crypto: ChainCrypto,
): Promise<ClientAnswer> {
  const { paths, helped } = await search(profiles[client], question, crypto);
  return { ...answerOf(client, paths, question), ...(helped && { helped }) };
}

/**
 * All there is to find, by a reader that overlooks nothing: two chains with the same findings are the
 * same fault, which is how a run is matched with a measurement.
 */
export async function observe(question: ChainQuestion, crypto: ChainCrypto): Promise<readonly Finding[]> {
  const { paths } = await search(observer, question, crypto, question.crls);
  if (paths.some(isClean)) return [];
  return nearest(paths)?.found.map(({ finding }) => finding) ?? [];
}

/** The paths one profile finds, each with what that profile minds about it. */
async function search(
  { sources, policy, revocation, order }: ClientProfile,
  question: ChainQuestion,
  crypto: ChainCrypto,
  crls: ChainQuestion['crls'] = [],
): Promise<{
  readonly paths: readonly PathFindings[];
  readonly helped: ClientAnswer['helped'];
}> {
  const cached = sources.cache ? question.cached : [];
  const address = parseIp(question.host) !== undefined;
  const input: PathInput = {
    sent: question.sent,
    store: question.store,
    cached,
    distrusted: question.distrusted,
    at: question.at,
    purpose: 'serverAuth',
    name: { type: address ? 'ip' : 'dns', value: question.host },
    policy,
    revocation: { ...revocation, crls, ...(question.stapled && { stapled: question.stapled }) },
    ...crypto,
  };
  const { path, fetched } = await validateFetching(input, sources.aia ? question.fetch : undefined);
  const held = [...cached, ...fetched];
  const lookUp = (ref: CertificateRef): Certificate | undefined =>
    ({ sent: question.sent, store: question.store, cache: held })[ref.from][ref.index];
  const paths = path.candidates.map((candidate) =>
    relevant(findingsOf(candidate, lookUp, { value: question.host, address }), order),
  );
  return { paths, helped: helperOf(path, cached.length) };
}

function answerOf(client: ClientId, judged: readonly PathFindings[], question: ChainQuestion): ClientAnswer {
  const { lists } = profiles[client];
  if (judged.some(isClean)) return { client, verdict: 'connects', findings: [] };
  const chosen = nearest(judged);
  const findings = chosen?.found.map(({ finding }) => finding) ?? [];
  const [first] = chosen?.found ?? [];
  if (chosen === undefined || first === undefined) return { client, verdict: 'unknown', findings };
  const silenced = lists?.silenced[first.finding] ?? [];
  const named = lists ? chosen.found.filter(({ finding }) => !silenced.includes(finding)) : [first];
  const texts = named.flatMap((found) => {
    const report = reports[client][found.finding];
    return report ? [filled(report, found, question)] : [];
  });
  const [report] = texts;
  if (report === undefined) return { client, verdict: 'unknown', findings };
  const text = [...new Set(texts.map((one) => one.text))].join(' ');
  return { client, verdict: 'fails', findings, report: { ...report, text } };
}

/** What this client looks at, in its order. */
function relevant(path: PathFindings, order: readonly Finding[]): PathFindings {
  const found = path.found
    .filter(({ finding }) => order.includes(finding))
    .toSorted((a, b) => order.indexOf(a.finding) - order.indexOf(b.finding));
  return { ...path, found };
}

function isClean({ found, others, candidate }: PathFindings): boolean {
  return found.length + others.length === 0 && isAnchored(candidate);
}

function isAnchored({ checks }: PathFindings['candidate']): boolean {
  return checks.some(({ id, verdict }) => id === 'trust-anchor' && verdict === 'passed');
}

/** The path with the least to object to; of equals the one that reached the store, then the first. */
function nearest(paths: readonly PathFindings[]): PathFindings | undefined {
  const cost = ({ found, others }: PathFindings): number => found.length + others.length;
  return paths.toSorted(
    (a, b) => cost(a) - cost(b) || Number(isAnchored(b.candidate)) - Number(isAnchored(a.candidate)),
  )[0];
}

function helperOf(path: PathResult, kept: number): ClientAnswer['helped'] {
  const ref = path.path?.find(({ from }) => from === 'cache');
  return ref && (ref.index < kept ? 'cache' : 'aia');
}

/** The measured wording with the host, names and times of this run in it. */
function filled(report: Report, { at, issuer }: Found, question: ChainQuestion): Report {
  const leaf = question.sent[0];
  const names = (leaf?.extensions.subjectAltName ?? []).map(({ value }) => value);
  const rsa =
    question.sent.some((one) => one.subject.commonName === issuer && one.publicKey.algorithm === 'RSA') ||
    question.store.some((one) => one.subject.commonName === issuer && one.publicKey.algorithm === 'RSA');
  const values: Readonly<Record<string, string>> = {
    host: question.host,
    name: names[0] ?? question.host,
    names: names.join(', '),
    'dns-names': names.map((name) => `DNS:${name}`).join(', '),
    now: seconds(question.at),
    'not-before': at ? seconds(at.notBefore) : '',
    'not-after': at ? seconds(at.notAfter) : '',
    issuer: issuer ?? '',
    // What the libraries say depends on the issuer's kind of key; with Go only RSA was measured.
    'curl-signature-error': rsa
      ? 'error:0200008A:rsa routines::invalid padding'
      : 'error:06880006:asn1 encoding routines::EVP lib',
    'go-signature-error': rsa ? 'crypto/rsa: verification error' : '…',
    'go-algorithm': rsa ? 'SHA1-RSA' : 'ECDSA-SHA1',
  };
  return {
    ...report,
    text: report.text.replace(/\{([a-z-]+)\}/g, (whole, name: string) => values[name] ?? whole),
  };
}

function seconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
