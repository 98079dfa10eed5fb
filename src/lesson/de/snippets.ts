/** German: comments and messages of the snippets that run in a console. */
import type { snippets as english } from '../en/snippets.ts';

export const snippets: typeof english = {
  head: (operation, purpose, rfc, section) => `${operation}: ${purpose}. RFC ${rfc}, Abschnitt ${section}.`,
  bytes: (name, count) => `${name}, ${count} Bytes`,
  drawnAgain: 'Neu gezogen: so lang wie der aufgezeichnete Wert und nie gleich.',
  extract: 'HKDF-Extract(salt, IKM) = HMAC-Hash(salt, IKM), RFC 5869, Abschnitt 2.2.',
  expand: 'HKDF-Expand ist HMAC, Block für Block: Das HKDF von WebCrypto extrahiert immer zuerst.',
  labelled: (label) => `"${label}", Kontext, Länge`,
  received: (name) => `${name}: was die Gegenseite gesendet hat`,
  leadingZeros: 'TLS 1.2 entfernt führende Nullbytes.',
  pssKey:
    'Ein id-RSASSA-PSS-Schlüssel unter dem Namen rsaEncryption, dem einzigen, den WebCrypto kennt; die Zahlen sind dieselben.',
  powerPair: 'Der private Schlüssel war zufällig; der öffentliche ist g hoch dem privaten, modulo p.',
  pair: 'Der private Schlüssel war zufällig; der öffentliche folgt aus ihm.',
  encapsulation: [
    'Die Verkapselung ist zufällig: Eine zweite ergibt ein anderes Geheimnis. Der aufgezeichnete Ciphertext,',
    'mit dem Schlüssel der Gegenseite geöffnet, ergibt wieder dasselbe Geheimnis.',
  ],
  basePoint: {
    x25519:
      'öffentlicher Schlüssel = X25519(privater Schlüssel, 9), RFC 7748, Abschnitt 6.1: eine Vereinbarung mit dem Basispunkt.',
    curve: 'Eine Vereinbarung mit dem Basispunkt G ergibt die x-Koordinate des öffentlichen Schlüssels.',
  },
  halves: 'r und s in der Form, in der WebCrypto sie liefert',
  recorded: 'Die aufgezeichnete Signatur, geprüft mit der öffentlichen Hälfte des Schlüssels.',
  spelt: (backend) =>
    `WebCrypto hat in den meisten Browsern kein ChaCha20-Poly1305 (im Durchlauf kam es von ${backend}), deshalb steht es oben ausgeschrieben.`,
  succeeded: 'es gelang',
  refused: 'abgelehnt, wie im Durchlauf',
  signature: 'SEQUENCE { r INTEGER, s INTEGER } zu r || s, beide so lang wie der Körper.',
  missing: ['Diese Plattform hat dafür kein WebCrypto', 'Im Durchlauf kam es von'],
  declined: (algorithm, backend) => `Kein WebCrypto hat ${algorithm}. Im Durchlauf kam es von ${backend}.`,
  ownCode: 'dieser Seite selbst',
  chacha: 'ChaCha20-Poly1305, RFC 8439, Abschnitt 2.8. Zum Lesen, nicht für den Einsatz.',
  cbcEncrypt: 'WebCrypto hängt einen Block Padding an; TLS hat sein eigenes Padding schon angefügt.',
  cbcDecrypt:
    'WebCrypto besteht auf eigenem Padding: Ein Block davon kommt dahinter, verkettet mit dem letzten.',
  rc4: 'RC4: eine Permutation aller Bytes, vom Schlüssel gemischt; dann je Schritt ein Byte Schlüsselstrom.',
  rc4Skip: 'Was frühere Records vom Strom verbraucht haben, wird übersprungen.',
  ccm: 'CCM ist CBC-MAC und Counter Mode; WebCrypto hat beides.',
  ccmBlock: 'der Block vor dem Padding',
  ccmCalls: 'CCM = CBC-MAC und Counter Mode: zwei Aufrufe von WebCrypto.',
  padding: '00 02, mindestens acht Bytes ungleich null, 00, Nachricht',
  paddingShort: '00 02, Zufallsbytes, 00, Nachricht',
  freshPadding:
    '00 02, Zufallsbytes ungleich null, 00, Nachricht: jedes Mal anderes Padding und damit ein anderer Ciphertext.',
};
