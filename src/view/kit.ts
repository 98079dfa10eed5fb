/**
 * The reproduction kit: certificates, keys, configuration and commands with which a run can be seen again between
 * OpenSSL, curl and nginx on one's own machine, and what they will say.
 */
import type { DemoPki } from '../authority/pki.ts';
import { equal } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { encodePem } from '../interchange/pem.ts';
import type { ZipFile } from '../interchange/zip.ts';
import { certificatesIn } from '../lab/certificates.ts';
import { presets } from '../lab/presets.ts';
import type { Scenario } from '../lab/scenario.ts';
import type { Trace } from '../lab/trace.ts';
import type { KitWords } from '../lesson/kit.ts';
import { alertCodes, alertName } from '../tls/registry/alerts.ts';
import { schemeByCode } from '../tls/registry/schemes.ts';
import { decodeCertificate } from '../x509/certificate.ts';
import { parseIp } from '../x509/ip.ts';
import type { ClientTable } from './clients.ts';
import { rowOf } from './clients.ts';
import {
  curlVersions,
  dhParameters,
  groupList,
  newGroups,
  nginxVersions,
  oldSuiteList,
  opensslGroups,
  speaks,
  suiteList,
  tls13,
  usesDhe,
  versionOption,
  weakness,
} from './kit-openssl.ts';

export type Prediction =
  | { readonly kind: 'connects' }
  /** The client's own words; `code` is its verify code or exit code. */
  | { readonly kind: 'says'; readonly text: string; readonly code?: number }
  /** The server closes with this alert. */
  | { readonly kind: 'alert'; readonly number: number; readonly name: string }
  | { readonly kind: 'unknown' };

export interface KitFacts {
  /** Name of the preset on screen. */
  readonly title: string;
  readonly host: string;
  readonly openssl: Prediction;
  readonly curl: Prediction;
  /** Present where the scenario has a clock of its own. */
  readonly clock?: number;
  readonly made: number;
  /** The leaf's last day: until then the kit shows what it shows today. */
  readonly until?: number;
  /** Groups of the run that OpenSSL 3.0 lacks. */
  readonly leftOut: readonly string[];
  readonly clientAuth: Scenario['server']['clientAuth'];
  readonly sendsName: boolean;
  /** The server is too old for the browser: in the run it answers and the browser refuses, OpenSSL's refuses by itself. */
  readonly oldServer: boolean;
  readonly files: readonly string[];
}

export interface KitInput {
  readonly trace: Trace;
  /** As issued for this very run. */
  readonly pki: DemoPki;
  readonly table: ClientTable | undefined;
  readonly title: string;
}

export const kitFolder = 'handshake-lab-kit';

export function kitFiles({ trace, pki, table, title }: KitInput, words: KitWords): readonly ZipFile[] {
  const { scenario } = trace;
  const { server } = scenario;
  const sent = sentBy(trace, pki);
  const chain = sent.slice(1);
  const wantsClient = server.clientAuth !== 'none';
  const facts = kitFacts(trace, pki, table, title);
  const pem = (ders: readonly Bytes[]): string => ders.map((der) => encodePem('CERTIFICATE', der)).join('');
  const key = (der: Bytes): string => encodePem('PRIVATE KEY', der);
  const script = (name: string, comment: string, lines: readonly string[]): ZipFile => ({
    name,
    content: ['#!/bin/sh', `# ${comment}`, 'cd "$(dirname "$0")" || exit 1', ...lines, ''].join('\n'),
    executable: true,
  });
  const files: ZipFile[] = [
    { name: 'leaf.pem', content: pem(sent.slice(0, 1)) },
    { name: 'leaf.key', content: key(pki.leaf.privateKey) },
    ...(chain.length > 0 ? [{ name: 'chain.pem', content: pem(chain) }] : []),
    { name: 'fullchain.pem', content: pem(sent) },
    { name: 'roots.pem', content: pem(trustedBy(trace, pki)) },
    { name: 'issuer.pem', content: pem([pki.intermediate.der]) },
    ...(wantsClient && pki.clientStore.length > 0
      ? [{ name: 'client-roots.pem', content: pem(pki.clientStore.map(({ der }) => der)) }]
      : []),
    ...(pki.client
      ? [
          { name: 'client.pem', content: pem([pki.client.der]) },
          { name: 'client.key', content: key(pki.client.privateKey) },
        ]
      : []),
    ...(usesDhe(scenario) ? [{ name: 'dhparam.pem', content: dhParameters(server.dhGroup) }] : []),
    script('server-openssl.sh', words.comments.server, [opensslServer(scenario, chain.length > 0)]),
    script('client-openssl.sh', words.comments.openssl, [opensslClient(scenario, pki)]),
    script('client-curl.sh', words.comments.curl, [curlClient(scenario, pki)]),
    { name: 'nginx.conf', content: nginxConfig(scenario, words.comments.nginx) },
    script('server-nginx.sh', words.comments.nginxServer, [
      'exec nginx -p "$PWD" -c nginx.conf -e nginx-error.log',
    ]),
  ];
  const listed = ['README.md', ...files.map(({ name }) => name)];
  const readme: ZipFile = { name: 'README.md', content: words.readme({ ...facts, files: listed }) };
  return [readme, ...files].map((file) => ({ ...file, name: `${kitFolder}/${file.name}` }));
}

/** What a reader of the kit will see; `files` are added by whoever makes them. */
export function kitFacts(
  trace: Trace,
  pki: DemoPki,
  table: ClientTable | undefined,
  title: string,
): Omit<KitFacts, 'files'> {
  const { scenario } = trace;
  const leaf = decodeCertificate(pki.leaf.der);
  const known = new Set(opensslGroups.map(([code]) => code));
  return {
    title,
    host: scenario.browser.serverName,
    openssl: prediction('openssl', trace, table),
    curl: prediction('curl', trace, table),
    ...(scenario.clock !== null && { clock: scenario.clock }),
    made: trace.clock,
    ...(leaf.ok && leaf.value.notAfter > trace.clock && { until: leaf.value.notAfter }),
    leftOut: [...new Set([...scenario.browser.groups, ...scenario.server.groups])]
      .filter((code) => !known.has(code) && newGroups.has(code))
      .map((code) => newGroups.get(code) ?? ''),
    clientAuth: scenario.server.clientAuth,
    sendsName: scenario.browser.sni,
    oldServer: table?.fault === 'old-version' && speaks(scenario.browser, tls13),
  };
}

function prediction(client: 'openssl' | 'curl', trace: Trace, table: ClientTable | undefined): Prediction {
  const { browser, server } = trace.scenario;
  // curl always offers http/1.1 and all schemes.
  const fixed = !sharesProtocol(trace.scenario) || hasOwnSchemes(browser) || hasOwnSchemes(server);
  if (client === 'curl' && fixed) return { kind: 'unknown' };
  if (table?.fault === 'old-version') return noCommonVersion(trace.scenario);
  const row = rowOf(table, client);
  if (row?.verdict === 'fails' && row.text !== undefined)
    return { kind: 'says', text: row.text, ...(row.code !== undefined && { code: row.code }) };
  if (row?.verdict === 'connects') return { kind: 'connects' };
  if (row !== undefined) return { kind: 'unknown' };
  if (trace.outcome.kind === 'completed') return { kind: 'connects' };
  const failed = trace.outcome.kind === 'failed' ? trace.steps[trace.outcome.step] : undefined;
  const alert = trace.steps.findLast((step) => step.kind === 'message' && step.message === 'Alert');
  if (alert?.kind !== 'message' || alert.from !== 'server') return { kind: 'unknown' };
  // OpenSSL calls a certificate that is not valid yet bad, where this lab says expired for both.
  const early = failed?.kind === 'local' && failed.path?.failure?.code === 'not-yet-valid';
  const number = early ? alertCodes.bad_certificate : (alert.content[1] ?? 0);
  return { kind: 'alert', number, name: alertName(number) ?? `${number}` };
}

/**
 * Measured were servers of TLS 1.0 and clients as they come; here each side speaks what the kit says. A server of
 * OpenSSL looks at supported_versions and refuses by itself, where one of old would have answered with its version.
 */
function noCommonVersion({ browser }: Scenario): Prediction {
  if (speaks(browser, tls13) || !speaks(browser, 0x0303)) {
    const number = alertCodes.protocol_version;
    return { kind: 'alert', number, name: 'protocol_version' };
  }
  return { kind: 'says', text: 'unsupported protocol' };
}

/** The browser's store without the roots it believes no longer: these tools know no such list. */
function trustedBy({ trust }: Trace, pki: DemoPki): readonly Bytes[] {
  const gone = trust?.browser.compromised ?? [];
  return pki.store.map(({ der }) => der).filter((der) => !gone.some((one) => equal(one.der, der)));
}

function sharesProtocol({ browser, server }: Scenario): boolean {
  if (browser.alpn.length === 0 || server.alpn.length === 0) return true;
  return browser.alpn.some((name) => server.alpn.includes(name));
}

function hasOwnSchemes({ signatureSchemes }: { readonly signatureSchemes: readonly number[] }): boolean {
  return signatureSchemes.join() !== presets.tls13.browser.signatureSchemes.join();
}

/** IANA's names, which OpenSSL takes; only where the list is not the usual one. */
function schemeOption(side: { readonly signatureSchemes: readonly number[] }): string | false {
  const names = side.signatureSchemes.flatMap((code) => schemeByCode(code)?.name ?? []);
  return hasOwnSchemes(side) && names.length > 0 && `-sigalgs ${names.join(':')}`;
}

/** As the Certificate message carried it; a run that did not come that far would have sent the same. */
function sentBy(trace: Trace, pki: DemoPki): readonly Bytes[] {
  const carried = certificatesIn(trace, 'server');
  if (carried.length > 0) return carried;
  const { sends } = trace.scenario.server;
  const all = { leaf: pki.leaf.der, intermediate: pki.intermediate.der, root: pki.root.der, ...pki.more };
  return sends.flatMap((item) => all[item] ?? []);
}

/** One option per line, so that it reads like the explanation beside it. */
function command(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== '').join(' \\\n  ');
}

function opensslServer({ server, browser }: Scenario, hasChain: boolean): string {
  const asks = server.clientAuth !== 'none';
  return command(
    'exec openssl s_server -accept "${PORT:-8443}" -www',
    '-cert leaf.pem -key leaf.key',
    hasChain && '-cert_chain chain.pem',
    // Certificates of a laboratory may be weaker than OpenSSL would otherwise load.
    `${versionOption(server)} -cipher ${oldSuiteList(server) ?? 'DEFAULT'}:@SECLEVEL=0`,
    speaks(server, tls13) && `-ciphersuites ${suiteList(server.suites)}`,
    usesDhe({ browser, server }) && '-dhparam dhparam.pem',
    `-groups ${groupList(server.groups)}`,
    schemeOption(server),
    server.preference === 'server' && '-serverpref',
    server.alpn.length > 0 && browser.alpn.length > 0 && `-alpn ${quoted(server.alpn.join(','))}`,
    asks && (server.clientAuth === 'require' ? '-Verify 3 -verify_return_error' : '-verify 3'),
    asks && server.clientRoots.length > 0 && '-CAfile client-roots.pem',
  );
}

function opensslClient({ server, browser }: Scenario, pki: DemoPki): string {
  const host = browser.serverName;
  const isAddress = parseIp(host) !== undefined;
  return command(
    `printf 'GET / HTTP/1.0\\r\\n\\r\\n' | openssl s_client -connect "127.0.0.1:\${PORT:-8443}" -ign_eof`,
    browser.sni && !isAddress ? `-servername ${quoted(host)}` : '-noservername',
    `${isAddress ? '-verify_ip' : '-verify_hostname'} ${quoted(host)} -verify_return_error`,
    '-CAfile roots.pem -no-CApath -no-CAstore',
    versionOption(browser),
    speaks(browser, tls13) && `-ciphersuites ${suiteList(browser.suites)}`,
    oldSuiteList(browser) !== undefined && `-cipher ${oldSuiteList(browser)}${weakness({ browser, server })}`,
    `-groups ${groupList(browser.groups)}`,
    schemeOption(browser),
    browser.alpn.length > 0 && server.alpn.length > 0 && `-alpn ${quoted(browser.alpn.join(','))}`,
    pki.client !== undefined && '-cert client.pem -key client.key',
  );
}

function curlClient({ browser, server }: Scenario, pki: DemoPki): string {
  const host = parseIp(browser.serverName)?.length === 16 ? `[${browser.serverName}]` : browser.serverName;
  return command(
    'exec curl --silent --show-error --max-time 10',
    '--cacert roots.pem',
    `--connect-to ${quoted(`${host}:`)}"\${PORT:-8443}"':127.0.0.1:'"\${PORT:-8443}"`,
    ...curlVersions({ browser, server }),
    `--curves ${groupList(browser.groups)}`,
    browser.alpn.includes('h2') ? '' : '--no-alpn',
    pki.client !== undefined && '--cert client.pem --key client.key',
    `${quoted(`https://${host}:`)}"\${PORT:-8443}/"`,
  );
}

function nginxConfig(scenario: Scenario, comment: string): string {
  const { server } = scenario;
  const asks = server.clientAuth !== 'none';
  return [
    `# ${comment}`,
    'daemon off;',
    'pid nginx.pid;',
    'events {}',
    'http {',
    '  access_log off;',
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path tmp-${kind};`),
    '  server {',
    '    listen 127.0.0.1:8443 ssl;',
    '    ssl_certificate fullchain.pem;',
    '    ssl_certificate_key leaf.key;',
    `    ssl_protocols ${nginxVersions(server)};`,
    `    ssl_ciphers ${oldSuiteList(server) ?? 'DEFAULT'}:@SECLEVEL=0;`,
    ...(speaks(server, tls13) ? [`    ssl_conf_command Ciphersuites ${suiteList(server.suites)};`] : []),
    ...(usesDhe(scenario) ? ['    ssl_dhparam dhparam.pem;'] : []),
    `    ssl_ecdh_curve ${groupList(server.groups)};`,
    ...(server.preference === 'server' ? ['    ssl_prefer_server_ciphers on;'] : []),
    ...(asks ? [`    ssl_verify_client ${server.clientAuth === 'require' ? 'on' : 'optional'};`] : []),
    ...(asks && server.clientRoots.length > 0 ? ['    ssl_client_certificate client-roots.pem;'] : []),
    '    location / { return 200 "nginx: the handshake is done\\n"; }',
    '  }',
    '}',
    '',
  ].join('\n');
}

/** For sh. */
function quoted(text: string): string {
  return /^[\w.,:@/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
