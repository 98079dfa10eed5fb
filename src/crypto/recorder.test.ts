import { expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8 } from '../bytes/hex.ts';
import { spec } from '../bytes/spec.ts';
import type { Bytes, HashName, Provider } from './port.ts';
import { createDeterministicProvider } from './provider/deterministic.ts';
import { type Operation, Recorder, type Value, encodeHkdfLabel, publicValue, zeros } from './recorder.ts';

const at = spec(9846, '7.1');
const secret: Value = { name: 'secret', bytes: new Uint8Array(32).fill(1), secrecy: 'secret' };

function record(provider: Provider): { readonly rec: Recorder; readonly operations: Operation[] } {
  const operations: Operation[] = [];
  let clock = 0;
  const rec = new Recorder({
    provider,
    now: () => clock++,
    onOperation: (operation) => operations.push(operation),
  });
  return { rec, operations };
}

it('writes down what went in, what came out, why, by whom and how long', async () => {
  const { rec, operations } = record(createDeterministicProvider(1));
  const mac = await rec.hmac('verify_data', 'SHA-256', secret, publicValue('data', utf8('x')), at);
  expect(operations).toEqual([
    {
      index: 0,
      name: 'hmac',
      algorithm: 'SHA-256',
      purpose: 'verify_data',
      inputs: [secret, publicValue('data', utf8('x'))],
      outputs: [mac],
      backend: '@noble/hashes',
      milliseconds: 1,
      spec: at,
    },
  ]);
});

it('tells operations in the order in which they began, however long each takes', async () => {
  const inner = createDeterministicProvider(1);
  const waiting: (() => void)[] = [];
  const provider = Object.assign(Object.create(inner) as Provider, {
    digest: async (hash: HashName, data: Bytes) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return inner.digest(hash, data);
    },
  });
  const { rec, operations } = record(provider);
  const all = ['a', 'b', 'c'].map((name) => rec.hash(name, 'SHA-256', publicValue(name, utf8(name)), at));
  for (const i of [2, 0, 1]) {
    waiting[i]?.();
    await all[i];
  }
  expect(operations.map(({ index, purpose }) => [index, purpose])).toEqual([
    [0, 'a'],
    [1, 'b'],
    [2, 'c'],
  ]);
});

it('goes on telling after an operation that threw', async () => {
  const { rec, operations } = record(createDeterministicProvider(1));
  const wrong: Value = { name: 'key', bytes: new Uint8Array(3), secrecy: 'secret' };
  await expect(rec.sign('signature', 'Ed25519', wrong, publicValue('data', utf8('x')), at)).rejects.toThrow(
    TypeError,
  );
  await rec.hash('hash', 'SHA-256', publicValue('data', utf8('x')), at);
  expect(operations.map(({ index, name }) => [index, name])).toEqual([[1, 'hash']]);
});

it.each([
  // RFC 8448 §3: "tls13 derived" over the empty hash, "tls13 key", "tls13 iv".
  [
    'derived',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    32,
    '00200d746c733133206465726976656420e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ],
  ['key', '', 16, '001009746c733133206b657900'],
  ['iv', '', 12, '000c08746c73313320697600'],
])('encodes HkdfLabel %s', (label, context, length, expected) => {
  expect(toHex(encodeHkdfLabel(label, fromHex(context), length))).toBe(expected);
});

it('expands past one block, RFC 5869 §2.3', async () => {
  const provider = createDeterministicProvider(1);
  const { rec, operations } = record(provider);
  const long = await rec.hkdfExpandLabel(
    'long',
    'SHA-256',
    secret,
    'test',
    publicValue('none', new Uint8Array()),
    80,
  );
  expect(operations).toHaveLength(1);
  const info = operations[0]!.hkdfLabel!;
  const block = async (previous: Bytes, counter: number): Promise<Bytes> =>
    (await provider.hmac('SHA-256', secret.bytes, concat(previous, info, Uint8Array.of(counter)))).value;
  const first = await block(new Uint8Array(), 1);
  const second = await block(first, 2);
  expect(toHex(long.bytes)).toBe(toHex(concat(first, second, await block(second, 3)).slice(0, 80)));
});

it('keeps secrecy: hashes of messages stay transcript, a xor is as secret as its secret half', async () => {
  const { rec } = record(createDeterministicProvider(1));
  const messages: Value = { name: 'messages', bytes: utf8('m'), secrecy: 'transcript' };
  expect((await rec.hash('h', 'SHA-384', messages, at)).secrecy).toBe('transcript');
  expect(rec.xor('n', zeros('SHA-256'), secret, at)).toMatchObject({
    secrecy: 'secret',
    bytes: secret.bytes,
  });
  const other: Value = { ...messages, bytes: new Uint8Array(32) };
  expect([rec.xor('n', other, secret, at), rec.xor('n', secret, other, at)]).toMatchObject([
    { secrecy: 'secret' },
    { secrecy: 'secret' },
  ]);
  expect(rec.xor('n', other, zeros('SHA-256'), at).secrecy).toBe('transcript');
  expect(rec.xor('n', secret, secret, at).bytes).toEqual(new Uint8Array(32));
  expect(() => rec.xor('n', secret, messages, at)).toThrow(RangeError);
  expect(rec.concatenate('both', [secret, messages], at).bytes).toEqual(concat(secret.bytes, messages.bytes));
});

it('gives a verdict where there is one', async () => {
  const { rec, operations } = record(createDeterministicProvider(1));
  const own = await rec.generateDhKeyPair('x25519', 'X25519', at);
  await rec.agree('shared_secret', 'X25519', own, publicValue('peer', new Uint8Array(32)), at);
  await rec.agree('shared_secret', 'X25519', own, own.publicKey, at);
  const nonce = publicValue('nonce', new Uint8Array(12));
  const none = publicValue('none', new Uint8Array());
  const sealed = await rec.seal('record', 'AES-256-GCM', secret, nonce, none, messages(), at);
  await rec.open('plaintext', 'AES-256-GCM', secret, nonce, none, sealed, at);
  await rec.open('plaintext', 'AES-256-GCM', secret, nonce, messages(), sealed, at);
  await rec.verify('certificate_verify', 'Ed25519', none, none, none, at);
  expect(operations.map(({ name, verdict, outputs }) => [name, verdict, outputs.length])).toEqual([
    ['generate-key-pair', undefined, 2],
    ['agree', false, 0],
    ['agree', true, 1],
    ['seal', undefined, 1],
    ['open', true, 1],
    ['open', false, 0],
    ['verify', false, 0],
  ]);
});

it('records both halves of an encapsulation', async () => {
  const { rec, operations } = record(createDeterministicProvider(1));
  const own = await rec.generateKemKeyPair('mlkem768', 'ML-KEM-768', at);
  const done = await rec.encapsulate('mlkem768_shared_secret', 'ML-KEM-768', own.publicKey, at);
  const opened = await rec.decapsulate(
    'mlkem768_shared_secret',
    'ML-KEM-768',
    own.privateKey,
    done!.ciphertext,
    at,
  );
  expect(toHex(opened.bytes)).toBe(toHex(done!.sharedSecret.bytes));
  expect(
    await rec.encapsulate('x', 'ML-KEM-768', publicValue('peer', new Uint8Array(3)), at),
  ).toBeUndefined();
  expect(operations.map(({ outputs }) => outputs.map(({ name, secrecy }) => `${name} ${secrecy}`))).toEqual([
    ['mlkem768_private_key secret', 'mlkem768_public_key public'],
    ['mlkem768_shared_secret_ciphertext public', 'mlkem768_shared_secret secret'],
    ['mlkem768_shared_secret secret'],
    [],
  ]);
});

it('cuts a key block into its parts, which are as secret as it', () => {
  const { rec, operations } = record(createDeterministicProvider(1));
  const block: Value = { name: 'key_block', bytes: fromHex('0001020304050607') as Bytes, secrecy: 'secret' };
  const parts = [
    { name: 'client_write_key', length: 3 },
    { name: 'server_write_key', length: 3 },
  ];
  const [client, server] = rec.cut('key_block', block, parts, spec(5246, '6.3'));
  expect([toHex(client!.bytes), toHex(server!.bytes), server!.secrecy]).toEqual([
    '000102',
    '030405',
    'secret',
  ]);
  expect(operations[0]).toMatchObject({
    name: 'cut',
    inputs: [block],
    outputs: [client, server],
    backend: 'none',
  });
  expect(() => rec.cut('key_block', block, [{ name: 'too much', length: 9 }], at)).toThrow(RangeError);
});

it('records the group of a finite field with its operations, and takes leading zeros off where TLS 1.2 does', async () => {
  const { rec, operations } = record(createDeterministicProvider(1));
  const group = { name: 'p = 2^31 - 1', p: fromHex('7fffffff') as Bytes, g: Uint8Array.of(7) };
  const own = await rec.generateFfdhKeyPair('server_dh', group, at);
  // The peer sent g itself, so what both agree on is the own public value.
  const peer = publicValue('client_dh_public_key', fromHex('00000007'));
  const padded = await rec.agreeFfdh('premaster_secret', group, own, peer, at);
  const stripped = await rec.agreeFfdh('premaster_secret', group, own, peer, at, { stripZeros: true });
  expect(toHex(padded!.bytes)).toBe(toHex(own.publicKey.bytes));
  expect(padded!.bytes).toHaveLength(4);
  expect(toHex(padded!.bytes).replace(/^(00)+/, '')).toBe(toHex(stripped!.bytes));
  expect(
    await rec.agreeFfdh('premaster_secret', group, own, publicValue('one', Uint8Array.of(1)), at),
  ).toBeUndefined();
  expect(
    operations.map(({ name, algorithm, inputs, verdict }) => [
      name,
      algorithm,
      inputs.map((input) => input.name),
      verdict,
    ]),
  ).toEqual([
    ['generate-key-pair', group.name, ['dh_p', 'dh_g'], undefined],
    ['agree', group.name, ['server_dh_private_key', 'client_dh_public_key', 'dh_p', 'dh_g'], true],
    ['agree', group.name, ['server_dh_private_key', 'client_dh_public_key', 'dh_p', 'dh_g'], true],
    ['agree', group.name, ['server_dh_private_key', 'one', 'dh_p', 'dh_g'], false],
  ]);
});

it('what RSA and a cipher put on the wire is public, what comes back is secret', async () => {
  const { rec, operations } = record(createDeterministicProvider(1));
  const block = publicValue('iv', new Uint8Array(16));
  const key: Value = { ...secret, bytes: new Uint8Array(16) };
  const sealed = await rec.encrypt(
    'client_record_0',
    'AES-128-CBC',
    key,
    block,
    { ...secret, bytes: new Uint8Array(32) },
    at,
  );
  const opened = await rec.decrypt('client_plaintext_0', 'AES-128-CBC', key, block, sealed, at);
  expect([sealed.secrecy, opened.secrecy, toHex(opened.bytes)]).toEqual([
    'public',
    'secret',
    '00'.repeat(32),
  ]);
  expect(
    await rec.rsaEncrypt('encrypted', publicValue('no_key', new Uint8Array(4)), secret, at),
  ).toBeUndefined();
  expect(operations.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['encrypt', undefined],
    ['decrypt', undefined],
    ['rsa-encrypt', false],
  ]);
});

function messages(): Value {
  return publicValue('messages', utf8('something to say'));
}
