/** Has the issuer taken a certificate back? RFC 5280 §6.3, RFC 6960. */
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, notReached } from '../check.ts';

export const revocation: CheckModule = {
  id: 'revocation',
  spec: spec(5280, '6.3'),
  judge: (path, { input: { revocation: asked } }) => {
    if (asked === undefined || asked.mode === 'off') return notReached('not-asked');
    return notReached(path.end === 'anchor' ? 'not-asked' : 'needs-path');
  },
};
