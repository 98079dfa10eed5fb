/** German texts about the fields of records and messages that only TLS 1.2 has. */
import type { tls12Fields as english } from '../../en/fields/tls12.ts';
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { bytes } from '../grammar.ts';

const wireVersion = rich`0x0303 für TLS 1.2. In TLS 1.2 bedeutet das Feld noch etwas: Der ${term('mac', 'MAC')} oder das ${term('tag', 'Tag')} des Records deckt es ab.`;
const mac = rich`HMAC über die Nummer des Records, Typ, Version, Länge und Inhalt. Ohne ihn könnte Mallory verschlüsselte Bits ändern, und niemand würde es merken.`;
const content = rich`Die Handshake-Nachricht, der Alert oder die Daten.`;

export const tls12Fields: Readonly<Record<keyof typeof english, FieldText>> = {
  // Records, RFC 5246 §6.2.
  'TLSPlaintext.version': (f) =>
    f.number === 0x0303
      ? wireVersion
      : rich`Die Version, die diese Seite spricht: 0x0301 steht für TLS 1.0, weil es auf SSL 3.0 (0x0300) folgte.`,
  'TLSCiphertext.version': wireVersion,
  'TLSCiphertext.type': rich`Was der ${term('record', 'Record')} trägt. Anders als in TLS 1.3 bleibt der Typ lesbar, wenn der Inhalt verschlüsselt ist.`,
  GenericAEADCipher: rich`Ein Record unter einem ${term('aead', 'AEAD')}: der explizite Teil der ${term('nonce', 'Nonce')}, Ciphertext und ${term('tag', 'Tag')}.`,
  'GenericAEADCipher.nonce_explicit': rich`Der Teil der ${term('nonce', 'Nonce')}, der mit dem Record reist; die anderen 4 Bytes kommen aus dem Key Block. Unter einem Schlüssel darf er sich nie wiederholen, darum ist er hier die Nummer des Records.`,
  'GenericAEADCipher.ciphertext': rich`Der Inhalt, verschlüsselt. Er ist genau so lang wie das, was darin ist.`,
  'GenericAEADCipher.tag': rich`Auth-${term('tag', 'Tag')}: mit dem Schlüssel über den Ciphertext sowie Nummer, Typ, Version und Länge gebildet. Ein verändertes Bit, und der Record wird verworfen.`,
  'GenericAEADCipher.content': content,
  GenericBlockCipher: rich`Ein Record unter einer Blockchiffre im CBC-Modus: ein ${term('iv', 'IV')}, dann ganze Blöcke.`,
  'GenericBlockCipher.IV': rich`Ein neuer zufälliger Block für jeden Record. TLS 1.0 nahm den letzten Block des vorigen Records, den ein Angreifer vorhersehen konnte (BEAST, 2011).`,
  'GenericBlockCipher.ciphertext': rich`Ganze Blöcke Ciphertext: Inhalt, ${term('padding', 'Padding')} und, wenn er nicht außen steht, der ${term('mac', 'MAC')}.`,
  'GenericBlockCipher.MAC': mac,
  'GenericBlockCipher.content': content,
  'GenericBlockCipher.padding': rich`Bytes, die den letzten Block füllen, jedes mit ihrer Anzahl als Wert. Ein Empfänger, der falsches Padding von einem falschen ${term('mac', 'MAC')} unterscheidet, lässt sich zum Entschlüsseln benutzen (POODLE, Lucky Thirteen).`,
  'GenericBlockCipher.padding_length': (f) =>
    rich`Wie viele Bytes Padding vor diesem stehen: ${f.number ?? 0}.`,
  GenericStreamCipher: rich`Ein Record unter einer Stromchiffre oder unter keiner: Inhalt und ${term('mac', 'MAC')}.`,
  'GenericStreamCipher.ciphertext': rich`Inhalt und ${term('mac', 'MAC')}, Bit für Bit mit dem Schlüsselstrom der Chiffre verknüpft.`,
  'GenericStreamCipher.content': content,
  'GenericStreamCipher.MAC': mac,
  'GenericStreamCipher.IV': rich`Eine Stromchiffre braucht keinen.`,

  // ServerKeyExchange, RFC 5246 §7.4.3, RFC 8422 §5.4.
  ServerKeyExchange: rich`Die Hälfte des Servers am Schlüsselaustausch, nur für diese Verbindung erzeugt.`,
  'ServerKeyExchange.psk_identity_hint': rich`Hilft dem Browser, den richtigen ${term('psk', 'Pre-Shared Key')} zu wählen; er darf leer sein.`,
  'psk_identity_hint.psk_identity_hint': rich`Der Hinweis selbst, für alle lesbar.`,
  ServerDHParams: rich`Eine ${term('diffie-hellman', 'Diffie-Hellman')}-Gruppe nach Wahl des Servers, Primzahl und Generator, und sein öffentlicher Wert darin.`,
  'ServerDHParams.dh_p': (f) =>
    rich`Die Primzahl, ${f.content * 8} Bits. TLS 1.2 lässt einen Server hier jede Zahl senden, und Clients konnten eine schwache nicht erkennen; RFC 7919 nennt stattdessen einige gute.`,
  'dh_p.dh_p': rich`Die Ziffern der Primzahl.`,
  'ServerDHParams.dh_g': rich`Der Generator: die Zahl, die beide Seiten mit ihren geheimen Exponenten potenzieren.`,
  'dh_g.dh_g': rich`Die Ziffern des Generators.`,
  'ServerDHParams.dh_Ys': rich`Der öffentliche Wert des Servers: g hoch seinem geheimen Exponenten, modulo p.`,
  'dh_Ys.dh_Ys': rich`Die Ziffern des öffentlichen Werts.`,
  ServerECDHParams: rich`Die Kurve und der Punkt des Servers darauf.`,
  ECParameters: rich`Welche Kurve: durch ihren Namen, den einzigen Weg, den es noch gibt.`,
  'ECParameters.curve_type': rich`3, named_curve. Die anderen ließen einen Server eine eigene Kurve beschreiben, die niemand prüfen konnte (RFC 8422 hat sie gestrichen).`,
  'ECParameters.namedcurve': rich`Die ${term('group', 'Gruppe')} dieses Schlüsselaustauschs: eine, die der Browser in ${code('supported_groups')} genannt hat.`,
  'ServerECDHParams.public': rich`Der öffentliche Schlüssel des Servers auf dieser Kurve, nur für diese Verbindung.`,
  'public.public': rich`Die Bytes des Punkts.`,
  'digitally-signed': rich`Eine ${term('signature', 'Signatur')} über beide Zufallswerte und die Parameter darüber, erzeugt mit dem ${term('private-key', 'privaten Schlüssel')} des Zertifikats.`,
  'digitally-signed.algorithm': rich`Hash und Signaturalgorithmus, vom Browser genannt. In TLS 1.2 darf RSA noch das Padding von PKCS #1 v1.5 verwenden.`,
  'digitally-signed.signature': (f) =>
    rich`${bytes(f.content)}. Ohne sie könnte Mallory eine eigene Hälfte an die Stelle der des Servers setzen.`,
  'signature.signature': rich`Die Signatur selbst.`,

  // CertificateRequest, RFC 5246 §7.4.4.
  'ASN.1Cert': rich`Ein Zertifikat, als DER.`,
  Tls12CertificateRequest: rich`Der Server verlangt vom Browser ein ${term('certificate', 'Zertifikat')}.`,
  'Tls12CertificateRequest.certificate_types': rich`Arten von Schlüsseln, die der Server annimmt. TLS 1.3 überlässt das den Signaturverfahren.`,
  'certificate_types.ClientCertificateType': rich`Eine Art von Schlüssel und wofür er ist: rsa_sign und ecdsa_sign sind in Gebrauch.`,
  'Tls12CertificateRequest.supported_signature_algorithms': rich`Die Signaturen, die der Server prüfen kann, in seiner Reihenfolge.`,
  'supported_signature_algorithms.SignatureAndHashAlgorithm': rich`Ein Hash mit einem Signaturalgorithmus; TLS 1.3 nennt ein solches Paar ${term('signature-scheme', 'Signaturverfahren')}.`,
  'Tls12CertificateRequest.certificate_authorities': (f) =>
    f.count === 0 || f.content === 0
      ? rich`Keine Namen: Jede Zertifizierungsstelle ist recht.`
      : rich`Die Namen der Zertifizierungsstellen, deren Zertifikate angenommen werden, damit der Browser ein passendes wählt.`,
  'certificate_authorities.DistinguishedName': rich`Der Name einer Zertifizierungsstelle, als DER.`,
  'DistinguishedName.DistinguishedName': rich`Der Name als DER.`,
  ServerHelloDone: rich`Nichts als der Header: Der Server wartet jetzt auf den Browser.`,

  // ClientKeyExchange, RFC 5246 §7.4.7.
  ClientKeyExchange: rich`Die Hälfte des Browsers am Schlüsselaustausch.`,
  'ClientKeyExchange.EncryptedPreMasterSecret': (f) =>
    rich`${bytes(f.content)}, weil der RSA-Schlüssel ${f.content * 8} Bits hat; darin sind Padding, die angebotene Version und 46 zufällige Bytes. Falsches Padding muss wie ein Erfolg aussehen, sonst sickert das Geheimnis durch (ROBOT).`,
  'EncryptedPreMasterSecret.EncryptedPreMasterSecret': rich`Der Ciphertext, erzeugt mit dem ${term('public-key', 'öffentlichen Schlüssel')} aus dem Zertifikat des Servers (RSAES-PKCS1-v1_5).`,
  'ClientKeyExchange.ecdh_Yc': (f) =>
    rich`Der öffentliche Schlüssel des Browsers auf derselben Kurve, ${bytes(f.content)}, nur für diese Verbindung.`,
  'ecdh_Yc.ecdh_Yc': rich`Die Bytes des Punkts.`,
  'ClientKeyExchange.dh_Yc': rich`Der öffentliche Wert des Browsers in der Gruppe des Servers.`,
  'dh_Yc.dh_Yc': rich`Die Ziffern des öffentlichen Werts.`,
  'ClientKeyExchange.psk_identity': rich`Welchen ${term('psk', 'Pre-Shared Key')} der Browser verwendet. Den Namen können alle lesen; der Schlüssel selbst reist nie.`,
  'psk_identity.psk_identity': rich`Der Name selbst.`,

  // ChangeCipherSpec, NewSessionTicket, CertificateStatus.
  ChangeCipherSpec: rich`Ein Byte, das die Schlüssel wechselt; keine Handshake-Nachricht, also nicht im ${term('transcript', 'Transkript')}.`,
  'ChangeCipherSpec.type': rich`1, der einzige Wert, den es gibt.`,
  Tls12NewSessionTicket: rich`Was der Server braucht, um diese Sitzung wieder aufzunehmen, so versiegelt, dass nur er es lesen kann.`,
  'Tls12NewSessionTicket.ticket_lifetime_hint': (f) =>
    f.number === 0
      ? rich`0: Der Server sagt nicht, wie lange das Ticket gilt.`
      : rich`Sekunden, die der Server es voraussichtlich annimmt: ${f.number ?? 0}.`,
  'Tls12NewSessionTicket.ticket': rich`Bytes, die nur dem Server etwas sagen (RFC 5077). Darin ist das ${term('main-secret', 'Main Secret')}, verschlüsselt.`,
  'ticket.ticket': rich`Das Ticket, wie es später zurückkommt.`,
  CertificateStatus: rich`Eine angeheftete Auskunft über die ${term('revocation', 'Sperrung')}, damit der Browser nicht danach fragen muss.`,
  'CertificateStatus.status_type': rich`1, OCSP.`,
  'CertificateStatus.response': rich`Die OCSP-Antwort als DER, von der Zertifizierungsstelle signiert.`,
  'response.response': rich`Die Bytes der Antwort.`,
  HelloRequest: rich`Nichts als der Header: Der Server verlangt einen neuen Handshake.`,

  // Extensions.
  'ec_point_formats.extension_data.ec_point_format_list': rich`In welchen Formen diese Seite einen Punkt lesen kann. Nur die unkomprimierte ist noch übrig.`,
  'ec_point_format_list.ECPointFormat': rich`0, unkomprimiert: x und y vollständig.`,
  'renegotiation_info.extension_data.renegotiated_connection': rich`Im ersten Handshake leer. Bei einer Neuaushandlung stünden hier die beiden Finished des vorigen.`,
  'renegotiated_connection.renegotiated_connection': rich`Die beiden Finished des vorigen Handshakes.`,
  'session_ticket.extension_data.ticket': rich`Das Ticket einer früheren Verbindung, wie der Server es versiegelt hat.`,
};
