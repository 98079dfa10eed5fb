/**
 * Cases of x509-limbo (https://x509-limbo.com), from their file to this validator and back.
 *
 * A case says what is trusted, what was sent, what is asked and what must come of it; what cannot be
 * decoded as a certificate is rejected where it is the leaf, and is no candidate elsewhere.
 */
import { parsePem } from '../../interchange/pem.ts';
import type { Bytes } from '../../crypto/port.ts';
import { decodeCertificate } from '../certificate.ts';
import type { Certificate, KeyUsage } from '../model.ts';
import type { PathInput, Profile, ReferenceName, VerifySignature } from '../path/input.ts';
import { validatePath } from '../path/validate.ts';

interface PeerName {
  readonly kind: 'RFC822' | 'DNS' | 'IP';
  readonly value: string;
}

export interface LimboCase {
  readonly id: string;
  readonly features?: readonly string[];
  readonly conflicts_with?: readonly string[];
  readonly validation_kind: 'CLIENT' | 'SERVER';
  readonly trusted_certs: readonly string[];
  readonly untrusted_intermediates: readonly string[];
  readonly peer_certificate: string;
  readonly validation_time?: string | null;
  readonly signature_algorithms: readonly string[];
  readonly key_usage: readonly string[];
  readonly extended_key_usage: readonly string[];
  readonly expected_result: 'SUCCESS' | 'FAILURE';
  readonly expected_peer_name?: PeerName | null;
  readonly expected_peer_names: readonly PeerName[];
  readonly max_chain_depth?: number | null;
  readonly crls?: readonly string[];
}

export interface LimboOutcome {
  readonly id: string;
  readonly expected: 'SUCCESS' | 'FAILURE';
  /** ERROR: this validator threw, which is never right. */
  readonly actual: 'SUCCESS' | 'FAILURE' | 'ERROR';
  /** The check that failed and its code, or why the leaf is no certificate. */
  readonly why?: string;
  readonly milliseconds: number;
}

export interface LimboOptions {
  readonly verify: VerifySignature;
  /** For cases without a time of their own, in milliseconds. */
  readonly now: number;
  /** Default: that of the product, 'web'. */
  readonly profile?: Profile;
}

export async function runLimboCase(limbo: LimboCase, options: LimboOptions): Promise<LimboOutcome> {
  const start = performance.now();
  const done = (actual: LimboOutcome['actual'], why?: string): LimboOutcome => ({
    id: limbo.id,
    expected: limbo.expected_result,
    actual,
    ...(why !== undefined && { why }),
    milliseconds: performance.now() - start,
  });
  try {
    const leaf = decodeCertificate(derOf(limbo.peer_certificate));
    if (!leaf.ok) return done('FAILURE', `decode ${leaf.error.path}: ${leaf.error.detail}`);
    const result = await validatePath(inputOf(limbo, leaf.value, options));
    if (result.verdict === 'trusted') return done('SUCCESS');
    return done('FAILURE', `${result.failure?.id ?? ''} ${result.failure?.code ?? ''}`);
  } catch (thrown) {
    return done('ERROR', String(thrown));
  }
}

export interface Score {
  readonly passed: number;
  readonly total: number;
}

export interface LimboReport {
  readonly accept: Score;
  readonly reject: Score;
  readonly bettertls: Score;
  readonly slowest_ms: number;
  readonly cases: Readonly<Record<string, Omit<LimboOutcome, 'id'>>>;
}

/** Accepts and rejects apart, since a validator that rejects everything gets most cases right; BetterTLS by itself. */
export function limboReport(outcomes: readonly LimboOutcome[]): LimboReport {
  const score = (list: readonly LimboOutcome[]): Score => ({
    passed: list.filter(({ expected, actual }) => expected === actual).length,
    total: list.length,
  });
  const better = outcomes.filter(isBetterTls);
  const general = outcomes.filter((outcome) => !better.includes(outcome));
  return {
    accept: score(general.filter(({ expected }) => expected === 'SUCCESS')),
    reject: score(general.filter(({ expected }) => expected === 'FAILURE')),
    bettertls: score(better),
    slowest_ms: Math.max(0, ...outcomes.map(({ milliseconds }) => milliseconds)),
    cases: Object.fromEntries(outcomes.map(({ id, ...outcome }) => [id, outcome])),
  };
}

function inputOf(
  limbo: LimboCase,
  leaf: Certificate,
  { verify, now, profile = 'web' }: LimboOptions,
): PathInput {
  const usages = limbo.key_usage.map((usage) =>
    usage === 'contentCommitment' ? 'nonRepudiation' : usage,
  ) as KeyUsage[];
  const names = [
    ...(limbo.expected_peer_name ? [limbo.expected_peer_name] : []),
    ...limbo.expected_peer_names,
  ].map(referenceOf);
  const algorithms = limbo.signature_algorithms.flatMap((name) => algorithmNames[name] ?? [name]);
  const crls = (limbo.crls ?? []).map(derOf);
  return {
    sent: [leaf, ...certificatesOf(limbo.untrusted_intermediates)],
    store: certificatesOf(limbo.trusted_certs),
    cached: [],
    at: limbo.validation_time ? Date.parse(limbo.validation_time) : now,
    purpose: limbo.validation_kind === 'SERVER' ? 'serverAuth' : 'clientAuth',
    names,
    verify,
    policy: {
      profile: isBetterTls(limbo) ? 'rfc5280' : profile,
      keyUsage: usages,
      extendedKeyUsage: limbo.extended_key_usage,
      ...(algorithms.length > 0 && { signatureAlgorithms: algorithms }),
      ...(typeof limbo.max_chain_depth === 'number' && { maxIntermediates: limbo.max_chain_depth }),
    },
    // The lists given are meant to be used: what one of them is about needs a good answer.
    ...(crls.length > 0 && { revocation: { mode: 'hard-fail', scope: 'answered', crls } }),
  };
}

/**
 * BetterTLS asks about RFC 5280 alone: its leaves have commonNames that are not in subjectAltName, which
 * the Baseline Requirements forbid (and cases of x509-limbo want refused).
 */
function isBetterTls({ id }: Pick<LimboCase, 'id'>): boolean {
  return id.startsWith('bettertls::');
}

function referenceOf({ kind, value }: PeerName): ReferenceName {
  return { type: kind === 'DNS' ? 'dns' : kind === 'IP' ? 'ip' : 'email', value };
}

function certificatesOf(pems: readonly string[]): readonly Certificate[] {
  return pems.flatMap((pem) => {
    const decoded = decodeCertificate(derOf(pem));
    return decoded.ok ? [decoded.value] : [];
  });
}

function derOf(pem: string): Bytes {
  const parsed = parsePem(pem);
  return (parsed.ok ? parsed.blocks[0]?.bytes : undefined) ?? new Uint8Array(0);
}

/** Names of the schema to those of the registry. */
const algorithmNames: Readonly<Record<string, readonly string[]>> = {
  RSA_WITH_MD5: ['md5WithRSAEncryption'],
  RSA_WITH_SHA1: ['sha1WithRSAEncryption'],
  RSA_WITH_SHA224: ['sha224WithRSAEncryption'],
  RSA_WITH_SHA256: ['sha256WithRSAEncryption'],
  RSA_WITH_SHA384: ['sha384WithRSAEncryption'],
  RSA_WITH_SHA512: ['sha512WithRSAEncryption'],
  RSASSA_PSS: ['id-RSASSA-PSS'],
  ECDSA_WITH_SHA1: ['ecdsa-with-SHA1'],
  ECDSA_WITH_SHA224: ['ecdsa-with-SHA224'],
  ECDSA_WITH_SHA256: ['ecdsa-with-SHA256'],
  ECDSA_WITH_SHA384: ['ecdsa-with-SHA384'],
  ECDSA_WITH_SHA512: ['ecdsa-with-SHA512'],
  DSA_WITH_SHA1: ['id-dsa-with-sha1'],
  DSA_WITH_SHA256: ['id-dsa-with-sha256'],
  ED25519: ['id-Ed25519'],
  ED448: ['id-Ed448'],
};
