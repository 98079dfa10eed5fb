/** German texts about TLS extensions and the fields inside them. */
import type { extensionFields as englishFields, extensions as english } from '../../en/fields/extensions.ts';
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { beim, bytes, count, list, shareContents } from '../grammar.ts';

/** By registry name: the extension as a whole. */
export const extensions: Readonly<Record<keyof typeof english, FieldText>> = {
  server_name: (f) =>
    f.message === 'EncryptedExtensions' || f.message === 'ServerHello'
      ? rich`Der Server hat den Namen aus dem ClientHello verwendet. Seine Antwort ist leer.`
      : rich`Der Host, den der Browser will, damit eine Adresse viele Namen bedienen kann. Eve kann ihn lesen.`,
  supported_groups: (f) =>
    f.from === 'server'
      ? rich`Die Gruppen, die der Server kann, in seiner Reihenfolge. Jetzt darf der Browser nicht danach handeln, aber beim nächsten Mal einen besseren ${term('key-share', 'Key Share')} senden.`
      : rich`Die ${term('group', 'Gruppen')}, in denen der Browser Schlüssel austauschen kann, der Favorit zuerst. Zu manchen kommt ein ${term('key-share', 'Key Share')} mit.`,
  signature_algorithms: (f) =>
    rich`Die Signaturen, die ${f.from === 'server' ? 'der Server' : 'der Browser'} prüfen kann, im CertificateVerify und, wenn ${code('signature_algorithms_cert')} nichts anderes sagt, in Zertifikaten. Ohne sie scheitert ${f.from === 'server' ? 'eine Anforderung' : 'ein Handshake mit Zertifikaten'} mit ${code('missing_extension')}.`,
  signature_algorithms_cert: rich`Die Signaturen, die in Zertifikaten stehen dürfen, wo die Liste von der für CertificateVerify abweicht.`,
  application_layer_protocol_negotiation: (f) =>
    f.from === 'server'
      ? rich`Das eine Protokoll, das der Server aus der Liste des Browsers gewählt hat.`
      : rich`Die Protokolle, die der Browser über diese Verbindung sprechen kann, der Favorit zuerst (${term('alpn', 'ALPN')}).`,
  supported_versions: (f) =>
    f.from === 'server'
      ? rich`Die Version, die der Server gewählt hat. Erst diese Erweiterung macht die Nachricht zu einer von TLS 1.3.`
      : rich`Die Versionen, die der Browser sprechen kann. Hier wird TLS 1.3 angeboten; ${code('legacy_version')} sagt immer 1.2.`,
  cookie: (f) =>
    f.from === 'server'
      ? rich`Bytes, die der Browser im zweiten ClientHello zurücksenden muss (${term('cookie', 'Cookie')}).`
      : rich`Das ${term('cookie', 'Cookie')} des Servers, unverändert zurückgesendet.`,
  key_share: (f) =>
    f.message === 'HelloRetryRequest'
      ? rich`Die ${term('group', 'Gruppe')}, für die der Server einen Share will: eine, die der Browser genannt, aber nicht mit einem Share versehen hat.`
      : f.from === 'server'
        ? rich`Der ${term('key-share', 'Key Share')} des Servers, in einer Gruppe, für die der Browser einen gesendet hat. Mit ihm können beide Seiten das ${term('shared-secret', 'gemeinsame Geheimnis')} berechnen.`
        : rich`Öffentliche Schlüssel nur für diese Verbindung: der Grund, warum Eve sie auch später nicht lesen kann, selbst mit dem Schlüssel des Zertifikats (${term('forward-secrecy', 'Forward Secrecy')}).`,
  psk_key_exchange_modes: rich`Wie der Browser einen ${term('psk', 'Pre-Shared Key')} verwenden würde: allein oder zusammen mit einem Schlüsselaustausch. Ohne sie sendet der Server keine Tickets.`,
  pre_shared_key: (f) =>
    f.from === 'server'
      ? rich`Der ${term('psk', 'Pre-Shared Key')}, den der Server annimmt. Damit muss niemand ein Zertifikat zeigen: Wer den Schlüssel hat, ist der, mit dem er vereinbart wurde.`
      : rich`Identitäten von ${term('psk', 'Pre-Shared Keys')}, die der Browser hat, mit je einem Nachweis. Es muss die letzte Erweiterung sein, weil der Nachweis alles davor abdeckt.`,
  early_data: (f) =>
    f.message === 'EncryptedExtensions'
      ? rich`Der Server hat die ${term('early-data', 'Early Data')} angenommen und liest sie. Ohne diese Antwort müsste der Browser sie noch einmal senden.`
      : f.message === 'NewSessionTicket'
        ? rich`Mit diesem Ticket dürfen Daten sofort gesendet werden, bevor der nächste Handshake fertig ist (${term('early-data', 'Early Data')}).`
        : rich`Daten folgen sofort, bevor der Server ein Wort gesagt hat. Sie haben keine ${term('forward-secrecy', 'Forward Secrecy')} und lassen sich noch einmal einspielen.`,
  certificate_authorities: rich`Die Namen der Zertifizierungsstellen, deren Zertifikate angenommen werden, damit die andere Seite ein passendes wählt.`,
  oid_filters: rich`Verlangt Client-Zertifikate mit bestimmten Erweiterungen darin.`,
  post_handshake_auth: rich`Vom Browser darf auch später, nach dem Handshake, ein Zertifikat verlangt werden (${term('post-handshake-authentication', 'Authentisierung nach dem Handshake')}).`,
  padding: rich`Nullbytes, die das ClientHello auf eine andere Größe bringen, für Server und Middleboxes, die über bestimmte Längen stolpern.`,
  status_request: rich`Verlangt eine OCSP-Antwort zum Zertifikat, damit der Browser sie nicht selbst holen muss (${term('revocation', 'Sperrung')}).`,
  CertificateStatusRequest: rich`Was der Browser gern angeheftet hätte und wessen Antwort er annimmt.`,
  'CertificateStatusRequest.status_type': rich`1, OCSP: die einzige Art, die es gibt.`,
  'CertificateStatusRequest.responder_id_list': rich`Responder, denen der Browser vertraut. Leer: wen auch immer der ${term('issuer', 'Aussteller')} antworten lässt.`,
  'CertificateStatusRequest.request_extensions': rich`Für die Frage an den Responder. Leer: Der Server hat vor dieser Verbindung gefragt, also kann seine Antwort keinen Wert wiederholen, den der Browser jetzt wählt.`,
  status_request_v2: rich`Ein älterer Weg, OCSP-Antworten für die ganze Kette zu verlangen. TLS 1.3 verwendet ihn nicht.`,
  signed_certificate_timestamp: rich`Verlangt den Nachweis, dass das Zertifikat in öffentlichen Logs steht (Certificate Transparency).`,
  ec_point_formats: rich`Wie Kurvenpunkte in TLS 1.2 geschrieben sein dürfen. TLS 1.3 kennt nur die unkomprimierte Form.`,
  extended_master_secret: (f) =>
    f.from === 'server'
      ? rich`Der Server ist einverstanden: Die Schlüssel werden am ganzen Handshake hängen (${term('extended-main-secret', 'Extended Main Secret')}).`
      : rich`Will die Schlüssel von TLS 1.2 an den ganzen Handshake binden (${term('extended-main-secret', 'Extended Main Secret')}). TLS 1.3 tut das immer und übergeht sie.`,
  encrypt_then_mac: (f) =>
    f.from === 'server'
      ? rich`Der Server ist einverstanden: Der ${term('mac', 'MAC')} geht über den Ciphertext und wird zuerst geprüft.`
      : rich`Will die Reihenfolge von ${term('mac', 'MAC')} und Verschlüsselung in den CBC-Suites von TLS 1.2 umkehren (${term('encrypt-then-mac', 'Encrypt-then-MAC')}). Andere und TLS 1.3 übergehen sie.`,
  session_ticket: (f) =>
    f.from === 'server'
      ? rich`Der Server wird am Ende des Handshakes ein ${term('session-ticket', 'Ticket')} senden.`
      : f.size > 4
        ? rich`Das ${term('session-ticket', 'Ticket')} einer früheren TLS-1.2-Verbindung, die wieder aufgenommen werden soll. TLS 1.3 hat dafür ${code('pre_shared_key')}.`
        : rich`Leer: Der Browser kann ein ${term('session-ticket', 'Ticket')} für TLS 1.2 aufbewahren und hätte gern eines. TLS 1.3 hat dafür ${code('pre_shared_key')}.`,
  renegotiation_info: rich`Sagt, dass eine Neuaushandlung in TLS 1.2 an den Handshake davor gebunden wäre. Diese Engine lehnt sie ab, muss das aber trotzdem sagen; TLS 1.3 hat keine Neuaushandlung.`,
  record_size_limit: rich`Der größte ${term('record', 'Record')}, den der Absender anzunehmen bereit ist.`,
  max_fragment_length: rich`Ein älterer Weg, kleine Records zu verlangen.`,
  compress_certificate: rich`Die Certificate-Nachricht darf komprimiert kommen, mit einem der genannten Verfahren (RFC 8879).`,
  delegated_credentials: rich`Der Server darf mit einem kurzlebigen Schlüssel signieren, den der Schlüssel seines Zertifikats signiert hat (RFC 9345).`,
  application_settings: rich`Einstellungen des Anwendungsprotokolls, zusammen mit dem Handshake gesendet; ein Versuch von Chromium.`,
  encrypted_client_hello: rich`Ein zweites, ${term('encrypted-client-hello', 'verschlüsseltes ClientHello')} mit dem wahren Namen darin, oder eine Attrappe, die so aussieht.`,
  ech_outer_extensions: rich`Erweiterungen, die das verschlüsselte ClientHello vom äußeren übernimmt.`,
  encrypted_server_name: rich`Ein früher Entwurf von Encrypted Client Hello, nicht mehr in Gebrauch.`,
  heartbeat: rich`Nachrichten, die eine Verbindung am Leben halten; eine Implementierung davon gab 2014 Speicherinhalte preis (Heartbleed).`,
  next_protocol_negotiation: rich`Der Vorläufer von ${term('alpn', 'ALPN')}.`,
  channel_id: rich`Ein aufgegebener Vorschlag, Cookies an einen Schlüssel des Browsers zu binden.`,
  channel_id_old: rich`Ein aufgegebener Vorschlag, Cookies an einen Schlüssel des Browsers zu binden.`,
  quic_transport_parameters: rich`Einstellungen von QUIC, das den TLS-Handshake in eigenen Paketen trägt.`,
  client_certificate_type: rich`Womit sich der Client ausweisen kann, X.509 oder ein Raw Public Key.`,
  server_certificate_type: rich`Womit sich der Server ausweisen kann, X.509 oder ein Raw Public Key.`,
  GREASE: rich`Eine reservierte Nummer ohne Bedeutung (${term('grease', 'GREASE')}). Ein Server, der daran hängen bleibt, ist defekt; Browser finden das jeden Tag heraus.`,
};

const schemes: FieldText = (f) =>
  rich`${count(f.count ?? 0, term('signature-scheme', 'Signaturverfahren'), term('signature-scheme', 'Signaturverfahren'))}, der Favorit zuerst.`;

export const extensionFields: Readonly<Record<keyof typeof englishFields, FieldText>> = {
  EarlyDataIndication: rich`Vorhanden, mit einer Grenze: Beim Wiederkommen sind Early Data erlaubt.`,
  'EarlyDataIndication.max_early_data_size': (f) =>
    rich`Bis zu ${bytes(f.number ?? 0)} dürfen gesendet werden, bevor der nächste Handshake fertig ist. Solche Daten lassen sich noch einmal einspielen.`,
  'Extension.extension_type': (f) =>
    f.name === 'GREASE'
      ? rich`Eine reservierte Nummer ohne Bedeutung (${term('grease', 'GREASE')}).`
      : rich`Nummer ${f.number ?? 0} im Register der Erweiterungen${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'GREASE.extension_data': rich`Füllung ohne Bedeutung.`,
  'GREASE.opaque': rich`Füllung ohne Bedeutung.`,
  'unknown_extension.opaque': rich`Inhalt einer Erweiterung, die diese Engine nicht zerlegt.`,
  'server_name.extension_data.server_name_list': rich`Der Anlage nach eine Liste; verwendet wird immer nur ein Eintrag.`,
  'server_name_list.ServerName': rich`Ein Name, seine Art voran.`,
  'ServerName.name_type': rich`0, host_name: die einzige Art, die es gibt.`,
  'ServerName.host_name': (f) =>
    rich`${f.text === undefined ? 'Der Name' : code(f.text)}, ohne den abschließenden Punkt und ohne Port. IP-Adressen sind hier nicht erlaubt.`,
  'supported_groups.extension_data.named_group_list': (f) =>
    rich`${list(f, term('group', 'Gruppe'), term('group', 'Gruppen'))}, der Favorit zuerst.`,
  'signature_algorithms.extension_data.supported_signature_algorithms': schemes,
  'signature_algorithms_cert.extension_data.supported_signature_algorithms': schemes,
  'application_layer_protocol_negotiation.extension_data.protocol_name_list': (f) =>
    rich`${count(f.count ?? 0, 'Protokoll', 'Protokolle')}, ${f.count === 1 ? 'mit' : 'jedes mit'} seiner Länge davor.`,
  'protocol_name_list.ProtocolName': (f) =>
    rich`${protocol(f.text)}${f.agreed ? ' Dieser Durchlauf verwendet es.' : ''}`,
  'supported_versions.extension_data.versions': (f) =>
    rich`${list(f, 'Version', 'Versionen')}, der Favorit zuerst.`,
  'cookie.extension_data.cookie': (f) => rich`${bytes(f.content)}, die nur der Server versteht.`,
  'key_share.extension_data.client_shares': (f) =>
    f.count === 0 || f.count === undefined
      ? rich`Kein Share: Der Browser bittet den Server, erst eine Gruppe zu nennen.`
      : rich`${list(f, 'Share', 'Shares')}, in der Reihenfolge von ${code('supported_groups')}, höchstens einer je Gruppe.`,
  KeyShareEntry: rich`Eine ${term('group', 'Gruppe')} und ein öffentlicher Schlüssel darin.`,
  'KeyShareEntry.key_exchange': (f) =>
    f.content === 1
      ? rich`Ein Byte ohne Bedeutung: der Share einer ${term('grease', 'GREASE')}-Gruppe.`
      : rich`${bytes(f.content)}, die alle sehen dürfen${f.shareParts.length === 0 ? '' : rich`: ${shareContents(f.shareParts)}`}. Die private Hälfte bleibt ${f.from === undefined ? 'bei dem, der sie erzeugt hat' : beim(f.from)}.`,
  'key_share.extension_data.selected_group': rich`Die Gruppe, für die das zweite ClientHello einen Share bringen muss.`,
  OfferedPsks: rich`Was der Browser anzubieten hat: Namen von Schlüsseln und je einen Nachweis.`,
  'OfferedPsks.identities': (f) =>
    rich`${count(f.count ?? 0, 'Identität', 'Identitäten')}. Early Data, falls es welche gibt, verwenden die erste.`,
  PskIdentity: rich`Benennt einen ${term('psk', 'Pre-Shared Key')}, damit der Server ihn findet.`,
  'PskIdentity.identity': (f) =>
    rich`${bytes(f.content)}, die nur dem Server etwas sagen: ein ${term('session-ticket', 'Ticket')}, wie er es ausgegeben hat, oder der Name eines anderswo vereinbarten Schlüssels.`,
  'PskIdentity.obfuscated_ticket_age': (f) =>
    f.number === 0
      ? rich`0: Dieser Schlüssel stammt von keinem Ticket, also gibt es kein Alter zu nennen.`
      : rich`Das Alter des Tickets in Millisekunden plus ${code('ticket_age_add')}, modulo 2^32. Der Server zieht die geheime Zahl wieder ab; für Eve sieht es zufällig aus.`,
  'OfferedPsks.binders': rich`Ein ${term('binder', 'Binder')} je Identität, in derselben Reihenfolge. Sie entstehen zuletzt, über alles, was davor steht.`,
  'binders.PskBinderEntry': (f) =>
    rich`${bytes(f.content)} HMAC über genau dieses Hello, unter einem Schlüssel, den nur ableiten kann, wer den ${term('psk', 'Pre-Shared Key')} hat. Ein falscher beendet die Verbindung mit ${code('decrypt_error')}.`,
  'pre_shared_key.extension_data.selected_identity': (f) =>
    rich`${f.number ?? 0}: der Platz der gewählten Identität in der Liste des Browsers, von 0 an gezählt.`,
  'psk_key_exchange_modes.extension_data.ke_modes': rich`Die Arten, auf die der Browser ihn verwenden würde.`,
  'ke_modes.PskKeyExchangeMode': (f) =>
    f.number === 1
      ? rich`Zusammen mit einem Schlüsselaustausch, was ${term('forward-secrecy', 'Forward Secrecy')} erhält.`
      : f.number === 0
        ? rich`Der ${term('psk', 'Pre-Shared Key')} allein, ohne ${term('forward-secrecy', 'Forward Secrecy')}.`
        : rich`Eine Art, die diese Engine nicht kennt.`,
  'certificate_authorities.extension_data.authorities': (f) =>
    rich`${count(f.count ?? 0, 'Name einer Zertifizierungsstelle', 'Namen von Zertifizierungsstellen')}.`,
  'authorities.DistinguishedName': rich`Der ${term('subject', 'Inhaber')} im Zertifikat einer Zertifizierungsstelle, in ${term('der', 'DER')}.`,
  'padding.extension_data.PaddingExtension': (f) => rich`${count(f.size, 'Nullbyte', 'Nullbytes')}.`,
};

function protocol(name: string | undefined) {
  if (name === 'h2') return rich`HTTP/2.`;
  if (name === 'http/1.1') return rich`HTTP/1.1.`;
  if (name === 'h3') return rich`HTTP/3, das über QUIC läuft.`;
  return rich`Ein Anwendungsprotokoll unter seinem registrierten Namen.`;
}
