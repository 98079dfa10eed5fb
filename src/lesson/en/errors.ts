/** English texts about faults: what happened, and why it cannot be let pass. */
import type { ErrorWords } from '../error-words.ts';
import { code, rich, term } from '../rich.ts';

export const errors: ErrorWords = {
  faults: {
    // Well-formed, but not allowed here.
    'unexpected-message': {
      title: 'A message out of turn',
      body: rich`The message is well-formed but not due at this point. The order of the handshake is fixed: a side that accepted messages as they come could be led past the check of a certificate.`,
    },
    'unexpected-record-type': {
      title: 'A record of the wrong type',
      body: rich`A ${term('record')} carries a content type that must not come here. Once there are keys, nothing but alerts of a side without keys may arrive unprotected.`,
    },
    'unexpected-change-cipher-spec': {
      title: 'ChangeCipherSpec out of place',
      body: rich`The dummy message may come only during the handshake and only with the single byte 1 (${term('compatibility-mode')}). Anything else could hide an attempt to speak an older version.`,
    },
    'interleaved-handshake-message': {
      title: 'A message torn apart',
      body: rich`Between the records of one handshake message came a record of another type. Parts of one message must follow each other without anything in between.`,
    },
    'message-across-key-change': {
      title: 'A message across a key change',
      body: rich`A record holds bytes of a further message behind one that changes the keys. They would be read under the old keys, so part of the message would have the wrong protection.`,
    },
    'empty-handshake-fragment': {
      title: 'An empty record',
      body: rich`A handshake or alert record without content does nothing but cost time. RFC 9846 forbids it, so that nobody can keep the receiver busy with them.`,
    },
    'second-hello-retry-request': {
      title: 'A second HelloRetryRequest',
      body: rich`The server may ask once for another ${term('key-share')}. Without that limit it could keep the browser asking for ever.`,
    },
    'duplicate-extension': {
      title: 'An extension twice',
      body: rich`A message carries the same ${term('extension')} twice. Two readers could take different ones, and then mean different connections.`,
    },
    'misplaced-extension': {
      title: 'An extension in the wrong message',
      body: rich`RFC 9846 says for each ${term('extension')} in which messages it may stand, and this is not one of them. In a readable message it might give away what belongs under encryption.`,
    },
    'unsolicited-extension': {
      title: 'An answer nobody asked for',
      body: rich`The server answers with an ${term('extension')} that the browser did not send. Only what was asked for may be answered, so the browser cannot be talked into something new.`,
    },
    'missing-extension': {
      title: 'An extension is missing',
      body: rich`Without a pre-shared key a TLS 1.3 handshake needs supported_groups, key_share and signature_algorithms, and one of them is not there. Guessing a default would let an attacker choose it by striking it.`,
    },
    'psk-binders-missing': {
      title: 'Not one binder for each identity',
      body: rich`Each ${term('psk', 'pre-shared key')} that is offered needs a proof of its own, in the same order. Without it anyone could claim any ticket he has seen on the wire.`,
    },
    'inconsistent-psk': {
      title: 'An answer that does not fit the pre-shared key',
      body: rich`The server takes a ${term('psk', 'pre-shared key')}, but one that was not offered, with a suite of another hash, or in a mode the browser did not allow. Both sides would start from different secrets, or without the ${term('forward-secrecy')} that was asked for.`,
    },
    'inconsistent-early-data': {
      title: 'Early data taken under the wrong terms',
      body: rich`The server says that it took the ${term('early-data', 'early data')}, but with another ${term('psk', 'pre-shared key')}, suite or protocol than it was sent under. It cannot have read what the browser meant.`,
    },
    'too-much-early-data': {
      title: 'More early data than the ticket allows',
      body: rich`The ticket named a limit, and the browser went past it. Without one a server would have to keep any amount of data before it knows whether anybody is there.`,
    },
    'pre-shared-key-not-last': {
      title: 'pre_shared_key is not the last extension',
      body: rich`The proof in it covers everything before it. What came behind it would be unprotected.`,
    },
    'illegal-legacy-version': {
      title: 'A wrong legacy_version',
      body: rich`In TLS 1.3 the field is frozen at 0x0303. Another value means that the sender does not follow the protocol, or that somebody changed it.`,
    },
    'illegal-compression-method': {
      title: 'Compression',
      body: rich`TLS 1.3 has no compression, so the field must hold a single 0. Compressing before encrypting leaks content through the length.`,
    },
    'session-id-mismatch': {
      title: 'The session id is not the one that was sent',
      body: rich`The server must send ${code('legacy_session_id')} back unchanged. If it does not, it answers another hello than the one that was sent.`,
    },
    'unoffered-version': {
      title: 'A version that was not offered',
      body: rich`The server picked a version that does not stand in supported_versions. It may choose only from what the browser offers.`,
    },
    'unoffered-cipher-suite': {
      title: 'A cipher suite that was not offered',
      body: rich`The server picked a ${term('cipher-suite')} the browser did not offer. It may choose only from the list; otherwise an attacker could smuggle in a weak one.`,
    },
    'cipher-suite-changed': {
      title: 'The cipher suite changed',
      body: rich`HelloRetryRequest and ServerHello name different suites. The ${term('transcript')} already rests on the hash of the first.`,
    },
    'unoffered-group': {
      title: 'A group that was not offered',
      body: rich`The ${term('group')} does not stand in supported_groups. A share in it is one the sender had no right to expect.`,
    },
    'unoffered-key-share': {
      title: 'A key share in the wrong group',
      body: rich`The ${term('key-share')} is for a group that no share was sent or asked for. Without the private key that belongs to it no ${term('shared-secret')} can be computed.`,
    },
    'duplicate-key-share': {
      title: 'Two key shares for one group',
      body: rich`A ClientHello may carry one share for each group. With two, it would be open which one counts.`,
    },
    'key-share-out-of-order': {
      title: 'Key shares out of order',
      body: rich`Shares must come in the order of supported_groups. The order says what the browser prefers, and it can say so only once.`,
    },
    'invalid-key-share': {
      title: 'A key share that is no key',
      body: rich`The bytes are not a valid public key of this ${term('group')}: the length is wrong, or the point is not on the curve. Computing with such a point can give away the private key.`,
    },
    'useless-hello-retry-request': {
      title: 'A HelloRetryRequest that asks for nothing',
      body: rich`It would change nothing in the ClientHello. The browser would send the same hello again, for ever.`,
    },
    'changed-client-hello': {
      title: 'The second ClientHello is another one',
      body: rich`Apart from key share, cookie and padding the second hello must repeat the first. The server has chosen on the strength of the first one.`,
    },
    'wrong-cookie': {
      title: 'The cookie is not the one that was sent',
      body: rich`The server recognises the browser by its ${term('cookie')}. Without it anybody could answer in its place.`,
    },
    'unoffered-protocol': {
      title: 'A protocol that was not offered',
      body: rich`The server picked an application protocol by ${term('alpn', 'ALPN')} that the browser did not list. The two would talk past each other.`,
    },
    'unsolicited-certificate-context': {
      title: 'A certificate for another request',
      body: rich`The context must equal that of the CertificateRequest, and be empty in a server’s message. Otherwise it answers a question that was not asked.`,
    },
    'empty-server-certificate': {
      title: 'The server sent no certificate',
      body: rich`A server that authenticates by certificate must send at least its own. Without one the browser would not know whom it talks to.`,
    },
    'unoffered-signature-scheme': {
      title: 'A signature scheme that was not offered',
      body: rich`CertificateVerify uses a ${term('signature-scheme')} the other side did not list, or one that TLS 1.3 does not allow there. Otherwise an attacker could choose the weakest hash.`,
    },
    'scheme-does-not-fit-key': {
      title: 'Scheme and key do not fit',
      body: rich`The ${term('signature-scheme')} needs another kind of key than the certificate has. In TLS 1.3 an ECDSA scheme even fixes the curve.`,
    },
    'key-update-flood': {
      title: 'Too many KeyUpdates',
      body: rich`Every ${term('key-update', 'KeyUpdate')} makes the receiver compute. So many in a row without data can only be meant to wear it out.`,
    },
    'downgrade-detected': {
      title: 'Talked down to an older version',
      body: rich`The end of the server’s ${term('random')} says that it speaks TLS 1.3, and so does the browser, and yet TLS 1.2 was answered. Somebody struck TLS 1.3 from the offer on the way (${term('downgrade')}).`,
    },
    'inappropriate-fallback': {
      title: 'A fallback that was not needed',
      body: rich`The browser says that a better version failed before, but this server speaks a better one. So somebody disturbed the first attempt to get a weaker connection.`,
    },

    // TLS 1.2.
    'unoffered-session': {
      title: 'A session nobody wanted to resume',
      body: rich`The server repeats the session ID as if it resumed a connection, but the ID was made up for this hello. There is no secret to go on with.`,
    },
    'wrong-renegotiation-info': {
      title: 'renegotiation_info is not empty',
      body: rich`In the first handshake of a connection there is nothing to be renegotiated, so the field must be empty. Otherwise the bytes of another connection could be put in front of this one.`,
    },
    'extended-main-secret-changed': {
      title: 'Extended main secret on one side only',
      body: rich`A connection with the ${term('extended-main-secret')} may only be resumed with it, and one without only without. Mixing them would let an attacker tie two connections together after all.`,
    },
    'illegal-dh-parameters': {
      title: 'Useless Diffie-Hellman numbers',
      body: rich`The prime of the ${term('diffie-hellman', 'Diffie-Hellman')} group is too small, too large or no odd number. A secret agreed on with it would be none.`,
    },
    'anonymous-certificate-request': {
      title: 'Asked by nobody',
      body: rich`A server that shows no certificate itself asks for one. Nobody should say who they are to somebody who does not.`,
    },
    'certificate-does-not-fit-suite': {
      title: 'Certificate and suite do not fit',
      body: rich`The key in the ${term('certificate')} cannot do what the ${term('cipher-suite')} asks of it: sign, decrypt or agree. One of the two is wrong.`,
    },
    'bad-server-key-exchange': {
      title: 'Bad signature over the key exchange',
      body: rich`The ${term('signature')} over the server’s half of the key exchange does not verify. Whoever sent this half is not the holder of the certificate’s ${term('private-key')}, or something was changed on the way.`,
    },
    'unknown-psk-identity': {
      title: 'Unknown pre-shared key',
      body: rich`The browser names a ${term('psk', 'pre-shared key')} that this server does not have. Without a key in common there is nothing to make keys of.`,
    },
    'client-certificate-missing': {
      title: 'No client certificate',
      body: rich`The server requires a ${term('certificate')} and the browser sent an empty list. TLS 1.2 has no alert of its own for that, so it is the general one.`,
    },

    // Honest, but nothing in common.
    'no-common-version': {
      title: 'No common version',
      body: rich`What one side can speak at best, the other does not speak any more, or not yet. Versions before TLS 1.2 were deprecated in 2021 (RFC 8996), because their signatures and keys rest on MD5 and SHA-1.`,
    },
    'no-common-cipher-suite': {
      title: 'No common cipher suite',
      body: rich`None of the ${term('cipher-suite', 'cipher suites')} the browser offers is accepted by the server. One suite that both lists hold is enough.`,
    },
    'no-common-group': {
      title: 'No common group',
      body: rich`None of the ${term('group', 'groups')} the browser offers is accepted by the server. Without one there is no ${term('shared-secret')}.`,
    },
    'no-common-signature-scheme': {
      title: 'No common signature scheme',
      body: rich`The key of the server’s certificate can make none of the signatures the browser is willing to check. Another certificate or another list would help.`,
    },
    'no-common-protocol': {
      title: 'No common application protocol',
      body: rich`The server speaks none of the protocols the browser lists by ${term('alpn', 'ALPN')}. It must say so instead of picking one.`,
    },
    'certificate-required': {
      title: 'A client certificate is required',
      body: rich`The server insists on a certificate and the browser sent an empty list. In TLS 1.3 the browser learns it only after it has sent its Finished.`,
    },

    // Authentication of a record, a signature, a MAC.
    'bad-record-mac': {
      title: 'A record does not open',
      body: rich`The ${term('tag')} does not match: a byte was changed on the way, or the two sides hold different keys. Which of the two cannot be told, and the alert does not try.`,
    },
    'bad-certificate-verify': {
      title: 'The signature does not verify',
      body: rich`The ${term('signature')} in CertificateVerify does not fit the ${term('public-key')} of the certificate and this ${term('transcript')}. The sender may have copied the certificate of somebody else.`,
    },
    'bad-binder': {
      title: 'A binder that does not fit',
      body: rich`The browser names a ${term('psk', 'pre-shared key')}, but the ${term('binder')} was not made with it over this hello. Either it does not have the key, or somebody changed the hello.`,
    },
    'bad-finished': {
      title: 'The Finished value is wrong',
      body: rich`The ${term('mac', 'MAC')} over the handshake is not the one that was computed here. The two sides saw different messages.`,
    },

    // No message of the protocol.
    'illegal-value': {
      title: 'A value that does not exist',
      body: rich`The message has the right form, but a field holds a number that means nothing there. RFC 9846 keeps this apart from bytes that cannot be parsed: ${code('illegal_parameter')}, not ${code('decode_error')}.`,
    },
    malformed: {
      title: 'The message cannot be parsed',
      body: rich`A length or a field breaks the format. What two parsers could read differently is not read at all.`,
    },
    'record-overflow': {
      title: 'The record is too long',
      body: rich`A ${term('record')} may hold 16 384 bytes of content. Without a limit the receiver would have to keep whatever a stranger sends.`,
    },
    'oversized-message': {
      title: 'The message is too long',
      body: rich`The header of this handshake message announces more bytes than this engine takes. Without a limit the receiver would have to keep whatever a stranger sends.`,
    },
    'no-content-type': {
      title: 'A record of nothing but zeros',
      body: rich`After the ${term('padding')} is taken off, no content type is left. Every protected record must hold one.`,
    },
    'unknown-handshake-type': {
      title: 'An unknown message type',
      body: rich`The number belongs to no handshake message of TLS 1.3. Skipping it would leave a hole in the ${term('transcript')}.`,
    },
    'not-tls': {
      title: 'This is not TLS',
      body: rich`The first bytes are no TLS ${term('record')}. Mostly somebody speaks plain HTTP to this port.`,
    },
    'malformed-certificate': {
      title: 'A certificate cannot be read',
      body: rich`The bytes are no X.509 certificate in ${term('der', 'DER')}. A ${term('signature')} over something that can be read in two ways proves nothing.`,
    },
  },

  paths: {
    'issuer-not-found': 'The issuer’s certificate is missing',
    'root-not-trusted': 'The root is not trusted',
    distrusted: 'An authority has fallen',
    'self-signed': 'The certificate vouches for itself',
    'search-limit': 'The chain is too long',
    'search-budget': 'Too many ways to search',
    'no-certificate': 'No certificate',
    'bad-signature': 'A signature on a certificate does not verify',
    'weak-algorithm': 'A broken hash',
    'unsupported-algorithm': 'An unknown signature algorithm',
    'algorithm-mismatch': 'Two different signature algorithms',
    'weak-key': 'A key that is too short',
    'unsupported-key': 'An unknown kind of key',
    'signature-budget': 'Too many signatures to check',
    expired: 'A certificate has expired',
    'not-yet-valid': 'A certificate is not valid yet',
    'name-mismatch': 'The certificate is for another name',
    'no-names': 'The certificate names no host',
    'empty-issuer': 'A certificate without an issuer',
    'empty-subject': 'An authority without a name',
    'key-identifier-mismatch': 'The issuer has another key',
    'malformed-name': 'A name that is none',
    'public-suffix-wildcard': 'A wildcard for strangers',
    'common-name-not-listed': 'A common name that nobody checked',
    'wrong-name-criticality': 'Names with the wrong weight',
    'nameless-leaf': 'A certificate without a name',
    'not-a-ca': 'An issuer is no authority',
    'leaf-is-a-ca': 'The first certificate is an authority’s',
    'path-too-long': 'Too many intermediates',
    'no-key-cert-sign': 'An issuer may not sign certificates',
    'no-digital-signature': 'The key may not sign',
    'no-key-usage': 'The key may not be used so',
    'key-cert-sign-without-ca': 'Key usage and basic constraints contradict',
    'wrong-purpose': 'Issued for another purpose',
    'no-purpose': 'Issued for no stated purpose',
    'forbidden-purpose': 'Issued for too many purposes',
    'name-not-permitted': 'A name the authority may not vouch for',
    'name-excluded': 'A name the authority must not vouch for',
    'malformed-constraint': 'A limit on names that is none',
    'unsupported-constraint': 'A limit on names that cannot be checked',
    'name-constraint-budget': 'Too many names to compare',
    'no-valid-policy': 'No policy holds along the path',
    'bad-policy-mapping': 'A mapping of the policy for everything',
    'duplicate-policy': 'One policy listed twice',
    'unknown-critical-extension': 'A critical extension that is not understood',
    'missing-extension': 'An extension is missing',
    'wrong-criticality': 'An extension with the wrong weight',
    'misplaced-extension': 'An extension in the wrong place',
    'serial-not-positive': 'A serial number that is not positive',
    'serial-too-long': 'A serial number that is too long',
    'serial-reused': 'One serial number, two certificates',
    'wrong-version': 'An old version of certificate',
    'wrong-time-form': 'A date in the wrong form',
    'empty-period': 'A period that ends before it begins',
    'unique-identifier': 'A forbidden identifier',
    'algorithm-parameters': 'An algorithm with the wrong parameters',
    'not-der': 'Not in the one encoding there is',
    revoked: 'The certificate was revoked',
    'status-unknown': 'Nobody says whether it was revoked',
    'staple-missing': 'The promised answer is missing',
    'bad-staple': 'The stapled answer proves nothing',
    'bad-crl': 'The revocation list cannot be used',
    'bad-ocsp-response': 'The answer about revocation cannot be used',
  },
  received: (alert, meaning) => ({
    title: `The other side closed with ${alert}`,
    body: rich`It says: ${meaning}. More than this one number it does not tell.`,
  }),
  receivedUnknown: {
    title: 'The other side closed with an unknown alert',
    body: rich`The registry does not know the number. In TLS 1.3 unknown alerts end the connection like all others.`,
  },
  unknown: (name) => ({ title: 'A fault', body: rich`The connection ends because of ${code(name)}.` }),
};
