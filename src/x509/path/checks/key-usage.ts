/** May each key do what it does in this path: sign certificates, or sign the handshake? RFC 5280 §4.2.1.3, §6.1.4 (n). */
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, failed, issuersOf, type Link, passed } from '../check.ts';
import type { Evidence } from '../result.ts';

/** A certificate without keyUsage is not limited by it. */
export const keyUsage: CheckModule = {
  id: 'key-usage',
  spec: spec(5280, '4.2.1.3'),
  judge: (path) => {
    const [leaf] = path.links;
    const lacks = ({ certificate }: Link, usage: 'keyCertSign' | 'digitalSignature'): boolean =>
      certificate.extensions.keyUsage?.includes(usage) === false;
    const issuer = issuersOf(path).find((link) => lacks(link, 'keyCertSign'));
    if (issuer) return failed('no-key-cert-sign', [evidence(issuer, 'keyCertSign')]);
    // TLS 1.3 has no other use for a certificate's key than a signature (RFC 9846 §4.5.1.2).
    if (lacks(leaf, 'digitalSignature'))
      return failed('no-digital-signature', [evidence(leaf, 'digitalSignature')], spec(9846, '4.5.1.2'));
    const usurper = path.links.find(
      ({ certificate: { extensions } }) =>
        extensions.keyUsage?.includes('keyCertSign') === true && extensions.basicConstraints?.cA !== true,
    );
    if (usurper) return failed('key-cert-sign-without-ca', [evidence(usurper, 'cA TRUE')]);
    return passed(path.links.map((link, i) => evidence(link, i === 0 ? 'digitalSignature' : 'keyCertSign')));
  },
};

function evidence({ certificate, ref }: Link, expected: string): Evidence {
  const usages = certificate.extensions.keyUsage;
  return {
    certificate: ref,
    field: usages ? 'tbsCertificate.extensions.keyUsage' : 'tbsCertificate.extensions',
    expected,
    ...(usages && { actual: usages }),
  };
}
