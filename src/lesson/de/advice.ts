/** German: what to do about each failure of a chain, for whoever runs the server and for whoever runs the authority. */
import type { AdviceFacts, AdviceWords } from '../advice.ts';

export const advice: AdviceWords = {
  'issuer-not-found': (f) =>
    `Das Leaf-Zertifikat ausliefern und danach jedes Zwischenzertifikat, darunter den Aussteller von ${f.subject}. Die Root weglassen.`,
  'root-not-trusted': (f) =>
    `Nichts im Store bürgt für ${f.subject}. Das Zertifikat von einer Zertifizierungsstelle holen, die jeder Client kennt, oder diese Root in den Store jedes Clients legen.`,
  distrusted: (f) =>
    `Ein Schlüssel dieses Pfads ist in fremden Händen, also ist unter ${f.subject} nichts zu retten. Ein neues Zertifikat unter einer anderen Root ausstellen lassen, mit einem neuen Schlüssel.`,
  'self-signed': (f) =>
    `${f.subject} bürgt für sich selbst. Ein Zertifikat für ${f.host} von einer Zertifizierungsstelle holen, die Clients kennen.`,
  'search-limit': shorter('Der Pfad ist länger, als Clients ihm folgen.'),
  'search-budget': shorter('So viele Zertifikate kommen als Aussteller in Frage, dass Clients aufgeben.'),
  'signature-budget': shorter('So viele Signaturen wären zu prüfen, dass Clients aufgeben.'),
  'no-certificate': () =>
    'Ein Zertifikat ausliefern: zuerst das Leaf-Zertifikat, dann die Zwischenzertifikate.',

  'bad-signature': (f) =>
    `${f.subject} ist nicht das, was der Aussteller signiert hat. Die Datei noch einmal von der Zertifizierungsstelle holen und klären, wer sie verändert hat.`,
  'weak-algorithm': (f) =>
    `${f.subject} ist über einen Hash signiert, der sich fälschen lässt. Neu ausstellen lassen, über SHA-256.`,
  'unsupported-algorithm': (f) =>
    `Clients prüfen die Signatur in ${f.subject} nicht. Mit RSA oder ECDSA über SHA-256 oder SHA-384 ausstellen lassen, dem Hash, der zur Kurve gehört.`,
  'weak-key': (f) =>
    `Der Schlüssel in ${f.subject} lässt sich von anderen berechnen. Einen längeren erzeugen und dafür ein Zertifikat ausstellen lassen.`,
  'unsupported-key': (f) =>
    `Clients nehmen keinen Schlüssel der Art wie in ${f.subject}. Einen auf P-256 oder RSA mit 2048 Bits erzeugen und dafür ein Zertifikat ausstellen lassen.`,

  'algorithm-mismatch': authority('nennt zwei Signaturverfahren, eines im Signierten und eines außerhalb'),
  'empty-issuer': authority('sagt nicht, wer es ausgestellt hat'),
  'empty-subject': authority('gehört einer Zertifizierungsstelle ohne Namen'),
  'key-identifier-mismatch': authority('nennt einen anderen Schlüssel als den des Ausstellers'),

  expired: ({ place, subject }) =>
    ({
      leaf: 'Das Zertifikat erneuern, laden und beides künftig einem Timer überlassen.',
      authority: `Das Leaf-Zertifikat ist in Ordnung; ${subject} darüber ist abgelaufen. Das Zwischenzertifikat ausliefern, das die Zertifizierungsstelle heute veröffentlicht.`,
      root: `Die Root ${subject} ist abgelaufen, und der Server kann nichts dagegen tun. Der Client braucht einen neueren Store oder eine Kette, die unter einer anderen Root endet.`,
    })[place],
  'not-yet-valid': (f) =>
    `Zuerst die Uhr ansehen: ${f.subject} gilt erst später. Stimmt die Uhr, dann für eine Zeit ausstellen lassen, die begonnen hat.`,

  'name-mismatch': (f) =>
    `Ein Zertifikat ausstellen lassen, dessen subjectAltName ${f.host} enthält. Teilen sich mehrere Sites die Adresse, nachsehen, ob die richtige antwortet.`,
  'no-names': (f) =>
    `Ein Zertifikat ausstellen lassen, dessen subjectAltName ${f.host} enthält. Auf den Common Name sieht niemand.`,
  'malformed-name': authority('hat einen subjectAltName, der kein Name seiner Art ist'),
  'public-suffix-wildcard': () =>
    'Ein Wildcard unter einem Public Suffix deckt Namen von Fremden ab. Die Namen der Site selbst aufzählen.',
  'common-name-not-listed': authority('hat einen Common Name, der nicht im subjectAltName steht'),
  'wrong-name-criticality': authority(
    'kennzeichnet den subjectAltName falsch: kritisch ist er genau dann, wenn das Subject leer ist',
  ),
  'nameless-leaf': authority('hat weder ein Subject noch einen subjectAltName'),

  'not-a-ca': intermediate('ist keines einer Zertifizierungsstelle: cA TRUE fehlt, und doch hat es signiert'),
  'leaf-is-a-ca': (f) =>
    `${f.subject} ist das Zertifikat einer Zertifizierungsstelle. Ist die Kette in falscher Reihenfolge, das Leaf-Zertifikat nach vorn stellen; sonst als Zertifikat eines Servers ausstellen lassen.`,
  'path-too-long': (f) =>
    `${f.subject} erlaubt unter sich weniger Zertifizierungsstellen, als dort stehen. Das Leaf-Zertifikat eine Stufe höher ausstellen lassen oder die Zertifizierungsstelle mit größerem pathlen.`,

  'no-key-cert-sign': intermediate('darf keine Zertifikate signieren'),
  'no-digital-signature': (f) =>
    `Der Schlüssel in ${f.subject} darf nicht signieren, was jeder Handshake von TLS 1.3 braucht. Mit digitalSignature ausstellen lassen.`,
  'no-key-usage': (f) =>
    `Der Schlüssel in ${f.subject} darf nicht, was die Cipher Suite will: keyEncipherment für RSA-Schlüsselaustausch, keyAgreement für statisches (EC)DH, digitalSignature für alle anderen.`,
  'key-cert-sign-without-ca': authority('hat keyCertSign, was nur eine Zertifizierungsstelle haben darf'),

  'wrong-purpose': (f) => `${f.subject} ist für einen anderen Zweck. Für TLS-Server ausstellen lassen.`,
  'no-purpose': (f) => `${f.subject} nennt keinen Zweck. Für TLS-Server ausstellen lassen.`,
  'forbidden-purpose': (f) =>
    `${f.subject} nennt einen Zweck, der neben dem eines Servers nicht stehen darf. Allein für TLS-Server ausstellen lassen.`,

  'name-not-permitted': (f) =>
    `Eine Zertifizierungsstelle darüber darf nur für eigene Namen bürgen, und einer in ${f.subject} ist keiner davon. Nichts, was der Server sendet, ändert das: eine nehmen, die für ${f.host} bürgen darf.`,
  'name-excluded': (f) =>
    `Einer Zertifizierungsstelle darüber ist verboten, für einen Namen in ${f.subject} zu bürgen. Nichts, was der Server sendet, ändert das: eine nehmen, die für ${f.host} bürgen darf.`,
  'malformed-constraint': intermediate('hat eine Namensbeschränkung, die kein Name ist'),
  'unsupported-constraint': intermediate('beschränkt Namen einer Art, die Clients nicht vergleichen können'),
  'name-constraint-budget': shorter(
    'So viele Namen und Namensbeschränkungen treffen aufeinander, dass Clients aufgeben.',
  ),

  'no-valid-policy': intermediate(
    'und die Zertifikate darunter haben keine Policy gemeinsam, die der Client verlangt',
  ),
  'bad-policy-mapping': intermediate('bildet von oder auf anyPolicy ab'),
  'duplicate-policy': authority('zählt eine Policy doppelt auf'),

  'unknown-critical-extension': (f) =>
    `${f.subject} hat eine kritische Erweiterung, die Clients nicht kennen, und „kritisch“ heißt, dass sie dann ablehnen müssen. Ohne die Erweiterung oder nicht kritisch ausstellen lassen.`,
  'missing-extension': authority('hat eine Erweiterung nicht, die die Regeln verlangen'),
  'wrong-criticality': authority('macht eine Erweiterung kritisch, die es nicht sein darf, oder umgekehrt'),
  'misplaced-extension': authority('hat eine Erweiterung oder einen Teil davon, der dort nicht hingehört'),

  'serial-not-positive': authority('hat eine Seriennummer, die null oder negativ ist'),
  'serial-too-long': authority('hat eine Seriennummer von mehr als 20 Oktetten'),
  'serial-reused': authority('hat die Seriennummer eines anderen Zertifikats desselben Ausstellers'),

  'wrong-version': authority('hat die falsche Version für das, was darin steht'),
  'wrong-time-form': authority(
    'schreibt ein Datum in der falschen Form: UTCTime bis 2049, GeneralizedTime ab 2050',
  ),
  'empty-period': authority('endet, bevor es beginnt'),
  'unique-identifier': authority('hat einen Unique Identifier, den niemand mehr schreiben darf'),
  'algorithm-parameters': authority(
    'hat andere Parameter in einem Verfahren, als dessen Definition vorschreibt',
  ),
  'not-der': authority(
    'ist nicht in DER kodiert, der einzigen Kodierung, über die sich eine Signatur prüfen lässt',
  ),

  revoked: ({ place, subject }) =>
    place === 'leaf'
      ? 'Die Zertifizierungsstelle nach dem Grund fragen. Einen neuen Schlüssel erzeugen und dafür ein Zertifikat ausstellen lassen: Der alte kann in fremden Händen sein.'
      : `Das Leaf-Zertifikat ist in Ordnung; ${subject} darüber ist gesperrt, und damit alles, was es ausgestellt hat. Das Zwischenzertifikat ausliefern, das die Zertifizierungsstelle heute veröffentlicht.`,
  'status-unknown': () =>
    'Niemand konnte sagen, ob es gesperrt ist, und dieser Client will es wissen. Den Server die Antwort der Zertifizierungsstelle mitgeben lassen.',
  'staple-missing': () =>
    'Das Zertifikat verspricht eine mitgegebene OCSP-Antwort. Stapling einschalten oder eines ohne dieses Versprechen ausstellen lassen.',
  'bad-staple': () =>
    'Die mitgegebene OCSP-Antwort belegt nichts: Sie ist zu alt, betrifft ein anderes Zertifikat oder ist von Fremden signiert. Den Server eine frische holen lassen.',
  'bad-crl': (f) =>
    `Die Sperrliste des Ausstellers von ${f.subject} ist nicht zu gebrauchen. Die Zertifizierungsstelle muss eine neue veröffentlichen, mit ihrem eigenen Schlüssel signiert.`,
  'bad-ocsp-response': (f) =>
    `Die Antwort über ${f.subject} ist nicht zu gebrauchen. Die Zertifizierungsstelle muss ihren Responder in Ordnung bringen.`,
};

type Advise = (f: AdviceFacts) => string;

/** A rule that the authority broke: nothing in the server's configuration mends it. */
function authority(what: string): Advise {
  return (f) =>
    `${f.subject} ${what}. Die Zertifizierungsstelle hat eine Regel gebrochen: von einer neu ausstellen lassen, die sich daran hält; wer sie betreibt, stellt ihr Profil richtig.`;
}

/** The fault is above the leaf. */
function intermediate(what: string): Advise {
  return (f) =>
    `${f.subject} ${what}. Das Zwischenzertifikat ausliefern, das die Zertifizierungsstelle heute veröffentlicht; wer sie betreibt, stellt es neu aus.`;
}

function shorter(why: string): Advise {
  return () =>
    `${why} Das Leaf-Zertifikat und die Zwischenzertifikate eines einzigen Pfads ausliefern, der Reihe nach, und sonst nichts.`;
}
