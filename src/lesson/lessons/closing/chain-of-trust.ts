/** Lesson 7: whether the browser finds a path. */
import { presets } from '../../../lab/presets.ts';
import type { ClosingQuestion } from './model.ts';

export const chainOfTrust: ClosingQuestion = {
  scenarios: [
    presets['missing-intermediate'],
    presets['intermediate-cached'],
    presets['intermediate-fetched'],
    presets['untrusted-root'],
    presets['chain-out-of-order'],
  ],
  answer: ({ outcome }) => {
    if (outcome.kind !== 'failed') return 'found';
    return outcome.error.code === 'issuer-not-found' ? 'missing' : 'root';
  },
  step: () => 'validate_chain',
  tab: 'checks',
  part: 'chain-of-trust/missing',
};
