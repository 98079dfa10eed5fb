/** German: names of the scenarios with an active network; they stand in the list of scenarios. */
import type { attackScenarioNames as english } from '../en/attack-names.ts';

export const attackScenarioNames: typeof english = {
  'attack-server-random': 'Ein gekipptes Bit im ServerHello',
  'attack-strip-suites': 'Cipher Suites gestrichen',
  'attack-downgrade': 'Downgrade auf TLS 1.2',
  'attack-server-key-exchange': 'ServerKeyExchange verändert',
  'attack-certificate-verify': 'CertificateVerify verändert',
  'attack-finished': 'Finished verändert',
  'attack-record': 'Anwendungsdaten verändert',
  'attack-replay': 'Anfrage wiederholt (Replay)',
  'attack-truncation': 'Abgeschnitten ohne close_notify',
  'attack-forged-alert': 'Gefälschter Alert',
  'attack-impostor': 'Hochstapler mit eigener CA',
  'attack-impostor-installed': 'Hochstapler, seine CA ist installiert',
  'attack-look-alike': 'Ähnlicher Name',
  'attack-stolen-key-rsa': 'Schlüssel später gestohlen · RSA-Schlüsselaustausch',
  'attack-stolen-key-ecdhe': 'Schlüssel später gestohlen · ECDHE',
  'attack-null': 'NULL-Verschlüsselung',
  'attack-rc4': 'RC4',
  'attack-weak-dh': 'Schwache Diffie-Hellman-Gruppe',
};
