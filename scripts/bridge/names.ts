/** Names of suites and groups on the command line: as in the registries, or as code points. */
import { namedGroups } from '../../src/tls/registry/groups.ts';
import { groupName, schemeName, suiteName, versionName } from '../../src/tls/registry/names.ts';
import { cipherSuites } from '../../src/tls/registry/suites.ts';

/** What the user typed wrong, in words for the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const allSuites: readonly number[] = cipherSuites.map((suite) => suite.code);
export const allGroups: readonly number[] = namedGroups.map((group) => group.code);
/** What this engine verifies and, by key, signs with; rsa_pkcs1_* in certificates only. */
export const allSchemes: readonly number[] = [
  0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807,
];

/** Comma-separated names; throws a UsageError that lists what there is. */
export function suitesOf(list: string): number[] {
  return codes('cipher suite', list, cipherSuites);
}

export function groupsOf(list: string): number[] {
  return codes('group', list, namedGroups);
}

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
    const found = known.find(
      (one) => plain(one.name) === plain(name) || hex(one.code) === name.toLowerCase(),
    );
    if (found !== undefined) return found.code;
    const names = known.map((one) => `  ${one.name} (${hex(one.code)})`).join('\n');
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
