/** Is every issuer an authority, and the leaf none? RFC 5280 §4.2.1.9, §6.1.4 (k). */
import { spec } from '../../../bytes/spec.ts';
import { extensionField, type Link, linkAt, linkCheck } from '../check.ts';
import type { Evidence } from '../result.ts';

export const basicConstraints = linkCheck({
  id: 'basic-constraints',
  spec: spec(5280, '4.2.1.9'),
  *faults(path, index, { profile }) {
    const link = linkAt(path, index);
    const authority = isAuthority(link.certificate);
    if (index > 0 && !authority) yield { code: 'not-a-ca', evidence: [evidence(link)] };
    // A key that may sign certificates has no place in a server that faces the internet.
    if (index === 0 && authority && profile === 'web')
      yield { code: 'leaf-is-a-ca', evidence: [evidence(link)] };
  },
  evidence: (path) => path.links.map(evidence),
});

function isAuthority(certificate: Link['certificate']): boolean {
  return certificate.version === 3 && certificate.extensions.basicConstraints?.cA === true;
}

/** A certificate without the extension is no authority: cA is FALSE by default. */
function evidence({ certificate, ref }: Link): Evidence {
  const { basicConstraints: own } = certificate.extensions;
  return {
    certificate: ref,
    field: own ? extensionField('basicConstraints') : 'tbsCertificate.extensions',
    ...(own && { actual: own.cA ? 'cA TRUE' : 'cA FALSE' }),
  };
}
