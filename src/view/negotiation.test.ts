import { describe, expect, it, test } from 'vitest';
import { pickableSuites, pickSuite } from './configure-suites.ts';
import { toggledVersion, versionRows } from './configure-versions.ts';
import { classicSteps, keyDerivation } from './key-derivation.ts';
import { hasNegotiation, negotiationsOf } from './negotiation.ts';
import { runPresets } from './testing/runs.ts';
import { valueNames } from '../lesson/en/value-names.ts';

const wanted = [
  'tls12',
  'tls12-rsa-key-exchange',
  'tls13',
  'hello-retry-request',
  'no-common-suite',
  'legacy-client',
  'legacy-server',
] as const;
const trace = await runPresets(wanted);

describe('the choice, worked out', () => {
  const told = (id: (typeof wanted)[number], step: string): readonly string[] =>
    negotiationsOf(
      trace(id),
      trace(id).steps.find((candidate) => candidate.id === step)!,
    ).map(
      ({ thing, rule, chosen, offered, accepted, common }) =>
        `${thing}: ${chosen ?? '-'} by ${rule}, ${offered}/${accepted}/${common}`,
    );

  test.each([
    [
      'tls12',
      'server_hello',
      [
        'version: TLS 1.2 by only-one, 2/1/1',
        'suite: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 by first-of-server, 9/6/3',
        'group: x25519 by first-of-server, 4/4/3',
      ],
    ],
    [
      'tls12-rsa-key-exchange',
      'server_hello',
      [
        'version: TLS 1.2 by only-one, 4/1/1',
        'suite: TLS_RSA_WITH_AES_128_CBC_SHA256 by first-of-server, 3/3/3',
      ],
    ],
    [
      'hello-retry-request',
      'hello_retry_request',
      [
        'version: TLS 1.3 by only-one, 1/1/1',
        'suite: TLS_AES_128_GCM_SHA256 by first-of-server, 3/3/3',
        'group: secp256r1 by only-one, 4/1/1',
      ],
    ],
    ['no-common-suite', 'client_hello', ['version: TLS 1.3 by only-one, 1/1/1', 'suite: - by none, 1/1/0']],
    ['legacy-client', 'client_hello', ['version: - by none, 2/2/0']],
  ] as const)('%s at %s', (id, step, lines) => {
    expect(told(id, step)).toEqual(lines);
  });

  it('says why an entry could not be had', () => {
    const [, suite] = negotiationsOf(trace('tls12'), trace('tls12').steps[1]!);
    const verdicts = Object.fromEntries(suite!.candidates.map(({ name, verdict }) => [name, verdict]));
    expect(verdicts).toMatchObject({
      TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: 'chosen',
      TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: 'possible',
      TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: 'other-key',
      TLS_AES_128_GCM_SHA256: 'not-accepted',
    });
  });

  it('a server that answers with a version nobody offered', () => {
    const hello = trace('legacy-server').steps[1]!;
    expect(negotiationsOf(trace('legacy-server'), hello)[0]).toMatchObject({
      rule: 'unoffered',
      chosen: 'TLS 1.0',
      common: 0,
    });
  });

  it('is offered where something was chosen, and nowhere else', () => {
    const steps = trace('tls13').steps.filter((step) => hasNegotiation(trace('tls13'), step));
    expect(steps.map(({ id }) => id)).toEqual(['server_hello']);
  });
});

describe('the key derivation of TLS 1.2', () => {
  it('ECDHE with an AEAD: agreed, and a key block of four parts', () => {
    const last = trace('tls12').steps.at(-1)!;
    const { stages, parts, finished } = keyDerivation(trace('tls12'), last, valueNames)!;
    expect(stages.map(({ id, how, prfLabel, value }) => [id, how, prfLabel, value.bytes])).toEqual([
      ['premaster', 'agreed', undefined, 32],
      ['main', 'prf', 'extended master secret', 48],
      ['block', 'prf', 'key expansion', 40],
    ]);
    expect(parts.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['client_write_key', 16],
      ['server_write_key', 16],
      ['client_write_IV', 4],
      ['server_write_IV', 4],
    ]);
    // Cut, not computed: the parts in their order are the block.
    expect(parts.map(({ hex }) => hex).join('')).toBe(stages[2]!.value.hex);
    expect(finished.map(({ bytes }) => bytes)).toEqual([12, 12]);
  });

  it('RSA: invented by the browser; MAC keys come first; nothing is there before its step', () => {
    const rsa = trace('tls12-rsa-key-exchange');
    const { stages, parts } = keyDerivation(rsa, rsa.steps[0]!, valueNames)!;
    expect(stages[0]).toMatchObject({ how: 'invented', value: { bytes: 48, later: true } });
    expect(parts.map(({ name }) => name)).toEqual([
      'client_write_MAC_key',
      'server_write_MAC_key',
      'client_write_key',
      'server_write_key',
    ]);
    expect(parts.every(({ later }) => later)).toBe(true);
  });

  it('RSA key exchange in five steps, and no other key exchange', () => {
    const rsa = trace('tls12-rsa-key-exchange');
    expect(classicSteps(rsa)?.map(({ id, step }) => [id, rsa.steps[step]?.id])).toEqual([
      ['hello', 'server_hello'],
      ['certificate', 'certificate'],
      ['encrypt', 'client_key_exchange'],
      ['decrypt', 'decrypt_premaster_secret'],
      ['symmetric', 'client_finished'],
    ]);
    expect(classicSteps(trace('tls12'))).toBeUndefined();
  });

  it('TLS 1.3 has none', () => {
    expect(keyDerivation(trace('tls13'), trace('tls13').steps.at(-1)!, valueNames)).toBeUndefined();
  });
});

describe('lists of the Configure sheet', () => {
  test.each([
    ['TLS_RSA_WITH_AES_128_CBC_SHA', 0x002f],
    ['ecdhe_rsa_with_aes_128_gcm_sha256', 0xc02f],
    ['c02f', 0xc02f],
    ['0xC0,0x2F', 0xc02f],
    ['0x1304', 0x1304],
    ['0x0003', undefined],
    ['TLS_KRB5_WITH_DES_CBC_SHA', undefined],
    ['AES', undefined],
  ])('%s', (text, code) => {
    expect(pickSuite(text)).toBe(code);
  });

  it('offers every suite that runs', () => {
    expect(pickableSuites()).toHaveLength(287);
  });

  it('versions stay in order, and one stays', () => {
    expect(toggledVersion([0x0304], 0x0303)).toEqual([0x0304, 0x0303]);
    expect(toggledVersion([0x0303], 0x0304)).toEqual([0x0304, 0x0303]);
    expect(toggledVersion([0x0303], 0x0303)).toEqual([0x0303]);
    expect(versionRows([0x0303], 0x0303).map(({ on, agreed }) => [on, agreed])).toEqual([
      [false, false],
      [true, true],
      [false, false],
      [false, false],
      [false, false],
    ]);
  });
});
