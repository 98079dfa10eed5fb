/** Is every extension that is marked critical understood? RFC 5280 §4.2, §6.1.4 (o), §6.1.5 (f). */
import { spec } from '../../../bytes/spec.ts';
import { extensionField, type Link, linkAt, linkCheck } from '../check.ts';
import type { Evidence } from '../result.ts';

/** Extensions that some check here acts on, or whose whole meaning is read. */
const processed: ReadonlySet<string> = new Set([
  'basicConstraints',
  'keyUsage',
  'extKeyUsage',
  'subjectAltName',
  'nameConstraints',
  'certificatePolicies',
  'policyMappings',
  'policyConstraints',
  'inhibitAnyPolicy',
  'cRLDistributionPoints',
  'tlsfeature',
  // Never critical in a good certificate; that they are here is a fault of extension-rules, not of reading.
  'authorityKeyIdentifier',
  'subjectKeyIdentifier',
  'authorityInfoAccess',
]);

export const criticalExtensions = linkCheck({
  id: 'critical-extensions',
  spec: spec(5280, '4.2'),
  *faults(path, index) {
    for (const { name, evidence } of criticalOf(linkAt(path, index)))
      if (!processed.has(name)) yield { code: 'unknown-critical-extension', evidence: [evidence] };
  },
  evidence: (path) => path.links.flatMap((link) => criticalOf(link).map(({ evidence }) => evidence)),
});

function criticalOf({
  certificate,
  ref,
}: Link): readonly { readonly name: string; readonly evidence: Evidence }[] {
  return certificate.extensions.all
    .filter((extension) => extension.critical)
    .map(({ name, oid }) => ({
      name,
      evidence: { certificate: ref, field: extensionField(name), actual: oid },
    }));
}
