/**
 * Is the certificate meant for this purpose? RFC 5280 §4.2.1.12.
 *
 * The profile of the web is stricter than the RFC: a server certificate must list serverAuth itself
 * (anyExtendedKeyUsage is not enough), and an authority that has the extension must list it too.
 */
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, failed, issuersOf, type Link, passed } from '../check.ts';
import type { PathPurpose } from '../input.ts';
import type { Evidence } from '../result.ts';

export const extendedKeyUsage: CheckModule = {
  id: 'extended-key-usage',
  spec: spec(5280, '4.2.1.12'),
  judge: (path, { input: { purpose } }) => {
    const [leaf] = path.links;
    const own = leaf.certificate.extensions.extKeyUsage;
    if (own === undefined && purpose === 'serverAuth') return failed('no-purpose', [evidence(leaf, purpose)]);
    if (own?.includes(purpose) === false) return failed('wrong-purpose', [evidence(leaf, purpose)]);
    const limited = issuersOf(path).find(({ certificate: { extensions } }) => {
      const purposes = extensions.extKeyUsage;
      return (
        purposes !== undefined && !purposes.includes(purpose) && !purposes.includes('anyExtendedKeyUsage')
      );
    });
    if (limited) return failed('wrong-purpose', [evidence(limited, purpose)]);
    return passed(
      path.links
        .filter((link, i) => i === 0 || link.certificate.extensions.extKeyUsage)
        .map((link) => evidence(link, purpose)),
    );
  },
};

function evidence({ certificate, ref }: Link, purpose: PathPurpose): Evidence {
  const purposes = certificate.extensions.extKeyUsage;
  return {
    certificate: ref,
    field: purposes ? 'tbsCertificate.extensions.extKeyUsage' : 'tbsCertificate.extensions',
    expected: purpose,
    ...(purposes && { actual: purposes }),
  };
}
