/** May each key do what it does in this path: sign certificates, or sign the handshake? RFC 5280 §4.2.1.3, §6.1.4 (n). */
import { spec } from '../../../bytes/spec.ts';
import type { KeyUsage } from '../../model.ts';
import { extensionField, type Link, linkAt, linkCheck } from '../check.ts';
import type { PathInput } from '../input.ts';
import type { Evidence } from '../result.ts';

/** A certificate without keyUsage is not limited by it. */
export const keyUsage = linkCheck({
  id: 'key-usage',
  spec: spec(5280, '4.2.1.3'),
  *faults(path, index, { input }) {
    const link = linkAt(path, index);
    const { extensions } = link.certificate;
    const lacks = (usage: KeyUsage): boolean => extensions.keyUsage?.includes(usage) === false;
    if (index > 0 && lacks('keyCertSign'))
      yield { code: 'no-key-cert-sign', evidence: [evidence(link, 'keyCertSign')] };
    for (const usage of index === 0 ? wanted(input) : []) {
      if (!lacks(usage)) continue;
      // TLS 1.3 has no other use for a certificate's key than a signature (RFC 9846 §4.5.1.2).
      if (usage === 'digitalSignature')
        yield {
          code: 'no-digital-signature',
          evidence: [evidence(link, usage)],
          spec: spec(9846, '4.5.1.2'),
        };
      else yield { code: 'no-key-usage', evidence: [evidence(link, usage)] };
    }
    if (extensions.keyUsage?.includes('keyCertSign') === true && extensions.basicConstraints?.cA !== true)
      yield { code: 'key-cert-sign-without-ca', evidence: [evidence(link, 'cA TRUE')] };
  },
  evidence: (path, { input }) =>
    path.links.map((link, i) =>
      evidence(link, i === 0 ? (wanted(input)[0] ?? 'digitalSignature') : 'keyCertSign'),
    ),
});

function wanted({ policy }: PathInput): readonly KeyUsage[] {
  return policy?.keyUsage ?? ['digitalSignature'];
}

function evidence({ certificate, ref }: Link, expected: string): Evidence {
  const usages = certificate.extensions.keyUsage;
  return {
    certificate: ref,
    field: usages ? extensionField('keyUsage') : 'tbsCertificate.extensions',
    expected,
    ...(usages && { actual: usages }),
  };
}
