import { describe, expect, it, test } from 'vitest';
import { registeredSuites } from '../../tls/registry/iana-suites.ts';
import { cipherSuites } from '../../tls/registry/suites.ts';
import { anatomyOf } from './anatomy.ts';
import { facetIds } from './facet-ids.ts';
import { filterSuites, toggled } from './filter.ts';
import { suiteRow, suiteRows } from './rows.ts';

describe('the registry', () => {
  it('has 354 suites and two signalling values, each once, with a reference', () => {
    const suites = registeredSuites();
    expect(suites).toHaveLength(356);
    expect(new Set(suites.map(({ code }) => code)).size).toBe(356);
    expect(suites.every(({ references }) => references.length > 0)).toBe(true);
    const by = (mark: string): number => suites.filter(({ recommended }) => recommended === mark).length;
    expect([by('yes'), by('no'), by('discouraged')]).toEqual([24, 306, 26]);
  });

  test.each([
    [0x1301, 'yes', true, 'RFC 9846'],
    [0x1305, 'no', true, 'RFC 9846, IESG 2018-08-16'],
    [0x0005, 'no', false, 'RFC 5246, RFC 6347'],
    [0x002c, 'discouraged', true, 'RFC 4785, RFC 9847'],
    [0xc02f, 'yes', true, 'RFC 5289'],
    [0x006e, 'no', true, 'NIST SP 800-232'],
    [0xc0a3, 'no', false, 'RFC 6655'],
  ] as const)('0x%s', (code, recommended, dtls, references) => {
    const suite = registeredSuites().find((candidate) => candidate.code === code);
    expect(suite).toMatchObject({ recommended, dtls });
    expect(suite?.references.map(({ title }) => title).join(', ')).toBe(references);
  });
});

describe('anatomy', () => {
  it('the parts of every name are the name, and every suite has a cipher', () => {
    for (const { code, name } of registeredSuites()) {
      const { parts, cipher, family } = anatomyOf(code, name);
      expect(parts.map(({ text }) => text).join('')).toBe(name);
      expect(cipher === undefined, name).toBe(family === 'signal');
    }
  });

  const cut = (name: string): string =>
    anatomyOf(registeredSuites().find((suite) => suite.name === name)?.code ?? 0, name)
      .parts.filter(({ kind }) => kind !== undefined)
      .map(({ text, kind }) => `${kind}=${text}`)
      .join(' ');

  test.each([
    [
      'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      'protocol=TLS exchange=ECDHE authentication=RSA cipher=AES_128 mode=GCM hash=SHA256',
    ],
    ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'protocol=TLS exchange=RSA cipher=3DES_EDE mode=CBC hash=SHA'],
    ['TLS_DH_anon_WITH_RC4_128_MD5', 'protocol=TLS exchange=DH authentication=anon cipher=RC4_128 hash=MD5'],
    ['TLS_CHACHA20_POLY1305_SHA256', 'protocol=TLS cipher=CHACHA20 mode=POLY1305 hash=SHA256'],
    [
      'TLS_PSK_DHE_WITH_AES_128_CCM_8',
      'protocol=TLS exchange=PSK authentication=DHE cipher=AES_128 mode=CCM_8',
    ],
    [
      'TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5',
      'protocol=TLS exchange=RSA export=EXPORT cipher=RC2 mode=CBC export=40 hash=MD5',
    ],
    ['TLS_FALLBACK_SCSV', 'protocol=TLS signal=FALLBACK_SCSV'],
  ])('%s', (name, parts) => {
    expect(cut(name)).toBe(parts);
  });

  // What the hash in the name does: coverage S6.
  test.each([
    [0xc02f, 'prf', 16],
    [0xc027, 'mac-and-prf', 32],
    [0xc013, 'mac', 20],
    [0x0004, 'mac', 16],
    [0x1301, 'hkdf', 16],
    [0xc0a2, 'prf', 8],
  ] as const)('0x%s', (code, hashRole, tagLength) => {
    expect(suiteRow(code)?.anatomy).toMatchObject({ hashRole, tagLength });
  });
});

describe('OpenSSL names', () => {
  it('are those that `openssl ciphers -stdname` of OpenSSL 3.0 prints, and no others', () => {
    const printed = new Map(
      openssl
        .trim()
        .split(/\n\s*/)
        .map((line) => line.split(' '))
        .map(([standard = '', own = '']) => [`TLS_${standard}`, own]),
    );
    const ours = new Map(
      suiteRows().flatMap(({ name, openssl: own, anatomy }) =>
        own === undefined || anatomy.family === 'tls13' || /RC4|3DES/.test(name) ? [] : [[name, own]],
      ),
    );
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(printed));
  });
});

describe('versions and status', () => {
  test.each([
    [0x1301, [0x0304, 0x0304], 'recommended', []],
    [0xc02f, [0x0303, 0x0303], 'recommended', []],
    [0xc013, [0x0301, 0x0303], 'legacy', ['lucky13', 'beast']],
    [0x009c, [0x0303, 0x0303], 'legacy', ['no-forward-secrecy', 'robot']],
    [0x000a, [0x0301, 0x0303], 'broken', ['sweet32', 'no-forward-secrecy', 'robot', 'lucky13', 'beast']],
    [0x0003, [0x0300, 0x0301], 'broken', ['export', 'freak', 'rc4', 'no-forward-secrecy', 'robot', 'md5']],
    [0x0009, [0x0301, 0x0302], 'broken', undefined],
    [0x0018, [0x0301, 0x0303], 'broken', ['anonymous', 'rc4', 'md5']],
    [0x009e, [0x0303, 0x0303], 'recommended', ['weak-group']],
    [0xc05c, [0x0303, 0x0303], 'special', []],
    [0x1305, [0x0304, 0x0304], 'special', ['short-tag']],
    [0xc0b4, [0x0304, 0x0304], 'broken', ['integrity-only']],
    [0x00ff, [0x0300, 0x0303], 'signal', []],
  ] as const)('0x%s', (code, versions, status, weaknesses) => {
    const row = suiteRow(code);
    expect(row).toMatchObject({ versions, status });
    if (weaknesses) expect(row?.weaknesses.map(({ id }) => id)).toEqual(weaknesses);
  });

  it('every suite of TLS 1.3 that the engine has runs, and what does not run has a reason', () => {
    for (const { code } of cipherSuites) expect(suiteRow(code)?.whyNot).toBeUndefined();
    const run = suiteRows().filter(({ whyNot }) => whyNot === undefined);
    expect(run).toHaveLength(287);
    // The last of RFC 5246's 37 must never be agreed on.
    expect(
      run.filter(({ registered }) => registered.references.some(({ rfc }) => rfc === 5246)),
    ).toHaveLength(36);
    expect(suiteRows().filter(({ whyNot }) => whyNot === 'not-here')).toEqual([]);
    expect(suiteRow(0x0000)?.whyNot).toBe('initial-state');
    expect(suiteRow(0x0003)?.whyNot).toBe('export');
    expect(suiteRow(0x0096)?.whyNot).toBe('national-cipher');
  });
});

describe('filters', () => {
  const all = suiteRows();
  const count = (...[filters, query = '']: [Parameters<typeof filterSuites>[1], string?]): number =>
    filterSuites(all, filters, query).rows.length;

  it('nothing chosen shows everything; 37 suites are RFC 5246’s and 5 RFC 8446’s', () => {
    expect(count({})).toBe(356);
    expect(count({ source: ['rfc5246'] })).toBe(37);
    expect(count({ source: ['rfc8446'] })).toBe(5);
    expect(count({ source: ['rfc5246', 'rfc8446'] })).toBe(42);
  });

  it('every count is what one gets by choosing it', () => {
    const filters = { cipher: ['AES', 'ARIA'], property: ['secrecy'], version: ['tls12'] } as const;
    const { facets } = filterSuites(all, filters, 'sha');
    expect(facets.map(({ id }) => id)).toEqual(facetIds);
    for (const { id, values } of facets)
      for (const { value, count: said } of values) {
        const others = id === 'property' ? filters.property.filter((chosen) => chosen !== value) : [];
        const chosen = { ...filters, [id]: [...others, value] };
        expect(count(chosen as Parameters<typeof filterSuites>[1], 'sha'), `${id} ${value}`).toBe(said);
      }
  });

  test.each([
    ['ecdhe rsa gcm', [0xc02f, 0xc030, 0xc060, 0xc061, 0xc08a, 0xc08b]],
    ['ECDHE-RSA-AES128-GCM-SHA256', [0xc02f]],
    ['c02f', [0xc02f]],
    ['0xC0,0x2F', [0xc02f]],
    ['0x1301', [0x1301]],
    ['ECDHE-RSA-DES-CBC3-SHA', [0xc012]],
    ['AECDH-RC4-SHA', [0xc016]],
    ['nothing of the kind', []],
  ])('finds %s', (query, codes) => {
    expect(
      filterSuites(all, {}, query)
        .rows.map(({ code }) => code)
        .toSorted((a, b) => a - b),
    ).toEqual(codes);
  });

  it('switches one value and keeps the order of the facet', () => {
    const one = toggled({ cipher: ['ARIA'] }, 'cipher', 'AES');
    expect(one).toEqual({ cipher: ['AES', 'ARIA'] });
    expect(toggled(toggled(one, 'cipher', 'AES'), 'cipher', 'ARIA')).toEqual({});
  });
});

/** `openssl ciphers -V -stdname 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'`, OpenSSL 3.0, without TLS 1.3. */
const openssl = `
  DHE_DSS_WITH_AES_128_CBC_SHA DHE-DSS-AES128-SHA
  DHE_DSS_WITH_AES_128_CBC_SHA256 DHE-DSS-AES128-SHA256
  DHE_DSS_WITH_AES_128_GCM_SHA256 DHE-DSS-AES128-GCM-SHA256
  DHE_DSS_WITH_AES_256_CBC_SHA DHE-DSS-AES256-SHA
  DHE_DSS_WITH_AES_256_CBC_SHA256 DHE-DSS-AES256-SHA256
  DHE_DSS_WITH_AES_256_GCM_SHA384 DHE-DSS-AES256-GCM-SHA384
  DHE_DSS_WITH_ARIA_128_GCM_SHA256 DHE-DSS-ARIA128-GCM-SHA256
  DHE_DSS_WITH_ARIA_256_GCM_SHA384 DHE-DSS-ARIA256-GCM-SHA384
  DHE_DSS_WITH_CAMELLIA_128_CBC_SHA DHE-DSS-CAMELLIA128-SHA
  DHE_DSS_WITH_CAMELLIA_128_CBC_SHA256 DHE-DSS-CAMELLIA128-SHA256
  DHE_DSS_WITH_CAMELLIA_256_CBC_SHA DHE-DSS-CAMELLIA256-SHA
  DHE_DSS_WITH_CAMELLIA_256_CBC_SHA256 DHE-DSS-CAMELLIA256-SHA256
  DHE_PSK_WITH_AES_128_CBC_SHA DHE-PSK-AES128-CBC-SHA
  DHE_PSK_WITH_AES_128_CBC_SHA256 DHE-PSK-AES128-CBC-SHA256
  DHE_PSK_WITH_AES_128_CCM DHE-PSK-AES128-CCM
  DHE_PSK_WITH_AES_128_GCM_SHA256 DHE-PSK-AES128-GCM-SHA256
  DHE_PSK_WITH_AES_256_CBC_SHA DHE-PSK-AES256-CBC-SHA
  DHE_PSK_WITH_AES_256_CBC_SHA384 DHE-PSK-AES256-CBC-SHA384
  DHE_PSK_WITH_AES_256_CCM DHE-PSK-AES256-CCM
  DHE_PSK_WITH_AES_256_GCM_SHA384 DHE-PSK-AES256-GCM-SHA384
  DHE_PSK_WITH_ARIA_128_GCM_SHA256 DHE-PSK-ARIA128-GCM-SHA256
  DHE_PSK_WITH_ARIA_256_GCM_SHA384 DHE-PSK-ARIA256-GCM-SHA384
  DHE_PSK_WITH_CAMELLIA_128_CBC_SHA256 DHE-PSK-CAMELLIA128-SHA256
  DHE_PSK_WITH_CAMELLIA_256_CBC_SHA384 DHE-PSK-CAMELLIA256-SHA384
  DHE_PSK_WITH_CHACHA20_POLY1305_SHA256 DHE-PSK-CHACHA20-POLY1305
  DHE_PSK_WITH_NULL_SHA DHE-PSK-NULL-SHA
  DHE_PSK_WITH_NULL_SHA256 DHE-PSK-NULL-SHA256
  DHE_PSK_WITH_NULL_SHA384 DHE-PSK-NULL-SHA384
  DHE_RSA_WITH_AES_128_CBC_SHA DHE-RSA-AES128-SHA
  DHE_RSA_WITH_AES_128_CBC_SHA256 DHE-RSA-AES128-SHA256
  DHE_RSA_WITH_AES_128_CCM DHE-RSA-AES128-CCM
  DHE_RSA_WITH_AES_128_CCM_8 DHE-RSA-AES128-CCM8
  DHE_RSA_WITH_AES_128_GCM_SHA256 DHE-RSA-AES128-GCM-SHA256
  DHE_RSA_WITH_AES_256_CBC_SHA DHE-RSA-AES256-SHA
  DHE_RSA_WITH_AES_256_CBC_SHA256 DHE-RSA-AES256-SHA256
  DHE_RSA_WITH_AES_256_CCM DHE-RSA-AES256-CCM
  DHE_RSA_WITH_AES_256_CCM_8 DHE-RSA-AES256-CCM8
  DHE_RSA_WITH_AES_256_GCM_SHA384 DHE-RSA-AES256-GCM-SHA384
  DHE_RSA_WITH_ARIA_128_GCM_SHA256 DHE-RSA-ARIA128-GCM-SHA256
  DHE_RSA_WITH_ARIA_256_GCM_SHA384 DHE-RSA-ARIA256-GCM-SHA384
  DHE_RSA_WITH_CAMELLIA_128_CBC_SHA DHE-RSA-CAMELLIA128-SHA
  DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256 DHE-RSA-CAMELLIA128-SHA256
  DHE_RSA_WITH_CAMELLIA_256_CBC_SHA DHE-RSA-CAMELLIA256-SHA
  DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256 DHE-RSA-CAMELLIA256-SHA256
  DHE_RSA_WITH_CHACHA20_POLY1305_SHA256 DHE-RSA-CHACHA20-POLY1305
  DH_anon_WITH_AES_128_CBC_SHA ADH-AES128-SHA
  DH_anon_WITH_AES_128_CBC_SHA256 ADH-AES128-SHA256
  DH_anon_WITH_AES_128_GCM_SHA256 ADH-AES128-GCM-SHA256
  DH_anon_WITH_AES_256_CBC_SHA ADH-AES256-SHA
  DH_anon_WITH_AES_256_CBC_SHA256 ADH-AES256-SHA256
  DH_anon_WITH_AES_256_GCM_SHA384 ADH-AES256-GCM-SHA384
  DH_anon_WITH_CAMELLIA_128_CBC_SHA ADH-CAMELLIA128-SHA
  DH_anon_WITH_CAMELLIA_128_CBC_SHA256 ADH-CAMELLIA128-SHA256
  DH_anon_WITH_CAMELLIA_256_CBC_SHA ADH-CAMELLIA256-SHA
  DH_anon_WITH_CAMELLIA_256_CBC_SHA256 ADH-CAMELLIA256-SHA256
  ECDHE_ECDSA_WITH_AES_128_CBC_SHA ECDHE-ECDSA-AES128-SHA
  ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 ECDHE-ECDSA-AES128-SHA256
  ECDHE_ECDSA_WITH_AES_128_CCM ECDHE-ECDSA-AES128-CCM
  ECDHE_ECDSA_WITH_AES_128_CCM_8 ECDHE-ECDSA-AES128-CCM8
  ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 ECDHE-ECDSA-AES128-GCM-SHA256
  ECDHE_ECDSA_WITH_AES_256_CBC_SHA ECDHE-ECDSA-AES256-SHA
  ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 ECDHE-ECDSA-AES256-SHA384
  ECDHE_ECDSA_WITH_AES_256_CCM ECDHE-ECDSA-AES256-CCM
  ECDHE_ECDSA_WITH_AES_256_CCM_8 ECDHE-ECDSA-AES256-CCM8
  ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 ECDHE-ECDSA-AES256-GCM-SHA384
  ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256 ECDHE-ECDSA-ARIA128-GCM-SHA256
  ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384 ECDHE-ECDSA-ARIA256-GCM-SHA384
  ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256 ECDHE-ECDSA-CAMELLIA128-SHA256
  ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384 ECDHE-ECDSA-CAMELLIA256-SHA384
  ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 ECDHE-ECDSA-CHACHA20-POLY1305
  ECDHE_ECDSA_WITH_NULL_SHA ECDHE-ECDSA-NULL-SHA
  ECDHE_PSK_WITH_AES_128_CBC_SHA ECDHE-PSK-AES128-CBC-SHA
  ECDHE_PSK_WITH_AES_128_CBC_SHA256 ECDHE-PSK-AES128-CBC-SHA256
  ECDHE_PSK_WITH_AES_256_CBC_SHA ECDHE-PSK-AES256-CBC-SHA
  ECDHE_PSK_WITH_AES_256_CBC_SHA384 ECDHE-PSK-AES256-CBC-SHA384
  ECDHE_PSK_WITH_CAMELLIA_128_CBC_SHA256 ECDHE-PSK-CAMELLIA128-SHA256
  ECDHE_PSK_WITH_CAMELLIA_256_CBC_SHA384 ECDHE-PSK-CAMELLIA256-SHA384
  ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256 ECDHE-PSK-CHACHA20-POLY1305
  ECDHE_PSK_WITH_NULL_SHA ECDHE-PSK-NULL-SHA
  ECDHE_PSK_WITH_NULL_SHA256 ECDHE-PSK-NULL-SHA256
  ECDHE_PSK_WITH_NULL_SHA384 ECDHE-PSK-NULL-SHA384
  ECDHE_RSA_WITH_AES_128_CBC_SHA ECDHE-RSA-AES128-SHA
  ECDHE_RSA_WITH_AES_128_CBC_SHA256 ECDHE-RSA-AES128-SHA256
  ECDHE_RSA_WITH_AES_128_GCM_SHA256 ECDHE-RSA-AES128-GCM-SHA256
  ECDHE_RSA_WITH_AES_256_CBC_SHA ECDHE-RSA-AES256-SHA
  ECDHE_RSA_WITH_AES_256_CBC_SHA384 ECDHE-RSA-AES256-SHA384
  ECDHE_RSA_WITH_AES_256_GCM_SHA384 ECDHE-RSA-AES256-GCM-SHA384
  ECDHE_RSA_WITH_ARIA_128_GCM_SHA256 ECDHE-ARIA128-GCM-SHA256
  ECDHE_RSA_WITH_ARIA_256_GCM_SHA384 ECDHE-ARIA256-GCM-SHA384
  ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256 ECDHE-RSA-CAMELLIA128-SHA256
  ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384 ECDHE-RSA-CAMELLIA256-SHA384
  ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 ECDHE-RSA-CHACHA20-POLY1305
  ECDHE_RSA_WITH_NULL_SHA ECDHE-RSA-NULL-SHA
  ECDH_anon_WITH_AES_128_CBC_SHA AECDH-AES128-SHA
  ECDH_anon_WITH_AES_256_CBC_SHA AECDH-AES256-SHA
  ECDH_anon_WITH_NULL_SHA AECDH-NULL-SHA
  PSK_DHE_WITH_AES_128_CCM_8 DHE-PSK-AES128-CCM8
  PSK_DHE_WITH_AES_256_CCM_8 DHE-PSK-AES256-CCM8
  PSK_WITH_AES_128_CBC_SHA PSK-AES128-CBC-SHA
  PSK_WITH_AES_128_CBC_SHA256 PSK-AES128-CBC-SHA256
  PSK_WITH_AES_128_CCM PSK-AES128-CCM
  PSK_WITH_AES_128_CCM_8 PSK-AES128-CCM8
  PSK_WITH_AES_128_GCM_SHA256 PSK-AES128-GCM-SHA256
  PSK_WITH_AES_256_CBC_SHA PSK-AES256-CBC-SHA
  PSK_WITH_AES_256_CBC_SHA384 PSK-AES256-CBC-SHA384
  PSK_WITH_AES_256_CCM PSK-AES256-CCM
  PSK_WITH_AES_256_CCM_8 PSK-AES256-CCM8
  PSK_WITH_AES_256_GCM_SHA384 PSK-AES256-GCM-SHA384
  PSK_WITH_ARIA_128_GCM_SHA256 PSK-ARIA128-GCM-SHA256
  PSK_WITH_ARIA_256_GCM_SHA384 PSK-ARIA256-GCM-SHA384
  PSK_WITH_CAMELLIA_128_CBC_SHA256 PSK-CAMELLIA128-SHA256
  PSK_WITH_CAMELLIA_256_CBC_SHA384 PSK-CAMELLIA256-SHA384
  PSK_WITH_CHACHA20_POLY1305_SHA256 PSK-CHACHA20-POLY1305
  PSK_WITH_NULL_SHA PSK-NULL-SHA
  PSK_WITH_NULL_SHA256 PSK-NULL-SHA256
  PSK_WITH_NULL_SHA384 PSK-NULL-SHA384
  RSA_PSK_WITH_AES_128_CBC_SHA RSA-PSK-AES128-CBC-SHA
  RSA_PSK_WITH_AES_128_CBC_SHA256 RSA-PSK-AES128-CBC-SHA256
  RSA_PSK_WITH_AES_128_GCM_SHA256 RSA-PSK-AES128-GCM-SHA256
  RSA_PSK_WITH_AES_256_CBC_SHA RSA-PSK-AES256-CBC-SHA
  RSA_PSK_WITH_AES_256_CBC_SHA384 RSA-PSK-AES256-CBC-SHA384
  RSA_PSK_WITH_AES_256_GCM_SHA384 RSA-PSK-AES256-GCM-SHA384
  RSA_PSK_WITH_ARIA_128_GCM_SHA256 RSA-PSK-ARIA128-GCM-SHA256
  RSA_PSK_WITH_ARIA_256_GCM_SHA384 RSA-PSK-ARIA256-GCM-SHA384
  RSA_PSK_WITH_CAMELLIA_128_CBC_SHA256 RSA-PSK-CAMELLIA128-SHA256
  RSA_PSK_WITH_CAMELLIA_256_CBC_SHA384 RSA-PSK-CAMELLIA256-SHA384
  RSA_PSK_WITH_CHACHA20_POLY1305_SHA256 RSA-PSK-CHACHA20-POLY1305
  RSA_PSK_WITH_NULL_SHA RSA-PSK-NULL-SHA
  RSA_PSK_WITH_NULL_SHA256 RSA-PSK-NULL-SHA256
  RSA_PSK_WITH_NULL_SHA384 RSA-PSK-NULL-SHA384
  RSA_WITH_AES_128_CBC_SHA AES128-SHA
  RSA_WITH_AES_128_CBC_SHA256 AES128-SHA256
  RSA_WITH_AES_128_CCM AES128-CCM
  RSA_WITH_AES_128_CCM_8 AES128-CCM8
  RSA_WITH_AES_128_GCM_SHA256 AES128-GCM-SHA256
  RSA_WITH_AES_256_CBC_SHA AES256-SHA
  RSA_WITH_AES_256_CBC_SHA256 AES256-SHA256
  RSA_WITH_AES_256_CCM AES256-CCM
  RSA_WITH_AES_256_CCM_8 AES256-CCM8
  RSA_WITH_AES_256_GCM_SHA384 AES256-GCM-SHA384
  RSA_WITH_ARIA_128_GCM_SHA256 ARIA128-GCM-SHA256
  RSA_WITH_ARIA_256_GCM_SHA384 ARIA256-GCM-SHA384
  RSA_WITH_CAMELLIA_128_CBC_SHA CAMELLIA128-SHA
  RSA_WITH_CAMELLIA_128_CBC_SHA256 CAMELLIA128-SHA256
  RSA_WITH_CAMELLIA_256_CBC_SHA CAMELLIA256-SHA
  RSA_WITH_CAMELLIA_256_CBC_SHA256 CAMELLIA256-SHA256
  RSA_WITH_NULL_MD5 NULL-MD5
  RSA_WITH_NULL_SHA NULL-SHA
  RSA_WITH_NULL_SHA256 NULL-SHA256
  SRP_SHA_DSS_WITH_AES_128_CBC_SHA SRP-DSS-AES-128-CBC-SHA
  SRP_SHA_DSS_WITH_AES_256_CBC_SHA SRP-DSS-AES-256-CBC-SHA
  SRP_SHA_RSA_WITH_AES_128_CBC_SHA SRP-RSA-AES-128-CBC-SHA
  SRP_SHA_RSA_WITH_AES_256_CBC_SHA SRP-RSA-AES-256-CBC-SHA
  SRP_SHA_WITH_AES_128_CBC_SHA SRP-AES-128-CBC-SHA
  SRP_SHA_WITH_AES_256_CBC_SHA SRP-AES-256-CBC-SHA
`;
