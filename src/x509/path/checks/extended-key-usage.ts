/**
 * Is the certificate meant for this purpose? RFC 5280 §4.2.1.12.
 *
 * The profile of the web is stricter than the RFC: a server certificate must list serverAuth itself, and
 * beside it none of the purposes that belong to other machines (Baseline Requirements §7.1.2.7.10). An
 * authority that has the extension must list the purpose too, though the RFC speaks of leaves only: so
 * do all clients.
 */
import { spec } from '../../../bytes/spec.ts';
import { type Context, extensionField, type Fault, type Link, linkAt, linkCheck } from '../check.ts';
import type { Evidence } from '../result.ts';

export const extendedKeyUsage = linkCheck({
  id: 'extended-key-usage',
  spec: spec(5280, '4.2.1.12'),
  *faults(path, index, context) {
    const link = linkAt(path, index);
    if (index === 0) yield* leafFaults(link, context);
    else {
      const purposes = link.certificate.extensions.extKeyUsage;
      const { purpose } = context.input;
      if (purposes && !purposes.includes(purpose) && !purposes.includes(anyPurpose))
        yield { code: 'wrong-purpose', evidence: [evidence(link, purpose)] };
    }
  },
  evidence: (path, { input }) =>
    path.links
      .filter((link, i) => i === 0 || link.certificate.extensions.extKeyUsage)
      .map((link) => evidence(link, input.purpose)),
});

const anyPurpose = 'anyExtendedKeyUsage';
const notOnServers: ReadonlySet<string> = new Set([
  anyPurpose,
  'codeSigning',
  'emailProtection',
  'timeStamping',
  'OCSPSigning',
]);

function* leafFaults(leaf: Link, { input: { purpose, policy }, profile }: Context): Iterable<Fault> {
  const own = leaf.certificate.extensions.extKeyUsage;
  const strict = profile === 'web' && purpose === 'serverAuth';
  if (own === undefined) {
    if (policy?.requireEku ?? strict) yield { code: 'no-purpose', evidence: [evidence(leaf, purpose)] };
    return;
  }
  for (const wanted of new Set([purpose, ...(policy?.extendedKeyUsage ?? [])]))
    if (!own.includes(wanted) && (strict || !own.includes(anyPurpose)))
      yield { code: 'wrong-purpose', evidence: [evidence(leaf, wanted)] };
  const forbidden = own.filter((one) => notOnServers.has(one));
  if (strict && forbidden.length > 0)
    yield { code: 'forbidden-purpose', evidence: [{ ...evidence(leaf, purpose), actual: forbidden }] };
}

function evidence({ certificate, ref }: Link, purpose: string): Evidence {
  const purposes = certificate.extensions.extKeyUsage;
  return {
    certificate: ref,
    field: purposes ? extensionField('extKeyUsage') : 'tbsCertificate.extensions',
    expected: purpose,
    ...(purposes && { actual: purposes }),
  };
}
