import { describe, expect, it } from 'vitest';
import { hasOpenssl, openssl } from '../../x509/testing/openssl.ts';
import { allSuites } from './suite-names.ts';
import { type Tls12Suite, tls12SuiteByCode, tls12Suites } from './suite-parts.ts';
import { cipherSuites } from './suites.ts';

it('of 354 registered suites 287 run: 282 in TLS 1.2, 5 in TLS 1.3', () => {
  expect(tls12Suites().size).toBe(282);
  expect(cipherSuites).toHaveLength(5);
  for (const { code } of cipherSuites) expect(tls12SuiteByCode(code)).toBeUndefined();
});

it('all 37 of RFC 5246 §A.5 but the initial state, which is none to agree on', () => {
  const codes = `0000 0001 0002 003b 0004 0005 000a 002f 0035 003c 003d
    000d 0010 0013 0016 0030 0031 0032 0033 0036 0037 0038
    0039 003e 003f 0040 0067 0068 0069 006a 006b 0018 001b
    0034 003a 006c 006d`
    .split(/\s+/)
    .map((code) => Number.parseInt(code, 16));
  expect(codes).toHaveLength(37);
  expect(codes.filter((code) => tls12SuiteByCode(code) === undefined)).toEqual([0x0000]);
});

it('what does not run has a part that does not', () => {
  const left = [...allSuites()]
    .filter(([code]) => tls12SuiteByCode(code) === undefined)
    .map(([, name]) => name);
  const reasons =
    /NULL_WITH_NULL|SCSV|EXPORT|KRB5|_SRP_|ECCPWD|GOST|SEED|IDEA|WITH_DES_|SM4|ASCON|AEGIS|^TLS_SHA(256|384)_|^TLS_(AES|CHACHA20)_/;
  expect(left.filter((name) => !reasons.test(name))).toEqual([]);
  expect(left).toHaveLength(356 - 282);
});

const cases: readonly (readonly [string, Partial<Tls12Suite>])[] = [
  ['TLS_RSA_WITH_NULL_MD5', { keyExchange: 'RSA', kind: 'null', mac: 'MD5', keyLength: 0, macKeyLength: 16 }],
  ['TLS_RSA_WITH_RC4_128_SHA', { kind: 'stream', plainCipher: 'RC4-128', mac: 'SHA-1', keyLength: 16 }],
  [
    'TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA',
    {
      keyExchange: 'DHE',
      authentication: 'DSS',
      kind: 'block',
      keyLength: 24,
      macKeyLength: 20,
      recordIvLength: 8,
      blockLength: 8,
      prfHash: 'SHA-256',
    },
  ],
  [
    'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
    {
      keyExchange: 'ECDHE',
      authentication: 'RSA',
      kind: 'aead',
      aead: 'AES-256-GCM',
      mac: undefined,
      prfHash: 'SHA-384',
      fixedIvLength: 4,
      recordIvLength: 8,
      tagLength: 16,
    },
  ],
  [
    'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
    { aead: 'ChaCha20-Poly1305', fixedIvLength: 12, recordIvLength: 0, keyLength: 32 },
  ],
  [
    'TLS_PSK_DHE_WITH_AES_256_CCM_8',
    { keyExchange: 'DHE_PSK', aead: 'AES-256-CCM-8', tagLength: 8, prfHash: 'SHA-256' },
  ],
  [
    'TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256',
    { keyExchange: 'ECDHE_PSK', aead: 'AES-128-CCM-8', tagLength: 8 },
  ],
  [
    'TLS_RSA_PSK_WITH_NULL_SHA384',
    { keyExchange: 'RSA_PSK', authentication: 'RSA', mac: 'SHA-384', prfHash: 'SHA-384' },
  ],
  [
    'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA256',
    { keyExchange: 'DH_anon', authentication: 'anon', plainCipher: 'Camellia-256-CBC' },
  ],
  [
    'TLS_ECDH_RSA_WITH_ARIA_128_GCM_SHA256',
    { keyExchange: 'ECDH', authentication: 'RSA', aead: 'ARIA-128-GCM' },
  ],
];

describe('parts out of the name', () => {
  const byName = new Map([...tls12Suites().values()].map((suite) => [suite.name, suite]));

  it.each(cases)('%s', (name, parts) => {
    expect(byName.get(name)).toMatchObject(parts);
  });

  it.each([...byName.values()].map((suite) => [suite.name, suite] as const))(
    '%s holds together',
    (_, suite) => {
      const { kind, aead, plainCipher, mac, macKeyLength, tagLength, blockLength, recordIvLength } = suite;
      expect([aead !== undefined, plainCipher !== undefined, mac === undefined]).toEqual(
        {
          null: [false, false, false],
          stream: [false, true, false],
          block: [false, true, false],
          aead: [true, false, true],
        }[kind],
      );
      expect(macKeyLength > 0).toBe(mac !== undefined);
      expect(tagLength > 0).toBe(kind === 'aead');
      expect(blockLength > 0).toBe(kind === 'block');
      if (kind === 'block') expect(recordIvLength).toBe(blockLength);
      if (kind === 'aead') expect(suite.fixedIvLength + recordIvLength).toBe(12);
    },
  );
});

it.skipIf(!hasOpenssl)('are what `openssl ciphers -V` says of the suites it has', () => {
  const lines = openssl(['ciphers', '-V', 'ALL:COMPLEMENTOFALL@SECLEVEL=0']).toString().trim().split('\n');
  let compared = 0;
  for (const line of lines) {
    const [, high = '', low = '', kx, au, enc, mac] =
      /0x(..),0x(..) - .*Kx=(\S+)\s+Au=(\S+)\s+Enc=(\S+)\s+Mac=(\S+)/.exec(line) ?? [];
    const suite = tls12SuiteByCode(Number.parseInt(high + low, 16));
    if (suite === undefined) {
      expect(line).toMatch(/SRP|TLSv1\.3/);
      continue;
    }
    expect(
      {
        kx: exchangeOf(suite),
        au: authenticationOf(suite),
        enc: cipherOf(suite),
        mac: suite.mac?.replace('-', '') ?? 'AEAD',
      },
      line,
    ).toEqual({ kx, au, enc, mac });
    compared++;
  }
  expect(compared).toBeGreaterThan(140);
});

/** As openssl writes it: anonymous exchanges are ephemeral ones without authentication. */
function exchangeOf({ keyExchange }: Tls12Suite): string {
  return keyExchange
    .replace('DHE', 'DH')
    .replace('_anon', '')
    .replace('ECDHE', 'ECDH')
    .replace('_', '')
    .replace(/^(EC)?DHPSK$/, '$1DHEPSK');
}

function authenticationOf({ authentication }: Tls12Suite): string {
  return authentication === 'anon' ? 'None' : authentication;
}

function cipherOf({ cipher, keyLength }: Tls12Suite): string {
  if (cipher === 'NULL') return 'None';
  if (cipher === 'CHACHA20_POLY1305') return 'CHACHA20/POLY1305(256)';
  if (cipher === 'RC4_128') return 'RC4(128)';
  if (cipher === '3DES_EDE_CBC') return '3DES(168)';
  const [name = '', , mode = '', eight = ''] = cipher.split('_');
  const spelt = name === 'CAMELLIA' ? 'Camellia' : name;
  return `${spelt}${mode === 'CBC' ? '' : mode}${eight}(${8 * keyLength})`;
}
