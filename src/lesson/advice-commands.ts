/**
 * What to type about each failure of a chain, the same in every language: for whoever runs the server the lines of its
 * configuration, for whoever runs the authority those of an OpenSSL extension file.
 */
import type { FailureCode } from '../x509/path/codes.ts';
import type { AdviceFacts } from './advice.ts';
import { add, certbotFor, chainFile, isAddress, keep, reload, stapling } from './fix-lines.ts';
import type { FixText } from './trust.ts';

type Lines = FixText['lines'];
type Commands = (f: AdviceFacts) => Pick<FixText, 'lines' | 'servers'>;

/** The commands for a failure. */
export function adviceCommands(code: FailureCode, f: AdviceFacts): ReturnType<Commands> {
  return commands[code](f);
}

/** Another file in place of the present one: the leaf's, or that with the intermediate in it. */
const anew =
  (lines: Lines | ((f: AdviceFacts) => Lines) = []): Commands =>
  (f) => ({
    lines: typeof lines === 'function' ? lines(f) : lines,
    servers: f.place === 'leaf' ? chainFile('old/fullchain.pem', 'new/fullchain.pem') : intermediateFile,
  });

const intermediate =
  (...lines: Lines): Commands =>
  () => ({ lines, servers: intermediateFile });

const served =
  (from: string, to: string, ...lines: Lines): Commands =>
  () => ({ lines, servers: chainFile(from, to) });

const intermediateFile = chainFile('old-intermediate/fullchain.pem', 'fullchain.pem');
const join = add('cat leaf.pem intermediate.pem > fullchain.pem');
const key = add('openssl ecparam -name prime256v1 -genkey -noout -out new.key');
const sign = (options: string): Lines => [
  add(`openssl x509 -req ${options} -in site.csr -CA ca.pem -CAkey ca.key -out leaf.pem`),
];
const serial = anew(sign('-set_serial 0x$(openssl rand -hex 16)'));
const purpose = anew([add('extendedKeyUsage = serverAuth')]);
const shorter = served('everything.pem', 'fullchain.pem', join);
const policy = add('certificatePolicies = 2.23.140.1.2.1');
const constraint = add('nameConstraints = critical, permitted;DNS:example.com');
const staple: Commands = (f) => ({
  lines: [add(`openssl s_client -status -connect ${f.host}:443 </dev/null`)],
  servers: stapling,
});
const otherAuthority: Commands = (f) => ({
  lines: [add(`nameConstraints = critical, permitted;${alternative(f.host)}`)],
  servers: chainFile('limited-ca/fullchain.pem', 'other-ca/fullchain.pem'),
});

const commands: Readonly<Record<FailureCode, Commands>> = {
  'issuer-not-found': served('leaf.pem', 'fullchain.pem', join),
  'root-not-trusted': served(
    'own-ca/fullchain.pem',
    'public-ca/fullchain.pem',
    add('cp root.crt /usr/local/share/ca-certificates/ && update-ca-certificates'),
  ),
  distrusted: served('old/fullchain.pem', 'new/fullchain.pem', key),
  'self-signed': (f) => ({
    lines: [certbotFor([f.host])],
    servers: chainFile('selfsigned.pem', 'fullchain.pem'),
  }),
  'search-limit': shorter,
  'search-budget': shorter,
  'signature-budget': shorter,
  'no-certificate': served('empty.pem', 'fullchain.pem', join),

  'bad-signature': served(
    'changed/fullchain.pem',
    'issued/fullchain.pem',
    add('openssl verify -untrusted intermediate.pem leaf.pem'),
  ),
  'weak-algorithm': anew(sign('-sha256')),
  'unsupported-algorithm': anew(sign('-sha256')),
  'weak-key': anew([key]),
  'unsupported-key': anew([key]),

  'algorithm-mismatch': anew(),
  'empty-issuer': anew(),
  'empty-subject': anew(),
  'key-identifier-mismatch': anew([add('authorityKeyIdentifier = keyid:always')]),

  expired: (f) =>
    f.place === 'leaf'
      ? { lines: [add(`certbot renew --cert-name ${f.host}`)], servers: reload }
      : f.place === 'authority'
        ? { lines: [], servers: intermediateFile }
        : { lines: [add('apt-get install --only-upgrade ca-certificates')] },
  'not-yet-valid': (f) => ({
    lines: [add('timedatectl set-ntp true'), add(`certbot renew --force-renewal --cert-name ${f.host}`)],
    servers: reload,
  }),

  'name-mismatch': (f) => ({
    lines: [certbotFor([...new Set([f.host, ...f.names])])],
    servers: serverNames(f.host),
  }),
  'no-names': (f) => ({ lines: [add(`subjectAltName = ${alternative(f.host)}`)], servers: reload }),
  'malformed-name': anew(names),
  'public-suffix-wildcard': anew((f) => [certbotFor([f.host])]),
  'common-name-not-listed': anew(names),
  'wrong-name-criticality': anew(names),
  'nameless-leaf': anew(names),

  'not-a-ca': intermediate(add('basicConstraints = critical, CA:TRUE, pathlen:0')),
  'leaf-is-a-ca': anew([add('basicConstraints = critical, CA:FALSE')]),
  'path-too-long': served(
    'branch-ca/fullchain.pem',
    'fullchain.pem',
    add('basicConstraints = critical, CA:TRUE, pathlen:1'),
  ),

  'no-key-cert-sign': intermediate(add('keyUsage = critical, keyCertSign, cRLSign')),
  'no-digital-signature': anew([add('keyUsage = critical, digitalSignature')]),
  'no-key-usage': anew([add('keyUsage = critical, digitalSignature, keyEncipherment')]),
  'key-cert-sign-without-ca': anew([
    add('basicConstraints = critical, CA:FALSE'),
    add('keyUsage = critical, digitalSignature'),
  ]),

  'wrong-purpose': purpose,
  'no-purpose': purpose,
  'forbidden-purpose': purpose,

  'name-not-permitted': otherAuthority,
  'name-excluded': otherAuthority,
  'malformed-constraint': intermediate(constraint),
  'unsupported-constraint': intermediate(constraint),
  'name-constraint-budget': shorter,

  'no-valid-policy': intermediate(policy),
  'bad-policy-mapping': intermediate(),
  'duplicate-policy': anew([policy]),

  'unknown-critical-extension': anew(),
  'missing-extension': anew([
    add('subjectKeyIdentifier = hash'),
    add('authorityKeyIdentifier = keyid:always'),
  ]),
  'wrong-criticality': anew([
    keep('basicConstraints = critical, CA:FALSE'),
    keep('keyUsage = critical, digitalSignature'),
    keep('subjectKeyIdentifier = hash'),
  ]),
  'misplaced-extension': anew(),

  'serial-not-positive': serial,
  'serial-too-long': serial,
  'serial-reused': serial,

  'wrong-version': anew(sign('-extfile v3.ext')),
  'wrong-time-form': anew(),
  'empty-period': anew(sign('-days 90')),
  'unique-identifier': anew(),
  'algorithm-parameters': anew(),
  'not-der': anew(),

  revoked: (f) =>
    f.place === 'leaf'
      ? { lines: [key], servers: chainFile('revoked/fullchain.pem', 'new/fullchain.pem') }
      : { lines: [], servers: intermediateFile },
  'status-unknown': staple,
  'staple-missing': staple,
  'bad-staple': staple,
  'bad-crl': () => ({ lines: [add('openssl ca -gencrl -config ca.cnf -out ca.crl')] }),
  'bad-ocsp-response': () => ({
    lines: [add('openssl ocsp -issuer intermediate.pem -cert leaf.pem -url http://ocsp.example/ -text')],
  }),
};

function names(f: AdviceFacts): Lines {
  return [add(`subjectAltName = ${[...new Set([f.host, ...f.names])].map(alternative).join(', ')}`)];
}

/** As an extension file of OpenSSL writes it. */
function alternative(name: string): string {
  return `${isAddress(name) ? 'IP' : 'DNS'}:${name}`;
}

/** Which site answers to a name. */
function serverNames(host: string): NonNullable<FixText['servers']> {
  return {
    nginx: [add(`server_name ${host};`)],
    apache: [add(`ServerName ${host}`)],
    haproxy: [add('bind :443 ssl crt /etc/haproxy/certs/')],
    caddy: [add(`${host} {`)],
    node: [add(`server.addContext('${host}', { cert, key })`)],
  };
}
