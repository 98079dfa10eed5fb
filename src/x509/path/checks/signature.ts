/**
 * Is every certificate signed by the key of the one above it? RFC 5280 §6.1.3 (a)(1).
 *
 * A trust anchor is believed as it is, so its own signature says nothing and is not checked. A
 * self-issued certificate outside the store is checked with its own key.
 */
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, failed, type Link, notReached, passed } from '../check.ts';
import type { FailureCode } from '../codes.ts';
import type { Evidence } from '../result.ts';
import { keyFault } from '../signatures.ts';

export const signature: CheckModule = {
  id: 'signature',
  spec: spec(5280, '6.1.3'),
  judge: async (path, { signatures }) => {
    for (const link of path.links) {
      const fault = keyFault(link.certificate.publicKey);
      if (fault) return failed(fault, [keyEvidence(link)]);
    }
    const evidence: Evidence[] = [];
    for (const [i, child] of path.links.entries()) {
      const issuer = path.links[i + 1] ?? (path.end === 'self-issued' ? child : undefined);
      if (issuer === undefined) break;
      const outcome = await signatures.check(child.certificate, issuer.certificate);
      if (outcome !== 'ok') return failed(outcome, [evidenceOf(child, issuer, outcome)]);
      evidence.push(evidenceOf(child, issuer, 'ok'));
    }
    if (path.end === 'anchor' || path.end === 'self-issued') return passed(evidence);
    return evidence.length > 0
      ? passed(evidence, 'partial')
      : notReached('needs-issuer', [{ certificate: path.links[0].ref, field: 'signatureValue' }]);
  },
};

function evidenceOf(child: Link, issuer: Link, outcome: FailureCode | 'ok'): Evidence {
  const field =
    outcome === 'ok' || outcome === 'bad-signature' || outcome === 'signature-budget'
      ? 'signatureValue'
      : 'signatureAlgorithm';
  if (outcome === 'weak-key' || outcome === 'unsupported-key') return keyEvidence(issuer);
  return {
    certificate: child.ref,
    field,
    expected: issuer.certificate.subject.text,
    actual: child.certificate.signature.name,
  };
}

function keyEvidence({ certificate, ref }: Link): Evidence {
  return {
    certificate: ref,
    field: 'tbsCertificate.subjectPublicKeyInfo',
    actual: certificate.publicKey.kind,
  };
}
