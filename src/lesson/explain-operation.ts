/** Texts about one crypto operation: what it does, what its result is for, and its formula. Loaded with the Crypto tab. */
import type { Operation, Value } from '../crypto/recorder.ts';
import { catalog } from './catalog.ts';
import { operations } from './en/operations.ts';
import type { OperationFacts, OperationWords, ValueText } from './operation-words.ts';
import type { Rich } from './rich.ts';
import { ownerOf, secretLabel, valueKind } from './secret-names.ts';

export const operationWords = catalog<OperationWords>('operations', operations);

export interface OperationExplanation {
  readonly what: Rich;
  /** What the result is for; absent for a result this engine gives no name. */
  readonly why?: Rich;
  /** As RFC 9846 writes it: 'HKDF-Expand-Label(Handshake Secret, "s hs traffic", Hash(ClientHello…ServerHello), 32)'. */
  readonly formula: string;
}

export function explainOperation(operation: Operation, words: OperationWords): OperationExplanation {
  const owner = ownerOf(operation.purpose);
  const facts: OperationFacts = {
    algorithm: operation.algorithm,
    ticket: operation.inputs[0]?.name === 'ticket_key',
    outputBytes: operation.outputs.at(-1)?.bytes.length ?? 0,
    ...(operation.verdict !== undefined && { verdict: operation.verdict }),
    ...(owner && { owner }),
  };
  // Of a key pair the private half is what matters; it comes first.
  const made = operation.name === 'generate-key-pair' ? operation.outputs[0] : operation.outputs.at(-1);
  const why = explainValue(made?.name ?? operation.purpose, words) ?? explainValue(operation.purpose, words);
  return {
    what: words.what[operation.name](facts),
    formula: formulaOf(operation),
    ...(why && { why: why.text }),
  };
}

/** Name and purpose of a value by the recorder's name for it; undefined for an unknown one. */
export function explainValue(name: string, words: OperationWords): ValueText | undefined {
  const kind = valueKind(name);
  return kind && words.values[kind];
}

/** The call in the notation of the RFC that defines it. */
export function formulaOf(operation: Operation): string {
  const { name, algorithm, inputs, label } = operation;
  const bytes = operation.outputs.at(-1)?.bytes.length ?? 0;
  const [a, b, c, d] = inputs.map((input) => argument(input, operation));
  switch (name) {
    case 'random':
      return `random(${bytes})`;
    case 'hash':
      return operation.purpose.startsWith('transcript_hash ')
        ? `${algorithm}(${operation.purpose.slice('transcript_hash '.length)})`
        : `${algorithm}(${a})`;
    case 'hmac':
      return `HMAC(${a}, ${b})`;
    case 'hkdf-extract':
      return `HKDF-Extract(${a}, ${b})`;
    case 'hkdf-expand-label':
      return `HKDF-Expand-Label(${a}, "${label ?? ''}", ${b}, ${bytes})`;
    case 'prf':
      // PRF(secret, label, seed), RFC 5246 §5; several seeds are concatenated.
      return `PRF(${a}, "${label ?? ''}", ${inputs
        .slice(1)
        .map((input) => argument(input, operation))
        .join(' + ')})[0…${bytes - 1}]`;
    case 'cut':
      return `${operation.outputs.map((output) => secretLabel(output.name)).join(' ‖ ')} = ${a}`;
    case 'generate-key-pair':
      return `${algorithm}.KeyGen()`;
    case 'agree':
      if (/^X(25519|448)$/.test(algorithm)) return `${algorithm}(${a}, ${b})`;
      // Of a finite field the group's numbers p and g are inputs too.
      return c === undefined ? `ECDH(${algorithm}, ${a}, ${b})` : `${b}^${a} mod ${c}`;
    case 'encapsulate':
      return `${algorithm}.Encaps(${a})`;
    case 'decapsulate':
      return `${algorithm}.Decaps(${a}, ${b})`;
    case 'concatenate':
      return inputs.map((input) => argument(input, operation)).join(' ‖ ');
    case 'xor':
      return `${a} ⊕ ${b}`;
    case 'rsa-encrypt':
      return `RSAES-PKCS1-v1_5.Encrypt(${a}, ${b})`;
    case 'rsa-decrypt':
      return `RSAES-PKCS1-v1_5.Decrypt(${a}, ${b})`;
    case 'encrypt':
      return `${algorithm}.Encrypt(${a}, ${b}, ${c})`;
    case 'decrypt':
      return `${algorithm}.Decrypt(${a}, ${b}, ${c})`;
    case 'sign':
      return `Sign(${a}, ${b})`;
    case 'verify':
      return `Verify(${a}, ${b}, ${c})`;
    case 'seal':
      return `AEAD-Encrypt(${a}, ${b}, ${c}, ${d})`;
    case 'open':
      return `AEAD-Decrypt(${a}, ${b}, ${c}, ${d})`;
  }
}

/** RFC 9846 §5.2 calls the arguments of the AEAD by their role; elsewhere values have names. */
function argument(value: Value, operation: Operation): string {
  if (value.name === 'sequence_number') return `sequence number ${sequence(value.bytes)}`;
  if (operation.name !== 'seal' && operation.name !== 'open') return secretLabel(value.name);
  const index = operation.inputs.indexOf(value);
  if (index === 0) return secretLabel(value.name);
  return (
    ['', 'nonce', 'additional_data', operation.name === 'seal' ? 'plaintext' : 'AEADEncrypted'][index] ?? ''
  );
}

/** A record's number; connections here never reach 2^32 of them. */
function sequence(bytes: Uint8Array): number {
  return bytes.slice(-4).reduce((sum, byte) => sum * 256 + byte, 0);
}
