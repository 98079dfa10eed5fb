/** Lesson 6: the message that proves who the server is. */
import { presets } from '../../../lab/presets.ts';
import { factsOf } from '../facts.ts';
import type { ClosingQuestion } from './model.ts';

export const whoAreYou: ClosingQuestion = {
  scenarios: [presets.tls13, presets.tls12, presets['tls12-rsa-key-exchange']],
  answer: (trace) => {
    const { operation } = factsOf(trace);
    if (operation('sign', 'certificate_verify')) return 'certificate-verify';
    return operation('sign', 'server_key_exchange') ? 'server-key-exchange' : 'finished';
  },
  step: (trace) => (factsOf(trace).number('verify_signature') > 0 ? 'verify_signature' : 'finished'),
  tab: 'crypto',
  part: 'who-are-you/ownership',
};
