/** Lesson 9: who notices a change. */
import { presets } from '../../../lab/presets.ts';
import type { ClosingQuestion } from './model.ts';

export const nobodyChanged: ClosingQuestion = {
  scenarios: [
    presets['attack-server-random'],
    presets['attack-strip-suites'],
    presets['attack-certificate-verify'],
    presets['attack-finished'],
    presets['attack-record'],
  ],
  answer: ({ outcome }) => (outcome.kind === 'failed' ? outcome.noticedBy : 'nobody'),
  step: ({ outcome, steps }) => (outcome.kind === 'failed' ? (steps[outcome.step]?.id ?? '') : ''),
  tab: 'checks',
  part: 'nobody-changed/transcript',
};
