/** Is it now within the period of every certificate? RFC 5280 §4.1.2.5, §6.1.3 (a)(2). */
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, failed, type Link, passed } from '../check.ts';
import type { Evidence } from '../result.ts';

/** Both ends belong to the period. RFC 5280 leaves a trust anchor's dates open; this lab's browser checks them too. */
export const validity: CheckModule = {
  id: 'validity',
  spec: spec(5280, '4.1.2.5'),
  judge: (path, { input: { at } }) => {
    const late = path.links.find(({ certificate }) => at > certificate.notAfter + lastSecond);
    const early = path.links.find(({ certificate }) => at < certificate.notBefore);
    if (late) return failed('expired', [evidence(late, at, late.certificate.notAfter)]);
    if (early) return failed('not-yet-valid', [evidence(early, at, early.certificate.notBefore)]);
    return passed(path.links.map((link) => evidence(link, at, link.certificate.notAfter)));
  },
};

/** Certificates count in seconds: the whole of the last one is still inside. */
const lastSecond = 999;

function evidence({ ref }: Link, at: number, limit: number): Evidence {
  return { certificate: ref, field: 'tbsCertificate.validity', expected: limit, actual: at };
}
