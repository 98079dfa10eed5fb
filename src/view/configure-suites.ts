/** The suites that can be put into a list of the Configure sheet. */
import { suiteName } from '../tls/registry/suite-names.ts';
import { tls12SuiteByCode, tls12Suites } from '../tls/registry/suite-parts.ts';
import { cipherSuites, suiteByCode } from '../tls/registry/suites.ts';

export interface PickableSuite {
  readonly code: number;
  readonly name: string;
}

/** Everything that runs here: TLS 1.3 first, then TLS 1.2 in the order of the registry. */
export function pickableSuites(): readonly PickableSuite[] {
  return [...cipherSuites, ...tls12Suites().values()].map(({ code, name }) => ({ code, name }));
}

/** The suite meant by a whole name ('TLS_' may be left out) or a code ('c02f', '0xC02F', '0xC0,0x2F'). */
export function pickSuite(text: string): number | undefined {
  const typed = text.trim();
  const hex = /^(?:0x)?([0-9a-f]{2})(?:,\s*0x)?([0-9a-f]{2})$/i.exec(typed);
  if (hex) {
    const code = Number.parseInt(`${hex[1]}${hex[2]}`, 16);
    return runs(code) ? code : undefined;
  }
  const name = typed.toUpperCase().startsWith('TLS_') ? typed : `TLS_${typed}`;
  return pickableSuites().find((suite) => suite.name.toLowerCase() === name.toLowerCase())?.code;
}

function runs(code: number): boolean {
  return (
    suiteName(code) !== undefined && (suiteByCode(code) !== undefined || tls12SuiteByCode(code) !== undefined)
  );
}
