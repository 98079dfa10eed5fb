/** Are all names inside what the authorities above may vouch for? RFC 5280 §4.2.1.10. Few authorities limit names. */
import { spec } from '../../../bytes/spec.ts';
import { passed, rareCheck } from '../check.ts';

export const nameConstraints = rareCheck({
  id: 'name-constraints',
  spec: spec(5280, '4.2.1.10'),
  concerns: ({ extensions }) => extensions.nameConstraints !== undefined,
  otherwise: () => passed([]),
  load: async () => (await import('./name-constraint-rules.ts')).nameConstraintRules,
});
