/**
 * English: what to do about each failure of a chain, for whoever runs the server, and for whoever runs the authority
 * (the lines are those of an OpenSSL extension file).
 */
import type { AdviceFacts, AdviceText, AdviceWords } from '../advice.ts';
import { add, chainFile, keep, reload, stapling } from './fix-lines.ts';

type Lines = AdviceText['lines'];

export const advice: AdviceWords = {
  'issuer-not-found': (f) => ({
    text: `Serve the leaf followed by every intermediate, the issuer of ${f.subject} among them. Leave the root out.`,
    lines: [add('cat leaf.pem intermediate.pem > fullchain.pem')],
    servers: chainFile('leaf.pem', 'fullchain.pem'),
  }),
  'root-not-trusted': (f) => ({
    text: `Nothing in the store vouches for ${f.subject}. Get the certificate from an authority that every client knows, or put this root into the store of each client.`,
    lines: [add('cp root.crt /usr/local/share/ca-certificates/ && update-ca-certificates')],
    servers: chainFile('own-ca/fullchain.pem', 'public-ca/fullchain.pem'),
  }),
  distrusted: (f) => ({
    text: `A key on this path is in other hands, so nothing below ${f.subject} can be saved. Have a new certificate issued under another root, with a new key.`,
    lines: [add('openssl ecparam -name prime256v1 -genkey -noout -out new.key')],
    servers: chainFile('old/fullchain.pem', 'new/fullchain.pem'),
  }),
  'self-signed': (f) => ({
    text: `${f.subject} vouches for itself. Get a certificate for ${f.host} from an authority that clients know.`,
    lines: [add(`certbot certonly --webroot -w /var/www -d ${f.host}`)],
    servers: chainFile('selfsigned.pem', 'fullchain.pem'),
  }),
  'search-limit': shorter('The path is longer than clients follow.'),
  'search-budget': shorter('So many certificates may be the issuer that clients give up.'),
  'signature-budget': shorter('So many signatures would have to be checked that clients give up.'),
  'no-certificate': () => ({
    text: 'Serve a certificate: the leaf first, then the intermediates.',
    lines: [add('cat leaf.pem intermediate.pem > fullchain.pem')],
    servers: chainFile('empty.pem', 'fullchain.pem'),
  }),

  'bad-signature': (f) => ({
    text: `${f.subject} is not what its issuer signed. Take the file from the authority again, and find out who changed it.`,
    lines: [add('openssl verify -untrusted intermediate.pem leaf.pem')],
    servers: chainFile('changed/fullchain.pem', 'issued/fullchain.pem'),
  }),
  'weak-algorithm': reissued(
    (f) => `${f.subject} is signed over a hash that can be forged. Have it issued again over SHA-256.`,
    [add('openssl x509 -req -sha256 -in site.csr -CA ca.pem -CAkey ca.key -out leaf.pem')],
  ),
  'unsupported-algorithm': reissued(
    (f) =>
      `Clients do not check the signature in ${f.subject}. Have it issued with RSA or ECDSA over SHA-256 or SHA-384, the hash that goes with the curve.`,
    [add('openssl x509 -req -sha256 -in site.csr -CA ca.pem -CAkey ca.key -out leaf.pem')],
  ),
  'weak-key': newKey((f) => `The key in ${f.subject} can be computed by others. Make a longer one.`),
  'unsupported-key': newKey(
    (f) => `Clients take no key of the kind in ${f.subject}. Make one on P-256, or RSA with 2048 bits.`,
  ),

  'algorithm-mismatch': authority(
    'names two signature algorithms, one inside and one outside of what is signed',
  ),
  'empty-issuer': authority('does not say who issued it'),
  'empty-subject': authority('belongs to an authority without a name'),
  'key-identifier-mismatch': authority('names another key than its issuer’s', [
    add('authorityKeyIdentifier = keyid:always'),
  ]),

  expired: (f) =>
    byPlace(f, {
      leaf: {
        text: 'Renew the certificate, load it, and let a timer do both from now on.',
        lines: [add(`certbot renew --cert-name ${f.host}`)],
        servers: reload,
      },
      authority: otherIntermediate(f, 'is out of date'),
      root: {
        text: `The root ${f.subject} has ended, and the server can do nothing about it. The client needs a newer store, or a chain that ends under another root.`,
        lines: [add('apt-get install --only-upgrade ca-certificates')],
      },
    }),
  'not-yet-valid': (f) => ({
    text: `Look at the clock first: ${f.subject} is valid only later. If the clock is right, have it issued for a period that has begun.`,
    lines: [add('timedatectl set-ntp true'), add(`certbot renew --force-renewal --cert-name ${f.host}`)],
    servers: reload,
  }),

  'name-mismatch': (f) => ({
    text: `Have a certificate issued whose subjectAltName has ${f.host}. If several sites share the address, look whether the right one answers.`,
    lines: [add(`certbot certonly --webroot -w /var/www ${domains([f.host, ...f.names])}`)],
    servers: serverNames(f.host),
  }),
  'no-names': (f) => ({
    text: `Have a certificate issued whose subjectAltName has ${f.host}. The common name is not looked at.`,
    lines: [add(`subjectAltName = ${alternative(f.host)}`)],
    servers: reload,
  }),
  'malformed-name': authority('has a subjectAltName that is no name of its kind', names),
  'public-suffix-wildcard': reissued(
    () => 'A wildcard below a public suffix covers names of strangers. List the names of the site itself.',
    (f) => [add(`certbot certonly --webroot -w /var/www -d ${f.host}`)],
  ),
  'common-name-not-listed': authority('has a common name that is not in its subjectAltName', names),
  'wrong-name-criticality': authority(
    'marks its subjectAltName wrongly: it is critical where the subject is empty, and only there',
    names,
  ),
  'nameless-leaf': authority('has neither a subject nor a subjectAltName', names),

  'not-a-ca': intermediate('is none of an authority: it lacks cA TRUE, and still it signed', [
    add('basicConstraints = critical, CA:TRUE, pathlen:0'),
  ]),
  'leaf-is-a-ca': reissued(
    (f) =>
      `${f.subject} is an authority’s certificate. If the chain is in the wrong order, put the leaf first; otherwise have it issued as a server’s.`,
    [add('basicConstraints = critical, CA:FALSE')],
  ),
  'path-too-long': (f) => ({
    text: `${f.subject} permits fewer authorities below it than stand there. Have the leaf issued one level higher, or the authority certified with a larger pathlen.`,
    lines: [add('basicConstraints = critical, CA:TRUE, pathlen:1')],
    servers: chainFile('branch-ca/fullchain.pem', 'fullchain.pem'),
  }),

  'no-key-cert-sign': intermediate('may not sign certificates', [
    add('keyUsage = critical, keyCertSign, cRLSign'),
  ]),
  'no-digital-signature': reissued(
    (f) => `The key in ${f.subject} may not sign, which every TLS 1.3 handshake needs.`,
    [add('keyUsage = critical, digitalSignature')],
  ),
  'no-key-usage': reissued(
    (f) =>
      `The key in ${f.subject} may not be used for what the cipher suite wants: keyEncipherment for RSA key exchange, keyAgreement for static (EC)DH, digitalSignature for all others.`,
    [add('keyUsage = critical, digitalSignature, keyEncipherment')],
  ),
  'key-cert-sign-without-ca': authority('has keyCertSign, which only an authority may have', [
    add('basicConstraints = critical, CA:FALSE'),
    add('keyUsage = critical, digitalSignature'),
  ]),

  'wrong-purpose': purpose('is for another purpose than this'),
  'no-purpose': purpose('names no purpose'),
  'forbidden-purpose': purpose('names a purpose that must not stand beside a server’s'),

  'name-not-permitted': otherAuthority('may vouch for its own names only, and this is none of them'),
  'name-excluded': otherAuthority('is forbidden to vouch for this name'),
  'malformed-constraint': intermediate('has a name constraint that is no name', [
    add('nameConstraints = critical, permitted;DNS:example.com'),
  ]),
  'unsupported-constraint': intermediate('constrains names of a kind that clients cannot compare', [
    add('nameConstraints = critical, permitted;DNS:example.com'),
  ]),
  'name-constraint-budget': shorter('So many names and name constraints meet that clients give up.'),

  'no-valid-policy': intermediate('and the certificates below it share no policy that the client asks for', [
    add('certificatePolicies = 2.23.140.1.2.1'),
  ]),
  'bad-policy-mapping': intermediate('maps from or to anyPolicy', []),
  'duplicate-policy': authority('lists one policy twice', [add('certificatePolicies = 2.23.140.1.2.1')]),

  'unknown-critical-extension': reissued(
    (f) =>
      `${f.subject} has a critical extension that clients do not know, and that word says they must refuse it. Have it issued without the extension, or not critical.`,
    [],
  ),
  'missing-extension': authority('lacks an extension that the rules ask for', [
    add('subjectKeyIdentifier = hash'),
    add('authorityKeyIdentifier = keyid:always'),
  ]),
  'wrong-criticality': authority('marks an extension critical that must not be, or the other way round', [
    keep('# critical: basicConstraints, keyUsage, nameConstraints'),
    keep('# not critical: subjectKeyIdentifier, authorityKeyIdentifier, authorityInfoAccess'),
  ]),
  'misplaced-extension': authority('has an extension, or a part of one, that has no place there', []),

  'serial-not-positive': serial('is zero or negative'),
  'serial-too-long': serial('has more than 20 octets'),
  'serial-reused': serial('is that of another certificate of the same issuer'),

  'wrong-version': authority('has the wrong version for what is in it', [
    add('openssl x509 -req -extfile v3.ext -in site.csr -CA ca.pem -CAkey ca.key -out leaf.pem'),
  ]),
  'wrong-time-form': authority(
    'writes a date in the wrong form: UTCTime through 2049, GeneralizedTime from 2050',
  ),
  'empty-period': authority('ends before it begins', [
    add('openssl x509 -req -days 90 -in site.csr -CA ca.pem -CAkey ca.key -out leaf.pem'),
  ]),
  'unique-identifier': authority('has a unique identifier, which no authority may write any more'),
  'algorithm-parameters': authority('has other parameters in an algorithm than its definition prescribes'),
  'not-der': authority('is not encoded in DER, the only encoding that a signature can be checked over'),

  revoked: (f) =>
    byPlace(f, {
      leaf: {
        text: 'Ask the authority why. Make a new key and have a certificate issued for it: the old key may be in other hands.',
        lines: [add('openssl ecparam -name prime256v1 -genkey -noout -out new.key')],
        servers: chainFile('revoked/fullchain.pem', 'new/fullchain.pem'),
      },
      authority: otherIntermediate(f, 'has been revoked, and with it all that it issued'),
      root: otherIntermediate(f, 'has been revoked'),
    }),
  'status-unknown': (f) => ({
    text: 'Nobody could say whether it is revoked, and this client wants to know. Let the server staple the answer of the authority.',
    lines: [add(`openssl s_client -status -connect ${f.host}:443 </dev/null`)],
    servers: stapling,
  }),
  'staple-missing': (f) => ({
    text: 'The certificate promises a stapled answer. Switch stapling on, or have one issued without that promise.',
    lines: [add(`openssl s_client -status -connect ${f.host}:443 </dev/null`)],
    servers: stapling,
  }),
  'bad-staple': (f) => ({
    text: 'The stapled answer proves nothing: it is too old, about another certificate, or signed by a stranger. Let the server fetch a fresh one.',
    lines: [add(`openssl s_client -status -connect ${f.host}:443 </dev/null`)],
    servers: stapling,
  }),
  'bad-crl': (f) => ({
    text: `The revocation list of the issuer of ${f.subject} cannot be used. The authority has to publish a new one, signed with its own key.`,
    lines: [add('openssl ca -gencrl -config ca.cnf -out ca.crl')],
  }),
  'bad-ocsp-response': (f) => ({
    text: `The answer about ${f.subject} cannot be used. The authority has to mend its responder.`,
    lines: [add('openssl ocsp -issuer intermediate.pem -cert leaf.pem -url http://ocsp.example/ -text')],
  }),
};

type Advise = (f: AdviceFacts) => AdviceText;

/** The leaf itself is issued again; what the authority has to write differently are the lines. */
function reissued(text: (f: AdviceFacts) => string, lines: Lines | ((f: AdviceFacts) => Lines)): Advise {
  return (f) => ({
    text: text(f),
    lines: typeof lines === 'function' ? lines(f) : lines,
    servers: f.place === 'leaf' ? chainFile('old/fullchain.pem', 'new/fullchain.pem') : intermediateFile,
  });
}

/** A rule that the authority broke: nothing in the server's configuration mends it. */
function authority(what: string, lines: Lines | ((f: AdviceFacts) => Lines) = []): Advise {
  return reissued(
    (f) =>
      `${f.subject} ${what}. The authority broke a rule, so have the certificate issued again by one that keeps to it; whoever runs the authority mends its profile.`,
    lines,
  );
}

function serial(what: string): Advise {
  return authority(`has a serial number that ${what}`, [
    add('openssl x509 -req -set_serial 0x$(openssl rand -hex 16) -in site.csr -CA ca.pem -CAkey ca.key'),
  ]);
}

function purpose(what: string): Advise {
  return reissued(
    (f) => `${f.subject} ${what}. Have it issued for TLS servers.`,
    [add('extendedKeyUsage = serverAuth')],
  );
}

function newKey(text: (f: AdviceFacts) => string): Advise {
  return (f) => ({
    text: `${text(f)} Then have a certificate issued for it.`,
    lines: [add('openssl ecparam -name prime256v1 -genkey -noout -out new.key')],
    servers: f.place === 'leaf' ? chainFile('weak/fullchain.pem', 'new/fullchain.pem') : intermediateFile,
  });
}

/** The fault is above the leaf: another intermediate is served, and the authority issues it properly. */
function intermediate(what: string, lines: Lines): Advise {
  return (f) => ({
    text: `${f.subject} ${what}. Serve the intermediate that the authority publishes today; whoever runs the authority issues it anew.`,
    lines,
    servers: intermediateFile,
  });
}

function otherIntermediate(f: AdviceFacts, what: string): AdviceText {
  return {
    text: `The leaf is fine; ${f.subject} above it ${what}. Serve the intermediate that the authority publishes today.`,
    lines: [],
    servers: intermediateFile,
  };
}

function otherAuthority(what: string): Advise {
  return (f) => ({
    text: `${f.subject} ${what}. Nothing the server sends can widen that: use an authority that may vouch for ${f.host}.`,
    lines: [add(`nameConstraints = critical, permitted;DNS:${f.host}`)],
    servers: chainFile('limited-ca/fullchain.pem', 'other-ca/fullchain.pem'),
  });
}

function shorter(why: string): Advise {
  return () => ({
    text: `${why} Serve the leaf and the intermediates of one path, in order, and nothing else.`,
    lines: [add('cat leaf.pem intermediate.pem > fullchain.pem')],
    servers: chainFile('everything.pem', 'fullchain.pem'),
  });
}

function byPlace(
  { place }: AdviceFacts,
  texts: Readonly<Record<AdviceFacts['place'], AdviceText>>,
): AdviceText {
  return texts[place];
}

const intermediateFile = chainFile('old-intermediate/fullchain.pem', 'fullchain.pem');

function names(f: AdviceFacts): Lines {
  return [add(`subjectAltName = ${[...new Set([f.host, ...f.names])].map(alternative).join(', ')}`)];
}

/** As an extension file of OpenSSL writes it. */
function alternative(name: string): string {
  return `${/^[\d.]+$|:/.test(name) ? 'IP' : 'DNS'}:${name}`;
}

function domains(all: readonly string[]): string {
  return [...new Set(all)].map((name) => `-d ${name}`).join(' ');
}

/** Which site answers to a name. */
function serverNames(host: string): NonNullable<AdviceText['servers']> {
  return {
    nginx: [add(`server_name ${host};`)],
    apache: [add(`ServerName ${host}`)],
    haproxy: [add('bind :443 ssl crt /etc/haproxy/certs/')],
    caddy: [add(`${host} {`)],
    node: [add(`server.addContext('${host}', { cert, key })`)],
  };
}
