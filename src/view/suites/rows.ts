/** The table of suites: the whole registry, each suite with what follows from its name. */
import { registeredSuites, signallingValues } from '../../tls/registry/iana-suites.ts';
import type { RegisteredSuite } from '../../tls/registry/iana-suites.ts';
import { tls12SuiteByCode } from '../../tls/registry/suite-parts.ts';
import { suiteByCode } from '../../tls/registry/suites.ts';
import { anatomyOf } from './anatomy.ts';
import type { SuiteAnatomy } from './anatomy.ts';
import { opensslName } from './openssl-name.ts';
import { weaknessesOf } from './weaknesses.ts';
import type { Weakness } from './weaknesses.ts';

export type SuiteStatus = 'recommended' | 'special' | 'legacy' | 'broken' | 'signal';

/** Why a suite cannot be run here. */
export type WhyNot =
  | 'initial-state'
  | 'signal'
  | 'export'
  | 'kerberos'
  | 'srp'
  | 'password'
  | 'gost'
  | 'old-cipher'
  | 'national-cipher'
  | 'new-cipher'
  | 'integrity-only'
  | 'not-here';

export interface SuiteRow {
  readonly code: number;
  /** '0xC0,0x2F', as the registry writes it. */
  readonly codeText: string;
  readonly name: string;
  readonly openssl: string | undefined;
  readonly registered: RegisteredSuite;
  readonly anatomy: SuiteAnatomy;
  /** First and last version it may be negotiated in. */
  readonly versions: readonly [from: number, to: number];
  readonly status: SuiteStatus;
  readonly weaknesses: readonly Weakness[];
  readonly whyNot: WhyNot | undefined;
}

/** In the order in which one wants to meet them: TLS 1.3, recommended, the rest by status, then by code. */
export function suiteRows(): readonly SuiteRow[] {
  rows ??= registeredSuites().map(rowOf).toSorted(byInterest);
  return rows;
}

export function suiteRow(code: number): SuiteRow | undefined {
  return suiteRows().find((row) => row.code === code);
}

let rows: readonly SuiteRow[] | undefined;

function rowOf(registered: RegisteredSuite): SuiteRow {
  const { code, name } = registered;
  const anatomy = anatomyOf(code, name);
  const weaknesses = weaknessesOf(anatomy);
  return {
    code,
    codeText: codeText(code),
    name,
    openssl: opensslName(name, anatomy),
    registered,
    anatomy,
    versions: versionsOf(registered, anatomy),
    status: statusOf(registered, weaknesses),
    weaknesses: signallingValues.includes(code) ? [] : weaknesses,
    whyNot: runs(code) ? undefined : whyNot(code, anatomy),
  };
}

function runs(code: number): boolean {
  return suiteByCode(code) !== undefined || tls12SuiteByCode(code) !== undefined;
}

function statusOf({ code, recommended }: RegisteredSuite, weaknesses: readonly Weakness[]): SuiteStatus {
  if (signallingValues.includes(code)) return 'signal';
  if (recommended === 'discouraged' || weaknesses.some(({ weight }) => weight === 'broken')) return 'broken';
  if (recommended === 'yes') return 'recommended';
  return weaknesses.some(({ weight }) => weight === 'legacy') ? 'legacy' : 'special';
}

function versionsOf({ references }: RegisteredSuite, suite: SuiteAnatomy): readonly [number, number] {
  if (suite.family === 'tls13') return [0x0304, 0x0304];
  if (suite.family === 'signal') return [0x0300, 0x0303];
  // RFC 4346 §A.5: not in TLS 1.1 and later.
  if (suite.export) return [0x0300, 0x0301];
  // RFC 5469: not in TLS 1.2.
  if (suite.cipher === 'DES' || suite.cipher === 'IDEA') return [0x0301, 0x0302];
  // RFC 5487 §3 and RFC 5489 §3: usable before TLS 1.2, with the PRF of that version.
  const anyVersion = references.some(({ rfc }) => rfc === 5487 || rfc === 5489);
  const needs12 =
    suite.aead || suite.exchange === 'GOST' || (/^SHA\d/.test(suite.hash) && suite.hashInName && !anyVersion);
  return [needs12 ? 0x0303 : 0x0301, 0x0303];
}

function whyNot(code: number, { family, exchange, cipher, export: exported }: SuiteAnatomy): WhyNot {
  if (family === 'signal') return 'signal';
  if (code === 0x0000) return 'initial-state';
  if (exported) return 'export';
  switch (exchange) {
    case 'KRB5':
      return 'kerberos';
    case 'SRP':
      return 'srp';
    case 'ECCPWD':
      return 'password';
    case 'GOST':
      return 'gost';
    default:
      break;
  }
  switch (cipher) {
    case 'DES':
    case 'RC2':
    case 'IDEA':
      return 'old-cipher';
    case 'SEED':
    case 'SM4':
      return 'national-cipher';
    case 'AEGIS':
    case 'ASCON':
      return 'new-cipher';
    case 'NULL':
      return family === 'tls13' ? 'integrity-only' : 'not-here';
    default:
      // The hash alone is new: TLS_AES_128_GCM_ASCONHASH256.
      return code >= 0x006e && code <= 0x0071 ? 'new-cipher' : 'not-here';
  }
}

const order: Readonly<Record<SuiteStatus, number>> = {
  recommended: 0,
  special: 1,
  legacy: 2,
  broken: 3,
  signal: 4,
};

function byInterest(a: SuiteRow, b: SuiteRow): number {
  return order[a.status] - order[b.status] || b.versions[1] - a.versions[1] || a.code - b.code;
}

function codeText(code: number): string {
  const byte = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(2, '0')}`;
  return `${byte(code >> 8)},${byte(code & 0xff)}`;
}
