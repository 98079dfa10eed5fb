/** Snippets for the operations of TLS 1.2: WebCrypto where it has them, BigInt and a few lines where it has not. */
import type { Operation } from '../crypto/recorder.ts';
import type { SnippetWords } from '../lesson/snippets.ts';

type Lines = readonly string[];

/** `output` = PRF(secret, label, seed), RFC 5246 §5. Expects `secret`, `label` (bytes) and `seed`. */
export function prf(hash: string, length: number): Lines {
  return [
    `const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: '${hash}' }, false, ['sign']);`,
    "const hmac = async (data) => new Uint8Array(await crypto.subtle.sign('HMAC', key, data));",
    'let a = concat(label, seed); // A(0)',
    'let output = new Uint8Array();',
    `while (output.length < ${length}) {`,
    '  a = await hmac(a); // A(i) = HMAC(secret, A(i-1))',
    '  output = concat(output, await hmac(concat(a, label, seed)));',
    '}',
    `output = output.slice(0, ${length});`,
  ];
}

/** `output` = data encrypted or decrypted by AES-CBC without padding. Expects `key`, `iv` and `data`. */
export function aesCbc(direction: 'encrypt' | 'decrypt', words: SnippetWords): Lines {
  const key =
    "const aesKey = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt', 'decrypt']);";
  if (direction === 'encrypt')
    return [
      key,
      `// ${words.cbcEncrypt}`,
      "const padded = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, aesKey, data));",
      'const output = padded.slice(0, data.length);',
    ];
  return [
    key,
    `// ${words.cbcDecrypt}`,
    "const block = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: data.slice(-16) }, aesKey, new Uint8Array());",
    "const output = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, aesKey, concat(data, new Uint8Array(block))));",
  ];
}

/** `output` = data through the RC4 key stream. Expects `key`, `position` (8 bytes) and `data`. */
export const rc4 = (words: SnippetWords): Lines => [
  `// ${words.rc4}`,
  'const s = Uint8Array.from({ length: 256 }, (_, i) => i);',
  'for (let i = 0, j = 0; i < 256; i++) {',
  '  j = (j + s[i] + key[i % key.length]) & 255;',
  '  [s[i], s[j]] = [s[j], s[i]];',
  '}',
  'let [x, y] = [0, 0];',
  'const next = () => {',
  '  x = (x + 1) & 255;',
  '  y = (y + s[x]) & 255;',
  '  [s[x], s[y]] = [s[y], s[x]];',
  '  return s[(s[x] + s[y]) & 255];',
  '};',
  `// ${words.rc4Skip}`,
  'for (let skip = Number(number(position)); skip > 0; skip--) next();',
  'const output = data.map((byte) => byte ^ next());',
];

/** `output` = sealed or opened bytes by AES-CCM, RFC 3610. Expects `key`, `nonce`, `aad` and the input. */
export function ccm(name: 'seal' | 'open', tagLength: number, words: SnippetWords): Lines {
  return [
    `// ${words.ccm}`,
    "const cbcKey = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt']);",
    "const ctrKey = await crypto.subtle.importKey('raw', key, 'AES-CTR', false, ['encrypt']);",
    'const padded = (bytes) => concat(bytes, new Uint8Array((16 - (bytes.length % 16)) % 16));',
    'const macOf = async (text) => {',
    '  const size = [text.length >> 16, (text.length >> 8) & 255, text.length & 255];',
    `  const first = concat([(aad.length > 0 ? 64 : 0) + ${4 * (tagLength - 2)} + 2], nonce, size);`,
    '  const header = aad.length > 0 ? padded(concat([aad.length >> 8, aad.length & 255], aad)) : [];',
    "  const chain = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: new Uint8Array(16) }, cbcKey, concat(first, header, padded(text)));",
    `  return new Uint8Array(chain).slice(-32, -16); // ${words.ccmBlock}`,
    '};',
    'const counter = concat([2], nonce, [0, 0, 0]);',
    "const mask = async (data) => new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CTR', counter, length: 16 }, ctrKey, data));",
    ...(name === 'seal'
      ? [
          'const masked = await mask(concat(await macOf(plaintext), plaintext));',
          `const output = concat(masked.slice(16), masked.slice(0, ${tagLength}));`,
        ]
      : [
          `const tag = concat(sealed.slice(-${tagLength}), new Uint8Array(${16 - tagLength}));`,
          `const clear = await mask(concat(tag, sealed.slice(0, -${tagLength})));`,
          'const output = clear.slice(16);',
          `const opened = equal((await macOf(output)).slice(0, ${tagLength}), clear.slice(0, ${tagLength}));`,
        ]),
  ];
}

/** `output` = g^x mod p, as long as p. Expects `p`, `base` and `x`. */
export const power: Lines = [
  'const [modulus, exponent] = [number(p), number(x)];',
  'const output = bytes(pow(number(base), exponent, modulus), p.length);',
];

/** `output` = message inside the RSA ciphertext, or undefined. Expects `privateKey` (PKCS #8) and `ciphertext`. */
export const rsaDecrypt = (words: SnippetWords): Lines => [
  "const key = await crypto.subtle.importKey('pkcs8', privateKey, { name: 'RSA-PSS', hash: 'SHA-256' }, true, ['sign']);",
  "const { n, d } = await crypto.subtle.exportKey('jwk', key);",
  'const modulus = fromBase64url(n);',
  'const padded = bytes(pow(number(ciphertext), number(fromBase64url(d)), number(modulus)), modulus.length);',
  'console.log(toHex(padded));',
  `// ${words.padding}`,
  'const end = padded.indexOf(0, 2);',
  'const output = padded[0] === 0 && padded[1] === 2 && end >= 10 ? padded.slice(end + 1) : undefined;',
  'const decrypted = output !== undefined;',
];

/** Encryption draws its own padding: another ciphertext, of the same length. Expects `publicKey` (SPKI) and `message`. */
export const rsaEncrypt = (words: SnippetWords): Lines => [
  "const key = await crypto.subtle.importKey('spki', publicKey, { name: 'RSA-PSS', hash: 'SHA-256' }, true, ['verify']);",
  "const { n, e } = await crypto.subtle.exportKey('jwk', key);",
  'const modulus = fromBase64url(n);',
  `// ${words.freshPadding}`,
  'const random = Uint8Array.from({ length: modulus.length - message.length - 3 }, () => 1 + Math.floor(255 * Math.random()));',
  'const padded = concat([0, 2], random, [0], message);',
  'const output = bytes(pow(number(padded), number(fromBase64url(e)), number(modulus)), modulus.length);',
  'console.log(toHex(output));',
];

/** Nothing a console could do by itself. */
export function declined({ algorithm, backend }: Operation, words: SnippetWords): Lines {
  return [
    `console.log('${words.declined(algorithm, backend === 'handshake-lab' ? words.ownCode : backend)}');`,
    'return undefined;',
  ];
}

/** Helpers that only these snippets need, by the name of the function. */
export const numberHelpers: Readonly<Record<string, Lines>> = {
  number: ['const number = (bytes) => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);'],
  bytes: [
    'const bytes = (value, length) => Uint8Array.from({ length }, (_, i) => Number((value >> BigInt(8 * (length - 1 - i))) & 255n));',
  ],
  pow: [
    'const pow = (base, exponent, modulus) => {',
    '  let result = 1n;',
    '  for (let b = base % modulus, e = exponent; e > 0n; e >>= 1n, b = (b * b) % modulus) if (e & 1n) result = (result * b) % modulus;',
    '  return result;',
    '};',
  ],
  fromBase64url: [
    "const fromBase64url = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));",
  ],
};
