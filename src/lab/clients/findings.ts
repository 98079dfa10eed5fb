/**
 * What a client may find wrong with a path: the failures of our validator, told apart as far as real
 * clients tell them apart.
 */
import type { Certificate } from '../../x509/model.ts';
import type { Candidate, Check } from '../../x509/path/result.ts';

export type Finding =
  /** The leaf's issuer is nowhere to be found. */
  | 'missing-issuer'
  /** The path leads to a root that is not in the store; `-sent`: that root came along. */
  | 'untrusted'
  | 'untrusted-sent'
  | 'self-signed'
  /** Marked compromised here; to a client it is a root that was taken out of the store. */
  | 'distrusted'
  | 'expired'
  | 'expired-issuer'
  | 'not-yet-valid'
  | 'not-yet-valid-issuer'
  | 'wrong-host'
  | 'wrong-address'
  | 'common-name-only'
  | 'not-a-ca'
  | 'no-basic-constraints'
  | 'no-cert-sign'
  | 'path-length'
  | 'client-purpose'
  | 'no-signing'
  | 'leaf-is-ca'
  | 'name-constraints'
  | 'bad-signature'
  | 'key-id'
  | 'critical-extension'
  | 'weak-hash'
  | 'weak-key'
  | 'revoked'
  | 'staple-missing';

/** One finding, and the certificate it is about. */
export interface Found {
  readonly finding: Finding;
  readonly at?: Certificate;
  /** Who should have signed it: the candidate for an issuer that the client names. */
  readonly issuer?: string;
}

export interface PathFindings {
  readonly candidate: Candidate;
  readonly found: readonly Found[];
  /** Failures that no client was ever seen to report: codes of the validator. */
  readonly others: readonly string[];
}

/** `lookUp` finds the certificates of the candidate. */
export function findingsOf(
  candidate: Candidate,
  lookUp: (ref: Candidate['path'][number]) => Certificate | undefined,
  host: { readonly value: string; readonly address: boolean },
): PathFindings {
  const found: Found[] = [];
  const others: string[] = [];
  for (const check of candidate.checks) {
    if (check.verdict !== 'failed') continue;
    const evidence = check.evidence[0];
    const at = evidence?.certificate && lookUp(evidence.certificate);
    const top = candidate.path.at(-1);
    const finding = findingOf(check, at, top && lookUp(top), candidate, host);
    if (finding === undefined) {
      others.push(check.code);
      continue;
    }
    const issuer = finding === 'bad-signature' || finding === 'weak-hash' ? at?.issuer : at?.subject;
    found.push({
      finding,
      ...(at && { at }),
      ...(issuer && { issuer: issuer.commonName ?? issuer.text }),
    });
  }
  const leaf = candidate.path[0] && lookUp(candidate.path[0]);
  // RFC 5280 permits it, so the validator's own verdict depends on its profile; clients differ as well.
  if (
    leaf?.extensions.basicConstraints?.cA === true &&
    !found.some(({ finding }) => finding === 'leaf-is-ca')
  )
    found.push({ finding: 'leaf-is-ca', at: leaf });
  return { candidate, found, others };
}

function findingOf(
  { code, evidence }: Check,
  at: Certificate | undefined,
  top: Certificate | undefined,
  candidate: Candidate,
  host: { readonly value: string; readonly address: boolean },
): Finding | undefined {
  const leaf = evidence[0]?.certificate?.from === 'sent' && evidence[0].certificate.index === 0;
  switch (code) {
    case 'issuer-not-found':
      return 'missing-issuer';
    case 'root-not-trusted':
      return candidate.path.length > 1 && top?.subject.canonical === top?.issuer.canonical
        ? 'untrusted-sent'
        : 'untrusted';
    case 'self-signed':
    case 'distrusted':
    case 'leaf-is-a-ca':
    case 'bad-signature':
    case 'revoked':
    case 'staple-missing':
    case 'weak-key':
      return code === 'leaf-is-a-ca' ? 'leaf-is-ca' : code;
    case 'expired':
      return leaf ? 'expired' : 'expired-issuer';
    case 'not-yet-valid':
      return leaf ? 'not-yet-valid' : 'not-yet-valid-issuer';
    case 'name-mismatch':
      return host.address ? 'wrong-address' : 'wrong-host';
    case 'no-names':
      if (host.address) return 'wrong-address';
      return at?.subject.commonName === host.value ? 'common-name-only' : 'wrong-host';
    case 'not-a-ca':
      return at?.extensions.basicConstraints === undefined ? 'no-basic-constraints' : 'not-a-ca';
    case 'no-key-cert-sign':
      return 'no-cert-sign';
    case 'path-too-long':
      return 'path-length';
    case 'wrong-purpose':
      return 'client-purpose';
    case 'no-digital-signature':
      return 'no-signing';
    case 'name-not-permitted':
    case 'name-excluded':
      return 'name-constraints';
    case 'key-identifier-mismatch':
      return 'key-id';
    case 'unknown-critical-extension':
      return 'critical-extension';
    case 'weak-algorithm':
      return 'weak-hash';
    default:
      return undefined;
  }
}
