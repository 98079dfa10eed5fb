/** German texts about operations (what they do) and about values (what they are for). */
import type { OperationWords } from '../operation-words.ts';
import { rich, term } from '../rich.ts';
import { bytes } from './grammar.ts';

export const operations: OperationWords = {
  what: {
    random: (f) =>
      rich`Zieht ${bytes(f.outputBytes)} aus dem Zufallsgenerator der Plattform. Wer sie vorhersehen könnte, könnte berechnen, was aus ihnen folgt.`,
    hash: (f) =>
      rich`Bildet mit ${f.algorithm} aus der Eingabe einen ${term('hash', 'Hash')} von ${bytes(f.outputBytes)}. Dieselbe Eingabe ergibt immer dieselbe Ausgabe, und niemand findet zwei Eingaben mit einer Ausgabe.`,
    hmac: (f) =>
      rich`Berechnet mit HMAC-${f.algorithm} einen ${term('mac', 'MAC')} von ${bytes(f.outputBytes)}. Ohne den Schlüssel kann ihn niemand erzeugen.`,
    'hkdf-extract': (f) =>
      rich`Mischt ${term('salt', 'Salt')} und Eingabe zu einem gleichverteilten Secret von ${bytes(f.outputBytes)}: HMAC-${f.algorithm} mit dem Salt als Schlüssel (${term('hkdf', 'HKDF')}).`,
    'hkdf-expand-label': (f) =>
      rich`Leitet ${bytes(f.outputBytes)} aus einem Secret ab, für ein Label und einen Kontext (${term('hkdf', 'HKDF')}). Andere Labels ergeben Bytes ohne Zusammenhang, und keine Ausgabe führt zum Secret zurück.`,
    prf: (f) =>
      rich`Leitet ${bytes(f.outputBytes)} aus einem Secret, einem Label und einem Seed ab: HMAC-${f.algorithm} immer wieder, bis es genug sind (die PRF von TLS 1.2). Keine Ausgabe führt zum Secret zurück.`,
    cut: (f) =>
      rich`Schneidet eine Bytefolge in ihre Teile, in der Reihenfolge, die der RFC festlegt. Berechnet wird dabei nichts; der letzte Teil hat ${bytes(f.outputBytes)}.`,
    'generate-key-pair': (f) =>
      rich`Erzeugt ein neues Schlüsselpaar für ${f.algorithm}, nur für diese Verbindung. Die öffentliche Hälfte wird gesendet, der ${term('private-key', 'private Schlüssel')} bleibt.`,
    agree: (f) =>
      f.verdict === false
        ? rich`Verrechnet den eigenen privaten Schlüssel mit dem öffentlichen der anderen Seite und scheitert: Diese Bytes sind kein gültiger öffentlicher Schlüssel.`
        : rich`Verrechnet den eigenen ${term('private-key', 'privaten Schlüssel')} mit dem ${term('public-key', 'öffentlichen Schlüssel')} der anderen Seite (${f.algorithm}). Beide Seiten kommen auf dieselben ${bytes(f.outputBytes)}.`,
    encapsulate: (f) =>
      f.verdict === false
        ? rich`Würde ein Geheimnis für den Encapsulation Key des Browsers erzeugen, aber diese Bytes sind kein gültiger Schlüssel.`
        : rich`Erzeugt ein zufälliges Geheimnis und dazu einen Ciphertext für den Encapsulation Key des Browsers (${term('ml-kem', 'ML-KEM')}). Nur der Browser holt das Geheimnis wieder heraus.`,
    decapsulate: (f) =>
      rich`Gewinnt das Geheimnis von ${bytes(f.outputBytes)} mit dem privaten Schlüssel des Browsers aus dem Ciphertext des Servers zurück (${term('ml-kem', 'ML-KEM')}).`,
    concatenate: (f) =>
      rich`Hängt die Eingaben hintereinander, ${bytes(f.outputBytes)}. Wem eine davon fehlt, der hat das Ganze nicht.`,
    xor: (f) =>
      rich`Verknüpft IV und ${term('record-number', 'Record-Nummer')} Bit für Bit, ${bytes(f.outputBytes)}. So hat jeder Record seine eigene ${term('nonce', 'Nonce')}, ohne dass sie gesendet wird.`,
    'rsa-encrypt': (f) =>
      f.verdict === false
        ? rich`Würde mit dem ${term('public-key', 'öffentlichen Schlüssel')} des Servers verschlüsseln, aber das ist kein RSA-Schlüssel mit genug Platz.`
        : rich`Füllt die Eingabe mit zufälligen Bytes auf und verschlüsselt sie mit dem ${term('public-key', 'öffentlichen')} RSA-Schlüssel des Servers (${f.algorithm}), ${bytes(f.outputBytes)}. Nur der ${term('private-key', 'private Schlüssel')} holt sie wieder heraus, heute oder in zehn Jahren.`,
    'rsa-decrypt': (f) =>
      f.verdict === false
        ? rich`Entschlüsselt mit dem ${term('private-key', 'privaten')} RSA-Schlüssel, und was herauskommt, hat nicht das richtige Padding. Die andere Seite darf das nicht erfahren: Es wäre ein Orakel.`
        : rich`Entschlüsselt mit dem ${term('private-key', 'privaten')} RSA-Schlüssel (${f.algorithm}) und nimmt das Padding weg; ${bytes(f.outputBytes)} bleiben.`,
    encrypt: (f) =>
      rich`Verschlüsselt mit ${f.algorithm}, ${bytes(f.outputBytes)}. Das verbirgt den Inhalt und schützt ihn vor keiner Änderung: Dafür braucht es auch einen ${term('mac', 'MAC')}.`,
    decrypt: (f) =>
      rich`Entschlüsselt mit ${f.algorithm}, ${bytes(f.outputBytes)}. Was auch ankommt, ergibt irgendetwas; nur der ${term('mac', 'MAC')} sagt, ob es verändert wurde.`,
    sign: (f) =>
      rich`Signiert mit dem ${term('private-key', 'privaten Schlüssel')} (${f.algorithm}), ${bytes(f.outputBytes)}. Prüfen können das alle, erzeugen kann es niemand sonst.`,
    verify: (f) =>
      rich`Prüft eine ${term('signature', 'Signatur')} mit dem ${term('public-key', 'öffentlichen Schlüssel')} (${f.algorithm}). Das Ergebnis ist ${f.verdict === true ? 'true' : 'false'}.`,
    seal: (f) =>
      f.ticket
        ? rich`Verschlüsselt die Notizen des Servers über diese Sitzung mit einem Schlüssel, den nur er hat, und hängt ein ${term('tag', 'Tag')} an (${f.algorithm}, ${term('aead', 'AEAD')}). Der Browser bewahrt sie für ihn auf.`
        : rich`Verschlüsselt und hängt in einem Zug ein ${term('tag', 'Tag')} an (${f.algorithm}, ${term('aead', 'AEAD')}). Der Header des Records ist vom Tag abgedeckt, bleibt aber lesbar.`,
    open: (f) =>
      f.ticket
        ? rich`Der Server öffnet ein ${term('session-ticket', 'Ticket')} mit seinem eigenen Schlüssel (${f.algorithm}, ${term('aead', 'AEAD')})${f.verdict === false ? ', und es ist keines von ihm, oder jemand hat es verändert' : ' und hat seine Notizen über diese Sitzung wieder'}. Der Browser konnte es nicht lesen.`
        : f.verdict === false
          ? rich`Prüft das ${term('tag', 'Tag')} (${f.algorithm}), und es passt nicht. Entschlüsselt wird dann nichts.`
          : rich`Prüft das ${term('tag', 'Tag')} und entschlüsselt (${f.algorithm}, ${term('aead', 'AEAD')}). Wäre ein Bit verändert worden, käme nichts heraus.`,
  },
  values: {
    'hello-random': {
      name: 'Zufallswert (random)',
      text: rich`Macht das ${term('transcript', 'Transkript')} dieser Verbindung zu einem, das keinem anderen gleicht.`,
    },
    'session-id': {
      name: 'Legacy Session ID',
      text: rich`Benennt keine Sitzung: Sie lässt das Hello wie TLS 1.2 aussehen (${term('compatibility-mode', 'Kompatibilitätsmodus')}).`,
    },
    'grease-seed': {
      name: 'GREASE-Seed',
      text: rich`Wählt, welche reservierten Werte ins Hello kommen (${term('grease', 'GREASE')}).`,
    },
    cookie: {
      name: 'Cookie',
      text: rich`Der Browser muss es zurücksenden, was zeigt, dass er erreichbar ist (${term('cookie', 'Cookie')}).`,
    },
    'private-key': {
      name: 'Privater Schlüssel eines Key Share',
      text: rich`Mit ihm und dem Share der anderen Seite lässt sich das ${term('shared-secret', 'gemeinsame Geheimnis')} berechnen. Nach der Verbindung muss er gelöscht werden: Dann kann niemand mehr einen Mitschnitt lesen (${term('forward-secrecy', 'Forward Secrecy')}).`,
    },
    'public-key': {
      name: 'Öffentlicher Schlüssel eines Key Share',
      text: rich`Reist im Klartext; das gemeinsame Geheimnis lässt sich daraus nicht berechnen.`,
    },
    'kem-ciphertext': {
      name: 'ML-KEM-Ciphertext',
      text: rich`Enthält das Geheimnis in einer Form, die nur der private Schlüssel des Browsers öffnet (${term('ml-kem', 'ML-KEM')}).`,
    },
    'partial-secret': {
      name: 'Teil des gemeinsamen Geheimnisses',
      text: rich`Eines der beiden Geheimnisse des ${term('hybrid', 'hybriden Schlüsselaustauschs')}; keines genügt allein.`,
    },
    'shared-secret': {
      name: 'Gemeinsames Geheimnis',
      text: rich`Auf beiden Seiten gleich und nie gesendet. Ohne ${term('psk', 'Pre-Shared Key')} ist es die einzige Eingabe der ${term('key-schedule', 'Schlüsselableitung')}, die Eve nicht hat.`,
    },
    'early-secret': {
      name: 'Early Secret',
      text: rich`Erste Stufe der ${term('key-schedule', 'Schlüsselableitung')}. Ohne ${term('psk', 'Pre-Shared Key')} entsteht es aus Nullen, eine Konstante, die auch Eve hat (${term('early-secret', 'Early Secret')}).`,
    },
    derived: {
      name: 'Salt für die nächste Stufe',
      text: rich`Trägt eine Stufe der ${term('key-schedule', 'Schlüsselableitung')} in die nächste, so dass jede auch von allen davor abhängt.`,
    },
    'handshake-secret': {
      name: 'Handshake Secret',
      text: rich`Zweite Stufe: Hier kommt das ${term('shared-secret', 'gemeinsame Geheimnis')} hinein. Ab jetzt kann Eve nicht folgen (${term('handshake-secret', 'Handshake Secret')}).`,
    },
    'handshake-traffic-secret': {
      name: 'Handshake Traffic Secret',
      text: rich`Quelle von Schlüssel, IV und Finished-Schlüssel für die Handshake-Nachrichten einer Seite (${term('traffic-secret', 'Traffic Secret')}). Es hängt von den Hellos ab.`,
    },
    'main-secret': {
      name: 'Main Secret',
      text: rich`Quelle aller Schlüssel für Daten (${term('main-secret', 'Main Secret')}). In TLS 1.3 ist es die dritte Stufe, in die nichts Neues kommt; in TLS 1.2 entsteht es aus dem Premaster Secret.`,
    },
    'application-traffic-secret': {
      name: 'Application Traffic Secret',
      text: rich`Quelle von Schlüssel und IV für die Daten einer Seite (${term('traffic-secret', 'Traffic Secret')}). Es hängt von allem bis zum Finished des Servers ab.`,
    },
    'updated-traffic-secret': {
      name: 'Application Traffic Secret, erneuert',
      text: rich`Folgt aus dem vorigen, und nicht umgekehrt (${term('key-update', 'KeyUpdate')}).`,
    },
    'exporter-secret': {
      name: 'Exporter Secret',
      text: rich`Anwendungen können daraus eigene Schlüssel ableiten, die zu dieser Verbindung gehören (${term('exporter-secret', 'Exporter Secret')}).`,
    },
    'resumption-secret': {
      name: 'Resumption Secret',
      text: rich`Quelle der ${term('psk', 'Pre-Shared Keys')} für spätere Verbindungen (${term('resumption-secret', 'Resumption Secret')}). Es deckt auch das Finished des Browsers ab.`,
    },
    'resumption-psk': {
      name: 'Pre-Shared Key eines Tickets',
      text: rich`Wofür ein ${term('session-ticket', 'Session-Ticket')} steht. Die Nonce jedes Tickets ergibt einen anderen.`,
    },
    'external-psk': {
      name: 'Pre-Shared Key',
      text: rich`Beide Seiten hatten ihn schon vor der Verbindung (${term('psk', 'Pre-Shared Key')}). Wer ihn sonst noch hat, kann als jede der beiden auftreten.`,
    },
    'ticket-key': {
      name: 'Ticketschlüssel des Servers',
      text: rich`Versiegelt, was der Server wieder wissen will, wenn ein ${term('session-ticket', 'Ticket')} zurückkommt. Wer ihn stiehlt, kann jede damit versiegelte Sitzung wieder aufnehmen und ihre ${term('early-data', 'Early Data')} lesen.`,
    },
    'ticket-state': {
      name: 'Inhalt eines Tickets',
      text: rich`${term('psk', 'Pre-Shared Key')}, Suite, Zeit und Grenzen einer Sitzung: das Gedächtnis des Servers, aufbewahrt vom Browser.`,
    },
    ticket: {
      name: 'Session-Ticket',
      text: rich`Für alle außer dem Server undurchsichtig (${term('session-ticket', 'Session-Ticket')}).`,
    },
    'ticket-nonce': {
      name: 'Nonce eines Tickets',
      text: rich`Hält die Schlüssel mehrerer Tickets oder ihre Ciphertexte auseinander.`,
    },
    'ticket-age-add': {
      name: 'ticket_age_add',
      text: rich`Wird zu dem Alter addiert, das der Browser später nennt, damit Eve nicht zwei Verbindungen daran verknüpft.`,
    },
    'request-context': {
      name: 'certificate_request_context',
      text: rich`Benennt diese Frage, so dass ihre Antwort zu keiner anderen passt.`,
    },
    'traffic-key': {
      name: 'Traffic Key',
      text: rich`Verschlüsselt die Records einer Seite. Nur der Absender versiegelt damit, nur die andere Seite öffnet.`,
    },
    'traffic-iv': {
      name: 'Traffic IV',
      text: rich`Mit der Record-Nummer verknüpft, ergibt er die ${term('nonce', 'Nonce')} jedes Records.`,
    },
    'finished-key': {
      name: 'Finished-Schlüssel',
      text: rich`Schlüssel des ${term('mac', 'MAC')} im ${term('finished', 'Finished')} dieser Seite und von nichts anderem.`,
    },
    'verify-data': {
      name: 'verify_data',
      text: rich`Zeigt, dass der Absender dieselben Nachrichten gesehen und dasselbe Secret hat (${term('finished', 'Finished')}).`,
    },
    binder: {
      name: 'PSK-Binder',
      text: rich`Zeigt, dass der Browser den ${term('psk', 'Pre-Shared Key')} hat, den er anbietet.`,
    },
    'early-traffic-secret': {
      name: 'Early Traffic Secret',
      text: rich`Quelle der Schlüssel für Daten, die vor dem Ende des Handshakes gesendet werden.`,
    },
    'early-exporter-secret': {
      name: 'Early Exporter Secret',
      text: rich`Für Schlüssel von Anwendungen vor dem Ende des Handshakes.`,
    },
    'transcript-hash': {
      name: 'Transkript-Hash',
      text: rich`Steht für alle Nachrichten bis hier (${term('transcript-hash', 'Transkript-Hash')}). Was auf ihm beruht, scheitert, wenn eine davon verändert wurde.`,
    },
    'empty-hash': {
      name: 'Hash von nichts',
      text: rich`Der Kontext, wo keine Nachrichten gemeint sind; berechnen können ihn alle.`,
    },
    nonce: {
      name: 'Nonce',
      text: rich`Darf sich unter einem Schlüssel nicht wiederholen: Zwei Records mit derselben Nonce würden ihren Inhalt verraten (${term('nonce', 'Nonce')}).`,
    },
    record: {
      name: 'Versiegelter Record',
      text: rich`Was über die Leitung geht: ${term('ciphertext', 'Ciphertext')} und ${term('tag', 'Tag')}.`,
    },
    plaintext: {
      name: 'Geöffneter Record',
      text: rich`Inhalt, Content Type und ${term('padding', 'Padding')}, wieder lesbar.`,
    },
    'signing-key': {
      name: 'Privater Schlüssel des Zertifikats',
      text: rich`Signiert den Handshake und verschlüsselt nichts. Wer ihn später stiehlt, kann als sein Besitzer auftreten, die Daten von heute aber trotzdem nicht lesen (${term('forward-secrecy', 'Forward Secrecy')}).`,
    },
    'handshake-signature': {
      name: 'Signatur des CertificateVerify',
      text: rich`Nachweis, dass der Absender in dieser Verbindung den privaten Schlüssel seines Zertifikats hat.`,
    },
    'revocation-signature': {
      name: 'Signatur einer Auskunft über die Sperrung',
      text: rich`Zeigt, dass der ${term('issuer', 'Aussteller')} oder jemand, den er dafür benannt hat, genau das über eine ${term('revocation', 'Sperrung')} gesagt hat.`,
    },
    'issuer-hash': {
      name: 'Hash des Ausstellers',
      text: rich`Eine Auskunft über eine ${term('revocation', 'Sperrung')} benennt den ${term('issuer', 'Aussteller')} durch Hashes über Name und Schlüssel, damit keine Seriennummer einer anderen Zertifizierungsstelle für diese gehalten wird.`,
    },
    'premaster-secret': {
      name: 'Premaster Secret',
      text: rich`Was der Schlüsselaustausch liefert, auf beiden Seiten gleich: die eine Eingabe der Ableitung, die Eve nicht hat (${term('premaster-secret', 'Premaster Secret')}).`,
    },
    'premaster-random': {
      name: 'Zufallsteil des Premaster Secret',
      text: rich`46 Bytes, die der Browser sich ausdenkt; davor steht die Version, die er angeboten hat (${term('premaster-secret', 'Premaster Secret')}).`,
    },
    'premaster-fallback': {
      name: 'Ersatz für das Premaster Secret',
      text: rich`Gezogen, bevor der Ciphertext geöffnet wird, und verwendet, wenn kein ${term('premaster-secret', 'Premaster Secret')} herauskommt: So verrät die Antwort nichts.`,
    },
    'encrypted-premaster': {
      name: 'Verschlüsseltes Premaster Secret',
      text: rich`Geht im ClientKeyExchange über die Leitung; nur der ${term('private-key', 'private Schlüssel')} zum Zertifikat des Servers öffnet es.`,
    },
    'other-secret': {
      name: 'Other Secret',
      text: rich`Was der Schlüsselaustausch zum ${term('psk', 'Pre-Shared Key')} hinzufügt; beide zusammen ergeben das ${term('premaster-secret', 'Premaster Secret')}.`,
    },
    'key-block': {
      name: 'Key Block',
      text: rich`Alle Schlüssel der Verbindung in einer Bytefolge, zu schneiden in der Reihenfolge des RFC (${term('key-block', 'Key Block')}).`,
    },
    'write-mac-key': {
      name: 'MAC-Schlüssel',
      text: rich`Schlüssel des ${term('mac', 'MAC')} auf jedem Record einer Seite. Suites mit ${term('aead', 'AEAD')} haben keinen.`,
    },
    'write-key': {
      name: 'Verschlüsselungsschlüssel',
      text: rich`Verschlüsselt die Records einer Seite, vom ChangeCipherSpec bis zum Ende. Nur der Absender verschlüsselt damit, nur die andere Seite entschlüsselt.`,
    },
    'write-iv': {
      name: 'Fester IV',
      text: rich`Der Teil der ${term('nonce', 'Nonce')} jedes Records, der nicht mitreist.`,
    },
    'record-mac': {
      name: 'MAC eines Records',
      text: rich`Deckt Nummer, Typ, Version, Länge und Inhalt eines Records ab, so dass sich keines davon ändern lässt und kein Record fehlen oder den Platz wechseln kann.`,
    },
    'record-iv': {
      name: 'IV eines Records',
      text: rich`Ein neuer zufälliger Block, so dass derselbe Text nie dieselben Bytes ergibt. Er reist vor dem Ciphertext mit.`,
    },
    'params-signature': {
      name: 'Signatur des ServerKeyExchange',
      text: rich`Nachweis, dass die Hälfte des Servers vom Inhaber des ${term('private-key', 'privaten Schlüssels')} zum Zertifikat kommt, und für diesen Handshake.`,
    },
    'server-private-key': {
      name: 'Privater Schlüssel des Zertifikats',
      text: rich`Entschlüsselt, was Browser für den Server verschlüsseln. Wer ihn später stiehlt, kann Mitschnitte öffnen: Es gibt keine ${term('forward-secrecy', 'Forward Secrecy')}.`,
    },
    'new-session-id': {
      name: 'Session ID',
      text: rich`Der Name, unter dem der Server diese Sitzung aufbewahrt, um sie später wieder aufzunehmen.`,
    },
    'certificate-signature': {
      name: 'Signatur auf einem Zertifikat',
      text: rich`Zeigt, dass der Aussteller für genau diese Bytes gebürgt hat.`,
    },
  },
};
