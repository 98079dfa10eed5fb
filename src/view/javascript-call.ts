/** The call that did an operation, short enough to read: names instead of bytes. */
import type { Operation } from '../crypto/recorder.ts';
import type { SnippetWords } from '../lesson/snippets.ts';
import { curveParameters, signatureCall, signatureKey } from './javascript-code.ts';

/** Lines of JavaScript; empty where no function was called. */
export function callLines(operation: Operation, words: SnippetWords): readonly string[] {
  const { name, algorithm } = operation;
  // What Node computed for a bridge's trace, a browser can compute with WebCrypto or with a library.
  if (isForLibrary(operation)) return libraryCall(operation, words);
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
    case 'prf':
      return hmac(algorithm, 'secret', 'concat(a, label, seed)');
    case 'cut':
      return operation.outputs.map(({ bytes }, i) => `const part${i + 1} = take(${bytes.length});`);
    case 'rsa-encrypt':
    case 'rsa-decrypt':
      // No WebCrypto has it.
      return libraryCall(operation, words);
    case 'encrypt':
    case 'decrypt':
      return [
        `const out = await crypto.subtle.${name}(`,
        "  { name: 'AES-CBC', iv }, key,",
        `  ${name === 'encrypt' ? 'plaintext' : 'ciphertext'});`,
      ];
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
        `  { name: '${algorithm.startsWith('X') ? algorithm : 'ECDH'}', public: peerKey },`,
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
      if (algorithm.includes('-CCM'))
        return [
          `// ${words.ccmCalls}`,
          "const mac = last(await crypto.subtle.encrypt({ name: 'AES-CBC', iv: zeros }, key, formatted));",
          `const out = await crypto.subtle.encrypt({ name: 'AES-CTR', counter, length: 16 }, key, ${name === 'seal' ? 'concat(mac, plaintext)' : 'concat(tag, ciphertext)'});`,
        ];
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

/** What no browser's WebCrypto has; and what the browser of this run did not have. */
export function isForLibrary({ backend, algorithm }: Operation): boolean {
  if (backend === 'WebCrypto' || backend === 'none') return false;
  if (backend !== 'node:crypto') return true;
  return /^(MD5|X448|Ed448)$/.test(algorithm);
}

/** As the libraries are called; the platform had no function for it. */
function libraryCall({ name, algorithm, backend }: Operation, words: SnippetWords): readonly string[] {
  const curve = /^(X|Ed)448$/.test(algorithm) ? algorithm.toLowerCase() : 'curve';
  const calls: Partial<Record<Operation['name'], string>> = {
    hash: 'const out = md5(data);',
    hmac: 'const out = hmac(md5, key, data);',
    'generate-key-pair': algorithm.startsWith('ML-KEM')
      ? 'const pair = ml_kem768.keygen(seed);'
      : backend === 'micro-rsa-dsa-dh'
        ? 'const publicKey = pow(g, privateKey, p);'
        : `const pair = ${curve}.keygen();`,
    encapsulate: 'const { cipherText, sharedSecret } = ml_kem768.encapsulate(peerKey);',
    decapsulate: 'const out = ml_kem768.decapsulate(ciphertext, secretKey);',
    agree:
      backend === 'micro-rsa-dsa-dh'
        ? 'const out = pow(peerKey, privateKey, p);'
        : `const out = ${curve}.getSharedSecret(privateKey, peerKey);`,
    seal: sealCall(algorithm, 'encrypt(plaintext)'),
    open: sealCall(algorithm, 'decrypt(sealed)'),
    encrypt: cipherCall(algorithm, 'encrypt', 'plaintext'),
    decrypt: cipherCall(algorithm, 'decrypt', 'ciphertext'),
    'rsa-encrypt': `const out = pow(padded, e, n); // ${words.paddingShort}`,
    'rsa-decrypt': 'const padded = pow(ciphertext, d, n);',
    sign: signatureCallOf(algorithm, 'sign(data, privateKey)'),
    verify: signatureCallOf(algorithm, 'verify(signature, data, publicKey)'),
  };
  const call = calls[name];
  return call === undefined ? [] : [call];
}

function sealCall(algorithm: string, call: string): string {
  const cipher = /^(Camellia|ARIA)/.test(algorithm)
    ? `gcm(${algorithm.startsWith('ARIA') ? 'aria' : 'camellia'}(key), nonce, aad)`
    : 'chacha20poly1305(key, nonce, aad)';
  return `const out = ${cipher}.${call};`;
}

function cipherCall(algorithm: string, direction: string, input: string): string {
  if (algorithm === 'RC4-128') return `const out = ${input}.map((byte) => byte ^ rc4.next());`;
  if (algorithm === '3DES-EDE-CBC')
    return `const out = CBC.instantiate(EDE).create({ type: '${direction}', key, iv }).update(${input});`;
  return `const out = cbc(${algorithm.startsWith('ARIA') ? 'aria' : 'camellia'}(key), iv).${direction}(${input});`;
}

function signatureCallOf(algorithm: string, call: string): string {
  const object = algorithm.startsWith('ML-DSA')
    ? `ml_dsa${algorithm.slice(-2)}`
    : algorithm.startsWith('DSA')
      ? 'dsa'
      : algorithm === 'Ed448'
        ? 'ed448'
        : 'curve';
  return `const ${call.startsWith('verify') ? 'valid' : 'out'} = ${object}.${call};`;
}
