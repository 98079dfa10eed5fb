/**
 * Is every certificate signed by the key of the one above it? RFC 5280 §6.1.3 (a)(1).
 *
 * A trust anchor is believed as it is, so its own signature says nothing and is not checked. A
 * self-issued certificate outside the store is checked with its own key.
 */
import { spec } from '../../../bytes/spec.ts';
import {
  type CheckModule,
  type Context,
  type Fault,
  failed,
  type Link,
  linkAt,
  notReached,
  passed,
  type Path,
} from '../check.ts';
import type { FailureCode } from '../codes.ts';
import type { Evidence } from '../result.ts';
import { keyFault } from '../signatures.ts';

export const signature: CheckModule = {
  id: 'signature',
  spec: spec(5280, '6.1.3'),
  faultAt: (path, index, context) => {
    const weak = keyFaultAt(path, index, context);
    return weak || index === 0 ? weak : signatureFaultAt(path, index, context);
  },
  judge: async (path, context) => {
    for (const index of path.links.keys()) {
      const fault = keyFaultAt(path, index, context);
      if (fault) return failed(fault);
    }
    const evidence: Evidence[] = [];
    for (const [i, child] of path.links.entries()) {
      const issuer = path.links[i + 1] ?? (path.end === 'self-issued' ? child : undefined);
      if (issuer === undefined) break;
      // A path given up for another fault is not worth a signature more.
      if (path.end === 'given-up' && !context.signatures.isKnown(child.certificate, issuer.certificate))
        return evidence.length > 0 ? passed(evidence, 'partial') : notReached('given-up');
      const outcome = await context.signatures.check(child.certificate, issuer.certificate);
      if (outcome !== 'ok') return failed({ code: outcome, evidence: [evidenceOf(child, issuer, outcome)] });
      evidence.push(evidenceOf(child, issuer, 'ok'));
    }
    if (path.end === 'anchor' || path.end === 'self-issued' || path.end === 'given-up')
      return passed(evidence);
    return evidence.length > 0
      ? passed(evidence, 'partial')
      : notReached('needs-issuer', [{ certificate: path.links[0].ref, field: 'signatureValue' }]);
  },
};

/** The signature below link `index`. */
async function signatureFaultAt(path: Path, index: number, context: Context): Promise<Fault | undefined> {
  const child = linkAt(path, index - 1);
  const issuer = linkAt(path, index);
  const outcome = await context.signatures.check(child.certificate, issuer.certificate);
  return outcome === 'ok' ? undefined : { code: outcome, evidence: [evidenceOf(child, issuer, outcome)] };
}

function keyFaultAt(path: Path, index: number, context: Context): Fault | undefined {
  const link = linkAt(path, index);
  const code = keyFault(link.certificate.publicKey, context);
  return code && { code, evidence: [keyEvidence(link)] };
}

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
