/** Building blocks of the snippets: JavaScript as lines of text, WebCrypto only. */
import type { Operation } from '../crypto/recorder.ts';
import type { SnippetWords } from '../lesson/snippets.ts';
import { chacha20Poly1305 } from './javascript-chacha.ts';
import { numberHelpers } from './javascript-tls12.ts';

type Lines = readonly string[];

/** Helper functions that the body calls, in the order it needs them. */
export function helpers(body: Lines, words: SnippetWords): Lines {
  const text = body.join('\n');
  const used = (name: string): boolean => new RegExp(`\\b${name}\\(`).test(text);
  return [
    'const hex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));',
    ...(used('toHex')
      ? ["const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');"]
      : []),
    ...(used('equal')
      ? ['const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);']
      : []),
    ...(used('concat') || used('chacha20Poly1305')
      ? ['const concat = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));']
      : []),
    ...(used('base64url')
      ? [
          "const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');",
        ]
      : []),
    ...Object.keys(numberHelpers)
      .filter(used)
      .flatMap((name) => numberHelpers[name] ?? []),
    ...(used('rawSignature') ? [`// ${words.signature}`, ...rawSignature] : []),
    ...(used('chacha20Poly1305') ? [`// ${words.chacha}`, ...chacha20Poly1305] : []),
    '',
  ];
}

/** `output` = HMAC. An empty key counts as Hash.length zeros, RFC 2104: WebCrypto takes no empty one. */
export function hmac(hash: string, key: string, data: string): Lines {
  return [
    `const hmacKey = await crypto.subtle.importKey('raw', ${key}.length > 0 ? ${key} : new Uint8Array(32),`,
    `  { name: 'HMAC', hash: '${hash}' }, false, ['sign']);`,
    `const output = new Uint8Array(await crypto.subtle.sign('HMAC', hmacKey, ${data}));`,
  ];
}

export function expand(hash: string, length: number): Lines {
  return [
    `const prk = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: '${hash}' }, false, ['sign']);`,
    'let block = new Uint8Array();',
    'let output = new Uint8Array();',
    `for (let counter = 1; output.length < ${length}; counter++) {`,
    "  block = new Uint8Array(await crypto.subtle.sign('HMAC', prk, concat(block, hkdfLabel, [counter])));",
    '  output = concat(output, block);',
    '}',
    `output = output.slice(0, ${length});`,
  ];
}

/** `output` = shared secret of the private key (hex) with `peerKey`. */
export function agree(curve: string, privateHex: string, publicHex: string | undefined): Lines {
  return [
    ...importPrivate(curve, privateHex, publicHex),
    'let output;',
    'try {',
    `  const peer = await crypto.subtle.importKey('raw', peerKey, ${curveParameters(curve)}, false, []);`,
    `  output = new Uint8Array(await crypto.subtle.deriveBits({ name: '${curve === 'X25519' ? 'X25519' : 'ECDH'}', public: peer }, own, ${agreedBits(curve)}));`,
    '} catch (error) {',
    '  console.log(String(error));',
    '}',
    'const agreed = output?.some((byte) => byte !== 0) ?? false;',
  ];
}

/** `output` = public key that belongs to the private one; of a NIST curve its x coordinate. */
export function publicKey(
  algorithm: string,
  privateHex: string,
  pairs: { readonly publicOf: (hex: string) => string | undefined },
  backend: Operation['backend'],
  words: SnippetWords,
): Lines {
  if (algorithm.startsWith('ML-KEM')) {
    return [
      `const seed = hex('${privateHex}');`,
      ...orSay(backend, words, [
        `const key = await crypto.subtle.importKey('raw-seed', seed, { name: '${algorithm}' }, true, ['decapsulateBits']);`,
        "const encapsulationKey = await crypto.subtle.getPublicKey(key, ['encapsulateBits']);",
        "output = new Uint8Array(await crypto.subtle.exportKey('raw-public', encapsulationKey));",
      ]),
    ];
  }
  return [
    `// ${algorithm === 'X25519' ? words.basePoint.x25519 : words.basePoint.curve}`,
    `const peerKey = hex('${basePoints[algorithm] ?? ''}');`,
    ...agree(algorithm, privateHex, pairs.publicOf(privateHex)),
  ];
}

/** Base points: RFC 7748 §4.1, SP 800-186 §3.2.1 (uncompressed). */
const basePoints: Readonly<Record<string, string>> = {
  X25519: `09${'00'.repeat(31)}`,
  'P-256':
    '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  'P-384':
    '04aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7' +
    '3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f',
  'P-521':
    '0400c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66' +
    '011839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650',
};

/** `output` = secret inside `ciphertext`, opened with `seed` (d || z). */
export function decapsulate(kem: string, backend: Operation['backend'], words: SnippetWords): Lines {
  return orSay(backend, words, [
    `const key = await crypto.subtle.importKey('raw-seed', seed, { name: '${kem}' }, false, ['decapsulateBits']);`,
    `output = new Uint8Array(await crypto.subtle.decapsulateBits({ name: '${kem}' }, key, ciphertext));`,
  ]);
}

/**
 * Nobody on this side has the decapsulation key: only the length of the result can be compared. A key that the
 * run found not to be one is refused here too.
 */
export function encapsulate(
  kem: string,
  backend: Operation['backend'],
  valid: boolean,
  words: SnippetWords,
): Lines {
  const key = `const key = await crypto.subtle.importKey('raw-public', encapsulationKey, { name: '${kem}' }, false, ['encapsulateBits'])`;
  return [
    ...orSay(backend, words, [
      ...(valid ? [`${key};`] : [key, '  .catch((error) => console.log(String(error)));']),
      `output = key ? new Uint8Array((await crypto.subtle.encapsulateBits({ name: '${kem}' }, key)).sharedKey) : new Uint8Array();`,
    ]),
    'console.log(toHex(output));',
    `return output.length === ${valid ? 32 : 0};`,
  ];
}

/** Signs anew, then verifies the recorded signature: most schemes are randomised. */
export function sign(algorithm: string, words: SnippetWords): Lines {
  return [
    `const key = await crypto.subtle.importKey('pkcs8', privateKey, ${signatureKey(algorithm)}, true, ['sign']);`,
    `const fresh = new Uint8Array(await crypto.subtle.sign(${signatureCall(algorithm)}, key, data));`,
    `console.log(toHex(fresh)${algorithm.startsWith('ECDSA') ? `, '${words.halves}'` : ''});`,
    `// ${words.recorded}`,
    "const { d, p, q, dp, dq, qi, priv, key_ops, ext, ...jwk } = await crypto.subtle.exportKey('jwk', key);",
    `const publicKey = await crypto.subtle.importKey('jwk', jwk, ${signatureKey(algorithm)}, false, ['verify']);`,
    `return crypto.subtle.verify(${signatureCall(algorithm)}, publicKey, ${signatureBytes(algorithm, 'recorded')}, data);`,
  ];
}

/** `verdict`. A key that cannot be imported verifies nothing. */
export function verify(algorithm: string): Lines {
  return [
    'let verdict = false;',
    'try {',
    `  const key = await crypto.subtle.importKey('spki', publicKey, ${signatureKey(algorithm)}, false, ['verify']);`,
    `  verdict = await crypto.subtle.verify(${signatureCall(algorithm)}, key, ${signatureBytes(algorithm, 'signature')}, data);`,
    '} catch (error) {',
    '  console.log(String(error));',
    '}',
  ];
}

/** `output` = sealed or opened bytes; `opened` says whether the tag fitted. */
export function aead(
  algorithm: string,
  name: 'seal' | 'open',
  backend: Operation['backend'],
  words: SnippetWords,
): Lines {
  const input = name === 'seal' ? 'plaintext' : 'sealed';
  if (algorithm === 'ChaCha20-Poly1305') {
    return [
      `// ${words.spelt(backend)}`,
      `const output = chacha20Poly1305(key, nonce, aad, ${input}, '${name}');`,
      ...(name === 'open' ? ['const opened = output !== undefined;'] : []),
    ];
  }
  const call = name === 'seal' ? 'encrypt' : 'decrypt';
  return [
    `const aesKey = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['${call}']);`,
    "const parameters = { name: 'AES-GCM', iv: nonce, additionalData: aad, tagLength: 128 };",
    ...(name === 'seal'
      ? [`const output = new Uint8Array(await crypto.subtle.encrypt(parameters, aesKey, ${input}));`]
      : [
          `const output = await crypto.subtle.decrypt(parameters, aesKey, ${input})`,
          '  .then((buffer) => new Uint8Array(buffer), (error) => void console.log(String(error)));',
          'const opened = output !== undefined;',
        ]),
  ];
}

/** The trace recorded a failure: the same failure is what counts as equal. */
export function failure(flag: string, words: SnippetWords): Lines {
  return [`console.log(${flag} ? '${words.succeeded}' : '${words.refused}');`, `return !${flag};`];
}

export function signatureKey(algorithm: string): string {
  const ecdsa = /^ECDSA-P(\d+)/.exec(algorithm);
  if (ecdsa) return `{ name: 'ECDSA', namedCurve: 'P-${ecdsa[1]}' }`;
  const rsa = /^RSA-(PSS|PKCS1)-SHA(\d+)$/.exec(algorithm);
  if (rsa) return `{ name: '${rsa[1] === 'PSS' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'}', hash: 'SHA-${rsa[2]}' }`;
  return `'${algorithm}'`;
}

export function signatureCall(algorithm: string): string {
  const hash = /SHA(\d+)$/.exec(algorithm)?.[1] ?? '';
  if (algorithm.startsWith('ECDSA')) return `{ name: 'ECDSA', hash: 'SHA-${hash}' }`;
  if (algorithm.startsWith('RSA-PSS')) return `{ name: 'RSA-PSS', saltLength: ${Number(hash) / 8} }`;
  if (algorithm.startsWith('RSA')) return "'RSASSA-PKCS1-v1_5'";
  return `'${algorithm}'`;
}

export function curveParameters(curve: string): string {
  return curve === 'X25519' ? "'X25519'" : `{ name: 'ECDH', namedCurve: '${curve}' }`;
}

export function agreedBits(curve: string): string {
  // deriveBits takes whole field elements; P-521's is 521 bits, asked for as null (all of them).
  return curve === 'P-521' ? 'null' : curve === 'P-384' ? '384' : '256';
}

/** TLS carries ECDSA signatures as DER, WebCrypto wants r || s. */
function signatureBytes(algorithm: string, name: string): string {
  const size = { P256: 32, P384: 48, P521: 66 }[/^ECDSA-(P\d+)/.exec(algorithm)?.[1] ?? ''];
  return size === undefined ? name : `rawSignature(${name}, ${size})`;
}

const rawSignature: Lines = [
  'const rawSignature = (der, size) => {',
  '  let at = der[1] < 0x80 ? 2 : 3;',
  '  const raw = new Uint8Array(2 * size);',
  '  for (const half of [0, 1]) {',
  '    const length = der[at + 1];',
  '    const integer = der.slice(at + 2, at + 2 + length);',
  '    const digits = integer.slice(Math.max(0, length - size));',
  '    raw.set(digits, (half + 1) * size - digits.length);',
  '    at += 2 + length;',
  '  }',
  '  return raw;',
  '};',
];

/** `own` = private key. PKCS#8 for X25519; JWK for curves whose public point is known, else PKCS#8. */
function importPrivate(curve: string, privateHex: string, publicHex: string | undefined): Lines {
  const parameters = curveParameters(curve);
  const scalar = `const privateKey = hex('${privateHex}');`;
  if (curve === 'X25519') {
    return [
      scalar,
      `const pkcs8 = concat(hex('302e020100300506032b656e04220420'), privateKey);`,
      `const own = await crypto.subtle.importKey('pkcs8', pkcs8, ${parameters}, false, ['deriveBits']);`,
    ];
  }
  if (publicHex === undefined) return [scalar, ...importScalar(curve, parameters)];
  const size = (publicHex.length - 2) / 4;
  return [
    scalar,
    `const point = hex('${publicHex}');`,
    `const own = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: '${curve}', d: base64url(privateKey),`,
    `  x: base64url(point.slice(1, ${1 + size})), y: base64url(point.slice(${1 + size})) }, ${parameters}, false, ['deriveBits']);`,
  ];
}

/** PrivateKeyInfo around an ECPrivateKey without its optional public key, RFC 5915 §3. */
function importScalar(curve: string, parameters: string): Lines {
  const prefix: Readonly<Record<string, string>> = {
    'P-256': '3041020100301306072a8648ce3d020106082a8648ce3d0301070427302502010104 20',
    'P-384': '304e020100301006072a8648ce3d020106052b8104002204373035020101 0430',
    'P-521': '3060020100301006072a8648ce3d020106052b8104002304493047020101 0442',
  };
  return [
    `const pkcs8 = concat(hex('${(prefix[curve] ?? '').replaceAll(' ', '')}'), privateKey);`,
    `const own = await crypto.subtle.importKey('pkcs8', pkcs8, ${parameters}, false, ['deriveBits']);`,
  ];
}

/** Runs `lines`, which set `output`; where the platform lacks the algorithm, says who computed it. */
function orSay(backend: Operation['backend'], words: SnippetWords, lines: Lines): Lines {
  const [missing, computedBy] = words.missing;
  return [
    'let output;',
    'try {',
    ...lines.map((line) => `  ${line}`),
    '} catch (error) {',
    `  console.log('${missing} (' + error + '). ${computedBy} ${backend}.');`,
    '  return undefined;',
    '}',
  ];
}
