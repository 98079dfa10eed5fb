/** Does the path end in a certificate of the store? RFC 5280 §6.1. */
import { equal, toHex } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import type { Certificate } from '../../model.ts';
import {
  type CheckModule,
  type Context,
  failed,
  type Link,
  notReached,
  passed,
  type Path,
  type Verdict,
} from '../check.ts';
import type { FailureCode } from '../codes.ts';
import { searchBySubject } from '../pool.ts';
import type { Evidence } from '../result.ts';

export const trustAnchor: CheckModule = {
  id: 'trust-anchor',
  spec: spec(5280, '6.1'),
  judge: (path, context) => {
    const top = path.links.at(-1) ?? path.links[0];
    const fallen = path.links.find(({ certificate }) => isDistrusted(certificate, context));
    if (fallen) return failed({ code: 'distrusted', evidence: [subjectOf(fallen)] });
    if (path.end === 'anchor') {
      return passed([subjectOf(top)], path.links.length === 1 ? 'leaf-in-store' : 'ok');
    }
    if (path.end === 'given-up') return notReached('given-up');
    return failed({ code: codeOf(path), evidence: missing(top, context) });
  },
};

function subjectOf({ certificate, ref }: Link): Evidence {
  return { certificate: ref, field: 'tbsCertificate.subject', actual: certificate.subject.text };
}

/** By key: the same key under another issuer, or in a renewed certificate, is in the same wrong hands. */
function isDistrusted(certificate: Certificate, { input }: Context): boolean {
  return (input.distrusted ?? []).some((other) =>
    equal(other.subjectPublicKeyInfo, certificate.subjectPublicKeyInfo),
  );
}

function codeOf(
  path: Path,
): FailureCode &
  ('search-limit' | 'search-budget' | 'self-signed' | 'issuer-not-found' | 'root-not-trusted') {
  if (path.end === 'limit') return 'search-limit';
  if (path.end === 'budget') return 'search-budget';
  if (path.links.length > 1) return 'root-not-trusted';
  return path.end === 'self-issued' ? 'self-signed' : 'issuer-not-found';
}

/** What was looked for, and that each list was looked through. */
function missing({ certificate, ref }: Link, { input }: Context): Verdict['evidence'] {
  const keyIdentifier = certificate.extensions.authorityKeyIdentifier?.keyIdentifier;
  return [
    { certificate: ref, field: 'tbsCertificate.issuer', expected: certificate.issuer.text },
    ...(keyIdentifier
      ? [
          {
            certificate: ref,
            field: 'tbsCertificate.extensions.authorityKeyIdentifier',
            expected: toHex(keyIdentifier),
          },
        ]
      : []),
    ...searchBySubject(certificate.issuer, input).map(({ from, found }) => ({
      searched: from,
      expected: certificate.issuer.text,
      actual: found,
    })),
  ];
}
