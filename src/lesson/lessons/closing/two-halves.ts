/** Lesson 3: what a key exchange rests on. */
import { presets } from '../../../lab/presets.ts';
import type { Scenario } from '../../../lab/scenario.ts';
import { applyPatch } from '../../../lab/scenario-patch.ts';
import { sharesHybrid } from '../evidence.ts';
import type { ClosingQuestion } from './model.ts';

const x25519mlkem768 = 0x11ec;
const x25519 = 0x001d;
const secp256r1 = 0x0017;

export const twoHalves: ClosingQuestion = {
  scenarios: [inGroup(x25519mlkem768), inGroup(x25519), inGroup(secp256r1)],
  answer: (trace) => (sharesHybrid(trace) ? 'nothing' : 'all'),
  step: () => 'server_hello',
  tab: 'crypto',
  part: 'two-halves/hybrid',
};

function inGroup(group: number): Scenario {
  return applyPatch(presets.tls13, { browser: { keyShares: [group] }, server: { groups: [group] } });
}
