/** Lesson 1: how the secret gets to the other side. */
import { presets } from '../../../lab/presets.ts';
import { applyPatch } from '../../../lab/scenario-patch.ts';
import { factsOf } from '../facts.ts';
import type { ClosingQuestion } from './model.ts';

const x25519 = 0x001d;

export const whatFor: ClosingQuestion = {
  scenarios: [
    presets['tls12-rsa-key-exchange'],
    presets.tls12,
    // Of the hybrid a half is enclosed, and not computed by both: that is asked in lesson 3.
    applyPatch(presets.tls13, { browser: { keyShares: [x25519] }, server: { groups: [x25519] } }),
  ],
  answer: (trace) => (factsOf(trace).operation('rsa-encrypt') ? 'encrypted' : 'computed'),
  step: (trace) =>
    factsOf(trace).number('client_key_exchange') > 0 ? 'client_key_exchange' : 'server_hello',
  tab: 'crypto',
  part: 'what-for/five-steps',
};
