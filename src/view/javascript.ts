/**
 * An operation of the trace as JavaScript: the call that does it, and a self-contained snippet with
 * the run's bytes in it, for a browser console. The snippet logs what it computed and evaluates to
 * `true` when that equals what the trace recorded.
 *
 * Snippets use WebCrypto, and short JavaScript for what it lacks (finite-field Diffie-Hellman, RSA encryption, RC4,
 * CCM). Where that does not reach either, the snippet says who computed it in the run and evaluates to `undefined`.
 */
import { toHex, utf8 } from '../bytes/hex.ts';
import { readPrivateKey, readPublicKey } from '../crypto/key-formats.ts';
import { type AeadName, aeadTagLengthOf, type Bytes } from '../crypto/port.ts';
import { asRsaEncryption } from '../crypto/pss-keys.ts';
import type { Operation, Value } from '../crypto/recorder.ts';
import type { Trace } from '../lab/trace.ts';
import type { SnippetWords } from '../lesson/snippets.ts';
import { valueLabel, type ValueNameWords } from '../lesson/value-names.ts';
import * as code from './javascript-code.ts';
import * as tls12 from './javascript-tls12.ts';

/** Finds the other half of a key pair; both halves are hex. Snippets work without, where they can. */
export interface KeyPairs {
  readonly publicOf: (privateKey: string) => string | undefined;
  readonly privateOf: (publicKey: string) => string | undefined;
}

/** All key pairs that were made in a run. */
export function keyPairsOf(trace: Pick<Trace, 'steps'>): KeyPairs {
  const publicOf = new Map<string, string>();
  const privateOf = new Map<string, string>();
  for (const { name, outputs } of trace.steps.flatMap((step) => step.operations)) {
    const [privateKey, publicKey] = outputs;
    if (name !== 'generate-key-pair' || !privateKey || !publicKey) continue;
    publicOf.set(toHex(privateKey.bytes), toHex(publicKey.bytes));
    privateOf.set(toHex(publicKey.bytes), toHex(privateKey.bytes));
  }
  return { publicOf: (hex) => publicOf.get(hex), privateOf: (hex) => privateOf.get(hex) };
}

/** What a snippet's comments are written with. */
export interface SnippetLanguage {
  readonly words: SnippetWords;
  readonly names: ValueNameWords;
  /** How an operation is called on screen. */
  readonly title: (operation: Operation) => string;
}

/** The whole snippet. Evaluates to a promise of `true`, `false`, or `undefined` where the platform cannot. */
export function snippetOf(operation: Operation, pairs: KeyPairs, say: SnippetLanguage): string {
  const body = bodyOf(operation, pairs, say);
  const { rfc, section } = operation.spec;
  return [
    `// ${say.words.head(say.title(operation), valueLabel(operation.purpose, say.names), rfc, section)}`,
    '(async () => {',
    ...indented([...code.helpers(body, say.words), ...body]),
    '})();',
    '',
  ].join('\n');
}

/** How the operation is called on screen: 'HKDF-Expand-Label', 'AES-128-GCM open'. */
export function titleOf(operation: Operation): string {
  const verbs: Partial<Record<Operation['name'], string>> = {
    hash: operation.algorithm,
    hmac: `HMAC-${operation.algorithm}`,
    'hkdf-extract': 'HKDF-Extract',
    'hkdf-expand-label': 'HKDF-Expand-Label',
    prf: 'PRF',
    cut: 'Cut',
    'rsa-encrypt': 'RSA encrypt',
    'rsa-decrypt': 'RSA decrypt',
    'generate-key-pair': `${operation.algorithm} key pair`,
    random: 'Random bytes',
    concatenate: 'Concatenation',
    xor: 'XOR',
    agree: operation.algorithm,
  };
  return verbs[operation.name] ?? `${operation.algorithm} ${operation.name}`;
}

function bodyOf(operation: Operation, pairs: KeyPairs, say: SnippetLanguage): readonly string[] {
  const { words } = say;
  const constant = (name: string, value: Value | undefined): string => constantOf(name, value, say);
  const compared = (output: Value | undefined): readonly string[] => comparedWith(output, say);
  const [first, second, third, fourth] = operation.inputs;
  const [output] = operation.outputs;
  const { algorithm, backend, name } = operation;
  if (isBeyond(operation)) return tls12.declined(operation, words);
  switch (name) {
    case 'random':
      return [
        `const fresh = crypto.getRandomValues(new Uint8Array(${output?.bytes.length ?? 0}));`,
        `// ${words.drawnAgain}`,
        constant('recorded', output),
        'console.log(toHex(fresh));',
        'return fresh.length === recorded.length;',
      ];
    case 'hash':
      return [
        constant('data', first),
        `const output = new Uint8Array(await crypto.subtle.digest('${algorithm}', data));`,
        ...compared(output),
      ];
    case 'hmac':
      return [
        constant('key', first),
        constant('data', second),
        ...code.hmac(algorithm, 'key', 'data'),
        ...compared(output),
      ];
    case 'hkdf-extract':
      return [
        `// ${words.extract}`,
        constant('salt', first),
        constant('ikm', second),
        ...code.hmac(algorithm, 'salt', 'ikm'),
        ...compared(output),
      ];
    case 'hkdf-expand-label':
      return [
        `// ${words.expand}`,
        constant('secret', first),
        `const hkdfLabel = hex('${toHex(operation.hkdfLabel ?? new Uint8Array())}'); // ${words.labelled(`tls13 ${operation.label ?? ''}`)}`,
        ...code.expand(algorithm, output?.bytes.length ?? 0),
        ...compared(output),
      ];
    case 'prf':
      return [
        constant('secret', first),
        `const label = hex('${toHex(utf8(operation.label ?? ''))}'); // "${operation.label ?? ''}"`,
        ...operation.inputs.slice(1).map((input, i) => constant(`seed${i + 1}`, input)),
        `const seed = concat(${operation.inputs
          .slice(1)
          .map((_, i) => `seed${i + 1}`)
          .join(', ')});`,
        ...tls12.prf(algorithm, output?.bytes.length ?? 0),
        ...compared(output),
      ];
    case 'cut':
      return [
        constant('whole', first),
        ...operation.outputs.map((part, i) => constant(`part${i + 1}`, part)),
        `const output = concat(${operation.outputs.map((_, i) => `part${i + 1}`).join(', ')});`,
        'console.log(toHex(output));',
        'return equal(output, whole.slice(0, output.length));',
      ];
    case 'concatenate':
      return [
        ...operation.inputs.map((input, i) => constant(`part${i + 1}`, input)),
        `const output = concat(${operation.inputs.map((_, i) => `part${i + 1}`).join(', ')});`,
        ...compared(output),
      ];
    case 'xor':
      return [
        constant('a', first),
        constant('b', second),
        'const output = a.map((byte, i) => byte ^ b[i]);',
        ...compared(output),
      ];
    case 'generate-key-pair':
      return keyPair(operation, pairs, say);
    case 'agree':
      if (third !== undefined)
        return [
          `const base = hex('${hexOf(second)}'); // ${words.received(valueLabel(second?.name ?? '', say.names))}`,
          constant('x', first),
          constant('p', third),
          ...tls12.power,
          ...(operation.verdict === false
            ? [
                'const value = number(base);',
                'const agreed = value > 1n && value < modulus - 1n;',
                ...code.failure('agreed', words),
              ]
            : [
                constant('recorded', output),
                'console.log(toHex(output));',
                `// ${words.leadingZeros}`,
                'return equal(output.slice(-recorded.length), recorded);',
              ]),
        ];
      return [
        constant('peerKey', second),
        ...code.agree(algorithm, hexOf(first), first && pairs.publicOf(hexOf(first))),
        ...(operation.verdict === false ? code.failure('agreed', words) : compared(output)),
      ];
    case 'encapsulate':
      return encapsulate(operation, pairs, say);
    case 'decapsulate':
      return [
        constant('seed', first),
        constant('ciphertext', second),
        ...code.decapsulate(algorithm, operation.backend, words),
        ...compared(output),
      ];
    case 'rsa-encrypt':
      return [
        constant('publicKey', first),
        constant('message', second),
        ...tls12.rsaEncrypt(words),
        `return output.length === ${output?.bytes.length ?? 0};`,
      ];
    case 'rsa-decrypt':
      return [
        constant('privateKey', first),
        constant('ciphertext', second),
        ...tls12.rsaDecrypt(words),
        ...(operation.verdict === false ? code.failure('decrypted', words) : compared(output)),
      ];
    case 'encrypt':
    case 'decrypt':
      return [
        constant('key', first),
        constant(algorithm === 'RC4-128' ? 'position' : 'iv', second),
        constant('data', third),
        ...(algorithm === 'RC4-128' ? tls12.rc4(words) : tls12.aesCbc(name, words)),
        ...compared(output),
      ];
    case 'sign':
      return [
        ...rsaName(first, 'privateKey', say),
        constant('data', second),
        constant('recorded', output),
        ...code.sign(algorithm, words),
      ];
    case 'verify':
      return [
        ...rsaName(first, 'publicKey', say),
        constant('data', second),
        constant('signature', third),
        ...code.verify(algorithm),
        'console.log(verdict);',
        `return verdict === ${operation.verdict ?? false};`,
      ];
    case 'seal':
    case 'open':
      return [
        constant('key', first),
        constant('nonce', second),
        constant('aad', third),
        constant(name === 'seal' ? 'plaintext' : 'sealed', fourth),
        ...(algorithm.includes('-CCM')
          ? tls12.ccm(name, aeadTagLengthOf(algorithm as AeadName), words)
          : code.aead(algorithm, name, backend, words)),
        ...(operation.verdict === false ? code.failure('opened', words) : compared(output)),
      ];
  }
}

/** WebCrypto imports RSA keys under the name rsaEncryption alone. */
function rsaName(key: Value | undefined, name: string, say: SnippetLanguage): readonly string[] {
  if (key === undefined || !isRsassaPss(key.bytes)) return [constantOf(name, key, say)];
  return [`// ${say.words.pssKey}`, constantOf(name, { ...key, bytes: asRsaEncryption(key.bytes) }, say)];
}

function isRsassaPss(container: Bytes): boolean {
  const kind = readPublicKey(container)?.kind ?? readPrivateKey(container)?.kind;
  return kind === 'RSASSA-PSS';
}

/** What neither WebCrypto nor a few lines of JavaScript can do. */
function isBeyond(operation: Operation): boolean {
  const { algorithm, backend, name } = operation;
  if (/^(MD5|X448|3DES-|Camellia-|ARIA-|DSA-)/.test(algorithm)) return true;
  return (
    /^(Ed448|ML-DSA-)/.test(algorithm) && backend !== 'WebCrypto' && (name === 'sign' || name === 'verify')
  );
}

/** A key pair is not drawn again: its public half is computed again from the private one. */
function keyPair(operation: Operation, pairs: KeyPairs, say: SnippetLanguage): readonly string[] {
  const { words } = say;
  const [privateKey, publicKey] = operation.outputs;
  const [prime, generator] = operation.inputs;
  if (prime !== undefined)
    return [
      `// ${words.powerPair}`,
      `const base = hex('${hexOf(generator)}'); // g`,
      constantOf('p', prime, say),
      constantOf('x', privateKey, say),
      ...tls12.power,
      ...comparedWith(publicKey, say),
    ];
  return [
    `// ${words.pair}`,
    constantOf('recorded', publicKey, say),
    ...code.publicKey(operation.algorithm, hexOf(privateKey), pairs, operation.backend, words),
    'console.log(toHex(output));',
    operation.algorithm.startsWith('P-')
      ? 'return equal(output, recorded.slice(1, 1 + output.length));'
      : 'return equal(output, recorded);',
  ];
}

/** Encapsulation draws its own randomness, so the snippet opens the recorded ciphertext instead. */
function encapsulate(operation: Operation, pairs: KeyPairs, say: SnippetLanguage): readonly string[] {
  const { words } = say;
  const [peer] = operation.inputs;
  const [ciphertext, shared] = operation.outputs;
  const seed = peer && pairs.privateOf(hexOf(peer));
  if (operation.verdict === false || seed === undefined) {
    return [
      constantOf('encapsulationKey', peer, say),
      ...code.encapsulate(operation.algorithm, operation.backend, operation.verdict !== false, words),
    ];
  }
  return [
    ...words.encapsulation.map((line) => `// ${line}`),
    `const seed = hex('${seed}');`,
    constantOf('ciphertext', ciphertext, say),
    ...code.decapsulate(operation.algorithm, operation.backend, words),
    ...comparedWith(shared, say),
  ];
}

function comparedWith(output: Value | undefined, say: SnippetLanguage): readonly string[] {
  return [
    constantOf('recorded', output, say),
    'console.log(toHex(output));',
    'return equal(output, recorded);',
  ];
}

function constantOf(name: string, value: Value | undefined, { words, names }: SnippetLanguage): string {
  const note = value ? ` // ${words.bytes(valueLabel(value.name, names), value.bytes.length)}` : '';
  return `const ${name} = hex('${hexOf(value)}');${note}`;
}

function hexOf(value: Value | undefined): string {
  return value ? toHex(value.bytes) : '';
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? line : `  ${line}`));
}
