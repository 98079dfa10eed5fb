/** Lines of configuration that fixes and advice share. */
import type { FixLine, FixText, ServerKind } from './trust.ts';

export const keep = (text: string): FixLine => ({ kind: 'keep', text });
export const add = (text: string): FixLine => ({ kind: 'add', text });
export const remove = (text: string): FixLine => ({ kind: 'remove', text });

const siteKey = 'site.key';

/**
 * One file in place of another, as each server names it, and the private key that belongs to the new one. HAProxy
 * wants that key in the same file.
 */
export function chainFile(from: string, to: string, key = siteKey): NonNullable<FixText['servers']> {
  const keyLine = (line: (file: string) => string): readonly FixLine[] =>
    key === siteKey ? [keep(line(key))] : swap(line(siteKey), line(key));
  return {
    nginx: [
      ...swap(`ssl_certificate ${from};`, `ssl_certificate ${to};`),
      ...keyLine((file) => `ssl_certificate_key ${file};`),
    ],
    apache: [
      ...swap(`SSLCertificateFile ${from}`, `SSLCertificateFile ${to}`),
      ...keyLine((file) => `SSLCertificateKeyFile ${file}`),
    ],
    haproxy: [add(`cat ${to} ${key} > site.pem`), keep('bind :443 ssl crt site.pem')],
    caddy: swap(`tls ${from} ${siteKey}`, `tls ${to} ${key}`),
    node: [
      ...swap(`cert: readFileSync('${from}'),`, `cert: readFileSync('${to}'),`),
      ...keyLine((file) => `key: readFileSync('${file}'),`),
    ],
  };
}

/**
 * A certificate for these names. A wildcard is issued only against a DNS record; an address has an option of its own
 * (certbot 5.3), and Let’s Encrypt gives it days only.
 */
export function certbotFor(names: readonly string[]): FixLine {
  const how = names.some((name) => name.startsWith('*.'))
    ? '--manual --preferred-challenges dns'
    : names.some(isAddress)
      ? '--standalone --preferred-profile shortlived'
      : '--webroot -w /var/www';
  const wanted = names.map((name) => `${isAddress(name) ? '--ip-address' : '-d'} ${name}`);
  return add(`certbot certonly ${how} ${wanted.join(' ')}`);
}

export const isAddress = (name: string): boolean => /^[\d.]+$|:/.test(name);

/** Every server but Caddy keeps using what it read at its start. */
export const reload: Readonly<Partial<Record<ServerKind, readonly FixLine[]>>> = {
  nginx: [add('nginx -s reload')],
  apache: [add('apachectl graceful')],
  haproxy: [add('systemctl reload haproxy')],
  caddy: [keep('# Caddy renews and loads by itself')],
  node: [add("server.setSecureContext({ cert: readFileSync('fullchain.pem'), key })")],
};

/** Each server fetches the answer of the authority and hands it over. */
export const stapling: NonNullable<FixText['servers']> = {
  nginx: [add('ssl_stapling on;'), add('ssl_stapling_verify on;'), add('ssl_trusted_certificate chain.pem;')],
  apache: [add('SSLUseStapling on'), add('SSLStaplingCache shmcb:stapling(32768)')],
  haproxy: [add('set ssl ocsp-response <base64 of the response>')],
  caddy: [keep('# Caddy staples by itself')],
  node: [add("server.on('OCSPRequest', (cert, issuer, done) => done(null, response))")],
};

export function swap(before: string, after: string): readonly FixLine[] {
  return [remove(before), add(after)];
}
