/** Is it now within the period of every certificate? RFC 5280 §4.1.2.5, §6.1.3 (a)(2). */
import { spec } from '../../../bytes/spec.ts';
import { isAnchor, type Link, linkAt, linkCheck } from '../check.ts';
import type { Evidence } from '../result.ts';

/**
 * Both ends belong to the period. RFC 5280 §6.1.1 (d) leaves a trust anchor's dates out; most clients
 * check them too, and so does this one unless its policy says otherwise.
 */
export const validity = linkCheck({
  id: 'validity',
  spec: spec(5280, '4.1.2.5'),
  *faults(path, index, { input: { at, policy } }) {
    if (isAnchor(path, index) && index > 0 && policy?.anchorDates === false) return;
    const link = linkAt(path, index);
    const { notBefore, notAfter } = link.certificate;
    if (at > notAfter + lastSecond) yield { code: 'expired', evidence: [evidence(link, at, notAfter)] };
    if (at < notBefore) yield { code: 'not-yet-valid', evidence: [evidence(link, at, notBefore)] };
  },
  evidence: (path, { input: { at } }) =>
    path.links.map((link) => evidence(link, at, link.certificate.notAfter)),
});

/** Certificates count in seconds: the whole of the last one is still inside. */
const lastSecond = 999;

function evidence({ ref }: Link, at: number, limit: number): Evidence {
  return { certificate: ref, field: 'tbsCertificate.validity', expected: limit, actual: at };
}
