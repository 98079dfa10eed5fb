import { beforeAll, describe, expect, it } from 'vitest';
import { spec } from '../bytes/spec.ts';
import { utf8 } from '../bytes/hex.ts';
import { createProvider } from '../crypto/provider/web.ts';
import type { AeadName, Bytes, CipherName, CurveName, HashName, SignatureName } from '../crypto/port.ts';
import { ffdheGroup } from '../crypto/ffdhe.ts';
import { aeadKeyLength, cipherLengths } from '../crypto/port.ts';
import { asRsassaPss } from '../crypto/pss-keys.ts';
import type { Operation } from '../crypto/recorder.ts';
import { Recorder, publicValue } from '../crypto/recorder.ts';
import type { Trace } from '../lab/trace.ts';
import { keyPairsOf, snippetOf, titleOf } from './javascript.ts';
import { snippets } from '../lesson/en/snippets.ts';
import { valueNames } from '../lesson/en/value-names.ts';

const english = { words: snippets, names: valueNames, title: titleOf };

const operations: Operation[] = [];
const at = spec(9846, '7.1');

function value(
  name: string,
  length: number,
): { readonly name: string; readonly bytes: Bytes; readonly secrecy: 'secret' } {
  return { name, bytes: Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255), secrecy: 'secret' };
}

beforeAll(async () => {
  const provider = await createProvider();
  const rec = new Recorder({
    provider,
    now: () => 0,
    onOperation: (operation) => void operations.push(operation),
  });
  const message = publicValue('message', utf8('the quick brown fox'));
  rec.random('client_random', 32, at);
  rec.concatenate('shared_secret', [value('a', 32), value('b', 32)], at);
  rec.xor('nonce', value('iv', 12), value('sequence_number', 12), at);
  for (const hash of ['SHA-256', 'SHA-384', 'SHA-512'] satisfies HashName[]) {
    await rec.hash('digest', hash, message, at);
    await rec.hmac('mac', hash, value('key', 32), message, at);
    await rec.hkdfExtract('extracted', hash, value('salt', 32), value('ikm', 64));
    await rec.hkdfExpandLabel('short', hash, value('secret', 32), 's hs traffic', value('context', 32), 12);
    await rec.hkdfExpandLabel(
      'two_blocks',
      hash,
      value('secret', 32),
      'key',
      publicValue('empty', new Uint8Array()),
      100,
    );
  }
  for (const curve of ['X25519', 'P-256', 'P-384', 'P-521'] satisfies CurveName[]) {
    const own = await rec.generateDhKeyPair('client', curve, at);
    const peer = await rec.generateDhKeyPair('server', curve, at);
    await rec.agree('shared', curve, own, peer.publicKey, at);
    await rec.agree(
      'refused',
      curve,
      own,
      publicValue('bad_key', new Uint8Array(peer.publicKey.bytes.length)),
      at,
    );
  }
  for (const aead of [
    'AES-128-GCM',
    'AES-256-GCM',
    'ChaCha20-Poly1305',
    'AES-128-CCM',
    'AES-256-CCM-8',
    'Camellia-128-GCM',
  ] satisfies AeadName[]) {
    const key = value('key', aeadKeyLength[aead]);
    const [nonce, aad] = [value('nonce', 12), value('aad', 5)];
    for (const length of [0, 19, 200]) {
      const sealed = await rec.seal('sealed', aead, key, nonce, aad, value('plaintext', length), at);
      await rec.open('opened', aead, key, nonce, aad, sealed, at);
      await rec.open('forged', aead, key, nonce, value('other_aad', 6), sealed, at);
    }
  }
  const subtle = globalThis.crypto.subtle;
  const signatures: readonly [SignatureName, EcKeyGenParams | RsaHashedKeyGenParams | 'Ed25519'][] = [
    ['ECDSA-P256-SHA256', { name: 'ECDSA', namedCurve: 'P-256' }],
    ['ECDSA-P384-SHA384', { name: 'ECDSA', namedCurve: 'P-384' }],
    ['ECDSA-P521-SHA512', { name: 'ECDSA', namedCurve: 'P-521' }],
    ['Ed25519', 'Ed25519'],
    ...(['SHA256', 'SHA384', 'SHA512'] as const).flatMap((hash) =>
      (['PSS', 'PKCS1'] as const).map((scheme): [SignatureName, RsaHashedKeyGenParams] => [
        `RSA-${scheme}-${hash}`,
        {
          name: scheme === 'PSS' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5',
          hash: hash.replace('SHA', 'SHA-'),
          modulusLength: 2_048,
          publicExponent: Uint8Array.of(1, 0, 1),
        },
      ]),
    ),
  ];
  for (const [name, parameters] of signatures) {
    const pair = (await subtle.generateKey(parameters, true, ['sign', 'verify'])) as CryptoKeyPair;
    const privateKey = {
      ...value('key', 0),
      bytes: new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey)),
    };
    const publicKey = publicValue('spki', new Uint8Array(await subtle.exportKey('spki', pair.publicKey)));
    const signature = await rec.sign('signature', name, privateKey, message, at);
    await rec.verify('verified', name, publicKey, message, signature, at);
    await rec.verify(
      'rejected',
      name,
      publicKey,
      publicValue('other', utf8('another message')),
      signature,
      at,
    );
  }
  for (const hash of ['SHA-256', 'SHA-384'] satisfies HashName[])
    await rec.prf(
      'main_secret',
      hash,
      value('premaster', 48),
      'master secret',
      [value('a', 32), value('b', 32)],
      104,
    );
  rec.cut(
    'key_block',
    value('key_block', 40),
    [
      { name: 'a', length: 20 },
      { name: 'b', length: 16 },
    ],
    at,
  );
  for (const cipher of ['AES-128-CBC', 'AES-256-CBC', 'RC4-128', '3DES-EDE-CBC'] satisfies CipherName[]) {
    const key = value('key', cipherLengths[cipher].key);
    const iv =
      cipher === 'RC4-128'
        ? publicValue('position', Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 2))
        : value('iv', cipherLengths[cipher].block);
    const sealed = await rec.encrypt('sealed', cipher, key, iv, value('data', 64), at);
    await rec.decrypt('opened', cipher, key, iv, sealed, at);
  }
  const group = ffdheGroup('ffdhe2048');
  const ffdh = await rec.generateFfdhKeyPair('client_dh', group, at);
  const other = await rec.generateFfdhKeyPair('server_dh', group, at);
  await rec.agreeFfdh('premaster_secret', group, ffdh, other.publicKey, at, { stripZeros: true });
  await rec.agreeFfdh('refused', group, ffdh, publicValue('one', Uint8Array.of(1)), at);
  const rsa = await subtle.generateKey(
    { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2_048, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  );
  const rsaPrivate = {
    ...value('key', 0),
    bytes: new Uint8Array(await subtle.exportKey('pkcs8', rsa.privateKey)),
  };
  const rsaPublic = publicValue('spki', new Uint8Array(await subtle.exportKey('spki', rsa.publicKey)));
  const pssPrivate = { ...rsaPrivate, bytes: asRsassaPss(rsaPrivate.bytes) };
  const pss = await rec.sign('signature', 'RSA-PSS-SHA256', pssPrivate, message, at);
  const pssPublic = publicValue('spki', asRsassaPss(rsaPublic.bytes));
  await rec.verify('verified', 'RSA-PSS-SHA256', pssPublic, message, pss, at);
  const encrypted = await rec.rsaEncrypt('encrypted', rsaPublic, value('premaster', 48), at);
  if (encrypted) await rec.rsaDecrypt('premaster_secret', rsaPrivate, encrypted, at);
  await rec.rsaDecrypt('refused', rsaPrivate, publicValue('garbage', new Uint8Array(256).fill(7)), at);
  const kem = await rec.generateKemKeyPair('client_mlkem768', 'ML-KEM-768', at);
  const sealed = await rec.encapsulate('mlkem768_secret', 'ML-KEM-768', kem.publicKey, at);
  if (sealed) await rec.decapsulate('mlkem768_secret', 'ML-KEM-768', kem.privateKey, sealed.ciphertext, at);
  await rec.encapsulate('refused', 'ML-KEM-768', publicValue('bad_key', new Uint8Array(1_184).fill(255)), at);
}, 60_000);

/** Runs a snippet as a console does, and returns what it logged and what it evaluated to. */
async function run(
  snippet: string,
): Promise<{ readonly result: unknown; readonly logged: readonly string[] }> {
  const logged: string[] = [];
  const console = { log: (...parts: unknown[]) => void logged.push(parts.join(' ')) };
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval, typescript/no-unsafe-call
  const result: unknown = await new Function('console', `return ${snippet.slice(snippet.indexOf('(async'))}`)(
    console,
  );
  return { result, logged };
}

function pairs() {
  return keyPairsOf({
    steps: [{ operations: operations.map((operation) => ({ ...operation, party: 'browser' })) }],
  } as unknown as Trace);
}

describe('every operation as a snippet', () => {
  it('covers every kind of operation', () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(21);
  });

  it('evaluates to true, and logs the output', async () => {
    for (const operation of operations) {
      const { result, logged } = await run(snippetOf(operation, pairs(), english));
      const what = `${operation.name} ${operation.algorithm} ${operation.purpose}`;
      // Node's WebCrypto may lack ML-KEM: then the snippet says who computed it.
      const lacking =
        /^(ML-KEM-768|3DES-EDE-CBC|Camellia-128-GCM)$/.test(operation.algorithm) && result === undefined;
      if (lacking) expect(logged.join(), what).toMatch(/@noble\/post-quantum|des\.js|this page’s own code/);
      else expect(result, what).toBe(true);
      expect(logged.length, what).toBeGreaterThan(0);
    }
  }, 60_000);

  it('evaluates to false when the recorded output is another one', async () => {
    const changed = operations.filter(({ name }) =>
      ['hash', 'hkdf-expand-label', 'prf', 'agree', 'encrypt', 'rsa-decrypt', 'seal', 'open', 'xor'].includes(
        name,
      ),
    );
    for (const operation of changed) {
      const [output] = operation.outputs;
      if (!output || output.bytes.length === 0) continue;
      const bytes = output.bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
      const { result } = await run(
        snippetOf({ ...operation, outputs: [{ ...output, bytes }] }, pairs(), english),
      );
      if (result !== undefined) expect(result, operation.purpose).toBe(false);
    }
  });

  it('needs no key pair table for a curve', async () => {
    const none = { publicOf: () => undefined, privateOf: () => undefined };
    for (const operation of operations.filter(
      ({ name, verdict, inputs }) => name === 'agree' && verdict && inputs.length === 2,
    )) {
      expect((await run(snippetOf(operation, none, english))).result, operation.algorithm).toBe(true);
    }
  });
});
