/** Is the signature algorithm inside the signed part the one outside it? RFC 5280 §4.1.1.2. */
import { equal } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import { type Link, linkAt, linkCheck } from '../check.ts';
import type { Evidence } from '../result.ts';

export const algorithmMatch = linkCheck({
  id: 'algorithm-match',
  spec: spec(5280, '4.1.1.2'),
  *faults(path, index) {
    const link = linkAt(path, index);
    const { signature, signatureAlgorithm } = link.certificate;
    if (!equal(signature.der, signatureAlgorithm.der))
      yield { code: 'algorithm-mismatch', evidence: [evidence(link)] };
  },
  evidence: (path) => path.links.map(evidence),
});

/** The outer one is what a careless verifier would use. */
function evidence({ certificate, ref }: Link): Evidence {
  return {
    certificate: ref,
    field: 'signatureAlgorithm',
    expected: certificate.signature.name,
    actual: certificate.signatureAlgorithm.name,
  };
}
