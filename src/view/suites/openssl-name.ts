/** What OpenSSL calls a suite in its cipher strings. Derived by the rules its names follow. */
import type { SuiteAnatomy } from './anatomy.ts';

/** Undefined for suites that OpenSSL never had. 3DES and RC4, which newer builds leave out, have the names of 1.1. */
export function opensslName(name: string, suite: SuiteAnatomy): string | undefined {
  const { exchange, authentication, cipher, mode } = suite;
  if (suite.family === 'tls13')
    return cipher !== undefined &&
      tls13Ciphers.has(cipher) &&
      /^TLS_(AES|CHACHA)/.test(name) &&
      !/ASCON/.test(name)
      ? name
      : undefined;
  if (exchange === undefined || cipher === undefined || suite.export) return undefined;
  const aria = cipher === 'ARIA';
  if ((aria && (mode === 'CBC' || exchange === 'DH_anon')) || (cipher === 'CAMELLIA' && mode === 'GCM'))
    return undefined;
  // RFC 5489 is there, RFC 8442 is not.
  if (exchange === 'ECDHE_PSK' && cipher === 'AES' && mode !== 'CBC') return undefined;
  const keys = keyNames(exchange, authentication, aria);
  const body = cipherName(suite, exchange);
  if (keys === undefined || body === undefined) return undefined;
  return [keys, body].filter((text) => text !== '').join('-');
}

const tls13Ciphers: ReadonlySet<string> = new Set(['AES', 'CHACHA20']);

function keyNames(exchange: string, authentication: string | undefined, aria: boolean): string | undefined {
  switch (exchange) {
    case 'RSA':
      return '';
    case 'DHE':
      return `DHE-${authentication}`;
    case 'ECDHE':
      // The ARIA suites are the only ones that leave RSA out.
      return aria && authentication === 'RSA' ? 'ECDHE' : `ECDHE-${authentication}`;
    case 'DH_anon':
      return 'ADH';
    case 'ECDH_anon':
      return 'AECDH';
    case 'PSK':
    case 'DHE_PSK':
    case 'ECDHE_PSK':
    case 'RSA_PSK':
      return exchange.replace('_', '-');
    case 'SRP':
      return authentication === 'SRP' ? 'SRP' : `SRP-${authentication}`;
    default:
      return undefined;
  }
}

function cipherName({ cipher, keyBits, mode, hash }: SuiteAnatomy, exchange: string): string | undefined {
  const psk = exchange.endsWith('PSK');
  switch (cipher) {
    case 'AES':
      if (mode === 'GCM') return `AES${keyBits}-GCM-${hash}`;
      if (mode === 'CCM') return `AES${keyBits}-CCM`;
      if (mode === 'CCM_8') return `AES${keyBits}-CCM8`;
      if (exchange === 'SRP') return `AES-${keyBits}-CBC-${hash}`;
      return psk ? `AES${keyBits}-CBC-${hash}` : `AES${keyBits}-${hash}`;
    case 'ARIA':
      return `ARIA${keyBits}-GCM-${hash}`;
    case 'CAMELLIA':
      return `CAMELLIA${keyBits}-${hash}`;
    case 'CHACHA20':
      return 'CHACHA20-POLY1305';
    case 'NULL':
      return `NULL-${hash}`;
    case 'RC4':
      return `RC4-${hash}`;
    case '3DES':
      return psk || exchange === 'SRP' ? `3DES-EDE-CBC-${hash}` : `DES-CBC3-${hash}`;
    default:
      return undefined;
  }
}
