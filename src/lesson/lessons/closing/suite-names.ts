/** Lesson 5: the last part of a suite's name. */
import { presets } from '../../../lab/presets.ts';
import { applyPatch } from '../../../lab/scenario-patch.ts';
import { factsOf } from '../facts.ts';
import type { ClosingQuestion } from './model.ts';

/** TLS_RSA_WITH_AES_128_CBC_SHA256. */
const cbc = 0x003c;
/** TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384. */
const gcm = 0xc02c;

export const suiteNames: ClosingQuestion = {
  scenarios: [
    applyPatch(presets['tls12-rsa-key-exchange'], { server: { suites: [cbc] } }),
    applyPatch(presets.tls12, { server: { suites: [gcm] } }),
    ...presets.tls13.server.suites.map((suite) => applyPatch(presets.tls13, { server: { suites: [suite] } })),
  ],
  answer: (trace) => (factsOf(trace).operation('hmac', 'application_data_1') ? 'mac' : 'derive'),
  step: () => 'application_data_1',
  tab: 'crypto',
  part: 'suite-names/hash',
};
