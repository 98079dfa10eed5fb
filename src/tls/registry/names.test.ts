import { expect, it } from 'vitest';
import { extensionCodes, extensionName, extensionSpec, extensionTypeName } from './extensions.ts';
import { namedGroups } from './groups.ts';
import { groupName, isGrease, schemeName, versionName } from './names.ts';
import { allSuites, suiteName } from './suite-names.ts';
import { signatureSchemes } from './schemes.ts';
import { cipherSuites } from './suites.ts';

it.each([
  [0x0000, 'TLS_NULL_WITH_NULL_NULL'],
  [0x001e, 'TLS_KRB5_WITH_DES_CBC_SHA'],
  [0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA'],
  [0x00ff, 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV'],
  [0x1301, 'TLS_AES_128_GCM_SHA256'],
  [0x1307, 'TLS_AEGIS_128L_SHA256'],
  [0x5600, 'TLS_FALLBACK_SCSV'],
  [0xc013, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'],
  [0xc02b, 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
  [0xcca8, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'],
  [0xd005, 'TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256'],
  [0x3a3a, 'GREASE'],
  [0x001c, undefined],
  [0xffff, undefined],
])('suite 0x%s', (code, name) => {
  expect(suiteName(code)).toBe(name);
});

it('has the whole suite registry, each name once', () => {
  const names = [...allSuites().values()];
  expect(names.length).toBe(356);
  expect(new Set(names).size).toBe(356);
  expect(names.every((name) => /^TLS_[A-Za-z0-9_]+$/.test(name))).toBe(true);
});

it.each([
  ['suites', cipherSuites, suiteName],
  ['groups', namedGroups, groupName],
  ['signature schemes', signatureSchemes, schemeName],
] as const)('agrees with the %s that this engine runs', (_, known, nameOf) => {
  expect(known.map(({ code }) => nameOf(code))).toEqual(known.map(({ name }) => name));
});

it.each([
  [groupName, 0x0100, 'ffdhe2048'],
  [groupName, 0x0202, 'MLKEM1024'],
  [groupName, 0x11ed, 'SecP384r1MLKEM1024'],
  [groupName, 0x6399, 'X25519Kyber768Draft00'],
  [groupName, 0xff02, 'arbitrary_explicit_char2_curves'],
  [groupName, 0xbaba, 'GREASE'],
  [groupName, 0x1000, undefined],
  [schemeName, 0x0201, 'rsa_pkcs1_sha1'],
  [schemeName, 0x0202, 'dsa_sha1'],
  [schemeName, 0x0302, undefined],
  [schemeName, 0x0906, 'mldsa87'],
  [versionName, 0x0304, 'TLS 1.3'],
  [versionName, 0x0300, 'SSL 3.0'],
  [versionName, 0x8a8a, 'GREASE'],
  [versionName, 0x7f1c, undefined],
  [extensionTypeName, 0x0033, 'key_share'],
  [extensionTypeName, 0xfe0d, 'encrypted_client_hello'],
  [extensionTypeName, 0xdada, 'GREASE'],
  [extensionTypeName, 0x0028, undefined],
] as const)('%o of 0x%s', (nameOf, code, name) => {
  expect(nameOf(code)).toBe(name);
});

it('GREASE is sixteen values, RFC 8701', () => {
  const values = Array.from({ length: 0x1_0000 }, (_, code) => code).filter(isGrease);
  expect(values.length).toBe(16);
  expect(values.slice(0, 2).concat(values.slice(-1))).toEqual([0x0a0a, 0x1a1a, 0xfafa]);
});

it('extension codes are unique, and GREASE has a paragraph', () => {
  const codes = Object.values(extensionCodes);
  expect(new Set(codes).size).toBe(codes.length);
  expect(extensionName(0x0a0a)).toBeUndefined();
  expect(extensionSpec(0x0a0a)).toEqual({ rfc: 8701, section: '2' });
  expect(extensionSpec(extensionCodes.key_share)).toEqual({ rfc: 9846, section: '4.3.8' });
  expect(extensionSpec(0xabcd)).toBeUndefined();
});
