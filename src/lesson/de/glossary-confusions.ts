/** German: what the terms of the glossary are often mistaken for. */
import type { GlossaryId } from '../glossary-ids.ts';

export const glossaryConfusions: Readonly<Partial<Record<GlossaryId, string>>> = {
  aead: 'Die zugehörigen Daten werden authentisiert, nicht verschlüsselt: Der Record-Header bleibt lesbar.',
  aes: 'Eine Suite mit AES_256 ist nicht doppelt so gut wie eine mit AES_128: Bei keiner ist ein Weg bekannt, den Schlüssel durch Probieren zu finden.',
  alert:
    'Ein Alert ist kein Logeintrag einer Seite, sondern eine Nachricht, und in TLS 1.3 läuft er meist verschlüsselt.',
  'anonymous-key-exchange':
    'Unauffindbar macht das niemanden: Es weist sich nur keiner aus, Adressen und Verkehr sind zu sehen wie immer.',
  asn1: 'ASN.1 ist die Beschreibung, DER sind die Bytes: Eine Datei liegt nie „in ASN.1“ vor.',
  binder:
    'Das Ticket selbst beweist nichts: Jeder kann es von der Leitung kopieren. Erst der Binder zeigt, dass der Schlüssel dahinter bekannt ist.',
  cbc: 'Verschlüsselt ist nicht geschützt: Mit CBC allein fällt nicht auf, wer die Bytes ändert.',
  certificate:
    '„SSL-Zertifikat“ heißt es im Handel. SSL ist seit RFC 7568 abgeschafft, und ein Zertifikat gehört zu keiner TLS-Version.',
  'certificate-request':
    'Nicht der CertificateRequest von TLS: Den sendet ein Server, der ein Client-Zertifikat sehen will.',
  'certificate-verify':
    'Es verifiziert nicht das Zertifikat; das geschieht mit der Signatur seines Ausstellers.',
  'certification-authority':
    'Eine CA hat den privaten Schlüssel der zertifizierten Sites nicht und wird während des Handshakes nicht gefragt.',
  chain:
    'Was gesendet wird, ist eines, der gefundene Pfad ein anderes: Zertifikate können fehlen, überzählig sein oder in beliebiger Reihenfolge stehen.',
  'change-cipher-spec':
    'Keine Handshake-Nachricht: Sie hat einen eigenen Record-Typ und steht nicht im Transkript.',
  'cipher-suite':
    'In TLS 1.3 sagt der Name nichts über Schlüsselaustausch und Zertifikat, in TLS 1.2 nennt er beides.',
  'client-certificate':
    'Es verschlüsselt nichts: Sein Schlüssel signiert einmal. Die Verbindung ist ohne es genauso vertraulich.',
  'common-name':
    'Den Hostnamen hier einzutragen genügt nicht: Browser lesen nur den Subject Alternative Name.',
  compression:
    'Die Kompression von Zertifikaten (RFC 8879) ist etwas anderes: Ein Zertifikat ist öffentlich, seine Länge verrät nichts.',
  'diffie-hellman': 'Es wird kein Geheimnis gesendet, auch nicht verschlüsselt. Beide Seiten berechnen es.',
  dsa: 'Nicht ECDSA: Das rechnet auf einer elliptischen Kurve und ist weit verbreitet.',
  'early-data': 'Schneller, aber schwächer: Early Data lässt sich wiederholen und hat keine Forward Secrecy.',
  ecdsa: 'Es signiert nur: Mit einem ECDSA-Schlüssel lässt sich nichts verschlüsseln.',
  eddsa:
    'Ed25519 signiert, X25519 tauscht Schlüssel aus: dieselbe Kurve in anderer Form und nie derselbe Schlüssel.',
  ephemeral: 'Kurzlebig ist der Schlüssel des Austauschs, nicht der des Zertifikats: Der bleibt über Monate.',
  'extended-main-secret': 'Ältere Texte sagen Extended Master Secret; es ist dieselbe Erweiterung.',
  fingerprint: 'Er wird von dem berechnet, der hinsieht; im Zertifikat steht er nicht.',
  finished:
    'Er ist ein MAC, keine Signatur: Er zeigt, dass beide dieselben Schlüssel haben und dieselben Nachrichten sahen.',
  'forward-secrecy':
    'Sie schützt gestrige Mitschnitte vor dem Diebstahl des langfristigen Schlüssels, nicht die heutige Verbindung.',
  handshake: 'Nicht der Handshake von TCP: Der ist vorbei, bevor das erste Byte TLS kommt.',
  hash: 'Hashen ist nicht Verschlüsseln: Es gibt keinen Schlüssel, und nichts kommt wieder heraus.',
  hmac: 'Kein bloßer Hash: Ohne den Schlüssel kann ihn niemand berechnen oder prüfen.',
  hsts: 'Es ist ein Header von HTTP, kein Teil von TLS, und wirkt erst nach dem ersten Besuch oder durch eine Liste im Browser.',
  hybrid: 'Zwei Verfahren nebeneinander, nicht ineinander: Beide müssten gebrochen werden.',
  intermediate:
    'Ein Server muss es senden. Zeigt ein Browser keinen Fehler, hatte nur dieser Browser es von anderswo.',
  'key-exchange':
    'Die Schlüssel selbst gehen in TLS 1.3 nie auf die Leitung, nur öffentliche Hälften und bei ML-KEM ein Ciphertext, den nur der Browser öffnen kann.',
  'key-share':
    'Eine öffentliche Hälfte, die jeder sehen darf. Sie entsteht für jede Verbindung neu und hat mit dem Zertifikat nichts zu tun.',
  'key-update': 'Kein neuer Schlüsselaustausch: Das nächste Secret entsteht aus dem letzten.',
  leaf: 'Nicht „der Schlüssel des Servers“: Im Zertifikat steht die öffentliche Hälfte, die jeder kopieren darf.',
  mac: 'Keine Adresse einer Netzwerkkarte und keine Signatur: Wer ihn prüfen kann, kann ihn auch erzeugen.',
  'main-secret':
    'Die meisten Texte sagen noch Master Secret, und auch Labels der Ableitung wie „res master“.',
  'ml-dsa':
    'ML-KEM verbirgt, ML-DSA weist nach: Das eine ersetzt den Schlüsselaustausch, das andere die Signatur.',
  nonce: 'Sie muss weder geheim noch zufällig sein, nur nie zweimal unter einem Schlüssel verwendet werden.',
  'null-cipher':
    'Auch eine solche Verbindung heißt TLS, und das Zertifikat wird geprüft wie immer; über Geheimhaltung sagt das nichts.',
  ocsp: 'Die Abfrage wird oft ausgelassen oder verziehen: Viele Clients machen ohne Antwort weiter.',
  pem: 'Keine andere Art von Zertifikat: Die Bytes darin sind dasselbe DER.',
  'post-handshake-authentication':
    'Keine Neuaushandlung: Es wechseln keine Schlüssel, und es gibt keinen zweiten Handshake.',
  'post-quantum':
    'Ein Quantencomputer ist dafür nicht nötig, und AES und SHA-256 müssen nicht ersetzt werden.',
  'premaster-secret':
    'Es ist nicht der Schlüssel für die Daten; die werden über das Main Secret daraus abgeleitet.',
  'private-key':
    '„Mit dem privaten Schlüssel verschlüsseln“ ist ein falscher Name für Signieren: Das Ergebnis verbirgt nichts.',
  psk: 'Kein Passwort: Er braucht die Länge und die Zufälligkeit eines Schlüssels.',
  'public-key':
    'Bei ECDHE wird mit dem öffentlichen Schlüssel des Zertifikats nichts verschlüsselt. Er prüft nur eine Signatur.',
  random: 'Er ist öffentlich. Er macht jeden Handshake zu einem anderen, hält aber nichts geheim.',
  record:
    'Keine Nachricht: Ein Record kann mehrere Nachrichten enthalten, und eine Nachricht kann über mehrere Records gehen.',
  replay:
    'Wer wiederholt, muss nicht lesen können: Auch verschlüsselte Bytes lassen sich noch einmal senden.',
  revocation:
    'Die Signatur eines gesperrten Zertifikats bleibt gültig. Nur wer nachfragt, erfährt von der Sperrung.',
  root: 'Ein Server braucht es nicht zu senden: Ein Root gilt, weil es im Root-Store liegt, nicht weil es ankommt.',
  'root-store': 'Es gibt nicht die eine Liste: Browser, Betriebssysteme, Java und Geräte führen eigene.',
  rsa: 'Ein RSA-Zertifikat bedeutet keinen RSA-Schlüsselaustausch: Mit ECDHE und in TLS 1.3 signiert sein Schlüssel nur.',
  'rsa-key-exchange': 'Nicht dasselbe wie ein RSA-Zertifikat: Mit ECDHE signiert dessen Schlüssel nur.',
  'self-signed': 'Jedes Root-Zertifikat ist selbstsigniert. Es zählt, ob es im Root-Store liegt.',
  'serial-number': 'Eindeutig nur bei einer CA: Zwei CAs können dieselbe Nummer vergeben.',
  'session-ticket': 'Für den Browser undurchsichtig: Nur der Server kann es lesen.',
  'sha-1': 'Eine Suite, die auf _SHA endet, meint SHA-1 als HMAC, nicht ein Zertifikat mit SHA-1.',
  signature: 'Es ist keine umgekehrte Verschlüsselung: ECDSA und Ed25519 können gar nicht verschlüsseln.',
  ssl: 'Wer heute SSL sagt, meint TLS: Kein aktueller Browser oder Server spricht SSL.',
  stapling: 'Dass sie vom Server kommt, schwächt sie nicht: Die Antwort hat die CA signiert.',
  'static-diffie-hellman': 'Ein Buchstabe weniger als DHE und ECDHE, und mit ihm fehlt Forward Secrecy.',
  'subject-alternative-name': '„Alternative“ ist Geschichte: Für Hostnamen zählt nur noch diese Stelle.',
  tls: 'Das S steht nicht für Socket: Dieses Wort gehört zu SSL.',
  'traffic-secret':
    'Den einen Sitzungsschlüssel gibt es nicht: Jede Richtung und jede Phase hat einen eigenen.',
  'trust-anchor':
    'Vertraut wird dem, was er signiert, nicht dem, was in ihm steht: Nicht einmal sein Ablaufdatum muss zählen.',
  'validation-authority': 'Sie validiert nicht die Kette; sie sagt nur, ob ein Zertifikat gesperrt wurde.',
  validity: 'Es zählt die Uhr dessen, der prüft. Eine falsche Uhr lässt gute Zertifikate scheitern.',
  wildcard:
    'Nur ein Label: *.shop.example deckt www.shop.example, nicht a.b.shop.example und nicht shop.example.',
};
