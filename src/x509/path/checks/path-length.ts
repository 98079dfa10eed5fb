/** Are there no more authorities below each one than its pathLenConstraint allows? RFC 5280 §6.1.4 (l), (m). */
import { spec } from '../../../bytes/spec.ts';
import { extensionField, isSelfIssued, linkAt, linkCheck, notReached, type Path } from '../check.ts';
import type { Evidence } from '../result.ts';

export const pathLength = linkCheck({
  id: 'path-length',
  spec: spec(5280, '4.2.1.9'),
  notReached: (path) => (path.links.length === 1 ? notReached('needs-issuer') : undefined),
  *faults(path, index) {
    if (index === 0) return;
    const limit = linkAt(path, index).certificate.extensions.basicConstraints?.pathLenConstraint;
    if (limit !== undefined && below(path, index) > limit)
      yield { code: 'path-too-long', evidence: [evidence(path, index)] };
  },
  evidence: (path) => path.links.slice(1).map((_, i) => evidence(path, i + 1)),
});

/** Self-issued intermediates do not count; the leaf never does. */
function below(path: Path, index: number): number {
  return path.links.slice(1, index).filter((link) => !isSelfIssued(link.certificate)).length;
}

function evidence(path: Path, index: number): Evidence {
  const { certificate, ref } = linkAt(path, index);
  const limit = certificate.extensions.basicConstraints?.pathLenConstraint;
  return {
    certificate: ref,
    field: extensionField('basicConstraints'),
    ...(limit !== undefined && { expected: limit }),
    actual: below(path, index),
  };
}
