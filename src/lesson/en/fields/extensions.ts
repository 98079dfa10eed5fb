/** English texts about TLS extensions and the fields inside them. */
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { count, list, party, shareContents } from '../grammar.ts';

/** By registry name: the extension as a whole. */
export const extensions = {
  server_name: (f) =>
    f.message === 'EncryptedExtensions' || f.message === 'ServerHello'
      ? rich`The server has used the name from the ClientHello. Its answer is empty.`
      : rich`The host the browser wants, so that one address can serve many names. Eve can read it.`,
  supported_groups: (f) =>
    f.from === 'server'
      ? rich`The groups the server supports, in its order. The browser may not act on it now, but can send a better ${term('key-share')} next time.`
      : rich`The ${term('group', 'groups')} the browser can exchange keys in, favourite first. For some of them a ${term('key-share')} comes along.`,
  signature_algorithms: (f) =>
    rich`The signatures ${f.from === 'server' ? 'the server' : 'the browser'} can check, in CertificateVerify and, unless ${code('signature_algorithms_cert')} says otherwise, in certificates. Without it ${f.from === 'server' ? 'a request' : 'a handshake with certificates'} fails with ${code('missing_extension')}.`,
  signature_algorithms_cert: rich`The signatures that may stand in certificates, where the list differs from the one for CertificateVerify.`,
  application_layer_protocol_negotiation: (f) =>
    f.from === 'server'
      ? rich`The one protocol the server picked from the browser’s list.`
      : rich`The protocols the browser can speak over this connection, favourite first (${term('alpn', 'ALPN')}).`,
  supported_versions: (f) =>
    f.from === 'server'
      ? rich`The version the server picked. This extension is what makes the message a TLS 1.3 one.`
      : rich`The versions the browser can speak. This is where TLS 1.3 is offered; ${code('legacy_version')} always says 1.2.`,
  cookie: (f) =>
    f.from === 'server'
      ? rich`Bytes the browser must send back in its second ClientHello (${term('cookie')}).`
      : rich`The server’s ${term('cookie')}, sent back unchanged.`,
  key_share: (f) =>
    f.message === 'HelloRetryRequest'
      ? rich`The ${term('group')} the server wants a share for: one that the browser listed but sent no share for.`
      : f.from === 'server'
        ? rich`The server’s ${term('key-share')}, in a group the browser sent a share for. With it both sides can compute the ${term('shared-secret')}.`
        : rich`Public keys for this connection only: the reason why Eve cannot read it later either, even with the certificate’s key (${term('forward-secrecy')}).`,
  psk_key_exchange_modes: rich`How the browser would use a ${term('psk', 'pre-shared key')}: alone, or together with a key exchange. Without it the server sends no tickets.`,
  pre_shared_key: (f) =>
    f.from === 'server'
      ? rich`The ${term('psk', 'pre-shared key')} the server takes. With it nobody needs to show a certificate: whoever has the key is who it was agreed with.`
      : rich`Identities of ${term('psk', 'pre-shared keys')} the browser has, with a proof for each. It must be the last extension, because the proof covers everything before it.`,
  early_data: (f) =>
    f.message === 'EncryptedExtensions'
      ? rich`The server has taken the ${term('early-data', 'early data')} and reads it. Without this answer the browser would have to send it again.`
      : f.message === 'NewSessionTicket'
        ? rich`With this ticket data may be sent at once, before the next handshake is done (${term('early-data', 'early data')}).`
        : rich`Data follows at once, before the server has said a word. It has no ${term('forward-secrecy')} and can be replayed.`,
  certificate_authorities: rich`The names of the authorities whose certificates are accepted, so that the other side picks one that fits.`,
  oid_filters: rich`Asks for client certificates with certain extensions in them.`,
  post_handshake_auth: rich`The browser can be asked for a certificate later (${term('post-handshake-authentication', 'post-handshake authentication')}).`,
  padding: rich`Zero bytes that bring the ClientHello to another size, for servers and middleboxes that stumble over certain lengths.`,
  status_request: rich`Asks for an OCSP response along with the certificate, so that the browser need not fetch it itself (${term('revocation')}).`,
  CertificateStatusRequest: rich`What the browser would like to have stapled, and whose answer it accepts.`,
  'CertificateStatusRequest.status_type': rich`1, OCSP: the only kind there is.`,
  'CertificateStatusRequest.responder_id_list': rich`Responders that the browser trusts. Empty: whoever the ${term('issuer')} lets answer.`,
  'CertificateStatusRequest.request_extensions': rich`For the question to the responder. Empty: the server asked before this connection began, so its answer cannot repeat a value that the browser chose now.`,
  status_request_v2: rich`An older way to ask for OCSP responses for the whole chain. TLS 1.3 does not use it.`,
  signed_certificate_timestamp: rich`Asks for proof that the certificate stands in public logs (Certificate Transparency).`,
  ec_point_formats: rich`How curve points may be written in TLS 1.2. TLS 1.3 knows the uncompressed form only.`,
  extended_master_secret: (f) =>
    f.from === 'server'
      ? rich`The server agrees: the keys will hang on the whole handshake (${term('extended-main-secret')}).`
      : rich`Asks to bind the TLS 1.2 keys to the whole handshake (${term('extended-main-secret')}). TLS 1.3 always does, and ignores it.`,
  encrypt_then_mac: (f) =>
    f.from === 'server'
      ? rich`The server agrees: the ${term('mac', 'MAC')} goes over the ciphertext and is checked first.`
      : rich`Asks to turn round the order of ${term('mac', 'MAC')} and encryption in CBC suites of TLS 1.2 (${term('encrypt-then-mac', 'encrypt-then-MAC')}). Others, and TLS 1.3, ignore it.`,
  session_ticket: (f) =>
    f.from === 'server'
      ? rich`The server will send a ${term('session-ticket', 'ticket')} at the end of the handshake.`
      : f.size > 4
        ? rich`The ${term('session-ticket', 'ticket')} of an earlier TLS 1.2 connection, to be resumed. TLS 1.3 has ${code('pre_shared_key')} instead.`
        : rich`Empty: the browser can keep a ${term('session-ticket', 'ticket')} for TLS 1.2 and would like one. TLS 1.3 has ${code('pre_shared_key')} instead.`,
  renegotiation_info: rich`Says that a renegotiation in TLS 1.2 would be tied to the handshake before it. This engine refuses to renegotiate, but still has to say so; TLS 1.3 has no renegotiation.`,
  record_size_limit: rich`The largest ${term('record')} the sender is willing to take.`,
  max_fragment_length: rich`An older way to ask for small records.`,
  compress_certificate: rich`The Certificate message may come compressed, by one of the algorithms listed (RFC 8879).`,
  delegated_credentials: rich`The server may sign with a short-lived key that its certificate’s key has signed (RFC 9345).`,
  application_settings: rich`Settings of the application protocol, sent along with the handshake; a Chromium experiment.`,
  encrypted_client_hello: rich`A second, ${term('encrypted-client-hello', 'encrypted ClientHello')} with the true name inside, or a dummy that looks like one.`,
  ech_outer_extensions: rich`Extensions that the encrypted ClientHello takes over from the outer one.`,
  encrypted_server_name: rich`An early draft of Encrypted Client Hello, no longer in use.`,
  heartbeat: rich`Keep-alive messages; an implementation of it leaked memory in 2014 (Heartbleed).`,
  next_protocol_negotiation: rich`The forerunner of ${term('alpn', 'ALPN')}.`,
  channel_id: rich`A dropped proposal to bind cookies to a key of the browser.`,
  channel_id_old: rich`A dropped proposal to bind cookies to a key of the browser.`,
  quic_transport_parameters: rich`Settings of QUIC, which carries the TLS handshake in its own packets.`,
  client_certificate_type: rich`Which kinds of client credentials are possible, X.509 or a raw public key.`,
  server_certificate_type: rich`Which kinds of server credentials are possible, X.509 or a raw public key.`,
  GREASE: rich`A reserved extension number that means nothing (${term('grease', 'GREASE')}). A server that stops at it is broken; browsers find that out every day.`,
} satisfies Readonly<Record<string, FieldText>>;

export const extensionFields = {
  EarlyDataIndication: rich`Present, with a limit: early data is allowed on return.`,
  'EarlyDataIndication.max_early_data_size': (f) =>
    rich`Up to ${f.number ?? 0} bytes may be sent before the next handshake is done. Such data can be replayed.`,
  'Extension.extension_type': (f) =>
    f.name === 'GREASE'
      ? rich`A reserved number without meaning (${term('grease', 'GREASE')}).`
      : rich`Number ${f.number ?? 0} in the registry of extensions${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'GREASE.extension_data': rich`Filling without meaning.`,
  'GREASE.opaque': rich`Filling without meaning.`,
  'unknown_extension.opaque': rich`Content of an extension this engine does not take apart.`,
  'server_name.extension_data.server_name_list': rich`A list by design; only one entry is ever used.`,
  'server_name_list.ServerName': rich`One name, with its kind in front.`,
  'ServerName.name_type': rich`0, host_name: the only kind there is.`,
  'ServerName.host_name': (f) =>
    rich`${f.text === undefined ? 'The name' : code(f.text)}, without the final dot and without a port. IP addresses are not allowed here.`,
  'supported_groups.extension_data.named_group_list': (f) =>
    rich`${list(f, term('group'), term('group', 'groups'))}, favourite first.`,
  'signature_algorithms.extension_data.supported_signature_algorithms': (f) =>
    rich`${count(f.count ?? 0, term('signature-scheme'), term('signature-scheme', 'signature schemes'))}, favourite first.`,
  'signature_algorithms_cert.extension_data.supported_signature_algorithms': (f) =>
    rich`${count(f.count ?? 0, term('signature-scheme'), term('signature-scheme', 'signature schemes'))}, favourite first.`,
  'application_layer_protocol_negotiation.extension_data.protocol_name_list': (f) =>
    rich`${count(f.count ?? 0, 'protocol', 'protocols')}, ${f.count === 1 ? 'with' : 'each with'} its length in front.`,
  'protocol_name_list.ProtocolName': (f) => rich`${protocol(f.text)}${f.agreed ? ' This run uses it.' : ''}`,
  'supported_versions.extension_data.versions': (f) =>
    rich`${list(f, 'version', 'versions')}, favourite first.`,
  'cookie.extension_data.cookie': (f) => rich`${f.content} bytes that only the server understands.`,
  'key_share.extension_data.client_shares': (f) =>
    f.count === 0 || f.count === undefined
      ? rich`No share: the browser asks the server to name a group first.`
      : rich`${list(f, 'share', 'shares')}, in the order of ${code('supported_groups')}, at most one for each group.`,
  KeyShareEntry: rich`A ${term('group')} and a public key in it.`,
  'KeyShareEntry.key_exchange': (f) =>
    f.content === 1
      ? rich`One byte without meaning: the share of a ${term('grease', 'GREASE')} group.`
      : rich`${f.content} bytes that everyone may see${f.shareParts.length === 0 ? '' : rich`: ${shareContents(f.shareParts)}`}. The private half stays with ${f.from === undefined ? 'its maker' : party(f.from)}.`,
  'key_share.extension_data.selected_group': rich`The group for which the second ClientHello must bring a share.`,
  OfferedPsks: rich`What the browser has to offer: names of keys, and one proof for each.`,
  'OfferedPsks.identities': (f) =>
    rich`${count(f.count ?? 0, 'identity', 'identities')}. Early data, if there is any, uses the first.`,
  PskIdentity: rich`Names one ${term('psk', 'pre-shared key')}, so that the server can find it.`,
  'PskIdentity.identity': (f) =>
    rich`${f.content} bytes that mean something to the server only: a ${term('session-ticket', 'ticket')} as it was handed out, or the name of a key agreed on elsewhere.`,
  'PskIdentity.obfuscated_ticket_age': (f) =>
    f.number === 0
      ? rich`0: this key comes from no ticket, so it has no age to tell.`
      : rich`The ticket’s age in milliseconds plus ${code('ticket_age_add')}, modulo 2^32. The server takes the secret number off again; to Eve it looks random.`,
  'OfferedPsks.binders': rich`One ${term('binder')} for each identity, in the same order. They are made last, over everything in front of them.`,
  'binders.PskBinderEntry': (f) =>
    rich`${f.content} bytes of HMAC over this very hello, under a key that only holders of the ${term('psk', 'pre-shared key')} can derive. A wrong one ends the connection with ${code('decrypt_error')}.`,
  'pre_shared_key.extension_data.selected_identity': (f) =>
    rich`${f.number ?? 0}: the place of the chosen identity in the browser’s list, counted from 0.`,
  'psk_key_exchange_modes.extension_data.ke_modes': rich`The modes the browser would use.`,
  'ke_modes.PskKeyExchangeMode': (f) =>
    f.number === 1
      ? rich`With a key exchange as well, which keeps ${term('forward-secrecy')}.`
      : f.number === 0
        ? rich`The ${term('psk', 'pre-shared key')} alone, without ${term('forward-secrecy')}.`
        : rich`A mode this engine does not know.`,
  'certificate_authorities.extension_data.authorities': (f) =>
    rich`${count(f.count ?? 0, 'name of an authority', 'names of authorities')}.`,
  'authorities.DistinguishedName': rich`The ${term('subject')} of an authority’s certificate, in ${term('der', 'DER')}.`,
  'padding.extension_data.PaddingExtension': (f) => rich`${count(f.size, 'zero byte', 'zero bytes')}.`,
} satisfies Readonly<Record<string, FieldText>>;

function protocol(name: string | undefined) {
  if (name === 'h2') return rich`HTTP/2.`;
  if (name === 'http/1.1') return rich`HTTP/1.1.`;
  if (name === 'h3') return rich`HTTP/3, which runs over QUIC.`;
  return rich`An application protocol by its registered name.`;
}
