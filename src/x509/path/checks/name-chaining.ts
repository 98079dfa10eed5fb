/**
 * Is every certificate issued by the name above it? RFC 5280 §6.1.3 (a)(4).
 *
 * Path building goes by names, so they always match here; what it cannot mend is a name that is not there.
 */
import { equal, toHex } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import { extensionField, type Fault, linkAt, linkCheck, notReached, type Path } from '../check.ts';

export const nameChaining = linkCheck({
  id: 'name-chaining',
  spec: spec(5280, '6.1.3'),
  notReached: (path) =>
    path.links.length > 1 || path.end === 'anchor' || path.end === 'self-issued'
      ? undefined
      : notReached('needs-issuer'),
  *faults(path, index, { input }) {
    const { certificate, ref } = linkAt(path, index);
    if (certificate.issuer.rdns.length === 0)
      yield {
        code: 'empty-issuer',
        evidence: [{ certificate: ref, field: 'tbsCertificate.issuer' }],
        spec: spec(5280, '4.1.2.4'),
      };
    if (index > 0 && certificate.subject.rdns.length === 0)
      yield {
        code: 'empty-subject',
        evidence: [{ certificate: ref, field: 'tbsCertificate.subject' }],
        spec: spec(5280, '4.1.2.6'),
      };
    if (index > 0 && input.policy?.keyIdentifiers === 'must-match') yield* mismatch(path, index);
  },
  evidence: (path) =>
    (path.end === 'self-issued' ? path.links : path.links.slice(0, -1)).map(({ certificate, ref }, i) => ({
      certificate: ref,
      field: 'tbsCertificate.issuer',
      expected: linkAt(path, i + 1).certificate.subject.text,
      actual: certificate.issuer.text,
    })),
});

/** For clients that take the key identifiers for more than the hint of RFC 4158 §3.5.12. */
function* mismatch(path: Path, index: number): Iterable<Fault> {
  const child = linkAt(path, index - 1);
  const own = linkAt(path, index).certificate.extensions.subjectKeyIdentifier;
  const wanted = child.certificate.extensions.authorityKeyIdentifier?.keyIdentifier;
  if (own === undefined || wanted === undefined || equal(own, wanted)) return;
  yield {
    code: 'key-identifier-mismatch',
    evidence: [
      {
        certificate: child.ref,
        field: extensionField('authorityKeyIdentifier'),
        expected: toHex(wanted),
        actual: toHex(own),
      },
    ],
    spec: spec(5280, '4.2.1.1'),
  };
}
