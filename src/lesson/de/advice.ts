/** German: what to do about each failure of a chain, for whoever runs the server and for whoever runs the authority. */
import type { AdviceFacts, AdviceWords } from '../advice.ts';

export const advice: AdviceWords = {
  'issuer-not-found': (f) =>
    `Das Leaf-Zertifikat senden und danach jedes Zwischenzertifikat, darunter den Aussteller von ${f.subject}. Das Root-Zertifikat weglassen.`,
  'root-not-trusted': (f) =>
    `Nichts im Root-Store bürgt für ${f.subject}. Das Zertifikat bei einer Zertifizierungsstelle beantragen, die jeder Client kennt, oder dieses Root-Zertifikat in den Root-Store jedes Clients aufnehmen.`,
  distrusted: (f) =>
    `Ein Schlüssel auf diesem Pfad ist in fremden Händen; unter ${f.subject} ist nichts zu retten. Ein neues Zertifikat unter einem anderen Root-Zertifikat ausstellen lassen, mit neuem Schlüssel.`,
  'self-signed': (f) =>
    `${f.subject} bürgt für sich selbst. Für ${f.host} ein Zertifikat bei einer Zertifizierungsstelle beantragen, die Clients kennen.`,
  'search-limit': shorter('Der Pfad ist länger, als Clients folgen.'),
  'search-budget': shorter('So viele Zertifikate kommen als Aussteller in Frage, dass Clients aufgeben.'),
  'signature-budget': shorter('So viele Signaturen wären zu prüfen, dass Clients aufgeben.'),
  'no-certificate': () => 'Ein Zertifikat senden: zuerst das Leaf-Zertifikat, dann die Zwischenzertifikate.',

  'bad-signature': (f) =>
    `${f.subject} ist nicht das, was sein Aussteller signiert hat. Die Datei noch einmal bei der Zertifizierungsstelle holen und herausfinden, wer sie verändert hat.`,
  'weak-algorithm': (f) =>
    `${f.subject} ist über einen Hash signiert, der sich fälschen lässt. Mit SHA-256 neu ausstellen lassen.`,
  'unsupported-algorithm': (f) =>
    `Clients prüfen die Signatur in ${f.subject} nicht. Mit RSA oder ECDSA über SHA-256 oder SHA-384 ausstellen lassen, mit dem Hash, der zur Kurve gehört.`,
  'weak-key': (f) =>
    `Der Schlüssel in ${f.subject} lässt sich von anderen berechnen. Einen längeren erzeugen und dafür ein Zertifikat ausstellen lassen.`,
  'unsupported-key': (f) =>
    `Clients nehmen keinen Schlüssel von der Art wie in ${f.subject}. Einen auf P-256 oder RSA mit 2048 Bit erzeugen und dafür ein Zertifikat ausstellen lassen.`,

  'algorithm-mismatch': authority(
    'nennt zwei Signaturalgorithmen, einen innerhalb und einen außerhalb des Signierten',
  ),
  'empty-issuer': authority('sagt nicht, wer es ausgestellt hat'),
  'empty-subject': authority('gehört einer Zertifizierungsstelle ohne Namen'),
  'key-identifier-mismatch': authority('nennt einen anderen Schlüssel als den seines Ausstellers'),

  expired: ({ place, subject }) =>
    ({
      leaf: 'Das Zertifikat erneuern, laden und beides künftig einem Timer überlassen.',
      authority: `Das Leaf-Zertifikat ist in Ordnung; ${subject} darüber ist abgelaufen. Das Zwischenzertifikat senden, das die Zertifizierungsstelle heute veröffentlicht.`,
      root: `Das Root-Zertifikat ${subject} ist abgelaufen, und der Server kann nichts daran ändern. Der Client braucht einen neueren Root-Store oder eine Kette, die unter einem anderen Root-Zertifikat endet.`,
    })[place],
  'not-yet-valid': (f) =>
    `Zuerst auf die Uhr sehen: ${f.subject} gilt erst später. Geht die Uhr richtig, für einen Zeitraum ausstellen lassen, der begonnen hat.`,

  'name-mismatch': (f) =>
    `Ein Zertifikat ausstellen lassen, dessen subjectAltName ${f.host} enthält. Teilen sich mehrere Sites die Adresse, nachsehen, ob die richtige antwortet.`,
  'no-names': (f) =>
    `Ein Zertifikat ausstellen lassen, dessen subjectAltName ${f.host} enthält. Der Common Name wird nicht gelesen.`,
  'malformed-name': authority('hat einen subjectAltName, der kein Name seiner Art ist'),
  'public-suffix-wildcard': () =>
    'Eine Wildcard unter einem Public Suffix deckt Namen von Fremden. Die Namen der Site selbst aufführen.',
  'common-name-not-listed': authority('hat einen Common Name, der nicht in seinem subjectAltName steht'),
  'wrong-name-criticality': authority(
    'kennzeichnet seinen subjectAltName falsch: Kritisch ist er, wo subject leer ist, und nur dort',
  ),
  'nameless-leaf': authority('hat weder subject noch subjectAltName'),

  'not-a-ca': intermediate('ist kein CA-Zertifikat: cA TRUE fehlt, und doch hat es signiert'),
  'leaf-is-a-ca': (f) =>
    `${f.subject} ist das Zertifikat einer Zertifizierungsstelle. Stimmt nur die Reihenfolge nicht, das Leaf-Zertifikat zuerst senden; sonst als Serverzertifikat ausstellen lassen.`,
  'path-too-long': (f) =>
    `${f.subject} erlaubt weniger Zertifizierungsstellen unter sich, als dort stehen. Das Leaf-Zertifikat eine Ebene höher ausstellen lassen oder die Zertifizierungsstelle mit größerem pathlen zertifizieren.`,

  'no-key-cert-sign': intermediate('darf keine Zertifikate signieren'),
  'no-digital-signature': (f) =>
    `Der Schlüssel in ${f.subject} darf nicht signieren, was jeder Handshake von TLS 1.3 braucht. Mit digitalSignature ausstellen lassen.`,
  'no-key-usage': (f) =>
    `Der Schlüssel in ${f.subject} darf nicht für das verwendet werden, was die Cipher Suite will: keyEncipherment für RSA-Schlüsselaustausch, keyAgreement für statisches (EC)DH, digitalSignature für alle anderen.`,
  'key-cert-sign-without-ca': authority('hat keyCertSign, das nur eine Zertifizierungsstelle haben darf'),

  'wrong-purpose': (f) =>
    `${f.subject} ist für einen anderen Zweck bestimmt. Für TLS-Server ausstellen lassen.`,
  'no-purpose': (f) => `${f.subject} nennt keinen Zweck. Für TLS-Server ausstellen lassen.`,
  'forbidden-purpose': (f) =>
    `${f.subject} nennt einen Zweck, der neben dem eines Servers nicht stehen darf. Nur für TLS-Server ausstellen lassen.`,

  'name-not-permitted': (f) =>
    `Eine Zertifizierungsstelle darüber darf nur für eigene Namen bürgen, und einer in ${f.subject} gehört nicht dazu. Nichts, was der Server sendet, kann das erweitern: eine Zertifizierungsstelle wählen, die für ${f.host} bürgen darf.`,
  'name-excluded': (f) =>
    `Einer Zertifizierungsstelle darüber ist verboten, für einen Namen in ${f.subject} zu bürgen. Nichts, was der Server sendet, kann das ändern: eine Zertifizierungsstelle wählen, die für ${f.host} bürgen darf.`,
  'malformed-constraint': intermediate('hat eine Namenseinschränkung, die kein Name ist'),
  'unsupported-constraint': intermediate(
    'schränkt Namen einer Art ein, die Clients nicht vergleichen können',
  ),
  'name-constraint-budget': shorter(
    'So viele Namen und Namenseinschränkungen treffen aufeinander, dass Clients aufgeben.',
  ),

  'no-valid-policy': intermediate(
    'und die Zertifikate darunter haben keine Richtlinie gemeinsam, die der Client verlangt',
  ),
  'bad-policy-mapping': intermediate('bildet von oder auf anyPolicy ab'),
  'duplicate-policy': authority('führt eine Richtlinie zweimal auf'),

  'unknown-critical-extension': (f) =>
    `${f.subject} hat eine kritische Erweiterung, die Clients nicht kennen, und dieses Wort heißt, dass sie es ablehnen müssen. Ohne die Erweiterung oder nicht kritisch ausstellen lassen.`,
  'missing-extension': authority('hat eine Erweiterung nicht, die die Regeln verlangen'),
  'wrong-criticality': authority(
    'kennzeichnet eine Erweiterung als kritisch, die es nicht sein darf, oder umgekehrt',
  ),
  'misplaced-extension': authority(
    'hat eine Erweiterung, oder einen Teil davon, die dort nichts zu suchen hat',
  ),

  'serial-not-positive': authority('hat eine Seriennummer, die null oder negativ ist'),
  'serial-too-long': authority('hat eine Seriennummer von mehr als 20 Oktetten'),
  'serial-reused': authority('hat die Seriennummer eines anderen Zertifikats desselben Ausstellers'),

  'wrong-version': authority('hat die falsche Version für seinen Inhalt'),
  'wrong-time-form': authority(
    'schreibt ein Datum in der falschen Form: UTCTime bis 2049, GeneralizedTime ab 2050',
  ),
  'empty-period': authority('endet, bevor es beginnt'),
  'unique-identifier': authority('hat einen Unique Identifier, den niemand mehr ausstellen darf'),
  'algorithm-parameters': authority(
    'hat in einem Algorithmus andere Parameter, als seine Definition vorschreibt',
  ),
  'not-der': authority(
    'ist nicht in DER kodiert, der einzigen Kodierung, über die sich eine Signatur prüfen lässt',
  ),

  revoked: ({ place, subject }) =>
    place === 'leaf'
      ? 'Die Zertifizierungsstelle nach dem Grund fragen. Einen neuen Schlüssel erzeugen und dafür ein Zertifikat ausstellen lassen: Der alte kann in fremden Händen sein.'
      : `Das Leaf-Zertifikat ist in Ordnung; ${subject} darüber wurde gesperrt und mit ihm alles, was es ausgestellt hat. Das Zwischenzertifikat senden, das die Zertifizierungsstelle heute veröffentlicht.`,
  'status-unknown': () =>
    'Niemand konnte sagen, ob es gesperrt ist, und dieser Client will es wissen. Den Server die Antwort der Zertifizierungsstelle mitsenden lassen (OCSP-Stapling).',
  'staple-missing': () =>
    'Das Zertifikat verspricht eine mitgesendete Antwort. OCSP-Stapling einschalten oder eines ohne dieses Versprechen ausstellen lassen.',
  'bad-staple': () =>
    'Die mitgesendete Antwort beweist nichts: Sie ist zu alt, gilt einem anderen Zertifikat oder ist von Fremden signiert. Den Server eine frische holen lassen.',
  'bad-crl': (f) =>
    `Die Sperrliste des Ausstellers von ${f.subject} ist nicht brauchbar. Die Zertifizierungsstelle muss eine neue veröffentlichen, mit dem eigenen Schlüssel signiert.`,
  'bad-ocsp-response': (f) =>
    `Die Antwort über ${f.subject} ist nicht brauchbar. Die Zertifizierungsstelle muss ihren Responder in Ordnung bringen.`,
};

type Advise = (f: AdviceFacts) => string;

/** A rule that the authority broke: nothing in the server's configuration mends it. */
function authority(what: string): Advise {
  return (f) =>
    `${f.subject} ${what}. Die Zertifizierungsstelle hat eine Regel verletzt; das Zertifikat von einer neu ausstellen lassen, die sich daran hält. Wer die Zertifizierungsstelle betreibt, bringt ihr Profil in Ordnung.`;
}

/** The fault is above the leaf. */
function intermediate(what: string): Advise {
  return (f) =>
    `${f.subject} ${what}. Das Zwischenzertifikat senden, das die Zertifizierungsstelle heute veröffentlicht; wer sie betreibt, stellt es neu aus.`;
}

function shorter(why: string): Advise {
  return () =>
    `${why} Das Leaf-Zertifikat und die Zwischenzertifikate eines Pfades senden, in Reihenfolge, und sonst nichts.`;
}
