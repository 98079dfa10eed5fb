import { describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../src/authority/keys.ts';
import { toHex, utf8 } from '../../src/bytes/hex.ts';
import { createProvider } from '../../src/crypto/provider/web.ts';
import { aeadKeyLength, type AeadName, type Bytes, type HashName } from '../../src/crypto/port.ts';
import { createNodeProvider } from './node-provider.ts';

const node = await createNodeProvider();
const web = await createProvider();
const data = utf8('the same bytes for both');

describe('agrees with WebCrypto and the libraries behind it', () => {
  it.each(['SHA-256', 'SHA-384', 'SHA-512'] as const)('%s and its HMAC', async (hash: HashName) => {
    const key = node.random(32);
    for (const [ours, theirs] of [
      [await node.digest(hash, data), await web.digest(hash, data)],
      [await node.hmac(hash, key, data), await web.hmac(hash, key, data)],
    ] as const) {
      expect(toHex(ours.value)).toBe(toHex(theirs.value));
      expect(ours.backend).toBe('node:crypto');
    }
  });

  it.each(['AES-128-GCM', 'AES-256-GCM', 'ChaCha20-Poly1305'] as const)('%s', async (aead: AeadName) => {
    const key = node.random(aeadKeyLength[aead]);
    const nonce = node.random(12);
    const aad = utf8('header');
    const { value: sealed } = await node.seal(aead, key, nonce, aad, data);
    expect(toHex(sealed)).toBe(toHex((await web.seal(aead, key, nonce, aad, data)).value));
    const { value: opened } = await node.open(aead, key, nonce, aad, sealed);
    expect(opened && toHex(opened)).toBe(toHex(data));
    sealed[0] = (sealed[0] ?? 0) ^ 1;
    expect((await node.open(aead, key, nonce, aad, sealed)).value).toBeUndefined();
    expect((await node.open(aead, key, nonce, aad, sealed.slice(0, 5))).value).toBeUndefined();
  });

  it('X25519, and refuses the all-zero result and bytes that are no key', async () => {
    const ours = (await node.generateDhKeyPair('X25519')).value;
    const theirs = (await web.generateDhKeyPair('X25519')).value;
    const here = await node.agree('X25519', ours.privateKey, ours.publicKey, theirs.publicKey);
    const there = await web.agree('X25519', theirs.privateKey, theirs.publicKey, ours.publicKey);
    expect(here.value && toHex(here.value)).toBe(there.value && toHex(there.value));
    for (const bad of [new Uint8Array(32), new Uint8Array(31)]) {
      expect((await node.agree('X25519', ours.privateKey, ours.publicKey, bad)).value).toBeUndefined();
    }
  });

  it.each([
    ['ECDSA-P256-SHA256', 'EC P-256'],
    ['ECDSA-P384-SHA384', 'EC P-384'],
    ['RSA-PSS-SHA256', 'RSA 2048'],
    ['RSA-PKCS1-SHA384', 'RSA 2048'],
    ['Ed25519', 'Ed25519'],
  ] as const)('%s, and refuses what is not its own', async (algorithm, kind) => {
    const { privateKey, publicKey } = await makeKeyPair(kind, { provider: web, subtle: crypto.subtle });
    const { value: ours, backend } = await node.sign(algorithm, privateKey, data);
    const { value: theirs } = await web.sign(algorithm, privateKey, data);
    expect(backend).toBe('node:crypto');
    for (const provider of [node, web]) {
      const verify = async (key: Bytes, signed: Bytes, signature: Bytes): Promise<boolean> =>
        (await provider.verify(algorithm, key, signed, signature)).value;
      expect(await verify(publicKey, data, ours)).toBe(true);
      expect(await verify(publicKey, data, theirs)).toBe(true);
      expect(await verify(publicKey, utf8('other bytes'), ours)).toBe(false);
      expect(await verify(publicKey, data, ours.slice(1))).toBe(false);
      expect(await verify(publicKey.slice(0, -1), data, ours)).toBe(false);
    }
  });
});
