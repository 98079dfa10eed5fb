/** How each failure is fixed, in commands and in the configuration of five servers; the same in every language. */
import { add, certbotFor, chainFile, reload, remove, stapling, swap } from './fix-lines.ts';
import type { FixText } from './trust.ts';

export interface FixFacts {
  readonly host: string;
  readonly names: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly root?: string;
  readonly days?: number;
}

type FixId = keyof typeof commands;

/** What a language says about each fix, and what stands on its button. */
export type FixWords = Readonly<Record<FixId, (f: FixFacts) => Pick<FixText, 'text' | 'button'>>> &
  Readonly<Record<string, ((f: FixFacts) => Pick<FixText, 'text' | 'button'>) | undefined>>;

/** The commands of a fix; an unknown one gets those of 'present-certificate'. */
export function fixCommands(id: string, f: FixFacts): Pick<FixText, 'lines' | 'servers'> {
  const known: Readonly<Record<string, Commands | undefined>> = commands;
  return (known[id] ?? commands['present-certificate'])(f);
}

type Commands = (f: FixFacts) => Pick<FixText, 'lines' | 'servers'>;

const newKey = add('openssl ecparam -name prime256v1 -genkey -noout -out new.key');

const commands = {
  'send-intermediate': () => ({
    lines: [],
    servers: chainFile('leaf.pem', 'fullchain.pem'),
  }),
  'send-leaf': () => ({
    lines: [add('cat leaf.pem intermediate.pem > fullchain.pem')],
    servers: chainFile('intermediate.pem', 'fullchain.pem'),
  }),
  'trust-root': () => ({
    lines: [],
  }),
  'public-ca': () => ({
    lines: [],
    servers: chainFile('own-ca/fullchain.pem', 'lakeside/fullchain.pem'),
  }),
  'stronger-root': () => ({
    lines: [],
    servers: chainFile('fennick/fullchain.pem', 'lakeside/fullchain.pem'),
  }),
  'leave-root': () => ({
    lines: [newKey],
    servers: chainFile('old/fullchain.pem', 'new/fullchain.pem', 'new.key'),
  }),
  renew: (f) => ({
    lines: [add(`certbot renew --cert-name ${f.host}`)],
    servers: reload,
  }),
  'issue-now': (f) => ({
    lines: [add(`certbot renew --force-renewal --cert-name ${f.host}`)],
    servers: reload,
  }),
  'set-clock': () => ({
    lines: [add('timedatectl set-ntp true')],
  }),
  'add-name': (f) => ({
    lines: [certbotFor(f.names)],
    servers: reload,
  }),
  'reissue-leaf': (f) => ({
    lines: [add(`certbot renew --force-renewal --cert-name ${f.host}`)],
    servers: reload,
  }),
  'install-genuine': () => ({
    lines: [add('openssl verify -untrusted intermediate.pem leaf.pem')],
    servers: chainFile('changed/fullchain.pem', 'issued/fullchain.pem'),
  }),
  staple: (f) => ({
    lines: [add(`openssl s_client -status -connect ${f.host}:443 </dev/null`)],
    servers: stapling,
  }),
  'new-key': () => ({
    lines: [newKey],
    servers: chainFile('old/fullchain.pem', 'new/fullchain.pem', 'new.key'),
  }),
  'good-intermediate': () => ({
    lines: [],
    servers: chainFile('old-intermediate/fullchain.pem', 'fullchain.pem'),
  }),
  'update-store': () => ({
    lines: [add('apt-get install --only-upgrade ca-certificates')],
  }),
  'allow-name': () => ({
    lines: [],
    servers: chainFile('intranet-ca/fullchain.pem', 'lakeside/fullchain.pem'),
  }),
  'drop-level': () => ({
    lines: [],
    servers: chainFile('branch-ca/fullchain.pem', 'fullchain.pem'),
  }),
  'share-key': (f) => ({
    lines: [remove(`-psk ${f.before[0] ?? ''}`), add(`-psk ${f.after[0] ?? ''}`)],
  }),
  'accept-suite': (f) => ({
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
  }),
  'enable-version': () => ({
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
  }),
  'update-browser': () => ({
    lines: [],
  }),
  'accept-group': (f) => ({
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
  }),
  'accept-protocol': (f) => ({
    lines: [],
    ...(f.after.includes('h2') && {
      servers: {
        nginx: [add('http2 on;')],
        apache: [add('Protocols h2 http/1.1')],
        haproxy: [add('bind :443 ssl crt site.pem alpn h2,http/1.1')],
        node: [add('http2.createSecureServer({ allowHTTP1: true, cert, key })')],
      },
    }),
  }),
  'offer-schemes': () => ({
    lines: [],
  }),
  'present-certificate': () => ({
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
  }),
  'renew-client': () => ({
    lines: [add('openssl x509 -req -in kim.csr -CA staff.pem -CAkey staff.key -days 365 -out kim.pem')],
  }),
  'accept-client-root': () => ({
    lines: [add('cat staff.pem partner.pem > clients.pem')],
    servers: {
      nginx: [add('ssl_client_certificate clients.pem;')],
      apache: [add('SSLCACertificateFile clients.pem')],
      haproxy: [add('bind :443 ssl crt site.pem ca-file clients.pem verify required')],
      caddy: [add('trust_pool file clients.pem')],
      node: [add("ca: readFileSync('clients.pem'),")],
    },
  }),
} satisfies Readonly<Record<string, Commands>>;

function joined(names: readonly string[]): string {
  return names.join(':') || '""';
}
