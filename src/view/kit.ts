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
import { comesBack } from './no-kit.ts';
import {
  curlVersions,
  dhParameters,
  groupList,
  newGroups,
  nginxVersions,
  oldSuiteList,
  opensslGroups,
  pskOption,
  quoted,
  speaks,
  suiteList,
  tls13,
  usesDhe,
  versionOption,
  weakness,
} from './kit-openssl.ts';

export type Prediction =
  /** `reused`: with a session or an external PSK of TLS 1.3; `early`: what became of early data. */
  | { readonly kind: 'connects'; readonly reused?: boolean; readonly early?: 'accepted' | 'rejected' }
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
  /** Two connections, and the seconds that the run lets pass between them. */
  readonly comesBack?: { readonly pause: number; readonly ticket: boolean };
  /** The client has an external PSK: curl and nginx know none. */
  readonly psk: boolean;
  /** The binder does not fit, which OpenSSL's server calls another fault. */
  readonly badBinder: boolean;
  /** The server keeps a list of hellos with early data, where OpenSSL takes each ticket once. */
  readonly keepsList: boolean;
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
    ...(trace.negotiated.earlyData ? [{ name: 'request.txt', content: scenario.browser.request }] : []),
    script('server-openssl.sh', words.comments.server, [opensslServer(trace, chain.length > 0)]),
    script('client-openssl.sh', words.comments.openssl, opensslClients(trace, pki, words.comments)),
    ...(facts.psk
      ? []
      : [
          script('client-curl.sh', words.comments.curl, [curlClient(scenario, pki)]),
          { name: 'nginx.conf', content: nginxConfig(trace, words.comments.nginx) },
          script('server-nginx.sh', words.comments.nginxServer, [
            'exec nginx -p "$PWD" -c nginx.conf -e nginx-error.log',
          ]),
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
    ...(comesBack(trace) && {
      comesBack: { pause: scenario.resumeAfter, ticket: scenario.resume === 'ticket' },
    }),
    psk: pskOption(scenario.browser) !== false,
    badBinder: isBadBinder(trace),
    keepsList: trace.negotiated.earlyData === 'accepted' && scenario.server.antiReplay === 'list',
  };
}

function prediction(client: 'openssl' | 'curl', trace: Trace, table: ClientTable | undefined): Prediction {
  const { browser, server } = trace.scenario;
  // curl has no external PSK, and s_server serves no page where it takes early data.
  if (client === 'curl' && (pskOption(browser) !== false || takesEarly(trace))) return { kind: 'unknown' };
  // curl always offers http/1.1 and all schemes.
  const fixed = !sharesProtocol(trace.scenario) || hasOwnSchemes(browser) || hasOwnSchemes(server);
  if (client === 'curl' && fixed) return { kind: 'unknown' };
  if (table?.fault === 'old-version') return noCommonVersion(trace.scenario);
  const row = rowOf(table, client);
  if (row?.verdict === 'fails' && row.text !== undefined)
    return { kind: 'says', text: row.text, ...(row.code !== undefined && { code: row.code }) };
  if (row?.verdict === 'connects') return connects(client, trace);
  if (row !== undefined) return { kind: 'unknown' };
  if (trace.outcome.kind === 'completed') return connects(client, trace);
  const failed = trace.outcome.kind === 'failed' ? trace.steps[trace.outcome.step] : undefined;
  const alert = trace.steps.findLast((step) => step.kind === 'message' && step.message === 'Alert');
  if (alert?.kind !== 'message' || alert.from !== 'server') return { kind: 'unknown' };
  // OpenSSL calls a certificate that is not valid yet bad, where this lab says expired for both.
  const early = failed?.kind === 'local' && failed.path?.failure?.code === 'not-yet-valid';
  const number = isBadBinder(trace)
    ? alertCodes.illegal_parameter
    : early
      ? alertCodes.bad_certificate
      : (alert.content[1] ?? 0);
  return { kind: 'alert', number, name: alertName(number) ?? `${number}` };
}

/** OpenSSL calls an external PSK of TLS 1.3 a reused session, too. */
function connects(client: 'openssl' | 'curl', { negotiated }: Trace): Prediction {
  const { psk, resumed, earlyData: early } = negotiated;
  if (client === 'curl') return { kind: 'connects' };
  return { kind: 'connects', reused: psk !== undefined || resumed === true, ...(early && { early }) };
}

function isBadBinder({ outcome }: Trace): boolean {
  return outcome.kind === 'failed' && outcome.error.code === 'bad-binder';
}

/** Then s_server talks with its terminal: with pages it could not. */
function takesEarly({ negotiated }: Trace): boolean {
  return negotiated.earlyData === 'accepted';
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

function opensslServer(trace: Trace, hasChain: boolean): string {
  const { server, browser, resume } = trace.scenario;
  const returns = comesBack(trace);
  const { earlyData } = trace.negotiated;
  const asks = server.clientAuth !== 'none';
  return command(
    `exec openssl s_server -accept "\${PORT:-8443}"${takesEarly(trace) ? '' : ' -www'}`,
    '-cert leaf.pem -key leaf.key',
    hasChain && '-cert_chain chain.pem',
    // Certificates of a laboratory may be weaker than OpenSSL would otherwise load.
    `${versionOption(server)} -cipher ${oldSuiteList(server) ?? 'DEFAULT'}:@SECLEVEL=0`,
    speaks(server, tls13) && `-ciphersuites ${suiteList(server.suites)}`,
    usesDhe({ browser, server }) && '-dhparam dhparam.pem',
    `-groups ${groupList(server.groups)}`,
    schemeOption(server),
    pskOption(server),
    returns && resume === 'session-id' && '-no_ticket',
    returns && speaks(server, tls13) && `-num_tickets ${server.tickets}`,
    earlyData === 'accepted' && `-early_data${server.antiReplay === 'off' ? ' -no_anti_replay' : ''}`,
    // Its tickets permit early data, and then nothing reads it.
    earlyData === 'rejected' && '-max_early_data 16384',
    server.preference === 'server' && '-serverpref',
    server.alpn.length > 0 && browser.alpn.length > 0 && `-alpn ${quoted(server.alpn.join(','))}`,
    asks && (server.clientAuth === 'require' ? '-Verify 3 -verify_return_error' : '-verify 3'),
    asks && server.clientRoots.length > 0 && '-CAfile client-roots.pem',
  );
}

/** One connection, or one that keeps the session and one that comes back with it. */
function opensslClients(trace: Trace, pki: DemoPki, comments: KitWords['comments']): readonly string[] {
  if (!comesBack(trace)) return [opensslClient(trace, pki)];
  const { scenario, negotiated } = trace;
  const noTicket = scenario.resume === 'session-id' && '-no_ticket';
  return [
    'rm -f session.pem',
    `# ${comments.first}`,
    opensslClient(trace, pki, noTicket, '-sess_out session.pem'),
    `# ${comments.second}`,
    opensslClient(
      trace,
      pki,
      noTicket,
      '-sess_in session.pem',
      negotiated.earlyData !== undefined && '-early_data request.txt',
    ),
  ];
}

function opensslClient(trace: Trace, pki: DemoPki, ...more: readonly (string | false)[]): string {
  const { server, browser } = trace.scenario;
  // A server without pages says nothing by itself; Q ends the connection.
  const [input, waits] = takesEarly(trace)
    ? ['{ sleep 1; echo Q; }', '']
    : ["printf 'GET / HTTP/1.0\\r\\n\\r\\n'", ' -ign_eof'];
  const host = browser.serverName;
  const isAddress = parseIp(host) !== undefined;
  return command(
    `${input} | openssl s_client -connect "127.0.0.1:\${PORT:-8443}"${waits}`,
    browser.sni && !isAddress ? `-servername ${quoted(host)}` : '-noservername',
    `${isAddress ? '-verify_ip' : '-verify_hostname'} ${quoted(host)} -verify_return_error`,
    '-CAfile roots.pem -no-CApath -no-CAstore',
    versionOption(browser),
    speaks(browser, tls13) && `-ciphersuites ${suiteList(browser.suites)}`,
    oldSuiteList(browser) !== undefined && `-cipher ${oldSuiteList(browser)}${weakness({ browser, server })}`,
    `-groups ${groupList(browser.groups)}`,
    schemeOption(browser),
    pskOption(browser),
    browser.alpn.length > 0 && server.alpn.length > 0 && `-alpn ${quoted(browser.alpn.join(','))}`,
    pki.client !== undefined && '-cert client.pem -key client.key',
    ...more,
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

function nginxConfig(trace: Trace, comment: string): string {
  const { scenario } = trace;
  const { server, resume } = scenario;
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
    ...(comesBack(trace)
      ? [
          '    ssl_session_cache shared:kit:1m;',
          `    ssl_session_tickets ${resume === 'session-id' ? 'off' : 'on'};`,
        ]
      : []),
    ...(takesEarly(trace) ? ['    ssl_early_data on;'] : []),
    ...(server.preference === 'server' ? ['    ssl_prefer_server_ciphers on;'] : []),
    ...(asks ? [`    ssl_verify_client ${server.clientAuth === 'require' ? 'on' : 'optional'};`] : []),
    ...(asks && server.clientRoots.length > 0 ? ['    ssl_client_certificate client-roots.pem;'] : []),
    '    location / { return 200 "nginx: the handshake is done\\n"; }',
    '  }',
    '}',
    '',
  ].join('\n');
}
