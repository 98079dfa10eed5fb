/** The reproduction kit's lists for OpenSSL, curl and nginx: versions, suites, groups, DH parameters. */
import { element, sequence } from '../authority/der.ts';
import { concat } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { encodePem } from '../interchange/pem.ts';
import { dhGroupOf } from '../lab/dh-groups.ts';
import type { DhGroupId, Scenario } from '../lab/scenario.ts';
import { suiteName } from '../tls/registry/names.ts';
import { suiteByCode } from '../tls/registry/suites.ts';
import { kitVersions, opensslKnows } from './no-kit.ts';
import { anatomyOf } from './suites/anatomy.ts';
import { opensslName } from './suites/openssl-name.ts';

/** Names of groups in OpenSSL 3.0. */
export const opensslGroups: readonly (readonly [code: number, name: string])[] = [
  [0x001d, 'X25519'],
  [0x0017, 'P-256'],
  [0x0018, 'P-384'],
  [0x0019, 'P-521'],
  [0x001e, 'X448'],
  [0x0100, 'ffdhe2048'],
  [0x0101, 'ffdhe3072'],
];
/** Groups that OpenSSL has since 3.5. */
export const newGroups: ReadonlyMap<number, string> = new Map([
  [0x11ec, 'X25519MLKEM768'],
  [0x11eb, 'SecP256r1MLKEM768'],
]);

/** Those of the groups that OpenSSL 3.0 has, by its names. */
export function groupList(codes: readonly number[]): string {
  const names = codes.flatMap((code) => opensslGroups.find(([known]) => known === code)?.[1] ?? []);
  return names.length > 0 ? names.join(':') : 'X25519';
}

/** Suites of TLS 1.3, by IANA's names. */
export function suiteList(codes: readonly number[]): string {
  return codes
    .filter((code) => opensslKnows(code, tls13))
    .flatMap((code) => suiteByCode(code)?.name ?? [])
    .join(':');
}

/** Suites of TLS 1.2 and before by OpenSSL's names; undefined where this side speaks TLS 1.3 only. */
export function oldSuiteList(side: Side): string | undefined {
  if (kitVersions(side).every((version) => version === tls13)) return undefined;
  return side.suites
    .filter((code) => opensslKnows(code, tls12))
    .flatMap((code) => {
      const name = suiteName(code) ?? '';
      return opensslName(name, anatomyOf(code, name)) ?? [];
    })
    .join(':');
}

type Side = Pick<Scenario['browser'], 'versions' | 'suites'>;
export const tls13 = 0x0304;
const tls12 = 0x0303;
const minors: ReadonlyMap<number, number> = new Map([
  [0x0304, 3],
  [0x0303, 2],
  [0x0302, 1],
  [0x0301, 0],
]);

/** Minor versions, the oldest first: 2 and 3 for TLS 1.2 and 1.3. */
function minorsOf(side: Side): readonly [oldest: number, newest: number] {
  const spoken = kitVersions(side).map((version) => minors.get(version) ?? 3);
  return [Math.min(...spoken), Math.max(...spoken)];
}

/** Whether the kit has this side speak the version. */
export function speaks(side: Side, version: number): boolean {
  return kitVersions(side).includes(version);
}

/** What s_server and s_client take. */
export function versionOption(side: Side): string {
  const [oldest, newest] = minorsOf(side);
  const name = (minor: number): string => (minor === 0 ? 'TLSv1' : `TLSv1.${minor}`);
  return oldest === newest
    ? name(oldest).replace('TLSv', '-tls').replace('.', '_')
    : `-min_protocol ${name(oldest)} -max_protocol ${name(newest)}`;
}

/** As nginx's `ssl_protocols` lists them. */
export function nginxVersions(side: Side): string {
  return kitVersions(side)
    .map((version) => `TLSv1.${minors.get(version)}`.replace(/\.0$/, ''))
    .join(' ');
}

/** Versions and suites, as curl takes them. */
export function curlVersions({
  browser,
  server,
}: Pick<Scenario, 'browser' | 'server'>): readonly (string | false)[] {
  const { suites } = browser;
  const [oldest, newest] = minorsOf(browser);
  return [
    `--tlsv1.${oldest}${newest < 3 ? ` --tls-max 1.${newest}` : ''}`,
    newest === 3 && `--tls13-ciphers ${suiteList(suites)}`,
    oldest < 3 && `--ciphers ${oldSuiteList(browser)}${weakness({ browser, server })}`,
  ];
}

/** What s_server and s_client take for an external PSK; a side that would not use it in any version has none. */
export function pskOption({ psk, pskModes, ...side }: PskSide): string | false {
  const used = speaks(side, tls12) || (speaks(side, tls13) && pskModes.includes(pskDheKe));
  return psk !== null && used && `-psk_identity ${quoted(psk.identity)} -psk ${psk.key}`;
}

type PskSide = Side & Pick<Scenario['browser'], 'psk' | 'pskModes'>;
const pskDheKe = 0x01;

/** For sh. */
export function quoted(text: string): string {
  return /^[\w.,:@/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Both could agree on a suite with finite-field Diffie-Hellman. */
export function usesDhe({ browser, server }: Pick<Scenario, 'browser' | 'server'>): boolean {
  const offers = (side: Side): boolean =>
    speaks(side, tls12) && side.suites.some((code) => /^TLS_(PSK_)?DHE_/.test(suiteName(code) ?? ''));
  return offers(browser) && offers(server);
}

/** What OpenSSL refuses unless told otherwise: no encryption, groups of 1024 bits, and versions that sign SHA-1. */
export function weakness({ browser, server }: Pick<Scenario, 'browser' | 'server'>): string {
  const bare = browser.suites.some((code) => suiteName(code)?.includes('_WITH_NULL_') === true);
  const small = usesDhe({ browser, server }) && server.dhGroup === 'modp1024';
  return bare || small || minorsOf(browser)[0] < 2 ? ':@SECLEVEL=0' : '';
}

/** PKCS #3: SEQUENCE of p and g. */
export function dhParameters(id: DhGroupId): string {
  const { p, g } = dhGroupOf(id);
  return encodePem('DH PARAMETERS', sequence(unsigned(p), unsigned(g)));
}

function unsigned(bytes: Bytes): Bytes {
  const positive = (bytes[0] ?? 0) < 0x80 ? bytes : concat(Uint8Array.of(0), bytes);
  return element(0x02, positive);
}
