/** English: what to do about each failure of a chain, for whoever runs the server and for whoever runs the authority. */
import type { AdviceFacts, AdviceWords } from '../advice.ts';

export const advice: AdviceWords = {
  'issuer-not-found': (f) =>
    `Serve the leaf followed by every intermediate, the issuer of ${f.subject} among them. Leave the root out.`,
  'root-not-trusted': (f) =>
    `Nothing in the store vouches for ${f.subject}. Get the certificate from an authority that every client knows, or put this root into the store of each client.`,
  distrusted: (f) =>
    `A key on this path is in other hands, so nothing below ${f.subject} can be saved. Have a new certificate issued under another root, with a new key.`,
  'self-signed': (f) =>
    `${f.subject} vouches for itself. Get a certificate for ${f.host} from an authority that clients know.`,
  'search-limit': shorter('The path is longer than clients follow.'),
  'search-budget': shorter('So many certificates may be the issuer that clients give up.'),
  'signature-budget': shorter('So many signatures would have to be checked that clients give up.'),
  'no-certificate': () => 'Serve a certificate: the leaf first, then the intermediates.',

  'bad-signature': (f) =>
    `${f.subject} is not what its issuer signed. Take the file from the authority again, and find out who changed it.`,
  'weak-algorithm': (f) =>
    `${f.subject} is signed over a hash that can be forged. Have it issued again over SHA-256.`,
  'unsupported-algorithm': (f) =>
    `Clients do not check the signature in ${f.subject}. Have it issued with RSA or ECDSA over SHA-256 or SHA-384, the hash that goes with the curve.`,
  'weak-key': (f) =>
    `The key in ${f.subject} can be computed by others. Make a longer one and have a certificate issued for it.`,
  'unsupported-key': (f) =>
    `Clients take no key of the kind in ${f.subject}. Make one on P-256, or RSA with 2048 bits, and have a certificate issued for it.`,

  'algorithm-mismatch': authority(
    'names two signature algorithms, one inside and one outside of what is signed',
  ),
  'empty-issuer': authority('does not say who issued it'),
  'empty-subject': authority('belongs to an authority without a name'),
  'key-identifier-mismatch': authority('names another key than its issuer’s'),

  expired: ({ place, subject }) =>
    ({
      leaf: 'Renew the certificate, load it, and let a timer do both from now on.',
      authority: `The leaf is fine; ${subject} above it is out of date. Serve the intermediate that the authority publishes today.`,
      root: `The root ${subject} has ended, and the server can do nothing about it. The client needs a newer store, or a chain that ends under another root.`,
    })[place],
  'not-yet-valid': (f) =>
    `Look at the clock first: ${f.subject} is valid only later. If the clock is right, have it issued for a period that has begun.`,

  'name-mismatch': (f) =>
    `Have a certificate issued whose subjectAltName has ${f.host}. If several sites share the address, look whether the right one answers.`,
  'no-names': (f) =>
    `Have a certificate issued whose subjectAltName has ${f.host}. The common name is not looked at.`,
  'malformed-name': authority('has a subjectAltName that is no name of its kind'),
  'public-suffix-wildcard': () =>
    'A wildcard below a public suffix covers names of strangers. List the names of the site itself.',
  'common-name-not-listed': authority('has a common name that is not in its subjectAltName'),
  'wrong-name-criticality': authority(
    'marks its subjectAltName wrongly: it is critical where the subject is empty, and only there',
  ),
  'nameless-leaf': authority('has neither a subject nor a subjectAltName'),

  'not-a-ca': intermediate('is none of an authority: it lacks cA TRUE, and still it signed'),
  'leaf-is-a-ca': (f) =>
    `${f.subject} is an authority’s certificate. If the chain is in the wrong order, put the leaf first; otherwise have it issued as a server’s.`,
  'path-too-long': (f) =>
    `${f.subject} permits fewer authorities below it than stand there. Have the leaf issued one level higher, or the authority certified with a larger pathlen.`,

  'no-key-cert-sign': intermediate('may not sign certificates'),
  'no-digital-signature': (f) =>
    `The key in ${f.subject} may not sign, which every TLS 1.3 handshake needs. Have it issued with digitalSignature.`,
  'no-key-usage': (f) =>
    `The key in ${f.subject} may not be used for what the cipher suite wants: keyEncipherment for RSA key exchange, keyAgreement for static (EC)DH, digitalSignature for all others.`,
  'key-cert-sign-without-ca': authority('has keyCertSign, which only an authority may have'),

  'wrong-purpose': (f) => `${f.subject} is for another purpose. Have it issued for TLS servers.`,
  'no-purpose': (f) => `${f.subject} names no purpose. Have it issued for TLS servers.`,
  'forbidden-purpose': (f) =>
    `${f.subject} names a purpose that must not stand beside a server’s. Have it issued for TLS servers alone.`,

  'name-not-permitted': (f) =>
    `An authority above may vouch for names of its own only, and one in ${f.subject} is none of them. Nothing the server sends can widen that: use an authority that may vouch for ${f.host}.`,
  'name-excluded': (f) =>
    `An authority above is forbidden to vouch for a name in ${f.subject}. Nothing the server sends can change that: use an authority that may vouch for ${f.host}.`,
  'malformed-constraint': intermediate('has a name constraint that is no name'),
  'unsupported-constraint': intermediate('constrains names of a kind that clients cannot compare'),
  'name-constraint-budget': shorter('So many names and name constraints meet that clients give up.'),

  'no-valid-policy': intermediate('and the certificates below it share no policy that the client asks for'),
  'bad-policy-mapping': intermediate('maps from or to anyPolicy'),
  'duplicate-policy': authority('lists one policy twice'),

  'unknown-critical-extension': (f) =>
    `${f.subject} has a critical extension that clients do not know, and that word says they must refuse it. Have it issued without the extension, or not critical.`,
  'missing-extension': authority('lacks an extension that the rules ask for'),
  'wrong-criticality': authority('marks an extension critical that must not be, or the other way round'),
  'misplaced-extension': authority('has an extension, or a part of one, that has no place there'),

  'serial-not-positive': authority('has a serial number that is zero or negative'),
  'serial-too-long': authority('has a serial number of more than 20 octets'),
  'serial-reused': authority('has the serial number of another certificate of the same issuer'),

  'wrong-version': authority('has the wrong version for what is in it'),
  'wrong-time-form': authority(
    'writes a date in the wrong form: UTCTime through 2049, GeneralizedTime from 2050',
  ),
  'empty-period': authority('ends before it begins'),
  'unique-identifier': authority('has a unique identifier, which no authority may write any more'),
  'algorithm-parameters': authority('has other parameters in an algorithm than its definition prescribes'),
  'not-der': authority('is not encoded in DER, the only encoding that a signature can be checked over'),

  revoked: ({ place, subject }) =>
    place === 'leaf'
      ? 'Ask the authority why. Make a new key and have a certificate issued for it: the old key may be in other hands.'
      : `The leaf is fine; ${subject} above it has been revoked, and with it all that it issued. Serve the intermediate that the authority publishes today.`,
  'status-unknown': () =>
    'Nobody could say whether it is revoked, and this client wants to know. Let the server staple the answer of the authority.',
  'staple-missing': () =>
    'The certificate promises a stapled answer. Switch stapling on, or have one issued without that promise.',
  'bad-staple': () =>
    'The stapled answer proves nothing: it is too old, about another certificate, or signed by a stranger. Let the server fetch a fresh one.',
  'bad-crl': (f) =>
    `The revocation list of the issuer of ${f.subject} cannot be used. The authority has to publish a new one, signed with its own key.`,
  'bad-ocsp-response': (f) =>
    `The answer about ${f.subject} cannot be used. The authority has to mend its responder.`,
};

type Advise = (f: AdviceFacts) => string;

/** A rule that the authority broke: nothing in the server's configuration mends it. */
function authority(what: string): Advise {
  return (f) =>
    `${f.subject} ${what}. The authority broke a rule, so have the certificate issued again by one that keeps to it; whoever runs the authority mends its profile.`;
}

/** The fault is above the leaf. */
function intermediate(what: string): Advise {
  return (f) =>
    `${f.subject} ${what}. Serve the intermediate that the authority publishes today; whoever runs the authority issues it anew.`;
}

function shorter(why: string): Advise {
  return () => `${why} Serve the leaf and the intermediates of one path, in order, and nothing else.`;
}
