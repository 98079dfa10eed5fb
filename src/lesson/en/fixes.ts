/** English: how to fix each failure, in the words of five servers' configuration. */
import { plural } from '../catalog.ts';
import type { FixText } from '../trust.ts';
import { add, chainFile, reload, remove, stapling, swap } from './fix-lines.ts';

interface FixFacts {
  readonly host: string;
  readonly names: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly root?: string;
  readonly days?: number;
}

export function fix(id: string, f: FixFacts): FixText {
  return (texts[id] ?? texts['present-certificate'])?.(f) ?? { text: '', lines: [], button: '' };
}

const texts: Readonly<Record<string, (f: FixFacts) => FixText>> = {
  'send-intermediate': () => ({
    text: 'Serve the leaf followed by every intermediate. Leave the root out.',
    lines: [],
    servers: chainFile('leaf.pem', 'fullchain.pem'),
    button: 'Send the full chain and run again',
  }),
  'send-leaf': () => ({
    text: 'The first certificate has to be the server’s own, the intermediates follow.',
    lines: [add('cat leaf.pem intermediate.pem > fullchain.pem')],
    servers: chainFile('intermediate.pem', 'fullchain.pem'),
    button: 'Send leaf and intermediate',
  }),
  'trust-root': (f) => ({
    text: `The server is set up well; ${f.root ?? 'its root'} is switched off in this browser’s store.`,
    lines: [],
    button: `Switch ${f.root ?? 'the root'} on`,
  }),
  'public-ca': (f) => ({
    text: `Get the certificate from an authority that browsers know, such as the one under ${f.root ?? 'a root in the store'}. A root of your own has to be installed in every client.`,
    lines: [],
    servers: chainFile('own-ca/fullchain.pem', 'lakeside/fullchain.pem'),
    button: `Issue it under ${f.root ?? 'a known root'}`,
  }),
  'stronger-root': (f) => ({
    text: `RSA with 1024 bits is too weak to vouch for anything. Have the certificate issued under ${f.root ?? 'another root'}.`,
    lines: [],
    servers: chainFile('fennick/fullchain.pem', 'lakeside/fullchain.pem'),
    button: `Issue it under ${f.root ?? 'another root'}`,
  }),
  'leave-root': (f) => ({
    text: `No certificate under a fallen root can be saved. Have a new one issued under ${f.root ?? 'another root'}, with a new key.`,
    lines: [],
    servers: chainFile('old/fullchain.pem', 'new/fullchain.pem'),
    button: `Issue it under ${f.root ?? 'another root'}`,
  }),
  renew: (f) => ({
    text: 'Renew the certificate, load it, and let a timer do both from now on.',
    lines: [add(`certbot renew --cert-name ${f.host}`)],
    servers: reload,
    button: 'Renew for 89 days and run again',
  }),
  'issue-now': (f) => ({
    text: 'Issue it for a period that has begun. Authorities date notBefore a little back, for clocks that run behind.',
    lines: [add(`certbot renew --force-renewal --cert-name ${f.host}`)],
    servers: reload,
    button: 'Issue it from yesterday on',
  }),
  'set-clock': (f) => ({
    text: `The certificate is fine. The clock of this browser is ${plural(Math.abs(f.days ?? 0), 'day', 'days')} ${(f.days ?? 0) > 0 ? 'ahead' : 'behind'}.`,
    lines: [add('timedatectl set-ntp true')],
    button: 'Set the clock right',
  }),
  'add-name': (f) => ({
    text: `Issue a certificate whose subjectAltName has ${f.host}. The common name is not looked at.`,
    // A wildcard is issued only against a DNS record.
    lines: [
      add(
        `certbot ${f.names.some((name) => name.startsWith('*.')) ? 'certonly --manual --preferred-challenges dns' : 'certonly --webroot -w /var/www'} ${f.names.map((name) => `-d ${name}`).join(' ')}`,
      ),
    ],
    servers: reload,
    button: `Add ${f.host} and run again`,
  }),
  'reissue-leaf': (f) => ({
    text: 'Nothing in the server’s configuration mends a certificate: have it issued again, by an authority that keeps to the rules of the web.',
    lines: [add(`certbot renew --force-renewal --cert-name ${f.host}`)],
    servers: reload,
    button: 'Have it issued again',
  }),
  'install-genuine': () => ({
    text: 'What is installed is not what the authority issued. Take the file from the authority again, and find out who changed it.',
    lines: [add('openssl verify -untrusted intermediate.pem leaf.pem')],
    servers: chainFile('changed/fullchain.pem', 'issued/fullchain.pem'),
    button: 'Install what was issued',
  }),
  staple: (f) => ({
    text: 'Let the server fetch the authority’s answer in good time, keep it, and hand it over in every handshake.',
    lines: [add(`openssl s_client -status -connect ${f.host}:443 </dev/null`)],
    servers: stapling,
    button: 'Staple a fresh answer and run again',
  }),
  'new-key': () => ({
    text: 'Make a new key that is long enough and have a certificate issued for it.',
    lines: [add('openssl ecparam -name prime256v1 -genkey -noout -out new.key')],
    servers: chainFile('weak/fullchain.pem', 'new/fullchain.pem'),
    button: 'Issue it for a new key',
  }),
  'good-intermediate': () => ({
    text: 'The leaf is fine; what stands above it is not. Serve the intermediate that the authority publishes today.',
    lines: [],
    servers: chainFile('old-intermediate/fullchain.pem', 'fullchain.pem'),
    button: 'Serve a good intermediate',
  }),
  'update-store': (f) => ({
    text: `The server can do nothing about a root that has ended. The device needs a newer store, one that has ${f.root ?? 'the new root'}.`,
    lines: [add('apt-get install --only-upgrade ca-certificates')],
    button: f.root === undefined ? 'Renew the root in the store' : `Put ${f.root} into the store`,
  }),
  'allow-name': () => ({
    text: 'The authority may vouch for its own domain only, and nothing the server sends can widen that. Use an authority that is not limited.',
    lines: [],
    servers: chainFile('intranet-ca/fullchain.pem', 'lakeside/fullchain.pem'),
    button: 'Use an authority without that limit',
  }),
  'drop-level': () => ({
    text: 'The authority above permits none below it. Have the leaf issued by the permitted one.',
    lines: [],
    servers: chainFile('branch-ca/fullchain.pem', 'fullchain.pem'),
    button: 'Issue it one level higher',
  }),
  'share-key': (f) => ({
    text: 'Give the device the key that the server has under this name. With OpenSSL both sides take it as -psk.',
    lines: [remove(`-psk ${f.before[0] ?? ''}`), add(`-psk ${f.after[0] ?? ''}`)],
    button: 'Give it the server’s key',
  }),
  'accept-suite': (f) => ({
    text: 'Accept a suite that browsers offer. Most servers set TLS 1.3 suites apart from the older ones; Caddy does not let you choose them.',
    lines: [],
    servers: {
      nginx: swap(
        `ssl_conf_command Ciphersuites ${joined(f.before)};`,
        `ssl_conf_command Ciphersuites ${joined(f.after)};`,
      ),
      apache: swap(`SSLCipherSuite TLSv1.3 ${joined(f.before)}`, `SSLCipherSuite TLSv1.3 ${joined(f.after)}`),
      haproxy: swap(
        `ssl-default-bind-ciphersuites ${joined(f.before)}`,
        `ssl-default-bind-ciphersuites ${joined(f.after)}`,
      ),
      node: swap(`ciphers: '${joined(f.before)}',`, `ciphers: '${joined(f.after)}',`),
    },
    button: 'Accept what the browser offers',
  }),
  'enable-version': () => ({
    text: 'Switch TLS 1.2 and 1.3 on at the server and everything older off; software that cannot do that has to be replaced.',
    lines: [],
    servers: {
      nginx: swap('ssl_protocols TLSv1;', 'ssl_protocols TLSv1.2 TLSv1.3;'),
      apache: swap('SSLProtocol TLSv1', 'SSLProtocol -all +TLSv1.2 +TLSv1.3'),
      haproxy: swap(
        'ssl-default-bind-options ssl-max-ver TLSv1.0',
        'ssl-default-bind-options ssl-min-ver TLSv1.2',
      ),
      caddy: swap('protocols tls1.0 tls1.0', 'protocols tls1.2 tls1.3'),
      node: swap("maxVersion: 'TLSv1',", "minVersion: 'TLSv1.2',"),
    },
    button: 'Switch TLS 1.2 and 1.3 on',
  }),
  'update-browser': () => ({
    text: 'The server is right to refuse. Update the browser, or the system that its TLS comes from.',
    lines: [],
    button: 'Update the browser',
  }),
  'accept-group': (f) => ({
    text: 'Accept a group that browsers offer.',
    lines: [],
    servers: {
      nginx: swap(`ssl_ecdh_curve ${joined(f.before)};`, `ssl_ecdh_curve ${joined(f.after)};`),
      apache: swap(
        `SSLOpenSSLConfCmd Curves ${joined(f.before)}`,
        `SSLOpenSSLConfCmd Curves ${joined(f.after)}`,
      ),
      haproxy: swap(
        `ssl-default-bind-curves ${joined(f.before)}`,
        `ssl-default-bind-curves ${joined(f.after)}`,
      ),
      node: swap(`ecdhCurve: '${joined(f.before)}',`, `ecdhCurve: '${joined(f.after)}',`),
    },
    button: 'Accept what the browser offers',
  }),
  'accept-protocol': (f) => ({
    text: 'Accept a protocol that the browser names, or do not answer ALPN at all.',
    lines: [],
    ...(f.after.includes('h2') && {
      servers: {
        nginx: [add('http2 on;')],
        apache: [add('Protocols h2 http/1.1')],
        haproxy: [add('bind :443 ssl crt site.pem alpn h2,http/1.1')],
        node: [add('http2.createSecureServer({ allowHTTP1: true, cert, key })')],
      },
    }),
    button: 'Accept what the browser names',
  }),
  'offer-schemes': () => ({
    text: 'The browser has to accept a signature scheme that fits the key of the certificate.',
    lines: [],
    button: 'Let the browser offer all schemes',
  }),
  'present-certificate': () => ({
    text: 'Give the browser a certificate from an authority that this server accepts, or ask without insisting. nginx itself would finish the handshake and answer 400.',
    lines: [],
    servers: {
      nginx: swap('ssl_verify_client on;', 'ssl_verify_client optional;'),
      apache: swap('SSLVerifyClient require', 'SSLVerifyClient optional'),
      haproxy: swap(
        'bind :443 ssl crt site.pem ca-file staff.pem verify required',
        'bind :443 ssl crt site.pem ca-file staff.pem verify optional',
      ),
      caddy: swap('mode require_and_verify', 'mode verify_if_given'),
      node: swap('rejectUnauthorized: true,', 'rejectUnauthorized: false,'),
    },
    button: 'Give the browser a certificate',
  }),
  'renew-client': () => ({
    text: 'The server is right. The person needs a new certificate from the authority that this server accepts.',
    lines: [add('openssl x509 -req -in kim.csr -CA staff.pem -CAkey staff.key -days 365 -out kim.pem')],
    button: 'Issue the person a new certificate',
  }),
  'accept-client-root': (f) => ({
    text: `Put ${f.root ?? 'the authority'} into the server’s list of authorities for client certificates.`,
    lines: [add('cat staff.pem partner.pem > clients.pem')],
    servers: {
      nginx: [add('ssl_client_certificate clients.pem;')],
      apache: [add('SSLCACertificateFile clients.pem')],
      haproxy: [add('bind :443 ssl crt site.pem ca-file clients.pem verify required')],
      caddy: [add('trust_pool file clients.pem')],
      node: [add("ca: readFileSync('clients.pem'),")],
    },
    button: `Accept ${f.root ?? 'the authority'}`,
  }),
};

function joined(names: readonly string[]): string {
  return names.join(':') || '""';
}
