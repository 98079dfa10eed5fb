/**
 * Does a certificate policy hold along the whole path, where one is demanded? RFC 5280 §6.1.2 to §6.1.5.
 * Nobody demands one as a rule; and a single policy that nobody renames cannot be written wrongly.
 */
import { spec } from '../../../bytes/spec.ts';
import { notReached, passed, rareCheck } from '../check.ts';

export const policies = rareCheck({
  id: 'policies',
  spec: spec(5280, '6.1.5'),
  concerns: ({ extensions }, { input: { policy } }) =>
    policy?.explicitPolicy === true ||
    extensions.policyConstraints !== undefined ||
    extensions.policyMappings !== undefined ||
    (extensions.certificatePolicies?.length ?? 0) > 1,
  otherwise: ({ end }) => (end === 'anchor' ? passed([]) : notReached('needs-path')),
  load: async () => (await import('./policy-rules.ts')).policyRules,
});
