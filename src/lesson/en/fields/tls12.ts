/** English texts about the fields of records and messages that only TLS 1.2 has. */
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { count } from '../grammar.ts';

const wireVersion = rich`0x0303 for TLS 1.2. In TLS 1.2 the field still means something: it is covered by the ${term('mac', 'MAC')} or ${term('tag')} of the record.`;
const mac = rich`HMAC over the record’s number, its type, version and length, and the content. Without it Mallory could change encrypted bits and nobody would notice.`;

export const tls12Fields = {
  // Records, RFC 5246 §6.2.
  'TLSPlaintext.version': (f) =>
    f.number === 0x0303
      ? wireVersion
      : rich`The version this side speaks: 0x0301 stands for TLS 1.0, because it followed SSL 3.0 (0x0300).`,
  'TLSCiphertext.version': wireVersion,
  'TLSCiphertext.type': rich`What the ${term('record')} carries. Unlike in TLS 1.3 the type stays readable when the content is encrypted.`,
  GenericAEADCipher: rich`A record under an ${term('aead', 'AEAD')}: the explicit part of the ${term('nonce')}, ciphertext and ${term('tag')}.`,
  'GenericAEADCipher.nonce_explicit': rich`The part of the ${term('nonce')} that travels with the record; the other 4 bytes come from the key block. It must never repeat under one key, so here it is the record’s number.`,
  'GenericAEADCipher.ciphertext': rich`The content, encrypted. It is exactly as long as what is inside.`,
  'GenericAEADCipher.tag': rich`Authentication ${term('tag')}: made with the key over the ciphertext and over number, type, version and length. One changed bit, and the record is thrown away.`,
  'GenericAEADCipher.content': rich`The handshake message, the alert or the data.`,
  GenericBlockCipher: rich`A record under a block cipher in CBC mode: an ${term('iv', 'IV')}, then whole blocks.`,
  'GenericBlockCipher.IV': rich`A fresh random block for each record. TLS 1.0 used the last block of the record before, which an attacker could foresee (BEAST, 2011).`,
  'GenericBlockCipher.ciphertext': rich`Whole blocks of ciphertext: content, ${term('padding')} and, unless it stands outside, the ${term('mac', 'MAC')}.`,
  'GenericBlockCipher.MAC': mac,
  'GenericBlockCipher.content': rich`The handshake message, the alert or the data.`,
  'GenericBlockCipher.padding': rich`Bytes that fill the last block, each with the number of them as its value. A receiver that tells bad padding from a bad ${term('mac', 'MAC')} can be made to decrypt (POODLE, Lucky Thirteen).`,
  'GenericBlockCipher.padding_length': (f) =>
    rich`How many bytes of padding stand before this one: ${f.number ?? 0}.`,
  GenericStreamCipher: rich`A record under a stream cipher, or under none: content and ${term('mac', 'MAC')}.`,
  'GenericStreamCipher.ciphertext': rich`Content and ${term('mac', 'MAC')}, combined bit by bit with the cipher’s key stream.`,
  'GenericStreamCipher.content': rich`The handshake message, the alert or the data.`,
  'GenericStreamCipher.MAC': mac,
  'GenericStreamCipher.IV': rich`A stream cipher needs none.`,

  // ServerKeyExchange, RFC 5246 §7.4.3, RFC 8422 §5.4.
  ServerKeyExchange: rich`The server’s half of the key exchange, made for this connection only.`,
  'ServerKeyExchange.psk_identity_hint': rich`Helps the browser pick the right ${term('psk', 'pre-shared key')}; it may be empty.`,
  'psk_identity_hint.psk_identity_hint': rich`The hint itself, readable for everyone.`,
  ServerDHParams: rich`A ${term('diffie-hellman', 'Diffie-Hellman')} group of the server’s choice, prime and generator, and the server’s public value in it.`,
  'ServerDHParams.dh_p': (f) =>
    rich`The prime, ${f.content * 8} bits. TLS 1.2 lets a server send any number here, and clients could not tell a weak one; RFC 7919 names a few good ones instead.`,
  'dh_p.dh_p': rich`The digits of the prime.`,
  'ServerDHParams.dh_g': rich`The generator: the number that both sides raise to their secret exponents.`,
  'dh_g.dh_g': rich`The digits of the generator.`,
  'ServerDHParams.dh_Ys': rich`The server’s public value: g to the power of its secret exponent, modulo p.`,
  'dh_Ys.dh_Ys': rich`The digits of the public value.`,
  ServerECDHParams: rich`The curve and the server’s point on it.`,
  ECParameters: rich`Which curve: by name, the only way that is left.`,
  'ECParameters.curve_type': rich`3, named_curve. The others let a server describe a curve of its own, which nobody could check (RFC 8422 removed them).`,
  'ECParameters.namedcurve': rich`The ${term('group')} of this key exchange: one that the browser listed in ${code('supported_groups')}.`,
  'ServerECDHParams.public': rich`The server’s public key on that curve, for this connection only.`,
  'public.public': rich`The bytes of the point.`,
  'digitally-signed': rich`A ${term('signature')} over both randoms and the parameters above, made with the ${term('private-key')} of the certificate.`,
  'digitally-signed.algorithm': rich`Hash and signature algorithm, one that the browser listed. In TLS 1.2 RSA may still use the padding of PKCS #1 v1.5.`,
  'digitally-signed.signature': (f) =>
    rich`${f.content} bytes. Without them Mallory could put her own half in place of the server’s.`,
  'signature.signature': rich`The signature itself.`,

  // CertificateRequest, RFC 5246 §7.4.4.
  'ASN.1Cert': rich`One certificate, as DER.`,
  Tls12CertificateRequest: rich`The server asks the browser for a ${term('certificate')}.`,
  'Tls12CertificateRequest.certificate_types': rich`Kinds of key the server takes. TLS 1.3 leaves that to the signature schemes.`,
  'certificate_types.ClientCertificateType': rich`A kind of key and what it is for: rsa_sign and ecdsa_sign are the ones in use.`,
  'Tls12CertificateRequest.supported_signature_algorithms': rich`The signatures the server can check, in its order.`,
  'supported_signature_algorithms.SignatureAndHashAlgorithm': rich`One hash with one signature algorithm; TLS 1.3 calls such a pair a ${term('signature-scheme')}.`,
  'Tls12CertificateRequest.certificate_authorities': (f) =>
    f.count === 0 || f.content === 0
      ? rich`No names: any authority will do.`
      : rich`The names of the authorities whose certificates are accepted, so that the browser picks one that fits.`,
  'certificate_authorities.DistinguishedName': rich`The name of one authority, as DER.`,
  'DistinguishedName.DistinguishedName': rich`The name as DER.`,
  ServerHelloDone: rich`Nothing but its header: the server waits for the browser now.`,

  // ClientKeyExchange, RFC 5246 §7.4.7.
  ClientKeyExchange: rich`The browser’s half of the key exchange.`,
  'ClientKeyExchange.EncryptedPreMasterSecret': (f) =>
    rich`${f.content} bytes, because the RSA key has ${f.content * 8} bits; inside are padding, the offered version and 46 random bytes. Wrong padding must look like success, or the secret leaks (ROBOT).`,
  'EncryptedPreMasterSecret.EncryptedPreMasterSecret': rich`The ciphertext, made with the ${term('public-key')} of the server’s certificate (RSAES-PKCS1-v1_5).`,
  'ClientKeyExchange.ecdh_Yc': (f) =>
    rich`The browser’s public key on the same curve, ${count(f.content, 'byte', 'bytes')}, for this connection only.`,
  'ecdh_Yc.ecdh_Yc': rich`The bytes of the point.`,
  'ClientKeyExchange.dh_Yc': rich`The browser’s public value in the server’s group.`,
  'dh_Yc.dh_Yc': rich`The digits of the public value.`,
  'ClientKeyExchange.psk_identity': rich`Which ${term('psk', 'pre-shared key')} the browser uses. Everyone can read the name; the key itself never travels.`,
  'psk_identity.psk_identity': rich`The name itself.`,

  // ChangeCipherSpec, NewSessionTicket, CertificateStatus.
  ChangeCipherSpec: rich`One byte that changes the keys; no handshake message, so it is not in the ${term('transcript')}.`,
  'ChangeCipherSpec.type': rich`1, the only value there is.`,
  Tls12NewSessionTicket: rich`What the server needs to resume this session, sealed so that only it can read it.`,
  'Tls12NewSessionTicket.ticket_lifetime_hint': (f) =>
    f.number === 0
      ? rich`0: the server does not say how long the ticket is good for.`
      : rich`Seconds for which the server will probably still take it: ${f.number ?? 0}.`,
  'Tls12NewSessionTicket.ticket': rich`Bytes that mean something to the server alone (RFC 5077). Inside is the ${term('main-secret')}, encrypted.`,
  'ticket.ticket': rich`The ticket as it comes back later.`,
  CertificateStatus: rich`A stapled answer about ${term('revocation')}, so that the browser need not ask for it.`,
  'CertificateStatus.status_type': rich`1, OCSP.`,
  'CertificateStatus.response': rich`The OCSP response as DER, signed by the authority.`,
  'response.response': rich`The bytes of the response.`,
  HelloRequest: rich`Nothing but its header: the server asks for a new handshake.`,

  // Extensions.
  'ec_point_formats.extension_data.ec_point_format_list': rich`The ways to write a point that this side can read. Only the uncompressed one is left.`,
  'ec_point_format_list.ECPointFormat': rich`0, uncompressed: x and y in full.`,
  'renegotiation_info.extension_data.renegotiated_connection': rich`Empty in a first handshake. In a renegotiation the two Finished of the one before would stand here.`,
  'renegotiated_connection.renegotiated_connection': rich`The two Finished of the handshake before.`,
  'session_ticket.extension_data.ticket': rich`The ticket of an earlier connection, as the server sealed it.`,
} satisfies Readonly<Record<string, FieldText>>;
