/** English: names of the scenarios with an active network; they stand in the list of scenarios. */
import type { AttackScenarioId } from '../../lab/attacks.ts';

export const attackScenarioNames: Readonly<Record<AttackScenarioId, string>> = {
  'attack-server-random': 'A bit of ServerHello flipped',
  'attack-strip-suites': 'Cipher suites stripped',
  'attack-downgrade': 'Downgrade to TLS 1.2',
  'attack-server-key-exchange': 'ServerKeyExchange tampered with',
  'attack-certificate-verify': 'CertificateVerify tampered with',
  'attack-finished': 'Finished tampered with',
  'attack-record': 'Application data tampered with',
  'attack-replay': 'Request replayed',
  'attack-early-replay': 'Early data (0-RTT) replayed',
  'attack-early-replay-open': 'Early data replayed · no protection',
  'attack-renegotiation': 'Renegotiation injection (2009)',
  'attack-truncation': 'Cut off without close_notify',
  'attack-forged-alert': 'Forged alert',
  'attack-impostor': 'Impostor with a CA of its own',
  'attack-impostor-installed': 'Impostor, its CA installed',
  'attack-click-through': 'Self-signed, and the user goes on',
  'attack-click-through-hsts': 'Self-signed, and HSTS',
  'attack-look-alike': 'Look-alike name',
  'attack-stolen-key-rsa': 'Key stolen later · RSA key exchange',
  'attack-stolen-key-ecdhe': 'Key stolen later · ECDHE',
  'attack-null': 'NULL cipher',
  'attack-rc4': 'RC4',
  'attack-weak-dh': 'Weak Diffie-Hellman group',
};
