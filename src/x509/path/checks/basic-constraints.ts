/** Is every issuer an authority, and the leaf none? RFC 5280 §4.2.1.9, §6.1.4 (k). */
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, failed, issuersOf, type Link, passed } from '../check.ts';
import type { Evidence } from '../result.ts';

export const basicConstraints: CheckModule = {
  id: 'basic-constraints',
  spec: spec(5280, '4.2.1.9'),
  judge: (path) => {
    const [leaf] = path.links;
    const impostor = issuersOf(path).find(({ certificate }) => !isAuthority(certificate));
    if (impostor) return failed('not-a-ca', [evidence(impostor)]);
    // A key that may sign certificates has no place in a server that faces the internet.
    if (isAuthority(leaf.certificate)) return failed('leaf-is-a-ca', [evidence(leaf)]);
    return passed(path.links.map(evidence));
  },
};

function isAuthority(certificate: Link['certificate']): boolean {
  return certificate.version === 3 && certificate.extensions.basicConstraints?.cA === true;
}

/** A certificate without the extension is no authority: cA is FALSE by default. */
function evidence({ certificate, ref }: Link): Evidence {
  const { basicConstraints: own } = certificate.extensions;
  return {
    certificate: ref,
    field: own ? 'tbsCertificate.extensions.basicConstraints' : 'tbsCertificate.extensions',
    actual: own?.cA === true ? 'cA TRUE' : 'cA FALSE',
  };
}
