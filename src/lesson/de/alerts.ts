/** What each alert description says, RFC 9846 §6. Each text completes 'Der Server schließt mit unknown_ca (48): …'. */
import type { alertNotes as english, alerts as englishAlerts } from '../en/alerts.ts';
import type { Rich } from '../rich.ts';
import { rich, term } from '../rich.ts';

const historic = rich`ein Wert älterer Versionen, den TLS 1.3 reserviert und nie sendet`;
const nearest = rich`Für einen falschen Namen hat TLS keinen Alert; dieser Browser nimmt den nächstliegenden.`;

export const alertNotes: Readonly<Record<keyof typeof english, Rich>> = {
  'name-mismatch': nearest,
  'no-names': nearest,
  'empty-server-certificate': rich`Für eine leere Liste schreibt RFC 9846 genau diesen Alert vor.`,
};

export const alerts: Readonly<Record<keyof typeof englishAlerts, Rich>> = {
  close_notify: rich`In diese Richtung kommt nichts mehr`,
  unexpected_message: rich`Die Nachricht ist richtig aufgebaut, darf aber an dieser Stelle nicht kommen`,
  bad_record_mac: rich`Ein ${term('record', 'Record')} lässt sich mit dem fälligen Schlüssel und der fälligen Nummer nicht öffnen, weil ein Byte verändert wurde oder die Schlüssel der beiden Seiten verschieden sind`,
  decryption_failed: historic,
  record_overflow: rich`Ein Record ist länger als die 16 384 Bytes Inhalt, die TLS erlaubt`,
  decompression_failure: historic,
  handshake_failure: rich`Was die andere Seite anbietet und was diese akzeptiert, hat nichts gemeinsam`,
  no_certificate: historic,
  bad_certificate: rich`Ein Zertifikat ist beschädigt, oder etwas darin hält nicht, etwa eine ${term('signature', 'Signatur')}, ein Schlüssel, ein Name oder eine Verwendung`,
  unsupported_certificate: rich`Das Zertifikat ist von einer Art, die hier nicht taugt, etwa für einen anderen Zweck ausgestellt`,
  certificate_revoked: rich`Der Aussteller hat das Zertifikat gesperrt`,
  certificate_expired: rich`Ein Zertifikat liegt außerhalb seiner ${term('validity', 'Gültigkeitsdauer')}`,
  certificate_unknown: rich`Etwas anderes am Zertifikat ist nicht annehmbar`,
  illegal_parameter: rich`Ein Feld hat einen unzulässigen Wert oder widerspricht einem anderen Feld`,
  unknown_ca: rich`Vom Zertifikat führt kein ${term('path', 'Pfad')}, der hält, zu einem bekannten ${term('trust-anchor', 'Vertrauensanker')}`,
  access_denied: rich`Das Zertifikat ist gültig, sein Inhaber aber nicht zugelassen`,
  decode_error: rich`Eine Nachricht lässt sich nicht lesen, weil eine Länge oder ein Feld das Format verletzt`,
  decrypt_error: rich`Eine ${term('signature', 'Signatur')}, ein ${term('finished', 'Finished')}-Wert oder ein ${term('binder', 'Binder')} ist ungültig`,
  export_restriction: historic,
  protocol_version: rich`Die Version der anderen Seite ist bekannt, wird aber nicht akzeptiert`,
  insufficient_security: rich`Die andere Seite bietet nur Parameter an, die hier als zu schwach gelten`,
  internal_error: rich`Auf dieser Seite ist etwas fehlgeschlagen, das mit der anderen nichts zu tun hat`,
  inappropriate_fallback: rich`Der Client kommt mit einer niedrigeren Version wieder, als beide Seiten sprechen können`,
  user_canceled: rich`Wer den Client benutzt, hat den Handshake abgebrochen, ohne jeden Fehler im Protokoll`,
  no_renegotiation: rich`Auf dieser Verbindung gibt es keinen zweiten Handshake, und TLS 1.3 kennt gar keinen`,
  missing_extension: rich`Eine ${term('extension', 'Erweiterung')} fehlt, ohne die dieser Handshake nicht auskommt`,
  unsupported_extension: rich`Eine Nachricht enthält eine ${term('extension', 'Erweiterung')}, die nicht verlangt war oder nicht dorthin gehört`,
  certificate_unobtainable: historic,
  unrecognized_name: rich`Kein Server hier hört auf den Namen in server_name`,
  bad_certificate_status_response: rich`Die OCSP-Antwort, die mit dem Zertifikat kommen muss, fehlt oder ist ungültig`,
  bad_certificate_hash_value: historic,
  unknown_psk_identity: rich`Ein ${term('psk', 'Pre-Shared Key')} ist nötig, und keine der angebotenen Identitäten ist bekannt`,
  certificate_required: rich`Ein Client-Zertifikat ist Pflicht, und es kam keines`,
  general_error: rich`Etwas stimmt nicht, wofür es keinen anderen Alert gibt oder das er nicht nennen will`,
  no_application_protocol: rich`Keines der per ${term('alpn', 'ALPN')} angebotenen Anwendungsprotokolle wird hier gesprochen`,
  ech_required: rich`Encrypted Client Hello wurde angeboten und nicht angenommen`,
};
