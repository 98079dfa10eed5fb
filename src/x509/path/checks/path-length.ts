/** Are there no more authorities below each one than its pathLenConstraint allows? RFC 5280 §6.1.4 (l), (m). */
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, failed, isSelfIssued, issuersOf, notReached, passed } from '../check.ts';

export const pathLength: CheckModule = {
  id: 'path-length',
  spec: spec(5280, '4.2.1.9'),
  judge: (path) => {
    const issuers = issuersOf(path);
    if (issuers.length === 0) return notReached('needs-issuer');
    const rows = issuers.map(({ certificate, ref }, i) => ({
      limit: certificate.extensions.basicConstraints?.pathLenConstraint,
      // Self-issued intermediates do not count; the leaf never does.
      below: issuers.slice(0, i).filter((link) => !isSelfIssued(link.certificate)).length,
      ref,
    }));
    const bad = rows.find(({ limit, below }) => limit !== undefined && below > limit);
    const evidence = ({ limit, below, ref }: (typeof rows)[number]) => ({
      certificate: ref,
      field: 'tbsCertificate.extensions.basicConstraints',
      ...(limit !== undefined && { expected: limit }),
      actual: below,
    });
    return bad ? failed('path-too-long', [evidence(bad)]) : passed(rows.map(evidence));
  },
};
