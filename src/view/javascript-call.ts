/** The call that did an operation, short enough to read: names instead of bytes. */
import type { Operation } from '../crypto/recorder.ts';
import { curveParameters, signatureCall, signatureKey } from './javascript-code.ts';

/** Lines of JavaScript; empty where no function was called. */
export function callLines(operation: Operation): readonly string[] {
  const { name, algorithm, backend } = operation;
  // What Node computed for a bridge's trace, a browser can compute with WebCrypto.
  if (backend.startsWith('@')) return libraryCall(operation);
  const length = operation.outputs[0]?.bytes.length ?? 0;
  switch (name) {
    case 'random':
      return [`const bytes = crypto.getRandomValues(new Uint8Array(${length}));`];
    case 'hash':
      return [`const out = await crypto.subtle.digest('${algorithm}', data);`];
    case 'hmac':
      return hmac(algorithm, 'key', 'data');
    case 'hkdf-extract':
      return hmac(algorithm, 'salt', 'ikm');
    case 'hkdf-expand-label':
      return hmac(
        algorithm,
        'secret',
        length > 32 && algorithm === 'SHA-256'
          ? 'concat(block, hkdfLabel, [counter])'
          : 'concat(hkdfLabel, [0x01])',
      );
    case 'concatenate':
      return ['const out = concat(...parts);'];
    case 'xor':
      return ['const out = iv.map((byte, i) => byte ^ sequence[i]);'];
    case 'generate-key-pair':
      if (algorithm.startsWith('ML-KEM'))
        return generate(`'${algorithm}'`, "['encapsulateBits', 'decapsulateBits']");
      return generate(curveParameters(algorithm), "['deriveBits']");
    case 'agree':
      return [
        'const out = await crypto.subtle.deriveBits(',
        `  { name: '${algorithm === 'X25519' ? 'X25519' : 'ECDH'}', public: peerKey },`,
        '  privateKey, null);',
      ];
    case 'encapsulate':
      return [
        'const { ciphertext, sharedKey } =',
        `  await crypto.subtle.encapsulateBits('${algorithm}', peerKey);`,
      ];
    case 'decapsulate':
      return [
        'const out = await crypto.subtle.decapsulateBits(',
        `  '${algorithm}', privateKey, ciphertext);`,
      ];
    case 'sign':
      return [
        'const key = await crypto.subtle.importKey(',
        "  'pkcs8', privateKey,",
        `  ${signatureKey(algorithm)}, false, ['sign']);`,
        'const out = await crypto.subtle.sign(',
        `  ${signatureCall(algorithm)}, key, data);`,
      ];
    case 'verify':
      return [
        'const key = await crypto.subtle.importKey(',
        "  'spki', publicKey,",
        `  ${signatureKey(algorithm)}, false, ['verify']);`,
        'const valid = await crypto.subtle.verify(',
        `  ${signatureCall(algorithm)}, key, signature, data);`,
      ];
    case 'seal':
    case 'open':
      return [
        `const out = await crypto.subtle.${name === 'seal' ? 'encrypt' : 'decrypt'}(`,
        `  { name: '${algorithm === 'ChaCha20-Poly1305' ? algorithm : 'AES-GCM'}', iv: nonce,`,
        '    additionalData: aad, tagLength: 128 },',
        `  key, ${name === 'seal' ? 'plaintext' : 'sealed'});`,
      ];
  }
}

function hmac(hash: string, key: string, data: string): readonly string[] {
  return [
    'const prk = await crypto.subtle.importKey(',
    `  'raw', ${key},`,
    `  { name: 'HMAC', hash: '${hash}' }, false, ['sign']);`,
    'const out = await crypto.subtle.sign(',
    `  'HMAC', prk, ${data});`,
  ];
}

function generate(parameters: string, uses: string): readonly string[] {
  return ['const pair = await crypto.subtle.generateKey(', `  ${parameters}, true, ${uses});`];
}

/** As the libraries are called; the platform had no function for it. */
function libraryCall({ name, algorithm }: Operation): readonly string[] {
  const calls: Partial<Record<Operation['name'], string>> = {
    'generate-key-pair': algorithm.startsWith('ML-KEM')
      ? 'const pair = ml_kem768.keygen(seed);'
      : 'const pair = curve.keygen();',
    encapsulate: 'const { cipherText, sharedSecret } = ml_kem768.encapsulate(peerKey);',
    decapsulate: 'const out = ml_kem768.decapsulate(ciphertext, secretKey);',
    agree: 'const out = curve.getSharedSecret(privateKey, peerKey);',
    seal: 'const out = chacha20poly1305(key, nonce, aad).encrypt(plaintext);',
    open: 'const out = chacha20poly1305(key, nonce, aad).decrypt(sealed);',
    sign: 'const out = curve.sign(data, privateKey);',
    verify: 'const valid = curve.verify(signature, data, publicKey);',
  };
  const call = calls[name];
  return call === undefined ? [] : [call];
}
