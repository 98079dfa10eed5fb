/** Is every extension that is marked critical understood? RFC 5280 §4.2, §6.1.4 (o), §6.1.5 (f). */
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, failed, passed } from '../check.ts';

/**
 * Extensions that some check here acts on. certificatePolicies is among them because every policy is
 * acceptable to a browser and nothing here asks for an explicit one; the extensions that would
 * (policyConstraints, policyMappings, inhibitAnyPolicy) are not.
 *
 * nameConstraints is refused even where it is not critical: it limits what an authority may vouch for,
 * and to read past it would be to trust more than its superior meant.
 */
const processed: ReadonlySet<string> = new Set([
  'basicConstraints',
  'keyUsage',
  'extKeyUsage',
  'subjectAltName',
  'certificatePolicies',
]);

export const criticalExtensions: CheckModule = {
  id: 'critical-extensions',
  spec: spec(5280, '4.2'),
  judge: (path) => {
    const critical = path.links.flatMap(({ certificate, ref }) =>
      certificate.extensions.all
        .filter((extension) => extension.critical || extension.name === 'nameConstraints')
        .map((extension) => ({
          name: extension.name,
          evidence: {
            certificate: ref,
            field: `tbsCertificate.extensions.${extension.name}`,
            actual: extension.oid,
          },
        })),
    );
    const unknown = critical.find(({ name }) => !processed.has(name));
    return unknown
      ? failed('unknown-critical-extension', [unknown.evidence])
      : passed(critical.map(({ evidence }) => evidence));
  },
};
