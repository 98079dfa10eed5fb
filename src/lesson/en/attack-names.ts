/** English: names of the scenarios with an active network; they stand in the list of scenarios. */
import type { AttackScenarioId } from '../../lab/attacks.ts';

export const attackScenarioNames: Readonly<Record<AttackScenarioId, string>> = {
  'attack-server-random': 'A bit of ServerHello flipped',
  'attack-strip-suites': 'Cipher suites stripped',
  'attack-certificate-verify': 'CertificateVerify tampered with',
  'attack-finished': 'Finished tampered with',
  'attack-record': 'Application data tampered with',
  'attack-replay': 'Request replayed',
  'attack-truncation': 'Cut off without close_notify',
  'attack-forged-alert': 'Forged alert',
};
