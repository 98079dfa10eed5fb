/** English texts about the fields of records and messages. Keys are those of the codecs. */
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { count, list } from '../grammar.ts';

const echo: FieldText = (f) =>
  f.content === 0
    ? rich`Empty: the server keeps no session under an ID.`
    : rich`The ${code('legacy_session_id')} of the ClientHello, sent back, or in TLS 1.2 the name of a new session (${term('session-id', 'session ID')}). In TLS 1.3 it makes the answer look like a resumption and means nothing more (${term('compatibility-mode')}).`;
const legacyVersion: FieldText = (f) =>
  f.number !== 0x0303
    ? rich`The best version this side speaks. Before TLS 1.3 that was all there was to say about versions.`
    : rich`0x0303, always so in TLS 1.3 and the version itself in TLS 1.2. Servers and middleboxes once choked on higher numbers here, so the true version moved to ${code('supported_versions')}.`;
const context = rich`Ties a client certificate to the request it answers. Empty in a handshake; requests after the handshake would put a value here.`;
const noCompression = rich`Always 0: compressing before encrypting leaks the content through its length (CRIME), so TLS 1.3 has no compression.`;
const recordVersion = rich`Ignored by every receiver. It says TLS 1.2, so that middleboxes which look at it stay calm.`;
const otherContent = rich`Bytes of other messages that travel in the same ${term('record')}: records and messages have boundaries of their own.`;

export const messageFields = {
  // Records, RFC 9846 §5.
  records: (f) =>
    rich`${count(f.count ?? 0, term('record'), term('record', 'records'))} that carry one message together. A record holds at most 16 384 bytes.`,
  TLSPlaintext: rich`A ${term('record')} without protection: 5 bytes of header, then the content for everyone to read.`,
  'TLSPlaintext.type': rich`What the ${term('record')} carries: 22 handshake, 21 alert, 20 change_cipher_spec.`,
  'TLSPlaintext.legacy_record_version': (f) =>
    f.number === 0x0301
      ? rich`Ignored by every receiver. A first ClientHello may say TLS 1.0 here, because old servers reject anything higher.`
      : recordVersion,
  'TLSRecord.length': (f) =>
    rich`How many bytes follow the header: ${f.number ?? 0}. It stays readable even when the content is encrypted, so Eve knows all sizes.`,
  'TLSPlaintext.fragment': rich`The content. A long message is cut over several records, short ones may share one.`,
  'TLSPlaintext.fragments': rich`The contents of all records of this message, joined.`,
  'TLSCiphertext.fragments': rich`The decrypted contents of all records of this message, joined. Content type and padding of each record are left out.`,
  TLSCiphertext: rich`A protected ${term('record')}: 5 readable bytes of header, then ciphertext and ${term('tag')}. The header is covered by the tag as well.`,
  'TLSCiphertext.opaque_type': rich`Always 23, application_data, whatever is inside: the true type is encrypted. Eve cannot tell a handshake message from data by it.`,
  'TLSCiphertext.legacy_record_version': recordVersion,
  'TLSCiphertext.encrypted_record': (f) =>
    rich`${f.content} bytes of ciphertext and tag, sealed by one ${term('aead', 'AEAD')} call. Only who has this direction’s key opens them.`,
  'encrypted_record.ciphertext': rich`Content, content type and padding, encrypted. It is as long as what is inside.`,
  'encrypted_record.tag': rich`Authentication ${term('tag')}: made with the key over header and ciphertext. One changed bit anywhere, and the record is thrown away.`,
  TLSInnerPlaintext: rich`What was sealed: content, its true type, and zeros as ${term('padding')}.`,
  'TLSInnerPlaintext.content': rich`The handshake message, the alert or the data.`,
  'TLSInnerPlaintext.type': rich`The true content type, behind the content and encrypted with it: 22 handshake, 23 application_data, 21 alert.`,
  'TLSInnerPlaintext.zeros': (f) =>
    rich`${f.size} zero bytes of ${term('padding')} that hide the true length. The receiver skips zeros from the end until it finds the type.`,
  'fragment.other_content': otherContent,
  'fragments.other_content': otherContent,
  'content.other_content': otherContent,

  // Handshake header, RFC 9846 §4.
  Handshake: rich`One handshake message: type, length and body. These bytes, without record headers, go into the ${term('transcript')}.`,
  'Handshake.msg_type': rich`Which message this is. A message that is not due at this point ends the connection with ${code('unexpected_message')}.`,
  'Handshake.length': (f) =>
    rich`The body has ${f.number ?? 0} bytes. A message may be longer than a record, so it has a length of its own.`,

  // ClientHello and ServerHello, RFC 9846 §4.2.
  ClientHello: rich`The browser’s offers: everything it supports, in the clear, since there are no keys yet.`,
  'ClientHello.legacy_version': legacyVersion,
  'ClientHello.random': rich`32 fresh bytes from the browser. They are in every ${term('transcript-hash')}, so no part of an old connection can be replayed into this one.`,
  'ClientHello.legacy_session_id': (f) =>
    f.content === 0
      ? rich`Empty: ${term('compatibility-mode')} is off.`
      : rich`${f.content} random bytes that name no session: they make the hello look like a resumption in TLS 1.2 (${term('compatibility-mode')}).`,
  'ClientHello.cipher_suites': (f) =>
    rich`${list(f, term('cipher-suite'), term('cipher-suite', 'cipher suites'))}, the browser’s favourite first. A suite of TLS 1.3 names an ${term('aead', 'AEAD')} and a ${term('hash')}; older ones also say how keys are exchanged and what the server proves itself with.`,
  'ClientHello.legacy_compression_methods': noCompression,
  'legacy_compression_methods.legacy_compression_method': noCompression,
  'ClientHello.extensions': (f) =>
    rich`${list(f, term('extension'), term('extension', 'extensions'))}. In TLS 1.3 all that matters is offered here.`,
  ServerHello: rich`The server’s choice: the suite, and in TLS 1.3 the group and its own share as well. There it is the last handshake message that Eve can read.`,
  'ServerHello.legacy_version': legacyVersion,
  'ServerHello.random': rich`32 fresh bytes from the server. A server that was pushed below TLS 1.3 would end them with “DOWNGRD” and a byte, against a ${term('downgrade')}.`,
  'ServerHello.legacy_session_id_echo': echo,
  'ServerHello.cipher_suite': (f) =>
    rich`The one suite both will use${f.name === undefined ? '' : rich`, ${code(f.name)}`}. It must be one that the browser offered.`,
  'ServerHello.legacy_compression_method': noCompression,
  'ServerHello.extensions': rich`In TLS 1.3 only what is needed for the keys: all other answers wait for EncryptedExtensions. In TLS 1.2 all of them stand here.`,
  HelloRetryRequest: rich`A ServerHello in form. It asks for a second ClientHello with another ${term('key-share')}, a ${term('cookie')}, or both.`,
  'HelloRetryRequest.legacy_version': legacyVersion,
  'HelloRetryRequest.random': rich`No random at all: the SHA-256 of “HelloRetryRequest”, the same in every connection. By it the browser tells this message from a ServerHello.`,
  'HelloRetryRequest.legacy_session_id_echo': echo,
  'HelloRetryRequest.cipher_suite': rich`The suite is chosen already, and the ServerHello must repeat it. The browser needs its hash now, for the ${term('transcript')}.`,
  'HelloRetryRequest.legacy_compression_method': noCompression,
  'HelloRetryRequest.extensions': rich`What the second ClientHello should do differently.`,

  // The server's parameters, RFC 9846 §4.4.
  EncryptedExtensions: rich`The server’s answers to offers that do not concern the keys. The first message that is encrypted.`,
  'EncryptedExtensions.extensions': (f) =>
    rich`${count(f.count ?? 0, 'answer', 'answers')}, each to an ${term('extension')} that the browser sent.`,
  CertificateRequest: rich`The server’s wish to see a ${term('certificate')} of the browser.`,
  'CertificateRequest.certificate_request_context': context,
  'CertificateRequest.extensions': rich`Which signatures the server can check, and which authorities it trusts for client certificates.`,

  // Authentication, RFC 9846 §4.5.
  CertificateMessage: rich`The sender’s ${term('chain')}: its own certificate first, then those that lead to a root.`,
  'CertificateMessage.certificate_request_context': context,
  'CertificateMessage.certificate_list': (f) =>
    f.content === 0
      ? rich`Empty: the browser was asked and has no certificate to show.`
      : rich`The sender’s own certificate comes first. For the rest TLS 1.3 tolerates any order; the ${term('root')} may be left out.`,
  CertificateEntry: rich`One certificate, with extensions that belong to it.`,
  'CertificateEntry.cert_data': (f) =>
    rich`An X.509 certificate in ${term('der', 'DER')}, ${f.content} bytes: what its issuer signed, and the signature.`,
  'CertificateEntry.extensions': rich`Room for proof that comes with a certificate: an OCSP response, or ${term('sct', 'signed certificate timestamps')}. Usually empty.`,
  CertificateVerify: rich`Proof that the sender has the ${term('private-key')} of its certificate, for this very connection.`,
  'CertificateVerify.algorithm': (f) =>
    rich`The ${term('signature-scheme')}${f.name === undefined ? '' : rich`, ${code(f.name)}`}: one that the other side offered and that fits the key of the certificate.`,
  'CertificateVerify.signature': (f) =>
    rich`${f.content} bytes over 64 spaces, a context string, a zero byte and the ${term('transcript-hash')}. The spaces and the string keep it from being taken for a signature on anything else.`,
  Finished: rich`A ${term('mac', 'MAC')} over the whole handshake so far.`,
  'Finished.verify_data': (f) =>
    f.size === 12
      ? rich`12 bytes from the ${term('prf', 'PRF')} over the ${term('main-secret')} and the ${term('transcript-hash')}. The receiver computes the same and compares.`
      : rich`${term('hmac', 'HMAC')} of the ${term('transcript-hash')} under the sender’s Finished key, ${f.size} bytes. The receiver computes the same and compares.`,

  // After the handshake, RFC 9846 §4.7.
  NewSessionTicket: rich`Lets the browser come back with a ${term('psk', 'pre-shared key')}. A server may send several, or none.`,
  'NewSessionTicket.ticket_lifetime': (f) =>
    rich`The ticket is good for ${f.number ?? 0} seconds; 7 days is the most that is allowed.`,
  'NewSessionTicket.ticket_age_add': rich`A random number added to the age that the browser reports later, so that Eve cannot link two connections by it.`,
  'NewSessionTicket.ticket_nonce': rich`Makes the keys of several tickets differ: it goes into their derivation.`,
  'NewSessionTicket.ticket': rich`Opaque to the browser: often the server’s own state, encrypted for itself.`,
  'NewSessionTicket.extensions': rich`Whether data may be sent at once on return (${code('early_data')}).`,
  KeyUpdate: rich`From the next record on the sender uses a new key.`,
  'KeyUpdate.request_update': (f) =>
    f.number === 1
      ? rich`1: the other side must change its key too.`
      : rich`0: the other side may keep its key.`,
  EndOfEarlyData: rich`Marks the end of the ${term('early-data', 'early data')}. It has no body, and is the last thing sent under the early keys.`,

  // Alerts, data, ChangeCipherSpec.
  Alert: rich`2 bytes: how bad, and what.`,
  'Alert.level': rich`1 warning, 2 fatal. TLS 1.3 ignores it: apart from ${term('close-notify', 'close_notify')} and user_canceled every alert ends the connection.`,
  'Alert.description': (f) =>
    rich`The reason${f.name === undefined ? '' : rich`, ${code(f.name)}`}. Details stay at home: they would help an attacker more than the user.`,
  ApplicationData: (f) =>
    rich`${count(f.size, 'byte', 'bytes')} of the application: TLS carries them and does not look inside.`,
  ChangeCipherSpec: rich`A dummy: in TLS 1.2 it announced the switch to new keys, in TLS 1.3 it only pleases middleboxes (${term('compatibility-mode')}).`,
  'ChangeCipherSpec.type': rich`Always 1. Any other value ends the connection.`,
} satisfies Readonly<Record<string, FieldText>>;
