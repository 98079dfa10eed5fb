/** Is the signature algorithm inside the signed part the one outside it? RFC 5280 §4.1.1.2. */
import { equal } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, failed, type Link, passed } from '../check.ts';
import type { Evidence } from '../result.ts';

export const algorithmMatch: CheckModule = {
  id: 'algorithm-match',
  spec: spec(5280, '4.1.1.2'),
  judge: (path) => {
    const bad = path.links.find(
      ({ certificate }) => !equal(certificate.signature.der, certificate.signatureAlgorithm.der),
    );
    return bad ? failed('algorithm-mismatch', [evidence(bad)]) : passed(path.links.map(evidence));
  },
};

/** The outer one is what a verifier would use. */
function evidence({ certificate, ref }: Link): Evidence {
  return {
    certificate: ref,
    field: 'signatureAlgorithm',
    expected: certificate.signature.name,
    actual: certificate.signatureAlgorithm.name,
  };
}
