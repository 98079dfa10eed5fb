/** What each alert description says, RFC 9846 §6. Each text completes 'The server closes with unknown_ca (48): …'. */
import type { StepWords } from '../words.ts';
import { rich, term } from '../rich.ts';

const historic = rich`a value of older versions that TLS 1.3 reserves and never sends`;

export const alertNotes: StepWords['alertNotes'] = {
  'name-mismatch': rich`TLS has no alert for a wrong name; this browser takes the nearest one.`,
  'no-names': rich`TLS has no alert for a wrong name; this browser takes the nearest one.`,
  'empty-server-certificate': rich`For an empty list RFC 9846 demands this very alert.`,
};

export const alerts: StepWords['alerts'] = {
  close_notify: rich`it will send nothing more in this direction`,
  unexpected_message: rich`the message is well-formed, but it must not come at this point`,
  bad_record_mac: rich`a ${term('record')} does not open with the key and number it must have, because a byte was changed or the two sides hold different keys`,
  decryption_failed: historic,
  record_overflow: rich`a record is longer than the 16 384 bytes of content that TLS allows`,
  decompression_failure: historic,
  handshake_failure: rich`what the other side offers and what this side accepts have nothing in common`,
  no_certificate: historic,
  bad_certificate: rich`a certificate is damaged, or something in it does not hold, such as a ${term('signature')}, a key, a name or a usage`,
  unsupported_certificate: rich`the certificate is of a kind it cannot use here, for example issued for another purpose`,
  certificate_revoked: rich`the issuer has revoked the certificate`,
  certificate_expired: rich`a certificate is outside its ${term('validity')} period`,
  certificate_unknown: rich`something else about the certificate is not acceptable`,
  illegal_parameter: rich`a field has a value that is out of range or contradicts another field`,
  unknown_ca: rich`no ${term('path')} that holds leads from the certificate to a ${term('trust-anchor')} it knows`,
  access_denied: rich`the certificate is valid, but its holder is not allowed in`,
  decode_error: rich`a message cannot be parsed, because a length or a field breaks the format`,
  decrypt_error: rich`a ${term('signature')}, a ${term('finished', 'Finished')} value or a ${term('binder')} does not verify`,
  export_restriction: historic,
  protocol_version: rich`the version the other side speaks is known, but not accepted`,
  insufficient_security: rich`the other side offers only parameters that are too weak for it`,
  internal_error: rich`something failed on this side that has nothing to do with the other one`,
  inappropriate_fallback: rich`the client has come back with a lower version than both sides can speak`,
  user_canceled: rich`the user has stopped the handshake, without any fault in the protocol`,
  no_renegotiation: rich`it does not shake hands a second time on this connection, and TLS 1.3 never does`,
  missing_extension: rich`an ${term('extension')} is absent that this handshake cannot do without`,
  unsupported_extension: rich`a message carries an ${term('extension')} that was not asked for or does not belong there`,
  certificate_unobtainable: historic,
  unrecognized_name: rich`no server here answers to the name in server_name`,
  bad_certificate_status_response: rich`the OCSP response that has to come with the certificate is missing or invalid`,
  bad_certificate_hash_value: historic,
  unknown_psk_identity: rich`a ${term('psk', 'pre-shared key')} is needed and none of the offered identities is known`,
  certificate_required: rich`it insists on a client certificate and got none`,
  general_error: rich`something is wrong that no other alert names, or that it does not want to name`,
  no_application_protocol: rich`none of the application protocols offered by ${term('alpn', 'ALPN')} is spoken here`,
  ech_required: rich`Encrypted Client Hello was offered and not accepted`,
};
