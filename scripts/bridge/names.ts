/** Names of suites and groups on the command line: as in the registries, or as code points. */
import { namedGroups } from '../../src/tls/registry/groups.ts';
import { groupName, schemeName, versionName } from '../../src/tls/registry/names.ts';
import { suiteName } from '../../src/tls/registry/suite-names.ts';
import { tls12Suites } from '../../src/tls/registry/suite-parts.ts';
import { cipherSuites } from '../../src/tls/registry/suites.ts';

/** What the user typed wrong, in words for the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const tls13Suites: readonly number[] = cipherSuites.map((suite) => suite.code);
/** What is offered and accepted unless somebody says otherwise: TLS 1.3, and of TLS 1.2 what browsers still offer. */
export const commonSuites: readonly number[] = [
  ...tls13Suites,
  0xc02b,
  0xc02f,
  0xc02c,
  0xc030,
  0xcca9,
  0xcca8,
];
export const allGroups: readonly number[] = namedGroups.map((group) => group.code);
/** What this engine verifies and, by key, signs with; rsa_pkcs1_* in certificates only. */
export const allSchemes: readonly number[] = [
  0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807, 0x0603, 0x0808, 0x0809, 0x080a,
  0x080b, 0x0905, 0x0904, 0x0906,
];

/** Comma-separated names; throws a UsageError that lists what there is. */
export function suitesOf(list: string): number[] {
  return codes('cipher suite', list, [...cipherSuites, ...tls12Suites().values()]);
}

export function groupsOf(list: string): number[] {
  return codes('group', list, namedGroups);
}

/** '1.3,1.2': versions of TLS, best first. */
export function versionsOf(list: string): number[] {
  return list.split(',').map((text) => {
    const version = versionNumbers.get(text.trim());
    if (version !== undefined) return version;
    throw new UsageError(
      `Unknown version "${text}". There are ${[...versionNumbers.keys()].join(', ')}; before 1.2 only to be refused.`,
    );
  });
}

const versionNumbers: ReadonlyMap<string, number> = new Map([
  ['1.3', 0x0304],
  ['1.2', 0x0303],
  ['1.1', 0x0302],
  ['1.0', 0x0301],
  ['ssl3', 0x0300],
]);

export const nameOfSuite = (code: number): string => suiteName(code) ?? hex(code);
export const nameOfGroup = (code: number): string => groupName(code) ?? hex(code);
export const nameOfScheme = (code: number): string => schemeName(code) ?? hex(code);
export const nameOfVersion = (code: number): string => versionName(code) ?? hex(code);

function codes(
  what: string,
  list: string,
  known: readonly { readonly code: number; readonly name: string }[],
): number[] {
  const wanted = list.split(',').map((name) => name.trim());
  return wanted.map((name) => {
    const exact = known.find((one) => one.name === name || hex(one.code) === name.toLowerCase());
    const found = exact ?? known.find((one) => plain(one.name) === plain(name));
    if (found !== undefined) return found.code;
    // The suites of TLS 1.2 would fill the screen.
    const names = known
      .slice(0, 40)
      .map((one) => `  ${one.name} (${hex(one.code)})`)
      .join('\n');
    throw new UsageError(`Unknown ${what} "${name}". This engine has:\n${names}`);
  });
}

/** TLS_AES_128_GCM_SHA256, tls-aes-128-gcm-sha256 and aes128gcm are the same to a hurried hand. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^tls/, '')
    .replace(/sha(256|384)$/, '');
}

function hex(code: number): string {
  return `0x${code.toString(16).padStart(4, '0')}`;
}
