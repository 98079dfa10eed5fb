/** Lesson 4: a recording, and a key stolen afterwards. */
import { presets } from '../../../lab/presets.ts';
import { factsOf } from '../facts.ts';
import type { ClosingQuestion } from './model.ts';

export const envelope: ClosingQuestion = {
  scenarios: [
    presets['attack-stolen-key-rsa'],
    presets['attack-stolen-key-ecdhe'],
    presets['rsa-certificate'],
  ],
  answer: (trace) => {
    const { opened, of } = factsOf(trace).theft();
    return opened === 0 ? 'nothing' : opened === of ? 'all' : 'some';
  },
  step: (trace) =>
    factsOf(trace).number('client_key_exchange') > 0 ? 'client_key_exchange' : 'server_hello',
  tab: 'crypto',
  part: 'envelope/theft',
};
