/** Names of code points for lists and chips; unknown ones as 0xNNNN. */
import { groupByCode } from '../tls/registry/groups.ts';
import { versionName } from '../tls/registry/names.ts';
import { suiteName } from '../tls/registry/suite-names.ts';
import { schemeByCode } from '../tls/registry/schemes.ts';

export function suiteLabel(code: number): string {
  return suiteName(code) ?? hexCode(code);
}

export function versionLabel(code: number): string {
  return versionName(code) ?? hexCode(code);
}

export function groupLabel(code: number): string {
  return groupByCode(code)?.name ?? hexCode(code);
}

export function schemeLabel(code: number): string {
  return schemeByCode(code)?.name ?? hexCode(code);
}

/** PskKeyExchangeMode, RFC 9846 §4.3.9. */
export function pskModeLabel(code: number): string {
  return ['psk_ke', 'psk_dhe_ke'][code] ?? String(code);
}

function hexCode(code: number): string {
  return `0x${code.toString(16).padStart(4, '0').toUpperCase()}`;
}
