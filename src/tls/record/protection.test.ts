import { beforeEach, describe, expect, it } from 'vitest';
import { concat, toHex, utf8 } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { createDeterministicProvider } from '../../crypto/provider/deterministic.ts';
import { type Operation, Recorder, type Value } from '../../crypto/recorder.ts';
import { cipherSuites, suiteByCode } from '../registry/suites.ts';
import { type RecordProtection, openRecord, protectionFor, recordLimit, sealRecord } from './protection.ts';

const provider = createDeterministicProvider(7);
let operations: Operation[] = [];
const rec = new Recorder({ provider, now: () => 0, onOperation: (operation) => operations.push(operation) });

beforeEach(() => {
  operations = [];
});

describe.each(cipherSuites)('$name', (suite) => {
  it.each([
    ['a handshake message', 22, utf8('a message'), 0],
    ['padding', 22, utf8('a message'), 100],
    ['content that ends in zeros', 23, Uint8Array.of(1, 0, 0), 3],
    ['empty application data', 23, new Uint8Array(), 0],
    ['empty application data with padding', 23, new Uint8Array(), 16],
    ['a full record', 23, new Uint8Array(2 ** 14).fill(7), 0],
  ])('opens what it sealed: %s', async (_, contentType, content, padding) => {
    const keys = keysOf(suite.code);
    const sealed = await sealRecord(rec, keys, contentType, content, padding);
    expect(toHex(sealed.bytes.slice(0, 3))).toBe('170303');
    expect(sealed.bytes.length).toBe(5 + content.length + 1 + padding + (suite.aead.endsWith('-8') ? 8 : 16));
    const opened = await openRecord(rec, keys, sealed.bytes);
    expect(opened).toMatchObject({
      contentType,
      content,
      padding,
      level: 'application',
      keyUpdateDue: false,
    });
    expect(sealed.next.sequence).toBe(1);
    expect(opened).toMatchObject({ next: { sequence: 1 } });
  });

  it('finds every changed byte of header, ciphertext and tag', async () => {
    const keys = keysOf(suite.code);
    const { bytes } = await sealRecord(rec, keys, 22, utf8('x'));
    for (const at of bytes.keys()) {
      const changed = bytes.map((byte, i) => (i === at ? byte ^ 0x01 : byte));
      expect(await openRecord(rec, keys, changed), `byte ${at}`).toMatchObject({ code: 'bad-record-mac' });
    }
  });
});

it('makes each nonce of the IV and the sequence number, RFC 9846 §5.3', async () => {
  let keys: RecordProtection = {
    ...keysOf(0x1301),
    iv: secret('server_handshake_iv', new Uint8Array(12).fill(0xff)),
    sequence: 2 ** 32 + 5,
  };
  for (let i = 0; i < 2; i++) keys = (await sealRecord(rec, keys, 23, utf8('data'))).next;
  const nonces = operations
    .filter(({ name }) => name === 'xor')
    .map(({ outputs: [nonce] }) => toHex(nonce!.bytes));
  expect(nonces).toEqual(['fffffffffffffffefffffffa', 'fffffffffffffffefffffff9']);
});

it('opens nothing out of order', async () => {
  const keys = keysOf(0x1303);
  const first = await sealRecord(rec, keys, 23, utf8('first'));
  const second = await sealRecord(rec, first.next, 23, utf8('second'));
  expect(await openRecord(rec, keys, second.bytes)).toMatchObject({
    code: 'bad-record-mac',
    alert: 'bad_record_mac',
  });
});

/** A peer that protects well but says the wrong thing. */
it.each([
  ['only zeros', new Uint8Array(20), 'no-content-type', 'unexpected_message'],
  ['nothing at all', new Uint8Array(), 'no-content-type', 'unexpected_message'],
  ['a protected ChangeCipherSpec', Uint8Array.of(1, 20), 'unexpected-record-type', 'unexpected_message'],
  ['a heartbeat', Uint8Array.of(1, 24, 0), 'unexpected-record-type', 'unexpected_message'],
  ['an empty handshake record', Uint8Array.of(22, 0), 'empty-handshake-fragment', 'unexpected_message'],
  ['an empty alert', Uint8Array.of(21), 'empty-handshake-fragment', 'unexpected_message'],
  [
    '2^14 + 1 bytes of content',
    concat(new Uint8Array(2 ** 14 + 1).fill(1), Uint8Array.of(23)),
    'record-overflow',
    'record_overflow',
  ],
  [
    '2^14 bytes and one of padding',
    concat(new Uint8Array(2 ** 14).fill(1), Uint8Array.of(23, 0)),
    'record-overflow',
    'record_overflow',
  ],
])('refuses %s', async (_, inner, code, alert) => {
  const keys = keysOf(0x1302);
  expect(await openRecord(rec, keys, await protect(keys, inner))).toMatchObject({ code, alert });
});

it.each([
  ['shorter than a tag', new Uint8Array(15), 'bad-record-mac'],
  ['empty', new Uint8Array(), 'bad-record-mac'],
  ['longer than 2^14 + 256', new Uint8Array(2 ** 14 + 257), 'record-overflow'],
])('refuses encrypted_record that is %s', async (_, encrypted, code) => {
  const header = Uint8Array.of(23, 3, 3, encrypted.length >> 8, encrypted.length & 0xff);
  expect(await openRecord(rec, keysOf(0x1301), concat(header, encrypted))).toMatchObject({ code });
});

it('asks for new keys at the limit of §5.5', async () => {
  const last: RecordProtection = { ...keysOf(0x1301), sequence: recordLimit['AES-128-GCM'] - 1 };
  expect(recordLimit['AES-128-GCM']).toBe(23_726_566);
  const sealed = await sealRecord(rec, last, 23, utf8('data'));
  expect(sealed.keyUpdateDue).toBe(true);
  expect(await openRecord(rec, last, sealed.bytes)).toMatchObject({ keyUpdateDue: true });
  const chacha: RecordProtection = { ...keysOf(0x1303), sequence: recordLimit['AES-128-GCM'] };
  expect(await sealRecord(rec, chacha, 23, utf8('data'))).toMatchObject({ keyUpdateDue: false });
});

it('gives both sides the same names', async () => {
  const keys = keysOf(0x1301);
  const { bytes } = await sealRecord(rec, keys, 22, utf8('m'));
  await openRecord(rec, keys, bytes);
  const names = operations.map(({ name, inputs, outputs }) => [
    name,
    [...inputs, ...outputs].map((value) => value.name),
  ]);
  expect(names).toEqual([
    ['xor', ['server_application_iv_0', 'sequence_number', 'server_application_0_nonce_0']],
    [
      'seal',
      [
        'server_application_key_0',
        'server_application_0_nonce_0',
        'server_application_0_header_0',
        'server_application_0_plaintext_0',
        'server_application_0_record_0',
      ],
    ],
    ['xor', ['server_application_iv_0', 'sequence_number', 'server_application_0_nonce_0']],
    [
      'open',
      [
        'server_application_key_0',
        'server_application_0_nonce_0',
        'server_application_0_header_0',
        'server_application_0_record_0',
        'server_application_0_plaintext_0',
      ],
    ],
  ]);
});

it('throws for content that does not fit: our own bug', async () => {
  await expect(sealRecord(rec, keysOf(0x1301), 23, new Uint8Array(2 ** 14), 1)).rejects.toThrow(RangeError);
});

function keysOf(code: number): RecordProtection {
  const suite = suiteByCode(code)!;
  const key = secret('server_application_key_0', new Uint8Array(code === 0x1301 ? 16 : 32).fill(1));
  return protectionFor('application', suite, {
    key,
    iv: secret('server_application_iv_0', new Uint8Array(12).fill(2)),
  });
}

function secret(name: string, bytes: Bytes): Value {
  return { name, bytes, secrecy: 'secret' };
}

async function protect(keys: RecordProtection, inner: Bytes): Promise<Bytes> {
  const length = inner.length + 16;
  const header = Uint8Array.of(23, 3, 3, length >> 8, length & 0xff);
  const { value } = await provider.seal(keys.aead, keys.key.bytes, keys.iv.bytes, header, inner);
  return concat(header, value);
}
