/** German texts about the fields of records and messages. Keys are those of the codecs. */
import type { messageFields as english } from '../../en/fields/messages.ts';
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { bytes, count, list } from '../grammar.ts';

const echo: FieldText = (f) =>
  f.content === 0
    ? rich`Leer: Der Server bewahrt keine Sitzung unter einer ID auf.`
    : rich`Die ${code('legacy_session_id')} des ClientHello, zurückgesendet, oder in TLS 1.2 der Name einer neuen Sitzung (${term('session-id', 'Session ID')}). In TLS 1.3 lässt sie die Antwort wie eine Wiederaufnahme aussehen und bedeutet sonst nichts (${term('compatibility-mode', 'Kompatibilitätsmodus')}).`;
const legacyVersion: FieldText = (f) =>
  f.number !== 0x0303
    ? rich`Die beste Version, die diese Seite spricht. Vor TLS 1.3 war das alles, was über Versionen zu sagen war.`
    : rich`0x0303, in TLS 1.3 immer und in TLS 1.2 die Version selbst. Server und Middleboxes scheiterten hier früher an höheren Zahlen, also wanderte die wahre Version nach ${code('supported_versions')}.`;
const context = rich`Bindet ein Client-Zertifikat an die Frage, auf die es antwortet. Im Handshake leer; eine Frage danach setzt hier einen Wert ein.`;
const noCompression = rich`Immer 0: Kompression vor der Verschlüsselung verrät den Inhalt durch die Länge (CRIME), darum hat TLS 1.3 keine.`;
const recordVersion = rich`Jeder Empfänger übergeht es. Es sagt TLS 1.2, damit Middleboxes, die darauf sehen, ruhig bleiben.`;
const otherContent = rich`Bytes anderer Nachrichten, die im selben ${term('record', 'Record')} reisen: Records und Nachrichten haben jeweils eigene Grenzen.`;
const content = rich`Die Handshake-Nachricht, der Alert oder die Daten.`;

export const messageFields: Readonly<Record<keyof typeof english, FieldText>> = {
  // Records, RFC 9846 §5.
  records: (f) =>
    rich`${count(f.count ?? 0, term('record', 'Record'), term('record', 'Records'))}, die zusammen eine Nachricht tragen. Ein Record fasst höchstens 16 384 Bytes.`,
  TLSPlaintext: rich`Ein ${term('record', 'Record')} ohne Schutz: 5 Bytes Header, dann der Inhalt, für alle lesbar.`,
  'TLSPlaintext.type': rich`Was der ${term('record', 'Record')} trägt: 22 handshake, 21 alert, 20 change_cipher_spec.`,
  'TLSPlaintext.legacy_record_version': (f) =>
    f.number === 0x0301
      ? rich`Jeder Empfänger übergeht es. Ein erstes ClientHello darf hier TLS 1.0 sagen, weil alte Server alles Höhere ablehnen.`
      : recordVersion,
  'TLSRecord.length': (f) =>
    rich`Wie viele Bytes dem Header folgen: ${f.number ?? 0}. Lesbar bleibt das auch bei verschlüsseltem Inhalt, also kennt Eve alle Größen.`,
  'TLSPlaintext.fragment': rich`Der Inhalt. Eine lange Nachricht wird auf mehrere Records verteilt, kurze dürfen sich einen teilen.`,
  'TLSPlaintext.fragments': rich`Die Inhalte aller Records dieser Nachricht, zusammengefügt.`,
  'TLSCiphertext.fragments': rich`Die entschlüsselten Inhalte aller Records dieser Nachricht, zusammengefügt. Content Type und Padding jedes Records sind weggelassen.`,
  TLSCiphertext: rich`Ein geschützter ${term('record', 'Record')}: 5 lesbare Bytes Header, dann Ciphertext und ${term('tag', 'Tag')}. Auch den Header deckt das Tag ab.`,
  'TLSCiphertext.opaque_type': rich`Immer 23, application_data, was auch darin ist: Der wahre Typ ist verschlüsselt. Eve kann daran eine Handshake-Nachricht nicht von Daten unterscheiden.`,
  'TLSCiphertext.legacy_record_version': recordVersion,
  'TLSCiphertext.encrypted_record': (f) =>
    rich`${bytes(f.content)} Ciphertext und Tag, mit einem Aufruf des ${term('aead', 'AEAD')} versiegelt. Öffnen kann sie nur, wer den Schlüssel dieser Richtung hat.`,
  'encrypted_record.ciphertext': rich`Inhalt, Content Type und Padding, verschlüsselt. Er ist so lang wie das, was darin ist.`,
  'encrypted_record.tag': rich`Auth-${term('tag', 'Tag')}: mit dem Schlüssel über Header und Ciphertext gebildet. Ein verändertes Bit irgendwo, und der Record wird verworfen.`,
  TLSInnerPlaintext: rich`Was versiegelt wurde: Inhalt, wahrer Typ und Nullen als ${term('padding', 'Padding')}.`,
  'TLSInnerPlaintext.content': content,
  'TLSInnerPlaintext.type': rich`Der wahre Content Type, hinter dem Inhalt und mit ihm verschlüsselt: 22 handshake, 23 application_data, 21 alert.`,
  'TLSInnerPlaintext.zeros': (f) =>
    rich`${count(f.size, 'Nullbyte', 'Nullbytes')} ${term('padding', 'Padding')}, die die wahre Länge verbergen. Der Empfänger übergeht Nullen vom Ende her, bis er den Typ findet.`,
  'fragment.other_content': otherContent,
  'fragments.other_content': otherContent,
  'content.other_content': otherContent,

  // Handshake header, RFC 9846 §4.
  Handshake: rich`Eine Handshake-Nachricht: Typ, Länge und Rumpf. Diese Bytes, ohne Record-Header, gehen ins ${term('transcript', 'Transkript')} ein.`,
  'Handshake.msg_type': rich`Welche Nachricht das ist. Eine, die hier nicht an der Reihe ist, beendet die Verbindung mit ${code('unexpected_message')}.`,
  'Handshake.length': (f) =>
    rich`Der Rumpf hat ${bytes(f.number ?? 0)}. Eine Nachricht kann länger sein als ein Record, also hat sie eine eigene Länge.`,

  // ClientHello and ServerHello, RFC 9846 §4.2.
  ClientHello: rich`Die Angebote des Browsers: alles, was er kann, im Klartext, denn Schlüssel gibt es noch nicht.`,
  'ClientHello.legacy_version': legacyVersion,
  'ClientHello.random': rich`32 frische Bytes vom Browser. Sie stecken in jedem ${term('transcript-hash', 'Transkript-Hash')}, also lässt sich kein Teil einer alten Verbindung in diese einspielen.`,
  'ClientHello.legacy_session_id': (f) =>
    f.content === 0
      ? rich`Leer: Der ${term('compatibility-mode', 'Kompatibilitätsmodus')} ist aus.`
      : rich`${count(f.content, 'zufälliges Byte', 'zufällige Bytes')} ohne Sitzung dahinter: Sie lassen das Hello wie eine Wiederaufnahme in TLS 1.2 aussehen (${term('compatibility-mode', 'Kompatibilitätsmodus')}).`,
  'ClientHello.cipher_suites': (f) =>
    rich`${list(f, term('cipher-suite', 'Cipher Suite'), term('cipher-suite', 'Cipher Suites'))}, der Favorit des Browsers zuerst. Eine Suite von TLS 1.3 nennt ein ${term('aead', 'AEAD')} und einen ${term('hash', 'Hash')}; ältere sagen auch, wie Schlüssel ausgetauscht werden und womit der Server sich ausweist.`,
  'ClientHello.legacy_compression_methods': noCompression,
  'legacy_compression_methods.legacy_compression_method': noCompression,
  'ClientHello.extensions': (f) =>
    rich`${list(f, term('extension', 'Erweiterung'), term('extension', 'Erweiterungen'))}. In TLS 1.3 wird alles Wichtige hier angeboten.`,
  ServerHello: rich`Die Wahl des Servers: die Suite, in TLS 1.3 auch die Gruppe und der eigene Share. Dort ist es die letzte Handshake-Nachricht, die Eve lesen kann.`,
  'ServerHello.legacy_version': legacyVersion,
  'ServerHello.random': rich`32 frische Bytes vom Server. Ein Server, der unter TLS 1.3 gedrückt wurde, würde sie gegen ein ${term('downgrade', 'Downgrade')} mit „DOWNGRD“ und einem Byte enden lassen.`,
  'ServerHello.legacy_session_id_echo': echo,
  'ServerHello.cipher_suite': (f) =>
    rich`Die eine Suite, die beide verwenden${f.name === undefined ? '' : rich`, ${code(f.name)}`}. Der Browser muss sie angeboten haben.`,
  'ServerHello.legacy_compression_method': noCompression,
  'ServerHello.extensions': rich`In TLS 1.3 nur, was für die Schlüssel nötig ist: Alle anderen Antworten warten auf EncryptedExtensions. In TLS 1.2 stehen alle hier.`,
  HelloRetryRequest: rich`Der Form nach ein ServerHello. Es verlangt ein zweites ClientHello mit einem anderen ${term('key-share', 'Key Share')}, einem ${term('cookie', 'Cookie')} oder beidem.`,
  'HelloRetryRequest.legacy_version': legacyVersion,
  'HelloRetryRequest.random': rich`Gar kein Zufall: der SHA-256 von „HelloRetryRequest“, in jeder Verbindung derselbe. Daran unterscheidet der Browser diese Nachricht von einem ServerHello.`,
  'HelloRetryRequest.legacy_session_id_echo': echo,
  'HelloRetryRequest.cipher_suite': rich`Die Suite ist schon gewählt, und das ServerHello muss sie wiederholen. Ihren Hash braucht der Browser jetzt, für das ${term('transcript', 'Transkript')}.`,
  'HelloRetryRequest.legacy_compression_method': noCompression,
  'HelloRetryRequest.extensions': rich`Was das zweite ClientHello anders machen soll.`,

  // The server's parameters, RFC 9846 §4.4.
  EncryptedExtensions: rich`Die Antworten des Servers auf Angebote, die nicht die Schlüssel betreffen. Die erste verschlüsselte Nachricht.`,
  'EncryptedExtensions.extensions': (f) =>
    rich`${count(f.count ?? 0, 'Antwort', 'Antworten')}, jede auf eine ${term('extension', 'Erweiterung')}, die der Browser gesendet hat.`,
  CertificateRequest: rich`Der Wunsch des Servers, ein ${term('certificate', 'Zertifikat')} des Browsers zu sehen.`,
  'CertificateRequest.certificate_request_context': context,
  'CertificateRequest.extensions': rich`Welche Signaturen der Server prüfen kann und welchen Zertifizierungsstellen er bei Client-Zertifikaten vertraut.`,

  // Authentication, RFC 9846 §4.5.
  CertificateMessage: rich`Die ${term('chain', 'Kette')} des Absenders: sein eigenes Zertifikat zuerst, dann die, die zu einer Root führen.`,
  'CertificateMessage.certificate_request_context': context,
  'CertificateMessage.certificate_list': (f) =>
    f.content === 0
      ? rich`Leer: Der Browser wurde gefragt und hat kein Zertifikat zu zeigen.`
      : rich`Das eigene Zertifikat des Absenders kommt zuerst. Beim Rest duldet TLS 1.3 jede Reihenfolge; die ${term('root', 'Root')} darf fehlen.`,
  CertificateEntry: rich`Ein Zertifikat, mit Erweiterungen, die zu ihm gehören.`,
  'CertificateEntry.cert_data': (f) =>
    rich`Ein X.509-Zertifikat in ${term('der', 'DER')}, ${bytes(f.content)}: was der Aussteller signiert hat, und die Signatur.`,
  'CertificateEntry.extensions': rich`Platz für Nachweise, die mit einem Zertifikat kommen: eine OCSP-Antwort oder ${term('sct', 'Signed Certificate Timestamps')}. Meist leer.`,
  CertificateVerify: rich`Nachweis, dass der Absender den ${term('private-key', 'privaten Schlüssel')} seines Zertifikats hat, für genau diese Verbindung.`,
  'CertificateVerify.algorithm': (f) =>
    rich`Das ${term('signature-scheme', 'Signaturverfahren')}${f.name === undefined ? '' : rich`, ${code(f.name)}`}: eines, das die andere Seite angeboten hat und das zum Schlüssel des Zertifikats passt.`,
  'CertificateVerify.signature': (f) =>
    rich`${bytes(f.content)} über 64 Leerzeichen, eine Kontextzeichenfolge, ein Nullbyte und den ${term('transcript-hash', 'Transkript-Hash')}. Leerzeichen und Zeichenfolge verhindern, dass sie als Signatur über etwas anderes durchgeht.`,
  Finished: rich`Ein ${term('mac', 'MAC')} über den ganzen bisherigen Handshake.`,
  'Finished.verify_data': (f) =>
    f.size === 12
      ? rich`12 Bytes aus der ${term('prf', 'PRF')} über ${term('main-secret', 'Main Secret')} und ${term('transcript-hash', 'Transkript-Hash')}. Der Empfänger berechnet dasselbe und vergleicht.`
      : rich`${term('hmac', 'HMAC')} des ${term('transcript-hash', 'Transkript-Hash')} unter dem Finished-Schlüssel des Absenders, ${bytes(f.size)}. Der Empfänger berechnet dasselbe und vergleicht.`,

  // After the handshake, RFC 9846 §4.7.
  NewSessionTicket: rich`Lässt den Browser mit einem ${term('psk', 'Pre-Shared Key')} wiederkommen. Ein Server kann mehrere senden oder keines.`,
  'NewSessionTicket.ticket_lifetime': (f) =>
    rich`Das Ticket gilt ${count(f.number ?? 0, 'Sekunde', 'Sekunden')}; mehr als 7 Tage sind nicht erlaubt.`,
  'NewSessionTicket.ticket_age_add': rich`Eine Zufallszahl, die zu dem Alter addiert wird, das der Browser später nennt, damit Eve nicht zwei Verbindungen daran verknüpft.`,
  'NewSessionTicket.ticket_nonce': rich`Macht die Schlüssel mehrerer Tickets verschieden: Sie geht in deren Ableitung ein.`,
  'NewSessionTicket.ticket': rich`Für den Browser undurchsichtig: oft der Zustand des Servers, für ihn selbst verschlüsselt.`,
  'NewSessionTicket.extensions': rich`Ob beim Wiederkommen sofort Daten gesendet werden dürfen (${code('early_data')}).`,
  KeyUpdate: rich`Ab dem nächsten Record verwendet der Absender einen neuen Schlüssel.`,
  'KeyUpdate.request_update': (f) =>
    f.number === 1
      ? rich`1: Auch die andere Seite muss ihren Schlüssel wechseln.`
      : rich`0: Die andere Seite darf ihren Schlüssel behalten.`,
  EndOfEarlyData: rich`Zeigt das Ende der ${term('early-data', 'Early Data')} an. Es hat keinen Rumpf und ist das Letzte, was unter deren Schlüsseln gesendet wird.`,

  // Alerts, data, ChangeCipherSpec.
  Alert: rich`2 Bytes: wie schlimm, und was.`,
  'Alert.level': rich`1 warning, 2 fatal. TLS 1.3 übergeht das: Außer ${term('close-notify', 'close_notify')} und user_canceled beendet jeder Alert die Verbindung.`,
  'Alert.description': (f) =>
    rich`Der Grund${f.name === undefined ? '' : rich`, ${code(f.name)}`}. Einzelheiten stehen nicht dabei: Sie würden einem Angreifer mehr helfen als sonst jemandem.`,
  ApplicationData: (f) => rich`${bytes(f.size)} der Anwendung: TLS trägt sie und sieht nicht hinein.`,
  ChangeCipherSpec: rich`Eine Attrappe: In TLS 1.2 kündigte sie den Wechsel zu neuen Schlüsseln an, in TLS 1.3 gefällt sie nur Middleboxes (${term('compatibility-mode', 'Kompatibilitätsmodus')}).`,
  'ChangeCipherSpec.type': rich`Immer 1. Jeder andere Wert beendet die Verbindung.`,
};
