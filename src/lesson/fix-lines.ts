/** Lines of configuration that fixes and advice share. */
import type { FixLine, FixText, ServerKind } from './trust.ts';

export const keep = (text: string): FixLine => ({ kind: 'keep', text });
export const add = (text: string): FixLine => ({ kind: 'add', text });
export const remove = (text: string): FixLine => ({ kind: 'remove', text });

/** One file in place of another, as each server names it. HAProxy wants the private key in the same file. */
export function chainFile(from: string, to: string): NonNullable<FixText['servers']> {
  return {
    nginx: [
      remove(`ssl_certificate ${from};`),
      add(`ssl_certificate ${to};`),
      keep('ssl_certificate_key site.key;'),
    ],
    apache: [
      remove(`SSLCertificateFile ${from}`),
      add(`SSLCertificateFile ${to}`),
      keep('SSLCertificateKeyFile site.key'),
    ],
    haproxy: [add(`cat ${to} site.key > site.pem`), keep('bind :443 ssl crt site.pem')],
    caddy: swap(`tls ${from} site.key`, `tls ${to} site.key`),
    node: [
      remove(`cert: readFileSync('${from}'),`),
      add(`cert: readFileSync('${to}'),`),
      keep("key: readFileSync('site.key'),"),
    ],
  };
}

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
