/**
 * Cipher suites of TLS 1.2 as composition: a suite is what its name says, so its parts are read out of
 * the name, and a suite runs if its parts run.
 *
 * TLS_<key exchange>_<authentication>_WITH_<cipher>_<hash>: RFC 5246 §A.5 and the RFCs that followed.
 */
import {
  type AeadName,
  type CipherName,
  aeadKeyLength,
  cipherLengths,
  hashLength,
} from '../../crypto/port.ts';
import { allSuites } from './suite-names.ts';

/** 'DH' and 'ECDH' are static: the server's share is the key in its certificate. */
export type KeyExchangeName =
  | 'RSA'
  | 'DHE'
  | 'ECDHE'
  | 'DH'
  | 'ECDH'
  | 'DH_anon'
  | 'ECDH_anon'
  | 'PSK'
  | 'DHE_PSK'
  | 'ECDHE_PSK'
  | 'RSA_PSK';

/**
 * What the server proves itself with. EdDSA certificates use the ECDSA suites (RFC 8422 §5.10). RSA_PSK has both,
 * a key in common and an RSA certificate, and counts as 'RSA' (RFC 4279 §4).
 */
export type AuthenticationName = 'RSA' | 'ECDSA' | 'DSS' | 'PSK' | 'anon';

/** As spelt in suite names. */
export type BulkCipherName =
  | 'NULL'
  | 'RC4_128'
  | '3DES_EDE_CBC'
  | `${'AES' | 'CAMELLIA' | 'ARIA'}_${128 | 256}_${'CBC' | 'GCM'}`
  | `AES_${128 | 256}_${'CCM' | 'CCM_8'}`
  | 'CHACHA20_POLY1305';

/** Hash of the record MAC, which is always HMAC (RFC 5246 §6.2.3.1). */
export type MacName = 'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384';

export interface Tls12Suite {
  readonly code: number;
  /** 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'. */
  readonly name: string;
  readonly keyExchange: KeyExchangeName;
  readonly authentication: AuthenticationName;
  readonly cipher: BulkCipherName;
  readonly kind: 'null' | 'stream' | 'block' | 'aead';
  /** The port's name of the cipher: of an AEAD … */
  readonly aead: AeadName | undefined;
  /** … or of a stream or block cipher. Neither for NULL. */
  readonly plainCipher: CipherName | undefined;
  /** HMAC's hash; an AEAD needs none. */
  readonly mac: MacName | undefined;
  /** Hash of the PRF and the transcript. Never less than SHA-256 in TLS 1.2, RFC 5246 §5. */
  readonly prfHash: 'SHA-256' | 'SHA-384';
  readonly keyLength: number;
  readonly macKeyLength: number;
  /** AEAD: the part of the nonce that comes from the key block (GCM and CCM: 4 bytes; ChaCha20: all 12). */
  readonly fixedIvLength: number;
  /** What each record carries of the nonce or IV: 8 bytes for GCM and CCM, a block for CBC, nothing for the others. */
  readonly recordIvLength: number;
  /** Of a CBC cipher; 0 otherwise. */
  readonly blockLength: number;
  /** Of an AEAD; 0 otherwise. */
  readonly tagLength: number;
}

/** Every suite that runs in TLS 1.2, by code. */
export function tls12Suites(): ReadonlyMap<number, Tls12Suite> {
  known ??= new Map(
    [...allSuites()].flatMap(([code, name]) => {
      const suite = suiteFromName(code, name);
      return suite === undefined ? [] : [[code, suite] as const];
    }),
  );
  return known;
}

/** Undefined for TLS 1.3 suites, signalling values, and suites with a part that does not run here. */
export function tls12SuiteByCode(code: number): Tls12Suite | undefined {
  return tls12Suites().get(code);
}

let known: ReadonlyMap<number, Tls12Suite> | undefined;

function suiteFromName(code: number, name: string): Tls12Suite | undefined {
  const [, exchangePart = '', cipherPart = ''] = /^TLS_(.+)_WITH_(.+)$/.exec(name) ?? [];
  const exchange = exchanges[exchangePart];
  // CCM suites do not name their hash: SHA-256, RFC 6655 §3. Those of RFC 8442 do.
  const [, cipher = '', hash = ''] = /^(.+?)(?:_(MD5|SHA|SHA256|SHA384))?$/.exec(cipherPart) ?? [];
  const bulk = bulkCipher(cipher);
  // TLS_NULL_WITH_NULL_NULL is the state of every connection before its first keys, not a suite to agree on.
  if (exchange === undefined || bulk === undefined) return undefined;
  const mac = bulk.kind === 'aead' ? undefined : macs[hash];
  return {
    code,
    name,
    ...exchange,
    ...bulk,
    mac,
    prfHash: hash === 'SHA384' ? 'SHA-384' : 'SHA-256',
    macKeyLength: mac === undefined ? 0 : hashLength[mac],
  };
}

const exchanges: Readonly<
  Record<string, { readonly keyExchange: KeyExchangeName; readonly authentication: AuthenticationName }>
> = {
  RSA: { keyExchange: 'RSA', authentication: 'RSA' },
  DHE_RSA: { keyExchange: 'DHE', authentication: 'RSA' },
  DHE_DSS: { keyExchange: 'DHE', authentication: 'DSS' },
  ECDHE_RSA: { keyExchange: 'ECDHE', authentication: 'RSA' },
  ECDHE_ECDSA: { keyExchange: 'ECDHE', authentication: 'ECDSA' },
  DH_RSA: { keyExchange: 'DH', authentication: 'RSA' },
  DH_DSS: { keyExchange: 'DH', authentication: 'DSS' },
  ECDH_RSA: { keyExchange: 'ECDH', authentication: 'RSA' },
  ECDH_ECDSA: { keyExchange: 'ECDH', authentication: 'ECDSA' },
  DH_anon: { keyExchange: 'DH_anon', authentication: 'anon' },
  ECDH_anon: { keyExchange: 'ECDH_anon', authentication: 'anon' },
  PSK: { keyExchange: 'PSK', authentication: 'PSK' },
  DHE_PSK: { keyExchange: 'DHE_PSK', authentication: 'PSK' },
  // RFC 6655 §3 turns two names around.
  PSK_DHE: { keyExchange: 'DHE_PSK', authentication: 'PSK' },
  ECDHE_PSK: { keyExchange: 'ECDHE_PSK', authentication: 'PSK' },
  RSA_PSK: { keyExchange: 'RSA_PSK', authentication: 'RSA' },
};

const macs: Readonly<Record<string, MacName>> = {
  MD5: 'MD5',
  SHA: 'SHA-1',
  SHA256: 'SHA-256',
  SHA384: 'SHA-384',
};

type Bulk = Pick<
  Tls12Suite,
  | 'cipher'
  | 'kind'
  | 'aead'
  | 'plainCipher'
  | 'keyLength'
  | 'fixedIvLength'
  | 'recordIvLength'
  | 'blockLength'
  | 'tagLength'
>;

function bulkCipher(name: string): Bulk | undefined {
  if (name === 'NULL') return withLengths('NULL', 'null', {});
  if (name === 'CHACHA20_POLY1305')
    // RFC 7905 §2: the whole nonce comes from the key block and the record number.
    return withLengths(name, 'aead', { aead: 'ChaCha20-Poly1305', fixedIvLength: 12, tagLength: 16 });
  const cipher = name as BulkCipherName;
  const portName = name.replaceAll('_', '-').replace('CAMELLIA', 'Camellia') as AeadName & CipherName;
  if (portName in aeadKeyLength)
    // RFC 5288 §3, RFC 6655 §3, RFC 6367 §2.2, RFC 6209 §2.2: salt of 4 bytes, explicit nonce of 8.
    return withLengths(cipher, 'aead', {
      aead: portName,
      fixedIvLength: 4,
      recordIvLength: 8,
      tagLength: name.endsWith('_CCM_8') ? 8 : 16,
    });
  if (!(portName in cipherLengths)) return undefined;
  const { block } = cipherLengths[portName];
  return withLengths(cipher, block === 0 ? 'stream' : 'block', {
    plainCipher: portName,
    recordIvLength: block,
    blockLength: block,
  });
}

function withLengths(cipher: BulkCipherName, kind: Bulk['kind'], parts: Partial<Bulk>): Bulk {
  const { aead, plainCipher } = parts;
  const keyLength = aead ? aeadKeyLength[aead] : plainCipher ? cipherLengths[plainCipher].key : 0;
  return {
    cipher,
    kind,
    aead,
    plainCipher,
    keyLength,
    fixedIvLength: 0,
    recordIvLength: 0,
    blockLength: 0,
    tagLength: 0,
    ...parts,
  };
}
