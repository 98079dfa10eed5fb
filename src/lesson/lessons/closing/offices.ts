/** Lesson 8: what revocation does, and to whom. */
import { presets } from '../../../lab/presets.ts';
import { applyPatch } from '../../../lab/scenario-patch.ts';
import type { ClosingQuestion } from './model.ts';

const { revoked } = presets;

export const offices: ClosingQuestion = {
  scenarios: [applyPatch(revoked, { browser: { revocation: 'off' } }), revoked, presets['stapled-revoked']],
  answer: ({ outcome }) => {
    if (outcome.kind !== 'failed') return 'connects';
    return outcome.error.code === 'revoked' ? 'refused' : 'signature';
  },
  step: () => 'validate_chain',
  tab: 'checks',
  part: 'offices/asking',
};
