/** Lesson 1: how the secret gets to the other side. */
import { presets } from '../../../lab/presets.ts';
import { factsOf } from '../facts.ts';
import type { ClosingQuestion } from './model.ts';

export const whatFor: ClosingQuestion = {
  scenarios: [presets['tls12-rsa-key-exchange'], presets.tls12, presets.tls13],
  answer: (trace) => (factsOf(trace).operation('rsa-encrypt') ? 'encrypted' : 'computed'),
  step: (trace) =>
    factsOf(trace).number('client_key_exchange') > 0 ? 'client_key_exchange' : 'server_hello',
  tab: 'crypto',
  part: 'what-for/five-steps',
};
