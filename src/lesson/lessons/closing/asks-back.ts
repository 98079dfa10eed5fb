/** Lesson 10: what a server says to a client certificate. */
import { presets } from '../../../lab/presets.ts';
import { endingOf } from '../evidence.ts';
import type { ClosingQuestion } from './model.ts';

export const asksBack: ClosingQuestion = {
  scenarios: [
    presets['client-certificate'],
    presets['client-certificate-required'],
    presets['client-certificate-expired'],
    presets['client-certificate-unknown-issuer'],
    presets['client-certificate-wrong-purpose'],
  ],
  answer: (trace) => endingOf(trace)?.alert ?? 'accepted',
  step: (trace) =>
    trace.steps.some(({ id }) => id === 'validate_client_chain')
      ? 'validate_client_chain'
      : 'client_certificate',
  tab: 'checks',
  part: 'asks-back/trust-list',
};
