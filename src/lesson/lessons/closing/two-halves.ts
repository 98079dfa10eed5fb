/** Lesson 3: what a key exchange rests on. */
import { presets } from '../../../lab/presets.ts';
import { applyPatch } from '../../../lab/scenario-patch.ts';
import { sharesHybrid } from '../evidence.ts';
import type { ClosingQuestion } from './model.ts';

/** X25519MLKEM768, x25519, secp256r1. */
const groups = [0x11ec, 0x001d, 0x0017];

export const twoHalves: ClosingQuestion = {
  scenarios: groups.map((group) =>
    applyPatch(presets.tls13, { browser: { keyShares: [group] }, server: { groups: [group] } }),
  ),
  answer: (trace) => (sharesHybrid(trace) ? 'nothing' : 'all'),
  step: () => 'server_hello',
  tab: 'crypto',
};
