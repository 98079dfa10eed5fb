/**
 * Has the issuer taken a certificate back? RFC 5280 §6.3, RFC 6960, RFC 7633. What decides it lives in
 * x509/revocation/ and is loaded when a client asks: most runs do not.
 */
import { spec } from '../../../bytes/spec.ts';
import { type CheckModule, notReached } from '../check.ts';

export const revocation: CheckModule = {
  id: 'revocation',
  spec: spec(5280, '6.3'),
  judge: async (path, context) => {
    const asked = context.input.revocation;
    if (asked === undefined || asked.mode === 'off') return notReached('not-asked');
    if (path.end !== 'anchor') return notReached('needs-path');
    const { judgeRevocation } = await import('../../revocation/status.ts');
    return judgeRevocation(path, context, asked);
  },
};
